"""Secondary instances kept in files beside the form: .csv, .xml and .geojson, and nothing outside its folder."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digiplan_desktop.forms.faults import Fault, Faults
from digiplan_desktop.forms.xml_reader import XmlBroken, read_document
from digiplan_desktop.forms.xpath.nodes import ELEMENT, Node, StaticNode

if TYPE_CHECKING:
    from digiplan_desktop.forms.xform import XFormParts

MAX_BYTES = 64 * 1024 * 1024
LAST_SAVED = "jr://instance/last-saved"
_SCHEMES = ("jr://file-csv/", "jr://file/")


def load_external(parts: XFormParts, folder: Path, faults: Faults) -> tuple[dict[str, Node], list[bytes]]:
    """Give the external instances by id, and the bytes of their files; missing ones are noted and empty."""
    found: dict[str, Node] = {}
    contents: list[bytes] = []
    for name, node in parts.secondary.items():
        source = node.attribute("src")
        if source == LAST_SAVED:
            # Each response stands for itself here: nothing is carried over from the one before.
            found[name] = StaticNode(ELEMENT, "instance")
            faults.add(Fault("unsupported", text="last-saved", severity="warning"))
        elif source:
            content = _read(source, folder, faults)
            contents.append(content)
            found[name] = _build(name, source, content, faults)
    return found, contents


def _read(source: str, folder: Path, faults: Faults) -> bytes:
    name = next((source[len(scheme) :] for scheme in _SCHEMES if source.startswith(scheme)), "")
    path = folder / name
    if not name or Path(name).name != name or not path.is_file() or path.stat().st_size > MAX_BYTES:
        faults.add(Fault("missing_file", text=name or source))
        return b""
    return path.read_bytes()


def _build(name: str, source: str, content: bytes, faults: Faults) -> Node:
    instance = StaticNode(ELEMENT, "instance")
    text = content.decode("utf-8-sig", "replace")
    suffix = source.rpartition(".")[2].lower()
    try:
        if suffix == "xml" and text:
            instance.children = read_document(text, StaticNode).children
            for child in instance.children:
                child.parent = instance
        elif suffix == "geojson" and text:
            _add_rows(instance, _features(json.loads(text)))
        else:
            _add_rows(instance, _records(text))
    except (XmlBroken, ValueError, csv.Error) as error:
        faults.add(Fault("unreadable_file", text=name, expression=str(error)))
    return instance


def _records(text: str) -> list[dict[str, str]]:
    """Read a CSV file; the delimiter is the one of comma, semicolon and tab that its heading has most of."""
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [column.strip() for column in next(rows, [])]
    return [dict(zip(columns, (cell.strip() for cell in row), strict=False)) for row in rows if any(row)]


def _features(document: Any) -> list[dict[str, str]]:
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        raise ValueError("no features")  # noqa: TRY004  the content is wrong, not a type of ours
    return [_feature(feature) for feature in document["features"] if isinstance(feature, dict)]


def _feature(feature: dict[str, Any]) -> dict[str, str]:
    properties = feature.get("properties") or {}
    row = {str(name): "" if value is None else str(value) for name, value in properties.items()}
    if "id" in feature:
        row.setdefault("id", str(feature["id"]))
    row["geometry"] = _geometry(feature.get("geometry") or {})
    return row


def _geometry(geometry: dict[str, Any]) -> str:
    """Write a point, line or first ring as ODK does: latitude first, points apart by "; "."""
    points = geometry.get("coordinates") or []
    if geometry.get("type") == "Point":
        points = [points]
    elif geometry.get("type") == "Polygon":
        points = points[0] if points else []
    return "; ".join(f"{point[1]} {point[0]} 0 0" for point in points)


def _add_rows(instance: Node, rows: list[dict[str, str]]) -> None:
    root = instance.add(StaticNode(ELEMENT, "root"))
    for row in rows:
        item = root.add(StaticNode(ELEMENT, "item"))
        item.children = [StaticNode(ELEMENT, name, value, item) for name, value in row.items()]

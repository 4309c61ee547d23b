"""A response as OpenRosa instance XML: written for a server, and read back, by an earlier form version too."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digiplan_desktop.forms.answers import is_multiple, is_stored
from digiplan_desktop.forms.growth import FormNode
from digiplan_desktop.forms.xform import elements, first_element
from digiplan_desktop.forms.xml_reader import XmlBroken, read_document

if TYPE_CHECKING:
    from digiplan_desktop.forms.answers import Value
    from digiplan_desktop.forms.model import Definition, Model
    from digiplan_desktop.forms.xpath.nodes import Node

OPENROSA = "http://openrosa.org/xforms"
_XFORMS = "http://www.w3.org/2002/xforms"


@dataclass(frozen=True)
class Envelope:
    """What a server must know of a response beside its answers (OpenRosa metadata).

    Attributes:
        instance_id: "uuid:" and a uuid, the same each time a response is sent.
        deprecated_id: the instance_id of the response that this one corrects, "" for none.
    """

    instance_id: str
    deprecated_id: str = ""


@dataclass
class ReadInstance:
    """What an instance document holds: store paths, and who wrote it with which version of the form."""

    form_id: str
    version: str
    instance_id: str = ""
    data: dict[str, Value] = field(default_factory=dict)


# Writing


def write_instance(root: FormNode, envelope: Envelope) -> str:
    """Give the instance document: what is not relevant and templates of repeats are left out.

    Metadata stand in the OpenRosa namespace, whatever namespace the form gave them. Entities are not acted on,
    so none is declared.
    """
    pieces = ['<?xml version="1.0" encoding="UTF-8"?>\n', "<", root.name, _root_attributes(root), ">"]
    for child in root.children:
        if isinstance(child, FormNode) and child.live and child.name != "meta":
            pieces += _written(child)
    pieces += _written_meta(root, envelope)
    return "".join([*pieces, "</", root.name, ">\n"])


def _root_attributes(root: FormNode) -> str:
    template = root.definition.template
    found = {"xmlns": template.namespace} if template.namespace not in ("", _XFORMS) else {}
    for node in (template, *template.attributes, *template.descendants()):
        if node.prefix and node.prefix != "xml" and node.namespace:
            found[f"xmlns:{node.prefix}"] = node.namespace
    found["xmlns:orx"] = OPENROSA
    found |= {_qualified(each): each.text for each in template.attributes}
    return "".join(f' {name}="{_escaped(text)}"' for name, text in found.items())


def _written(node: FormNode) -> Iterator[str]:
    name = _qualified(node.definition.template)
    if not node.definition.children:
        yield f"<{name}>{_escaped(node.text)}</{name}>" if node.text else f"<{name}/>"
        return
    yield f"<{name}>"
    for child in node.children:
        if isinstance(child, FormNode) and child.live:
            yield from _written(child)
    yield f"</{name}>"


def _written_meta(root: FormNode, envelope: Envelope) -> Iterator[str]:
    values = {"instanceID": envelope.instance_id}
    if envelope.deprecated_id:
        values["deprecatedID"] = envelope.deprecated_id
    meta = next((child for child in root.children if child.name == "meta"), None)
    for child in meta.children if meta is not None else []:
        if isinstance(child, FormNode) and child.live and not child.definition.children:
            values.setdefault(child.name, child.text)
    yield "<orx:meta>"
    yield from (f"<orx:{name}>{_escaped(text)}</orx:{name}>" for name, text in values.items() if text)
    yield "</orx:meta>"


def _qualified(node: Node) -> str:
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


def _escaped(text: str) -> str:
    # A parser would turn a bare carriage return into a line break.
    return html.escape(text, quote=True).replace("\r", "&#13;")


# Reading


def read_instance(model: Model, text: str) -> ReadInstance:
    """Read an instance document into store paths; raises `XmlBroken`.

    What this version of the form does not know keeps the path it would have had, so that it can be reported.
    """
    root = first_element(read_document(text))
    if root is None:
        raise XmlBroken("no element")
    found = ReadInstance(root.attribute("id"), root.attribute("version"))
    for path, value in _read(root, model.root, "q/"):
        found.data[_free_path(path, found.data)] = value
    meta = first_element(root, "meta")
    identifier = first_element(meta, "instanceID") if meta is not None else None
    found.instance_id = identifier.string().strip() if identifier is not None else ""
    return found


def _free_path(path: str, taken: Mapping[str, Value]) -> str:
    """Number what comes again under one name: a repeat that this version no longer has."""
    numbered = (f"{path}.{number}" for number in itertools.count(2))
    return path if path not in taken else next(each for each in numbered if each not in taken)


def _read(node: Node, definition: Definition, prefix: str) -> Iterator[tuple[str, Value]]:
    places: dict[str, int] = {}
    for child in elements(node):
        known = definition.children.get(child.name)
        if known is None and "meta" in (child.name, definition.name):
            # OpenRosa's own: no answers, whether or not the form names them.
            continue
        if known is None:
            yield from _read_unknown(child, f"{prefix}{child.name}")
        elif known.repeat is not None:
            place = places[child.name] = places.get(child.name, -1) + 1
            path = f"{prefix}{known.key}/{place:04}"
            yield path, True
            yield from _read(child, known, path + "/")
        elif known.children:
            yield from _read(child, known, prefix)
        elif is_stored(known):
            yield from _read_answer(child, known, prefix + known.key)
    yield from _absent_instances(definition, places, prefix)


def _absent_instances(
    definition: Definition, places: dict[str, int], prefix: str
) -> Iterator[tuple[str, Value]]:
    """Say that the instances a new response would begin with are not there when the document has fewer."""
    for child in definition.children.values():
        if child.repeat is not None:
            given = elements(definition.template, child.name)
            for place in range(places.get(child.name, -1) + 1, len(given)):
                yield f"{prefix}{child.key}/{place:04}", False


def _read_answer(node: Node, definition: Definition, path: str) -> Iterator[tuple[str, Value]]:
    text = node.string()
    if not is_multiple(definition):
        yield path, text
        return
    chosen = dict.fromkeys(definition.template.text.split(), False) | dict.fromkeys(text.split(), True)
    yield from ((f"{path}/{option}", value) for option, value in chosen.items())


def _read_unknown(node: Node, path: str) -> Iterator[tuple[str, Value]]:
    """Give the texts of a node that the form does not have, each under the names above it."""
    below = elements(node)
    for child in below:
        yield from _read_unknown(child, f"{path}.{child.name}")
    if not below and node.string():
        yield path, node.string()

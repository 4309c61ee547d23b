"""Checks the skeleton of a workbook that pyxform refused: it stops at the first fault, an author wants them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.usage_checks import list_of, named_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digiplan_desktop.forms.workbook import SheetRow, Source

_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
_NAMELESS = frozenset(("note", "audit"))


def check_structure(source: Source) -> list[Problem]:
    """Give unknown types, names that are missing, invalid or repeated, open groups and lists that are not there."""
    rows = [row for row in source.rows("survey") if row.cells]
    return [*_rows(rows, source), *_groups(rows), *_choices(source)]


def _rows(rows: list[SheetRow], source: Source) -> Iterator[Problem]:
    lists = {list_of(row) for row in source.rows("choices")}
    for row in rows:
        kind = row.cells.get("type", "").strip()
        if not kind:
            if row.cells.get("name"):
                yield Problem("error", "cell_missing", "survey", row.number, "type")
            continue
        if kind.lower().startswith("end"):
            continue
        yield from _name(row, kind)
        wanted = named_list(kind)
        if wanted and "file" not in kind.split()[0].lower() and "${" not in wanted and wanted not in lists:
            yield Problem("error", "reference_unknown", "survey", row.number, "type", wanted)
        elif not wanted and not _is_type(kind):
            yield Problem("error", "unsupported", "survey", row.number, "type", kind)


def _name(row: SheetRow, kind: str) -> Iterator[Problem]:
    name = row.cells.get("name", "").strip()
    if not name and kind.lower() not in _NAMELESS:
        yield Problem("error", "cell_missing", "survey", row.number, "name")
    elif name and not _NAME.match(name):
        yield Problem("error", "name_invalid", "survey", row.number, "name", name)


def _is_type(kind: str) -> bool:
    """Say whether pyxform knows the type (it is in memory: it has just refused the workbook)."""
    from pyxform import aliases
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    lowered = re.sub(r"[\s_]+", " ", kind.lower())
    if lowered.startswith(("begin ", "end ")):
        return lowered.split(" ")[1] in {"group", "repeat", "loop", "lgroup", "looped"}
    known = {re.sub(r"[\s_]+", " ", each.lower()) for each in (*QUESTION_TYPE_DICT, *aliases.select)}
    return lowered in known or any(lowered.startswith(f"{each} ") for each in aliases.select)


def _groups(rows: list[SheetRow]) -> Iterator[Problem]:
    """Walk the groups: each begin needs its end of the same kind, and names are unique inside a group."""
    open_groups: list[tuple[str, SheetRow]] = []
    names: list[set[str]] = [set()]
    for row in rows:
        kind = re.sub(r"[\s_]+", " ", row.cells.get("type", "").strip().lower())
        if kind.startswith("end "):
            if not open_groups or open_groups[-1][0] != kind[4:]:
                yield Problem("error", "group_unbalanced", "survey", row.number, "type", row.cells["type"])
            if open_groups:
                open_groups.pop()
                names.pop()
            continue
        yield from _repeated(row, names[-1])
        if kind.startswith("begin "):
            open_groups.append((kind[6:], row))
            names.append(set())
    for _, row in open_groups:
        yield Problem("error", "group_unbalanced", "survey", row.number, "type", row.cells["type"])


def _repeated(row: SheetRow, names: set[str]) -> Iterator[Problem]:
    name = row.cells.get("name", "").strip()
    if name and name in names:
        yield Problem("error", "name_repeated", "survey", row.number, "name", name)
    names.add(name)


def _choices(source: Source) -> Iterator[Problem]:
    several = {
        named_list(row.cells.get("type", ""))
        for row in source.rows("survey")
        if not row.cells.get("type", "").lower().startswith(("select_one", "select one"))
    }
    for row in source.rows("choices"):
        name = row.cells.get("name", row.cells.get("value", ""))
        if list_of(row) in several and re.search(r"\s", name):
            # Spaces part the answers of a question with several.
            yield Problem("error", "name_invalid", "choices", row.number, "name", name)
        elif row.cells and not list_of(row):
            yield Problem("error", "cell_missing", "choices", row.number, "list_name")
        elif row.cells and not name:
            yield Problem("error", "cell_missing", "choices", row.number, "name")

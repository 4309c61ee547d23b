"""Finds the cell of a workbook in which a fault stands, and the place inside the cell's own text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.carets import caret, reference_offset
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse

if TYPE_CHECKING:
    from digiplan_desktop.forms.faults import Fault
    from digiplan_desktop.forms.workbook import SheetRow, Source

_COLUMNS = {
    "calculate": ("calculation", "calculate"),
    "relevant": ("relevant", "relevance"),
    "readonly": ("readonly", "read_only"),
    "count": ("repeat_count",),
    "setvalue": ("default", "calculation"),
}
_OF_FILES = frozenset(("missing_file", "unreadable_file"))
_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")


def place_fault(fault: Fault, source: Source) -> Problem:
    """Give the fault as a problem with sheet, row and column; `detail` shows the place in the cell's own text."""
    row = _row_of(fault.ref, source)
    column = _column_of(fault.attribute, row)
    if fault.code in _OF_FILES:
        row, column = _first_mention(fault.text, source)
    cell = row.cells.get(column, "") if row is not None and column else ""
    offset = _offset_in(cell, fault) if cell else fault.position
    return Problem(
        fault.severity,
        fault.code,
        "survey" if row is not None else "",
        row.number if row is not None else 0,
        column,
        fault.text or cell or fault.expression,
        detail=_ring(fault, source) or caret(cell or fault.expression, offset),
    )


def _first_mention(file: str, source: Source) -> tuple[SheetRow | None, str]:
    """Find the cell that names a data file: in the type of a question, or in an expression."""
    name = re.compile(rf"(?<![\w.]){re.escape(file.rpartition('.')[0] or file)}(?!\w)")
    for row in source.rows("survey"):
        for column, text in row.cells.items():
            if name.search(text) and (column == "type" or "(" in text):
                return row, column
    return None, ""


def _ring(fault: Fault, source: Source) -> str:
    """Give the expressions of a ring in the author's words, one a line, each with the row it stands in."""
    lines = []
    for ref, attribute in fault.ring:
        row = _row_of(ref, source)
        if row is not None:
            column = _column_of(attribute, row)
            lines.append(f"{row.number} {column} {row.cells.get('name', '')}: {row.cells.get(column, '')}")
    return "\n".join(lines)


def _row_of(ref: str, source: Source) -> SheetRow | None:
    """Find the survey row of a reference by walking the groups, for names need not be unique."""
    above: list[str] = []
    for row in source.rows("survey"):
        kind, name = row.cells.get("type", "").strip().lower(), row.cells.get("name", "").strip()
        if kind.startswith("end"):
            above = above[:-1]
            continue
        if name and "/".join(("", *ref.split("/")[1:2], *above, name)) == ref:
            return row
        if kind.startswith("begin"):
            above.append(name)
    return None


def _column_of(attribute: str, row: SheetRow | None) -> str:
    if row is None:
        return ""
    names = _COLUMNS.get(attribute, (attribute,))
    for column in row.cells:
        plain = column.partition("::")[0].strip().lower().replace("bind::", "")
        if plain in names:
            return column
    return names[0]


def _offset_in(cell: str, fault: Fault) -> int:
    """Find the offset in the author's own text: a reference is longer once it is a path."""
    if fault.code in ("unknown_reference", "self_reference"):
        named = reference_offset(cell, fault.text)
        if named >= 0:
            return named
    plain = _REFERENCE.sub(
        lambda match: match.group(1).replace("#", "_").ljust(len(match.group()), " "), cell
    )
    if fault.code in ("unknown_function", "arity", "unknown_reference", "unknown_variable") and fault.text:
        return plain.find(fault.text)
    try:
        parse(plain)
    except XPathError as error:
        return error.position
    return -1

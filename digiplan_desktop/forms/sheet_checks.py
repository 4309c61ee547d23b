"""Checks that need the author's sheets: what a compiled form no longer shows."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.carets import caret
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.syntax import Path, walk

if TYPE_CHECKING:
    from digiplan_desktop.forms.workbook import SheetRow, Source

_REFERENCE = re.compile(r"\$\{[^}]*\}")
_FROM_FILE = re.compile(r"\S+_from_file\s+(\S+\.csv)\s*\Z")


def check_sheets(source: Source) -> list[Problem]:
    """Give the choice filters that name a column which their list does not have."""
    problems = []
    for row in source.rows("survey"):
        expression = row.cells.get("choice_filter", "")
        known = _columns(row, source) if expression else None
        if known:
            problems += [
                Problem(
                    "error",
                    "column_missing",
                    "survey",
                    row.number,
                    "choice_filter",
                    name,
                    caret(expression, offset),
                )
                for name, offset in _named_columns(expression).items()
                if name not in known
            ]
    return problems


def _named_columns(expression: str) -> dict[str, int]:
    """Give the columns that an expression names, with the first place of each.

    None when it cannot be read: that is told elsewhere.
    """
    try:
        tree = parse(_REFERENCE.sub(lambda match: f"'{'_' * (len(match.group()) - 2)}'", expression))
    except XPathError:
        return {}
    names: dict[str, int] = {}
    for part in walk(tree):
        if isinstance(part, Path) and not part.absolute and part.start is None and len(part.steps) == 1:
            step = part.steps[0]
            if step.axis == "child" and step.name != "*":
                names[step.name] = min(step.position, names.get(step.name, step.position))
    return names


def _columns(row: SheetRow, source: Source) -> set[str]:
    match = _FROM_FILE.match(row.cells.get("type", ""))
    if match is None:
        return set(source.columns.get("choices", ()))
    path = source.path.parent / match.group(1)
    if not path.is_file() or path.name != match.group(1):
        return set()
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        heading = file.readline()
    delimiter = max(",;\t", key=heading.count)
    return {column.strip() for column in next(csv.reader([heading], delimiter=delimiter), [])}

"""Checks of the author's sheets for what is written and never used: lists of choices, and choices no filter reaches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem

if TYPE_CHECKING:
    from digiplan_desktop.forms.workbook import SheetRow, Source

_SELECT = re.compile(r"(?:select[ _]?(?:one|multiple|1)|rank)\s+(?:from\s+)?(\S+)", re.IGNORECASE)
_INSTANCE = re.compile(r"\b(?:instance|pulldata)\s*\(\s*['\"]([^'\"]+)['\"]")
_REFERENCE = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_SIMPLE_FILTER = re.compile(r"\s*([A-Za-z_][\w.\-]*)\s*=\s*\$\{\s*([^{}]*?)\s*\}\s*\Z")
LIST_COLUMNS = ("list_name", "list name")


def check_usage(source: Source) -> list[Problem]:
    """Give the lists that no question offers, and the choices that can never be offered."""
    return _unused_lists(source) + _unreachable_choices(source)


def list_of(row: SheetRow) -> str:
    """Give the name of the list that a choice belongs to."""
    return next((row.cells[name] for name in LIST_COLUMNS if row.cells.get(name)), "")


def named_list(kind: str) -> str:
    """Give the list that the type of a question names, "" when it names none."""
    match = _SELECT.match(kind.strip())
    return match.group(1) if match else ""


def _unused_lists(source: Source) -> list[Problem]:
    cells = [
        text
        for sheet in source.sheets
        if sheet != "choices"
        for row in source.rows(sheet)
        for text in row.cells.values()
    ]
    used = {named_list(row.cells.get("type", "")) for row in source.rows("survey")}
    used |= {name for text in cells for name in _INSTANCE.findall(text)}
    problems: dict[str, Problem] = {}
    for row in source.rows("choices"):
        name = list_of(row)
        # A list whose name is computed from an answer may be any.
        if name and name not in used and not any("${" in each for each in used):
            problems.setdefault(
                name, Problem("warning", "list_unused", "choices", row.number, "list_name", name)
            )
    return list(problems.values())


def _unreachable_choices(source: Source) -> list[Problem]:
    """Look at lists that are only ever offered where a column equals the answer to another select question."""
    uses: dict[str, list[tuple[str, frozenset[str]] | None]] = {}
    for row in source.rows("survey"):
        name = named_list(row.cells.get("type", ""))
        if name:
            uses.setdefault(name, []).append(_reach(row.cells.get("choice_filter", ""), source))
    problems = []
    for row in source.rows("choices"):
        ways = uses.get(list_of(row), [None])
        simple = [way for way in ways if way is not None]
        if len(simple) == len(ways) and not any(
            row.cells.get(column, "") in values for column, values in simple
        ):
            column = simple[0][0]
            text = row.cells.get("name", "")
            problems.append(Problem("warning", "choice_unreachable", "choices", row.number, column, text))
    return problems


def _reach(expression: str, source: Source) -> tuple[str, frozenset[str]] | None:
    """Give the column and the values it can be compared with; None for a filter that is not so simple."""
    match = _SIMPLE_FILTER.match(expression)
    if match is None:
        return None
    asked = next((row for row in source.rows("survey") if row.cells.get("name") == match.group(2)), None)
    kind = asked.cells.get("type", "") if asked is not None else ""
    values = frozenset(
        row.cells.get("name", "") for row in source.rows("choices") if list_of(row) == named_list(kind)
    )
    plain = kind.lower().startswith(("select_one ", "select one ")) and "or_other" not in kind
    return (match.group(1), values) if plain and values else None

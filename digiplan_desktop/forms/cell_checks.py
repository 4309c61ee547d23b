"""Checks every expression in its cell, for forms that cannot be compiled far enough to check them all together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.carets import caret
from digiplan_desktop.forms.functions.library import ODK_LIBRARY
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.syntax import Call, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digiplan_desktop.forms.workbook import SheetRow, Source

EXPRESSION_COLUMNS = frozenset(
    (
        "relevant", "relevance", "constraint", "calculation", "calculate", "choice_filter", "required", "readonly",
        "read_only", "repeat_count",
    )
)  # fmt: skip
TEXT_COLUMNS = frozenset(
    ("label", "hint", "guidance_hint", "constraint_message", "required_message", "default", "trigger")
)
_REFERENCE = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_WORDS = frozenset(("yes", "no", "true", "false"))


def check_cells(source: Source) -> list[Problem]:
    """Give the syntax errors, unknown functions, wrong numbers of arguments and unknown questions, cell by cell."""
    names = {row.cells["name"] for row in source.rows("survey") if "name" in row.cells}
    problems: list[Problem] = []
    for row in source.rows("survey"):
        for column, text in row.cells.items():
            kind = column.partition("::")[0].strip().lower()
            if kind in EXPRESSION_COLUMNS | TEXT_COLUMNS:
                problems += _unknown_names(row, column, text, names)
            if kind in EXPRESSION_COLUMNS and text.lower() not in _WORDS:
                problems += _check_cell(row, column, text)
    return problems


def _unknown_names(row: SheetRow, column: str, text: str, names: set[str]) -> Iterator[Problem]:
    for match in _REFERENCE.finditer(text):
        if match.group(1).rpartition("#")[2] not in names:
            yield _problem(row, column, text, XPathError("unknown_reference", match.start(), match.group(1)))


def _check_cell(row: SheetRow, column: str, text: str) -> Iterator[Problem]:
    # A name of the same length keeps every offset where the author sees it.
    plain = _REFERENCE.sub(lambda match: "_" * len(match.group()), text)
    try:
        tree = parse(plain)
    except XPathError as error:
        yield _problem(row, column, text, error)
        return
    for part in walk(tree):
        if isinstance(part, Call):
            function = ODK_LIBRARY.get(part.name)
            if function is None or not function.takes(len(part.arguments)):
                code = "unknown_function" if function is None else "arity"
                yield _problem(row, column, text, XPathError(code, part.position, part.name))


def _problem(row: SheetRow, column: str, text: str, error: XPathError) -> Problem:
    detail = caret(text, error.position)
    return Problem("error", error.code, "survey", row.number, column, error.text or text, detail)

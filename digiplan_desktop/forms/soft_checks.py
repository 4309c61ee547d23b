"""The sheet `soft_checks`: our extension of XLSForm, which other tools leave alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.carets import caret
from digiplan_desktop.forms.definition import SoftCheck
from digiplan_desktop.forms.expressions import ExpressionCompiler
from digiplan_desktop.forms.faults import Faults
from digiplan_desktop.forms.rendering import language_code
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Definition, Model
    from digiplan_desktop.forms.workbook import SheetRow, Source

SHEET = "soft_checks"
_REFERENCE = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_NAME = re.compile(r"[A-Za-z_][\w.\-]*\Z", re.ASCII)
_LEVELS = frozenset(("warning", "note"))


def read_soft_checks(source: Source) -> tuple[tuple[SoftCheck, ...], list[Problem]]:
    """Read the sheet; a row that lacks something is a problem and no check."""
    checks: list[SoftCheck] = []
    problems: list[Problem] = []
    for row in source.rows(SHEET):
        if not row.cells:
            continue
        check = _read_row(row)
        found = _row_problems(row, check, {each.name for each in checks})
        problems += found
        if not found:
            checks.append(check)
    return tuple(checks), problems


def _read_row(row: SheetRow) -> SoftCheck:
    cells = {column.strip().lower().replace("_", " "): text for column, text in row.cells.items()}
    return SoftCheck(
        name=cells.get("name", ""),
        relevant_to=_REFERENCE.sub(r"\1", cells.get("relevant to", "")),
        expression=cells.get("expression", ""),
        messages=_messages(row.cells),
        level=cells.get("level", "warning").lower(),
        row=row.number,
    )


def _messages(cells: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for column, text in cells.items():
        name, _, language = column.partition("::")
        if name.strip().lower() == "message":
            found[language_code(language.strip())] = text
    return found


def _row_problems(row: SheetRow, check: SoftCheck, names: set[str]) -> list[Problem]:
    problems = []
    for column, text in (
        ("name", check.name),
        ("relevant to", check.relevant_to),
        ("expression", check.expression),
    ):
        if not text:
            problems.append(Problem("error", "cell_missing", SHEET, row.number, column))
    if check.name and not _NAME.match(check.name):
        problems.append(Problem("error", "name_invalid", SHEET, row.number, "name", check.name))
    if check.name in names:
        problems.append(Problem("error", "name_repeated", SHEET, row.number, "name", check.name))
    if check.level not in _LEVELS:
        problems.append(Problem("error", "level_unknown", SHEET, row.number, "level", check.level))
    return problems


def compile_soft_checks(model: Model, checks: tuple[SoftCheck, ...]) -> list[Problem]:
    """Compile the checks into the model; give what is wrong with their expressions, messages and references."""
    problems: list[Problem] = []
    names = {definition.name: definition for definition in model.definitions.values() if definition.parent}
    for check in checks:
        found = _reference_problems(check, names) + _message_problems(check, model)
        problems += found
        owner = names.get(check.relevant_to)
        if owner is None or any(problem.severity == "error" for problem in found):
            continue
        problems += _compile_check(model, check, owner, names)
    return problems


def _reference_problems(check: SoftCheck, names: Mapping[str, Definition]) -> list[Problem]:
    problems = []
    if check.relevant_to not in names:
        problems.append(
            Problem("error", "unknown_reference", SHEET, check.row, "relevant to", check.relevant_to)
        )
    for match in _REFERENCE.finditer(check.expression):
        if match.group(1) not in names:
            detail = caret(check.expression, match.start())
            problems.append(
                Problem("error", "unknown_reference", SHEET, check.row, "expression", match.group(1), detail)
            )
    return problems


def _message_problems(check: SoftCheck, model: Model) -> list[Problem]:
    return [
        Problem("warning", "translation_missing", SHEET, check.row, f"message::{name}", check.name)
        for name in model.languages
        if not check.messages.get(language_code(name))
    ]


def _compile_check(
    model: Model, check: SoftCheck, owner: Definition, names: Mapping[str, Definition]
) -> list[Problem]:
    text = _REFERENCE.sub(lambda match: f" {names[match.group(1)].ref} ", check.expression)
    faults = Faults()
    rule = ExpressionCompiler(model.root, set(model.instances), faults).rule("soft_check", owner, text)
    if rule is not None:
        model.soft_checks.append((check, rule))
    return [
        Problem(
            "error",
            fault.code,
            SHEET,
            check.row,
            "expression",
            fault.text,
            caret(check.expression, _offset(check.expression, fault.text)),
        )
        for fault in faults.found
    ]


def _offset(expression: str, piece: str) -> int:
    """Find the place in the author's text where it cannot be read on."""
    plain = _REFERENCE.sub(lambda match: "_" * len(match.group()), expression)
    try:
        parse(plain)
    except XPathError as error:
        return error.position
    return plain.find(piece) if piece else -1

"""The words for what is wrong in a file or an answer of the user: problems, refused rows, violations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP
from digiplan_desktop.ui.terms import field_word

if TYPE_CHECKING:
    from digiplan_desktop.errors import Problem

_PROBLEMS: dict[str, str] = {
    "text": QT_TRANSLATE_NOOP("problems", "{text}"),
}

_REFUSALS: dict[str, str] = {}

_VIOLATIONS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("problems", "This question needs an answer."),
    "constraint": QT_TRANSLATE_NOOP(
        "problems", "This answer is not possible here. Check it against the question."
    ),
    "type": QT_TRANSLATE_NOOP("problems", "This is not the kind of answer the question asks for."),
    "choice": QT_TRANSLATE_NOOP("problems", "This is not one of the choices."),
}


def problem_text(problem: Problem) -> str:
    """Give the place and the words of one problem of a file."""
    source = _PROBLEMS.get(problem.code, _PROBLEMS["text"])
    words = _words(source).format(
        text=problem.text, detail=problem.detail, sheet=problem.sheet, row=problem.row, column=problem.column
    )
    place = _place(problem)
    return f"{place}: {words}" if place else words


def refusal_text(code: str) -> str:
    """Give the reason why a row, or a cell, of a list was refused, skipped or doubted."""
    return _words(_REFUSALS[code]) if code in _REFUSALS else code


def violation_text(kind: str, message: str = "") -> str:
    """Give what is wrong with an answer: the questionnaire's own words if it has some."""
    return message or (_words(_VIOLATIONS[kind]) if kind in _VIOLATIONS else kind)


def _place(problem: Problem) -> str:
    parts = []
    if problem.sheet:
        parts.append(_words(QT_TRANSLATE_NOOP("problems", "sheet {sheet}")).format(sheet=problem.sheet))
    if problem.row:
        parts.append(_words(QT_TRANSLATE_NOOP("problems", "row {row}")).format(row=problem.row))
    if problem.column:
        parts.append(
            _words(QT_TRANSLATE_NOOP("problems", "column {column}")).format(column=field_word(problem.column))
        )
    return ", ".join(parts)


def _words(source: str) -> str:
    return QCoreApplication.translate("problems", source)

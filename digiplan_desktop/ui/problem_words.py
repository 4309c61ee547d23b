"""The words for what is wrong in a file or an answer of the user: problems, refused rows, violations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP
from digiplan_desktop.ui.row_words import ROW_WORDS
from digiplan_desktop.ui.terms import field_word

if TYPE_CHECKING:
    from digiplan_desktop.errors import Problem

# Codes of questionnaires (forms/), plan files and design files (plan/), store checks (store/).
PROBLEM_WORDS: dict[str, str] = {
    "text": QT_TRANSLATE_NOOP("problems", "{text}"),
    # questionnaires
    "syntax": QT_TRANSLATE_NOOP(
        "problems", "the expression cannot be understood at “{text}”. Check brackets and quotes."
    ),
    "unknown_function": QT_TRANSLATE_NOOP("problems", "there is no function “{text}”. Check its name."),
    "arity": QT_TRANSLATE_NOOP("problems", "the function “{text}” is given too few or too many arguments."),
    "too_deep": QT_TRANSLATE_NOOP(
        "problems", "the expression is nested too deeply. Split it into several calculations."
    ),
    "unknown_variable": QT_TRANSLATE_NOOP("problems", "there is no variable “{text}”."),
    "not_nodes": QT_TRANSLATE_NOOP("problems", "a list of questions is needed here. Check the expression."),
    "unknown_reference": QT_TRANSLATE_NOOP("problems", "there is no question “{text}”. Check its name."),
    "self_reference": QT_TRANSLATE_NOOP("problems", "the question refers to itself."),
    "cycle": QT_TRANSLATE_NOOP("problems", "these questions depend on each other in a circle: {text}."),
    "unknown_bind": QT_TRANSLATE_NOOP(
        "problems", "a rule is given for “{text}”, which is not in the questionnaire."
    ),
    "missing_file": QT_TRANSLATE_NOOP(
        "problems", "the file “{text}” is missing. Put it beside the questionnaire."
    ),
    "unreadable_file": QT_TRANSLATE_NOOP(
        "problems", "the file “{text}” cannot be read. Save it again as CSV (UTF-8)."
    ),
    "xml": QT_TRANSLATE_NOOP("problems", "the file is not well-formed XML: {text}."),
    "not_a_form": QT_TRANSLATE_NOOP("problems", "the file holds no questionnaire."),
    "unsupported": QT_TRANSLATE_NOOP("problems", "“{text}” is not supported by this program."),
    "cell_missing": QT_TRANSLATE_NOOP("problems", "the cell is empty but needed."),
    "name_invalid": QT_TRANSLATE_NOOP("problems", "“{text}” is not a valid name: use letters, digits and _."),
    "name_repeated": QT_TRANSLATE_NOOP("problems", "the name “{text}” is used twice."),
    "level_unknown": QT_TRANSLATE_NOOP("problems", "“{text}” is not a level: write warning or note."),
    "translation_missing": QT_TRANSLATE_NOOP(
        "problems", "the check “{text}” has no message in this language."
    ),
    "text_untranslated": QT_TRANSLATE_NOOP("problems", "“{text}” has no translation in this language."),
    "language_missing": QT_TRANSLATE_NOOP(
        "problems", "there is no column with these texts in the language “{text}”."
    ),
    "list_unused": QT_TRANSLATE_NOOP("problems", "no question offers the list of choices “{text}”."),
    "choice_unreachable": QT_TRANSLATE_NOOP(
        "problems", "the choice “{text}” can never be offered: no answer makes the filter let it through."
    ),
    "group_unbalanced": QT_TRANSLATE_NOOP(
        "problems", "“{text}” has no counterpart: every begin needs an end of its kind."
    ),
    # plan files
    "not_utf8": QT_TRANSLATE_NOOP("problems", "the file is not text in UTF-8."),
    "toml": QT_TRANSLATE_NOOP("problems", "the file is not valid TOML: {text}."),
    "key_unknown": QT_TRANSLATE_NOOP("problems", "the key “{text}” is not known. Check its spelling."),
    "key_missing": QT_TRANSLATE_NOOP("problems", "the key “{text}” is missing."),
    "wrong_type": QT_TRANSLATE_NOOP(
        "problems", "“{text}” is not of the kind that is needed here ({detail})."
    ),
    "value_unknown": QT_TRANSLATE_NOOP("problems", "“{text}” is not possible here. Choose one of: {detail}."),
    "condition": QT_TRANSLATE_NOOP("problems", "“{text}” is not a condition such as “legal_form != 7”."),
    "duplicate_id": QT_TRANSLATE_NOOP("problems", "the id “{text}” is used twice."),
    "range_order": QT_TRANSLATE_NOOP("problems", "the upper end of the range has to be above the lower one."),
    "stage_order": QT_TRANSLATE_NOOP("problems", "the due dates have to follow one another."),
    "reference_unknown": QT_TRANSLATE_NOOP("problems", "“{text}” is named here but not described anywhere."),
    # design files of the estimator
    "column_missing": QT_TRANSLATE_NOOP("problems", "the file has no column of this name."),
    "not_a_number": QT_TRANSLATE_NOOP("problems", "“{text}” is not a number."),
    "not_positive": QT_TRANSLATE_NOOP("problems", "“{text}” has to be a number above zero."),
    "population_varies": QT_TRANSLATE_NOOP(
        "problems", "the stratum “{text}” is given several population sizes."
    ),
    "population_too_small": QT_TRANSLATE_NOOP(
        "problems", "the stratum “{text}” has more answers than members."
    ),
    "total_missing": QT_TRANSLATE_NOOP("problems", "the group “{text}” has no total."),
    "group_empty": QT_TRANSLATE_NOOP("problems", "the group “{text}” has no answers."),
    "kind_unknown": QT_TRANSLATE_NOOP("problems", "“{text}” is not a kind of estimate."),
    "interval_unknown": QT_TRANSLATE_NOOP("problems", "“{text}” is not a kind of interval."),
    "nothing_asked": QT_TRANSLATE_NOOP("problems", "the design asks for no estimate."),
    # store checks
    "store_page": QT_TRANSLATE_NOOP(
        "problems", "a page of the database is damaged: {text}. Put back the latest backup."
    ),
    "store_revision": QT_TRANSLATE_NOOP(
        "problems", "the change {text} is not as it was made. Put back the latest backup."
    ),
    "store_chain": QT_TRANSLATE_NOOP(
        "problems", "the log is broken at the change {text}. Put back the latest backup."
    ),
    "store_projection": QT_TRANSLATE_NOOP(
        "problems",
        "what is shown differs from the changes that were made. It is computed anew when you open the store.",
    ),
}

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
    source = PROBLEM_WORDS.get(problem.code, PROBLEM_WORDS["text"])
    words = _words(source).format(
        text=problem.text or problem.code,
        detail=problem.detail,
        sheet=problem.sheet,
        row=problem.row,
        column=problem.column,
    )
    place = _place(problem)
    return f"{place}: {words}" if place else words


def refusal_text(code: str) -> str:
    """Give the reason why a row, or a cell, of a list was refused, passed over or doubted."""
    return QCoreApplication.translate("rows", ROW_WORDS[code]) if code in ROW_WORDS else code


def violation_text(kind: str, message: str = "") -> str:
    """Give what is wrong with an answer: the questionnaire's own words if it has some."""
    return message or (_words(_VIOLATIONS[kind]) if kind in _VIOLATIONS else kind)


def _place(problem: Problem) -> str:
    parts = []
    if problem.sheet:
        parts.append(QCoreApplication.translate("problems", "sheet {sheet}").format(sheet=problem.sheet))
    if problem.row:
        parts.append(QCoreApplication.translate("problems", "row {row}").format(row=problem.row))
    if problem.column:
        column = field_word(problem.column)
        parts.append(QCoreApplication.translate("problems", "column {column}").format(column=column))
    return ", ".join(parts)


def _words(source: str) -> str:
    return QCoreApplication.translate("problems", source)

"""The words for everything that can go wrong: what happened, what it means, what to do.

The only place with such words; the window and the command line both use them. Needs a QCoreApplication with a
language installed (`language.load_words`), no window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from digiplan_desktop import errors
from digiplan_desktop.text import format_number
from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP, current_language
from digiplan_desktop.ui.problem_words import problem_text, refusal_text, violation_text
from digiplan_desktop.ui.terms import (
    choice_word,
    column_word,
    field_word,
    flag_word,
    record_word,
    regime_word,
    response_word,
    return_word,
    size_word,
    state_word,
    status_glyph,
    status_tone,
    status_word,
    territory_word,
)

if TYPE_CHECKING:
    from digiplan_desktop.errors import UserError

__all__ = [
    "choice_word",
    "column_word",
    "field_word",
    "flag_word",
    "problem_text",
    "record_word",
    "refusal_text",
    "regime_word",
    "response_word",
    "return_word",
    "size_word",
    "state_word",
    "status_glyph",
    "status_tone",
    "status_word",
    "territory_word",
    "text_of",
    "violation_text",
]

# Every class of `errors` and its sentences; the names in braces are the fields of the error.
_SENTENCES: dict[type[errors.UserError], str] = {
    errors.FileMissing: QT_TRANSLATE_NOOP(
        "messages",
        "There is no file “{path}”. Nothing was read. Check the name and the folder, then choose the file again.",
    ),
    errors.FileDamaged: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” is damaged and cannot be read to its end. Nothing was changed. "
        "Open it in Excel and save it under a new name, or ask the sender for the file again.",
    ),
    errors.FileUnreadable: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” may not be read. Nothing was read. If another program has it open, close it there; "
        "otherwise copy the file into a folder of your own and choose the copy.",
    ),
    errors.FileProtected: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” is protected by a password. Nothing was read. "
        "Open it in Excel, save a copy without a password, and choose the copy.",
    ),
    errors.FileEmpty: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” holds no rows. Nothing was changed. Check that it is the right file and the right sheet.",
    ),
    errors.FileWrongKind: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” is not an Excel or CSV list: by its content it is {found}. Nothing was changed. "
        "Choose an .xlsx, .xls, .ods or .csv file; if Excel can open this one, save it there as .xlsx.",
    ),
    errors.FileTooLarge: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” is larger than any list of enterprises: {found} {measure}, at most {limit} are read. "
        "Nothing was changed. Delete empty rows, pictures and other sheets, or split the list, and try again.",
    ),
    errors.FileNotWritable: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” could not be written. If it is open in Excel, close it there; "
        "otherwise choose another folder or free some space on the disk, and try again.",
    ),
    errors.SheetMissing: QT_TRANSLATE_NOOP(
        "messages",
        "The file “{path}” has no sheet named “{sheet}”. Nothing was read. Its sheets are: {sheets}.",
    ),
    errors.NameColumnMissing: QT_TRANSLATE_NOOP(
        "messages",
        "No column of enterprise names was found on sheet “{sheet}” of “{path}”. Nothing was changed. "
        "Give the column a heading such as “Tên doanh nghiệp” and try again. Headings seen: {seen}.",
    ),
    errors.StoreMissing: QT_TRANSLATE_NOOP(
        "messages",
        "The folder “{folder}” holds no work store yet. Make a new one there, or choose the folder of an existing one.",
    ),
    errors.StoreExists: QT_TRANSLATE_NOOP(
        "messages",
        "The folder “{folder}” already holds a work store or other files. Nothing was changed. "
        "Open that store, or choose an empty folder.",
    ),
    errors.StoreHeld: QT_TRANSLATE_NOOP(
        "messages",
        "The work store “{folder}” is already open: by {user} on the machine {machine} "
        "(process {process}) since {since}. "
        "Only one window may write to it. Close that window first, or choose another store.",
    ),
    errors.StoreTooNew: QT_TRANSLATE_NOOP(
        "messages",
        "The work store “{folder}” was written by a later version of DigiPlan (version {found}; this program knows "
        "up to {supported}). Nothing was changed. Install the newest DigiPlan on this machine, then open it again.",
    ),
    errors.StoreDamaged: QT_TRANSLATE_NOOP(
        "messages",
        "The work store “{folder}” cannot be read: its database is damaged or its key does not fit. "
        "Nothing was changed. Put back the latest backup of the folder, or ask your supervisor for help.",
    ),
    errors.StoreNotWritable: QT_TRANSLATE_NOOP(
        "messages",
        "Nothing can be written to the work store “{folder}”: the folder is read-only or the disk is full. "
        "Free some space or change the rights of the folder, then try again.",
    ),
    errors.RecordMissing: QT_TRANSLATE_NOOP(
        "messages",
        "There is no {kind} “{id}”, or several begin like that. Nothing was changed. Give the full id.",
    ),
    errors.AreaUnknown: QT_TRANSLATE_NOOP(
        "messages",
        "No single commune or district is called “{text}” on that day. Nothing was changed. "
        "Give its full name or its unit code. Possible units: {candidates}.",
    ),
    errors.AreaOutside: QT_TRANSLATE_NOOP(
        "messages",
        "“{area}” is no district or commune of {territory}, so the return has no line for it. Nothing was made. "
        "Choose another area or the other territory.",
    ),
    errors.FormBroken: QT_TRANSLATE_NOOP(
        "messages",
        "The questionnaire “{path}” cannot be used. Put these right in its workbook and try again:\n{problems}",
    ),
    errors.FormUnknown: QT_TRANSLATE_NOOP(
        "messages", "There is no questionnaire “{id}”. Nothing was changed. The questionnaires are: {known}."
    ),
    errors.QuestionUnknown: QT_TRANSLATE_NOOP(
        "messages",
        "The questionnaire has no question “{ref}”. Nothing was saved. Check the name of the question.",
    ),
    errors.AnswerRefused: QT_TRANSLATE_NOOP(
        "messages",
        "The answer “{value}” to question “{ref}” was not saved: {reason}. Correct the answer and try again.",
    ),
    errors.ValueUnreadable: QT_TRANSLATE_NOOP(
        "messages", "“{text}” cannot be read as {expected}. Nothing was changed. Correct it and try again."
    ),
    errors.ChoiceUnknown: QT_TRANSLATE_NOOP(
        "messages", "“{text}” is not a known {what}. Nothing was changed. Choose one of: {known}."
    ),
    errors.PlanBroken: QT_TRANSLATE_NOOP(
        "messages", "The plan file “{path}” cannot be used. Put these right in it and try again:\n{problems}"
    ),
    errors.DesignBroken: QT_TRANSLATE_NOOP(
        "messages",
        "The design of the estimates for “{path}” cannot be used. Put these right and try again:\n{problems}",
    ),
    errors.FrameEmpty: QT_TRANSLATE_NOOP(
        "messages",
        "The register holds no enterprise in {territory}, so there is nothing to draw from. Nothing was made. "
        "Import the list of enterprises first.",
    ),
    errors.DisplayMissing: QT_TRANSLATE_NOOP(
        "messages",
        "There is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "Start the program on the desktop, or use its commands: digiplan --help.",
    ),
    errors.RoundMissing: QT_TRANSLATE_NOOP(
        "messages",
        "There is no survey round of period “{period}” to report on. Nothing was made. "
        "Make the round on the page Questionnaires first, or choose another period: {known}.",
    ),
    errors.NotMeasured: QT_TRANSLATE_NOOP(
        "messages",
        "No survey round has measured target {target} yet, so there is nothing to show by district. "
        "Make a round on the page Questionnaires and fill its questionnaires first.",
    ),
    errors.Cancelled: QT_TRANSLATE_NOOP("messages", "The work was stopped. Nothing was changed."),
}

_GENERAL = QT_TRANSLATE_NOOP("messages", "This cannot be done. Nothing was changed.")


def text_of(error: UserError) -> str:
    """Give what happened, what it means and what to do, in the language of the window."""
    sentence = _SENTENCES.get(type(error), _GENERAL)
    return QCoreApplication.translate("messages", sentence).format(**_facts(error))


def _facts(error: UserError) -> Mapping[str, str]:
    if not is_dataclass(error):
        return {}
    return {field.name: _fact(field.name, getattr(error, field.name)) for field in fields(error)}


def _fact(name: str, value: Any) -> str:
    special = _SPECIAL.get(name)
    if special is not None:
        return special(value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return _joined(value)
    return str(value)


def _joined(values: tuple[Any, ...], most: int = 8) -> str:
    if not values:
        return QCoreApplication.translate("messages", "none")
    shown = ", ".join(str(value) for value in values[:most])
    return shown if len(values) <= most else shown + " …"


def _listed(problems: tuple[errors.Problem, ...], most: int = 12) -> str:
    lines = [f"• {problem_text(problem)}" for problem in problems[:most]]
    return "\n".join([*lines, "…"] if len(problems) > most else lines)


def _number(value: object) -> str:
    return format_number(value, 0, current_language()) if isinstance(value, int) else str(value)


def _kind(found: str) -> str:
    return choice_word("file", found)


def _reason(reason: str) -> str:
    return choice_word("answer", reason)


def _expected(expected: str) -> str:
    return choice_word("expected", expected)


def _what(what: str) -> str:
    return choice_word("what", what)


def _measure(measure: str) -> str:
    return choice_word("measure", measure)


_SPECIAL: dict[str, Callable[[Any], str]] = {
    "found": lambda value: _number(value) if isinstance(value, int) else _kind(value),
    "sheet": lambda value: value or "–",  # text files have none
    "limit": _number,
    "measure": _measure,
    "reason": _reason,
    "expected": _expected,
    "what": _what,
    "kind": record_word,
    "territory": territory_word,
    "problems": _listed,
}

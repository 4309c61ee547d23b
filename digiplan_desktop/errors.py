"""What can go wrong on the user's side: facts without words. `ui/messages.py` words every one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file a user wrote, with its place.

    Attributes:
        severity: "error" or "warning".
        code: what kind of problem; `ui/messages.py` words it. "text" means that `text` says it all.
        sheet, row, column: the place; row counts from 1 as Excel shows it, 0 when unknown.
        text: the piece of the file that is wrong, or the words of a compiler.
    """

    severity: str
    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    text: str = ""
    detail: str = ""


class UserError(Exception):
    """Something the user can put right; never a bug of ours."""


@dataclass
class FileMissing(UserError):
    """There is no such file."""

    path: Path


@dataclass
class FileDamaged(UserError):
    """The file claims to be a workbook but cannot be read to its end."""

    path: Path
    detail: str = ""


@dataclass
class FileUnreadable(UserError):
    """The system does not let the file be read: its rights forbid it, or another program holds it alone."""

    path: Path


@dataclass
class FileProtected(UserError):
    """The workbook is encrypted with a password."""

    path: Path


@dataclass
class FileEmpty(UserError):
    """The file, or the chosen sheet, holds no rows."""

    path: Path


@dataclass
class FileWrongKind(UserError):
    """The content is of another kind than a list: `found` names it (png, jpeg, pdf, zip, docx, html, binary …)."""

    path: Path
    found: str


@dataclass
class FileTooLarge(UserError):
    """Reading the file would need more rows, columns, bytes or time than any real list does.

    Attributes:
        measure: "bytes", "unpacked", "members", "rows", "columns", "cells", "seconds" or "memory".
    """

    path: Path
    measure: str
    found: int
    limit: int


@dataclass
class FileNotWritable(UserError):
    """A result could not be written there (read-only folder, full disk, or the file is open in Excel)."""

    path: Path
    detail: str = ""


@dataclass
class SheetMissing(UserError):
    """The workbook has no sheet of that name."""

    path: Path
    sheet: str
    sheets: tuple[str, ...] = ()


@dataclass
class NameColumnMissing(UserError):
    """No row of the sheet looks like a heading with a column of enterprise names."""

    path: Path
    sheet: str
    seen: tuple[str, ...] = ()


@dataclass
class StoreMissing(UserError):
    """The folder holds no work store."""

    folder: Path


@dataclass
class StoreExists(UserError):
    """The folder already holds a work store, or other files."""

    folder: Path


@dataclass
class StoreHeld(UserError):
    """Another window or process has the store open: who, on which machine, since when (local time)."""

    folder: Path
    user: str
    machine: str
    process: int
    since: str


@dataclass
class StoreTooNew(UserError):
    """The store was written by a later version of the program."""

    folder: Path
    found: int
    supported: int


@dataclass
class StoreDamaged(UserError):
    """The database cannot be decrypted or fails its integrity check."""

    folder: Path
    detail: str = ""


@dataclass
class StoreNotWritable(UserError):
    """The store's folder is read-only or its disk is full."""

    folder: Path
    detail: str = ""


@dataclass
class RecordMissing(UserError):
    """No record has this id (or the part of an id that was given fits several)."""

    kind: str
    id: str


@dataclass
class AreaUnknown(UserError):
    """No unit of the catalogue has this uid or name on that day."""

    text: str
    candidates: tuple[str, ...] = ()


@dataclass
class AreaOutside(UserError):
    """The unit exists but does not lie in the territory (or is none of the kinds) that the return has lines for."""

    area: str
    territory: str


@dataclass
class FormBroken(UserError):
    """The questionnaire cannot be compiled; `problems` says where and why."""

    path: Path
    problems: tuple[Problem, ...] = ()


@dataclass
class FormUnknown(UserError):
    """No questionnaire has this id."""

    id: str
    known: tuple[str, ...] = ()


@dataclass
class QuestionUnknown(UserError):
    """The questionnaire has no such question."""

    ref: str


@dataclass
class AnswerRefused(UserError):
    """The answer cannot be stored: not of the question's type, or the question is closed.

    Attributes:
        reason: "type", "choice", "readonly", "not_relevant" or "control_characters".
    """

    ref: str
    value: str
    reason: str


@dataclass
class ValueUnreadable(UserError):
    """A command's argument is not what it should be: `expected` is a code such as date, number, assignment."""

    text: str
    expected: str


@dataclass
class ChoiceUnknown(UserError):
    """A command's argument is none of the known words (return, chart, plan, regime, territory, language …)."""

    what: str
    text: str
    known: tuple[str, ...] = ()


@dataclass
class PlanBroken(UserError):
    """The plan file cannot be used; `problems` has the lines."""

    path: Path
    problems: tuple[Problem, ...] = field(default_factory=tuple)


@dataclass
class DesignBroken(UserError):
    """A survey design does not fit the data it is to be used on; `problems` names each column, row or word."""

    path: Path
    problems: tuple[Problem, ...] = field(default_factory=tuple)


@dataclass
class FrameEmpty(UserError):
    """A round cannot be made: the register has no enterprise in that territory."""

    territory: str


@dataclass
class DisplayMissing(UserError):
    """The window was asked for on a machine or in a session without a screen."""


@dataclass
class RoundMissing(UserError):
    """A return cannot be made: no survey round of this period exists; `known` are the periods that have one."""

    period: str
    known: tuple[str, ...] = ()


@dataclass
class NotMeasured(UserError):
    """No survey round has measured this target yet, so there is nothing to draw or to compare."""

    target: str


@dataclass
class Cancelled(UserError):
    """The user stopped the work; nothing was changed."""

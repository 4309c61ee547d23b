"""Tax codes, personal ids, telephone numbers, and the id of an enterprise's record.

A tax code has 10 digits, the last a check digit (weights 31 29 23 19 17 13 7 5 3, check = 10 - sum mod 11), and
a branch 3 more. Since 1/7/2025 a household business has the 12-digit personal id of its owner instead.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.register.cells import clean, says_nothing
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from digiplan_desktop.register.sheet_reading import Cell

NAMESPACE = uuid.UUID("2f9a1f0c-6b0e-5c4e-9d57-0d6a7c6f7404")
"""Fixed for ever: the same list read on two laptops must give the same record ids."""

_SCIENTIFIC = re.compile(r"^\s*(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})\s*$")
_WORDS_BEFORE = re.compile(
    r"^(?:MST|MSDN|MSHKD|M[ãa] s[ốo](?: thu[ếe]| DN)?|CCCD|CMND)\s*[:.]?\s*", re.IGNORECASE
)
_FILLING = re.compile(r"[\s.\-\u2010-\u2015'\u2018\u2019\u201c\u201d\"`_\u00b7]")
# Programs that read a column as numbers write codes back as "6000123454.0".
_POINT_ZERO = re.compile(r"(?<=\d{8})\.0+$")
_REMARK_BEHIND = re.compile(r"\s*[(\[][^\d)\]]*[)\]]\s*$")
_HOUSEHOLD_REGISTRATION = re.compile(r"^\d{2}[A-Z]\d{6,8}$")
_PROVINCES_OF_BIRTH = range(1, 97)
_PHONE_PARTS = re.compile(r"[;/,]|\s[-\u2013]\s|\s(?:hoặc|và)\s")
_NATIONAL = re.compile(r"0(?:[35789]\d{8}|2\d{9})")


@dataclass(frozen=True)
class TaxCode:
    """A tax code as the register keeps it, "6000123454" or "6000123454-001", "" when the cell has none.

    Attributes:
        personal_id: the 12 digits, when the cell held a personal id instead.
        registration: a household's registration number ("40A8001234"), when the cell held that instead.
        problem: "lost_digits" and "tax_code_shape" forbid the row; "tax_code_check_digit",
            "leading_zero_restored" and "personal_id" only ask for a look.
    """

    text: str
    problem: str = ""
    personal_id: str = ""
    registration: str = ""


@dataclass(frozen=True)
class Phone:
    """A telephone number as typed, with a lost zero put back; problem "phone_doubtful" when it cannot be one."""

    text: str
    problem: str = ""


def enterprise_id(tax_code: str, name: str, area_text: str) -> str:
    """Give the record id of an enterprise: by its tax code, or without one by its name and area as written."""
    key = tax_code or f"{fold(name)}|{fold(area_text)}"
    return str(uuid.uuid5(NAMESPACE, f"enterprise|{key}"))


def has_valid_check_digit(code: str) -> bool:
    """Say whether the first ten digits of a tax code fit their check digit."""
    from stdnum.vn import mst

    return len(code) >= 10 and mst.calc_check_digit(code[:9]) == code[9]


def read_tax_code(cell: Cell) -> TaxCode:
    """Read a tax code from a cell of text or number, with whatever stands between the digits."""
    text = clean(cell)
    if isinstance(cell, float) and not cell.is_integer():
        return TaxCode("", "tax_code_shape")
    if says_nothing(text) or not any(char.isdigit() for char in text):
        return TaxCode("")
    scientific = _SCIENTIFIC.match(text)
    if scientific:
        fraction, exponent = scientific[2] or "", int(scientific[3])
        if len(fraction) < exponent:
            return TaxCode("", "lost_digits")
        text = scientific[1] + fraction[:exponent]
    bare = _REMARK_BEHIND.sub("", _WORDS_BEFORE.sub("", text))
    digits = _FILLING.sub("", _POINT_ZERO.sub("", bare))
    if _HOUSEHOLD_REGISTRATION.match(digits):
        return TaxCode("", registration=digits)
    if not (digits.isascii() and digits.isdigit()):
        return TaxCode("", "tax_code_shape")
    return _judge_digits(digits, is_number=not isinstance(cell, str))


def _judge_digits(digits: str, *, is_number: bool) -> TaxCode:
    """Tell codes apart by their length; a lost leading zero is put back where the check digit proves it."""
    count = len(digits)
    if count in {10, 13}:
        problem = "" if has_valid_check_digit(digits) else "tax_code_check_digit"
        return TaxCode(_written(digits), problem)
    if count in {9, 12} and has_valid_check_digit("0" + digits) and not _is_personal_id(digits):
        return TaxCode(_written("0" + digits), "leading_zero_restored")
    if _is_personal_id(digits):
        return TaxCode("", "personal_id", digits)
    if count == 11 and is_number and _is_personal_id("0" + digits):
        return TaxCode("", "personal_id", "0" + digits)
    return TaxCode("", "tax_code_shape")


def _written(digits: str) -> str:
    return digits if len(digits) == 10 else f"{digits[:10]}-{digits[10:]}"


def _is_personal_id(digits: str) -> bool:
    """Twelve digits that begin with the province of birth, 001 to 096."""
    return len(digits) == 12 and int(digits[:3]) in _PROVINCES_OF_BIRTH


def read_phone(cell: Cell) -> Phone:
    """Read one or several telephone numbers; they stay as typed, but for a leading zero that Excel dropped."""
    text = _POINT_ZERO.sub("", clean(cell))
    if isinstance(cell, (int, float)) or (text.isdigit() and not text.startswith(("0", "84"))):
        text = _with_zero(text)
    numbers = [part for part in _PHONE_PARTS.split(text) if part.strip()]
    good = all(_is_phone(number) for number in numbers)
    return Phone(text, "" if good else "phone_doubtful")


def _with_zero(digits: str) -> str:
    return f"0{digits}" if _NATIONAL.fullmatch(f"0{digits}") else digits


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return bool(_NATIONAL.fullmatch("0" + digits[2:] if digits.startswith("84") else digits))

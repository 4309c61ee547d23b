"""What a cell says: text, number, amount of money, count or day, as people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from digiplan_desktop.register.sheet_reading import Cell

# Invisible signs that come along from web pages and PDF files, and Excel's escape for a carriage return.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]|_x000[Dd]_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_NOTHING = frozenset(
    {"", "x", "na", "n a", "null", "none", "khong", "khong co", "chua co", "ko co", "nan", "nat"}
)
_LONGEST_NOTHING = 12
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIAL_DAYS = range(3_654, 73_051)  # 1910 to 2100
_YEARS = range(1900, 2101)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.,\s]\s*(\d{1,2})\s*[-/.,\s]\s*(\d{4}|\d{2})(?!\d)")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) (?:thang|th) (\d{1,2}) (?:nam )?(\d{4}|\d{2})\b")
_MONTH_YEAR = re.compile(r"(?:thang |t)?(\d{1,2})\s*(?:[-/.]|nam|\s)\s*(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_AMOUNT = re.compile(r"^\s*([-+]?[\d.,\s]*\d)\s*([^\d]*)$")
_SCALES = (("ty", "1000"), ("ti", "1000"), ("trieu", "1"), ("tr", "1"), ("nghin", "0.001"), ("ngan", "0.001"))
_DONG = frozenset({"dong", "d", "vnd", "vn d", "dong viet nam"})


@dataclass(frozen=True)
class DayReading:
    """A day in ISO form, "" when unreadable, and what was odd about it ("" when nothing was)."""

    iso: str
    problem: str = ""


def has_control_characters(text: str) -> bool:
    """Say whether the text holds characters that no keyboard types."""
    return bool(_CONTROL.search(text))


def clean(cell: Cell) -> str:
    """Give a cell as text: NFC, single blanks, nothing invisible; whole numbers without a decimal point."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isprintable():
            return " ".join(cell.split()) if "  " in cell or cell[:1] == " " or cell[-1:] == " " else cell
        visible = _CONTROL.sub("", _INVISIBLE.sub("", cell))
        return " ".join(unicodedata.normalize("NFC", visible).split())
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    return str(cell)


def says_nothing(text: str) -> bool:
    """Say whether a cell only marks that there is nothing: "-", "…", "không có"."""
    return len(text) < _LONGEST_NOTHING and not text.isdigit() and _is_nothing(text)


@lru_cache(5_000)
def _is_nothing(text: str) -> bool:
    return fold(text) in _NOTHING


def read_day(cell: Cell, today: date) -> DayReading:
    """Read a day: a date cell, Excel's serial number, or text as offices write it (day before month)."""
    reading = _day_of_cell(cell)
    if reading.iso and not reading.problem and date.fromisoformat(reading.iso) > today:
        return DayReading(reading.iso, "date_future")
    return reading


def _day_of_cell(cell: Cell) -> DayReading:
    if isinstance(cell, datetime):
        return DayReading(cell.date().isoformat())
    if isinstance(cell, date):
        return DayReading(cell.isoformat())
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _day_of_number(float(cell))
    return _day_of_text(clean(cell))


def _day_of_number(number: float) -> DayReading:
    if not number.is_integer() and int(number) not in _SERIAL_DAYS:
        return DayReading("", "date_unreadable")
    whole = int(number)
    if whole in _YEARS:
        return DayReading(f"{whole:04}-01-01", "date_year_only")
    if whole in _SERIAL_DAYS:
        return DayReading((_EXCEL_EPOCH + timedelta(days=whole)).isoformat())
    compact = _COMPACT.fullmatch(str(whole))
    return _make_day(compact[1], compact[2], compact[3]) if compact else DayReading("", "date_unreadable")


def _day_of_text(text: str) -> DayReading:
    if re.fullmatch(r"\d+(?:\.0+)?", text):
        return _day_of_number(float(text))
    iso = _ISO.match(text)
    if iso:
        return _make_day(iso[1], iso[2], iso[3])
    found = _DAY_FIRST.search(text) or _IN_WORDS.search(fold(text))
    if found:
        return _make_day(found[3], found[2], found[1])
    month = _MONTH_YEAR.fullmatch(fold(text)) or _MONTH_YEAR.fullmatch(text)
    if month and 1 <= int(month[1]) <= 12:
        return DayReading(f"{month[2]}-{int(month[1]):02}-01", "date_month_only")
    year = re.search(r"\b(19\d\d|20\d\d)\b", text)
    return DayReading(f"{year[1]}-01-01", "date_year_only") if year else DayReading("", "date_unreadable")


def _make_day(year: str, month: str, day: str) -> DayReading:
    """Put a day together; when the month cannot be one, the sheet was typed month first."""
    number = int(year) if len(year) == 4 else _full_year(int(year))
    for month_number, day_number, problem in (
        (int(month), int(day), ""),
        (int(day), int(month), "date_month_first"),
    ):
        try:
            return DayReading(date(number, month_number, day_number).isoformat(), problem)
        except ValueError:
            continue
    return DayReading("", "date_unreadable")


def _full_year(two_digits: int) -> int:
    return (2000 if two_digits <= (date.today().year + 1) % 100 else 1900) + two_digits  # noqa: DTZ011


def read_number(cell: Cell) -> Decimal | None:
    """Read a number typed with Vietnamese or English separators; None when it is none.

    One kind of separator before groups of three digits parts thousands; otherwise the last one is decimal.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return Decimal(str(cell))
    found = re.fullmatch(r"[-+]?[\d.,\s']*\d", clean(cell))
    if not found:
        return None
    try:
        return Decimal(_plain_digits(re.sub(r"[\s']", "", found[0])))
    except InvalidOperation:
        return None


def _plain_digits(text: str) -> str:
    marks = [char for char in text if char in ".,"]
    if not marks:
        return text
    last = marks[-1]
    other = "," if last == "." else "."
    grouped = re.fullmatch(rf"[-+]?\d{{1,3}}(?:{re.escape(last)}\d{{3}})+", text)
    if other not in marks and grouped and not text.lstrip("+-").startswith("0"):
        return text.replace(last, "")
    if marks.count(last) > 1:
        return text.replace(last, "").replace(other, ".")
    return text.replace(other, "").replace(last, ".")


def read_amount(cell: Cell, unit: str) -> Decimal | None:
    """Read money in million đồng. `unit` is how many million one of the column's units is ("0.000001").

    A unit in the cell itself ("1,5 tỷ") goes before the column's.
    """
    number = read_number(cell)
    if number is not None:
        return number * Decimal(unit)
    found = _AMOUNT.match(clean(cell))
    if not found:
        return None
    number = read_number(found[1])
    factor = _unit_of(fold(found[2]), unit)
    return None if number is None or not factor else number * Decimal(factor)


def _unit_of(word: str, unit: str) -> str:
    """Give the factor of a unit written behind a number; "" for a word that is none."""
    if not word:
        return unit
    for scale, factor in _SCALES:
        if word == scale or (word.startswith(scale + " ") and word.removeprefix(scale + " ") in _DONG):
            return factor
    if word in {"trd", "trdong"}:
        return "1"
    return "0.000001" if word in _DONG else ""


def read_count(cell: Cell) -> int | None:
    """Read a number of persons: "25", 25.0, "25 người", "1.200"; None when it is none."""
    text = (
        cell
        if not isinstance(cell, str)
        else re.sub(r"(?i)\s*(người|lao động|lđ|nld|nguoi)\.?\s*$", "", clean(cell))
    )
    number = read_number(text)
    if number is None or number != number.to_integral_value() or not 0 <= number <= 1_000_000:
        return None
    return int(number)


def plain_decimal(number: Decimal) -> str:
    """Give a decimal as the store keeps it: no exponent, no zeros at the end."""
    text = f"{number.normalize():f}"
    return "0" if text in {"-0", ""} else text

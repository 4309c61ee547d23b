"""What a keyer types and sees against what is stored: numbers, dates and times in both languages."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from digiplan_desktop.text import format_number

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?|[+-]?\.\d+")
_DAY = re.compile(r"(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4}|\d{2})")
_TIME = re.compile(r"(\d{1,2})[:hg.]?(\d{2})")


def read_text(text: str) -> str:
    """Give typed or pasted text in normal form, without what cannot be seen (control and zero-width characters)."""
    seen = "".join(char for char in text.replace("\u00a0", " ") if char.isprintable() or char in "\t\n")
    return unicodedata.normalize("NFC", seen).strip()


def read_number(text: str, language: str) -> str:
    """Give the canonical decimal text of a typed number (1.234,5 in `vi`, 1,234.5 in `en`); else the text as typed.

    A lone mark that cannot be a thousands mark (1.5 in `vi`) is taken as the decimal mark.
    """
    thousands, decimal = (".", ",") if language == "vi" else (",", ".")
    bare = text.strip().replace("\u00a0", "").replace(" ", "")
    grouped = re.fullmatch(rf"[+-]?\d{{1,3}}(\{thousands}\d{{3}})+(\{decimal}\d+)?", bare)
    if grouped:
        bare = bare.replace(thousands, "")
    plain = bare.replace(decimal, ".") if grouped or bare.count(decimal) == 1 else bare
    if not _PLAIN.fullmatch(plain):
        return text.strip()
    return _canonical(plain)


def show_number(value: str, language: str) -> str:
    """Give a stored number as people of that language write it; anything else unchanged."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    exponent = number.as_tuple().exponent
    return format_number(number, max(0, -int(exponent)), language)


def edit_number(value: str, language: str) -> str:
    """Give a stored number as it is typed: no thousands marks, the decimal mark of the language."""
    return value.replace(".", ",") if language == "vi" and _PLAIN.fullmatch(value) else value


def read_date(text: str) -> str:
    """Give the ISO text of a day typed as 31122025, 31/12/2025, 31-12-25 or 2025-12-31; else the text as typed."""
    typed = text.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        return typed
    if re.fullmatch(r"\d{8}|\d{6}", typed):
        typed = f"{typed[:2]}/{typed[2:4]}/{typed[4:]}"
    match = _DAY.fullmatch(typed)
    if match is None:
        return text.strip()
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(_century(year), month, day).isoformat()
    except ValueError:
        return text.strip()


def show_date(value: str) -> str:
    """Give a stored day as 31/12/2025; anything else unchanged."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.day:02}/{day.month:02}/{day.year}"


def read_time(text: str) -> str:
    """Give the ISO text of a time typed as 0830, 8:30 or 8h30; else the text as typed."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return text.strip()
    try:
        return time(int(match[1]), int(match[2])).isoformat()
    except ValueError:
        return text.strip()


def show_time(value: str) -> str:
    """Give a stored time as 08:30; anything else unchanged."""
    return value[:5] if re.match(r"\d{2}:\d{2}:", value) else value


def read_moment(text: str) -> str:
    """Give the ISO text of a day and a time apart by a blank; else the text as typed."""
    day, _, clock = text.strip().partition(" ")
    try:
        return datetime.fromisoformat(f"{read_date(day)}T{read_time(clock)}").isoformat()
    except ValueError:
        return text.strip()


def show_moment(value: str) -> str:
    """Give a stored day and time as 31/12/2025 08:30; anything else unchanged."""
    day, mark, clock = value.partition("T")
    return f"{show_date(day)} {show_time(clock)}" if mark else show_date(value)


def _canonical(plain: str) -> str:
    sign = "-" if plain.startswith("-") else ""
    whole, _, part = plain.lstrip("+-").partition(".")
    return sign + (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def _century(year: int) -> int:
    # Two digits are of this century up to ten years from now, else of the last.
    if year >= 100:
        return year
    return 2000 + year if year <= date.today().year % 100 + 10 else 1900 + year  # noqa: DTZ011

"""Canonical values: how an answer is stored, whatever way it was typed or computed."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date

from digiplan_desktop.forms.xpath.values import (
    Moment,
    Value,
    format_plain,
    parse_moment,
    parse_number,
    string_of,
)

_INTEGER = re.compile(r"[+-]?\d+\Z", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3}){2,}\Z", re.ASCII)
_GROUPED_COMMA = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+\Z", re.ASCII)
_DECIMAL = re.compile(r"([+-]?)0*(\d*)(?:[.,](\d*))?\Z", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\Z", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?\Z", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:hg](\d{2})?(?::(\d{2})(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?\Z", re.ASCII)
_CONTROL = {"Cc", "Cs", "Cn"}
_MAX_DIGITS = 30
_CHOICES = frozenset(("select_multiple", "rank", "odk:rank"))


def has_control_characters(text: str) -> bool:
    """Say whether the text holds what no keyboard types: control characters other than tab and line breaks."""
    return any(unicodedata.category(char) in _CONTROL and char not in "\t\n\r" for char in text)


def canonical_answer(kind: str, typed: str) -> str | None:
    """Give the canonical form of what a person typed for a question of that type; None when it is none.

    Numbers take the Vietnamese decimal comma, and dots between thousands where they can mean nothing else
    (1.234.567; but 1.234 is one and a bit). Dates take day first. Text is put in NFC.
    """
    text = unicodedata.normalize("NFC", typed)
    if kind in ("text", "string", "note", "calculate", "barcode"):
        return text.strip()
    text = text.strip()
    if not text:
        return ""
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(text)
    return " ".join(dict.fromkeys(text.split())) if kind in _CHOICES else text


def _without_groups(text: str) -> str:
    if _GROUPED.match(text) or _GROUPED_COMMA.match(text):
        return text.replace(".", "")
    return text


def _whole(text: str) -> str | None:
    text = _without_groups(re.sub(r"[ \u00a0\u202f]", "", text))
    if not _INTEGER.match(text) or len(text) > _MAX_DIGITS:
        return None
    return str(int(text))


def _decimal(text: str) -> str | None:
    match = _DECIMAL.match(_without_groups(re.sub(r"[ \u00a0\u202f]", "", text)))
    if match is None or len(text) > _MAX_DIGITS:
        return None
    sign, whole, fraction = match.group(1), match.group(2), match.group(3) or ""
    if not whole and not fraction and "0" not in text:
        return None
    number = (whole or "0") + ("." + fraction.rstrip("0") if fraction.rstrip("0") else "")
    return "-" + number if sign == "-" and number != "0" else number


def _day(text: str) -> str | None:
    match = _DAY_FIRST.match(text)
    if match:
        day, month, year = (int(part) for part in match.groups())
        return _iso_day(_full_year(year) if len(match.group(3)) == 2 else year, month, day)
    match = _ISO_DAY.match(text)
    return _iso_day(int(match.group(1)), int(match.group(2)), int(match.group(3))) if match else None


def _full_year(year: int) -> int:
    """Two digits mean the years 1950 to 2049."""
    return 2000 + year if year < 50 else 1900 + year


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(text: str) -> str | None:
    match = _TIME.match(text)
    if match is None:
        return None
    hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}:{second:02}" + (match.group(4) or "") + (match.group(5) or "")


def _moment(text: str) -> str | None:
    moment = parse_moment(text.replace(" ", "T"), None)
    if moment is not None and not moment.is_date:
        return text.replace(" ", "T")
    if moment is None:
        day = _day(text)
        moment = parse_moment(day, None) if day else None
    return str(Moment(moment.when)) if moment is not None else None


def _geopoint(text: str) -> str | None:
    # A comma parts the numbers when nothing else does; between blanks it is a decimal comma.
    parts = re.split(r"[;\s]+", text) if re.search(r"[;\s]", text) else text.split(",")
    numbers = [parse_number(part.rstrip(",").replace(",", ".")) for part in parts]
    if not 2 <= len(numbers) <= 4 or any(math.isnan(number) for number in numbers):
        return None
    if abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        return None
    return " ".join(_with_point(number) for number in [*numbers, 0.0, 0.0][:4])


def _trace(text: str) -> str | None:
    points = [_geopoint(point.strip()) for point in text.strip("; ").split(";")]
    return None if None in points else ";".join(point for point in points if point)


def _with_point(number: float) -> str:
    text = format_plain(number)
    return text if "." in text else text + ".0"


def _attachment(text: str) -> str | None:
    """Take the name of a file beside the response: no folders, no more than any disk takes."""
    whole = 0 < len(text.encode("utf-8", "replace")) <= 255 and text not in (".", "..")
    return text if whole and not re.search(r'[\\/:*?"<>|]', text) else None


_READERS: dict[str, Callable[[str], str | None]] = {
    "integer": _whole,
    "decimal": _decimal,
    "date": _day,
    "time": _clock,
    "dateTime": _moment,
    "geopoint": _geopoint,
    "geotrace": _trace,
    "geoshape": _trace,
    "image": _attachment,
    "audio": _attachment,
    "video": _attachment,
    "file": _attachment,
}


def canonical_result(kind: str, value: Value) -> str:
    """Give the text to store for what an expression gave: NaN is empty, an integer has no point, a date no time."""
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        if kind == "integer" and not math.isinf(value):
            return str(math.trunc(value))
    if isinstance(value, Moment) and kind == "date":
        return value.when.date().isoformat()
    text = string_of(value)
    if kind == "date" and "T" in text:
        return canonical_answer("date", text) or text
    if kind == "integer" and "." in text:
        number = parse_number(text)
        return text if math.isnan(number) else str(math.trunc(number))
    return text

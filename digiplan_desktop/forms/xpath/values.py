"""The value types of the dialect and the conversions between them (XPath 1.0 §3-4 and ODK's dates)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal

from digiplan_desktop.forms.xpath.nodes import Node

SECONDS_PER_DAY = 86_400
NAN = math.nan
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a point in time, aware of its zone; as a number it counts days since 1970-01-01 UTC."""

    when: datetime
    is_date: bool = False

    @property
    def days(self) -> float:
        """Days since the epoch, with the time of day as a fraction."""
        return (self.when - _EPOCH).total_seconds() / SECONDS_PER_DAY

    def __str__(self) -> str:
        """Give the ISO form: a date, or a time with milliseconds and offset."""
        if self.is_date:
            return self.when.date().isoformat()
        return self.when.isoformat(timespec="milliseconds")


Value = str | float | bool | Moment | list[Node]

_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)\Z", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?\Z", re.ASCII)
_TIME = re.compile(r"T(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?\Z", re.ASCII)


def parse_moment(text: str, zone: tzinfo | None) -> Moment | None:
    """Read an ISO date or date-time; without an offset it is local time in `zone` (None: this machine's)."""
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day, rest = match.groups()
    try:
        midnight = datetime(int(year), int(month), int(day))  # noqa: DTZ001  the zone comes next
        return (
            Moment(_local(midnight, zone), is_date=True)
            if rest is None
            else _parse_time(midnight, rest, zone)
        )
    except (ValueError, OverflowError):
        return None


def _parse_time(midnight: datetime, rest: str, zone: tzinfo | None) -> Moment | None:
    match = _TIME.match(rest)
    if match is None:
        return None
    hour, minute, second, fraction, offset = match.groups()
    micro = int(((fraction or "") + "000000")[:6])
    when = midnight.replace(
        hour=int(hour), minute=int(minute or 0), second=int(second or 0), microsecond=micro
    )
    if offset is None:
        return Moment(_local(when, zone))
    stated = read_offset(offset)
    return None if stated is None else Moment(when.replace(tzinfo=stated).astimezone(zone))


def read_offset(text: str) -> timezone | None:
    """Read Z, +07, +0700 or +07:00; None for what no zone has."""
    if text == "Z":
        return UTC
    digits = text.replace(":", "")
    minutes = int(digits[1:3]) * 60 + int(digits[3:5] or 0)
    if minutes >= 24 * 60 or int(digits[3:5] or 0) > 59:
        return None
    return timezone(timedelta(minutes=-minutes if digits[0] == "-" else minutes))


def _local(when: datetime, zone: tzinfo | None) -> datetime:
    return when.replace(tzinfo=zone) if zone is not None else when.astimezone()


def moment_of_days(days: float, zone: tzinfo | None) -> Moment | None:
    """Give the point in time so many days after the epoch; None outside the years 1 to 9999."""
    try:
        return Moment(datetime.fromtimestamp(round(days * SECONDS_PER_DAY, 3), UTC).astimezone(zone))
    except (ValueError, OverflowError, OSError):
        return None


def parse_number(text: str) -> float:
    """Read a plain decimal number, NaN for anything else (no exponents, no thousands marks)."""
    text = text.strip()
    return float(text) if _NUMBER.match(text) else NAN


def number_of(value: Value, zone: tzinfo | None = None) -> float:
    """Convert to a number; a text that is an ISO date counts as its days."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    if isinstance(value, Moment):
        return value.days
    text = string_of(value).strip()
    if _NUMBER.match(text):
        return float(text)
    moment = parse_moment(text, zone) if "-" in text else None
    return moment.days if moment is not None else NAN


def string_of(value: Value) -> str:
    """Convert to a text; of several nodes the first counts."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].string() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format_plain(value)
    return str(value)


def boolean_of(value: Value) -> bool:
    """Convert to a boolean: a number is true unless 0 or NaN, a text or node-set unless empty."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return not (value == 0 or math.isnan(value))
    if isinstance(value, Moment):
        return True
    return bool(value)


def format_plain(number: float) -> str:
    """Write a number as XPath does: no exponent, no trailing zero, NaN and Infinity in words."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    text = repr(number)
    return format(Decimal(text), "f") if "e" in text else text

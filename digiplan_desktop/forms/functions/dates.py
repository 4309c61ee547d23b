"""Functions on dates and times (ODK XForms §8): local days and moments, never strings in disguise."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.values import (
    NAN,
    SECONDS_PER_DAY,
    Moment,
    Value,
    moment_of_days,
    number_of,
    parse_moment,
    read_offset,
    string_of,
)

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.context import Context

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?\Z", re.ASCII)
MIDNIGHT = time()


class InvalidDate(str):
    """What a date function gives for what is no date: a text that counts as false."""

    __slots__ = ()

    def __bool__(self) -> bool:
        """Say no."""
        return False


_INVALID = InvalidDate("Invalid Date")


def to_moment(context: Context, value: Value) -> Moment | None:
    """Read a value as a date or moment; a number counts days since 1970-01-01."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return None if math.isnan(value) else moment_of_days(value, context.env.zone)
    text = string_of(value).strip()
    moment = parse_moment(text, context.env.zone)
    if moment is not None or not text:
        return moment
    number = number_of(text, context.env.zone)
    return None if math.isnan(number) else moment_of_days(number, context.env.zone)


def _now_local(context: Context) -> datetime:
    return context.env.now().astimezone(context.env.zone)


def _today(context: Context) -> Moment:
    midnight = _now_local(context).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    # The offset at midnight may differ from the present one, where clocks are changed.
    zone = context.env.zone
    return Moment(midnight.replace(tzinfo=zone) if zone is not None else midnight.astimezone(), is_date=True)


def _now(context: Context) -> Moment:
    return Moment(_now_local(context))


def _date(context: Context, value: Value) -> Value:
    """Read a date or moment; a time of day stays, as in web-forms and Enketo (a node of type date drops it).

    A number of days that ends at local midnight is a date.
    """
    moment = to_moment(context, value)
    if moment is None:
        return "" if not string_of(value) else _INVALID
    if isinstance(value, float) and moment.when.time() == MIDNIGHT:
        return Moment(moment.when, is_date=True)
    return moment


def _decimal_date_time(context: Context, value: Value) -> float:
    moment = to_moment(context, value)
    return NAN if moment is None else moment.days


def _decimal_time(context: Context, value: Value) -> float:
    """Give the part of the day that a clock time stands for; NaN for what is no time."""
    match = _CLOCK.match(string_of(value).strip())
    if match is None:
        return NAN
    hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
    if hour > 23 or minute > 59 or second > 59:
        return NAN
    seconds = hour * 3600 + minute * 60 + second + float("0." + (match.group(4) or "0"))
    return (seconds / SECONDS_PER_DAY - _zone_shift(context, match.group(5))) % 1.0


def _zone_shift(context: Context, offset: str | None) -> float:
    """Give the days by which a clock time with an offset differs from local time; NaN for an offset of no zone."""
    if not offset:
        return 0.0
    stated = read_offset(offset)
    local = _now_local(context).utcoffset()
    if stated is None or local is None:
        return NAN
    return (stated.utcoffset(None) - local).total_seconds() / SECONDS_PER_DAY


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _offset_text(when: datetime) -> str:
    text = when.strftime("%z")
    return f"{text[:3]}:{text[3:5]}" if text[3:5] != "00" else text[:3]


_FORMATS: dict[str, Callable[[datetime], str]] = {
    "Y": lambda when: f"{when.year:04}",
    "y": lambda when: f"{when.year % 100:02}",
    "m": lambda when: f"{when.month:02}",
    "n": lambda when: str(when.month),
    "b": lambda when: _MONTHS[when.month - 1],
    "d": lambda when: f"{when.day:02}",
    "e": lambda when: str(when.day),
    "H": lambda when: f"{when.hour:02}",
    "h": lambda when: str(when.hour),
    "M": lambda when: f"{when.minute:02}",
    "S": lambda when: f"{when.second:02}",
    "3": lambda when: f"{when.microsecond // 1000:03}",
    "a": lambda when: _DAYS[when.weekday()],
    "Z": _offset_text,
    "W": lambda when: str(when.isocalendar().week),
    "%": lambda _when: "%",
}


def _format(context: Context, value: Value, pattern: str) -> str:
    moment = to_moment(context, value)
    if moment is None:
        return ""
    when = moment.when
    return re.sub(r"%(.)", lambda match: _format_one(match, when), pattern)


def _format_one(match: re.Match[str], when: datetime) -> str:
    write = _FORMATS.get(match.group(1))
    return write(when) if write is not None else match.group()


FUNCTIONS = (
    Function("today", _today, contextual=True),
    Function("now", _now, contextual=True),
    Function("date", _date, "value", contextual=True),
    Function("date-time", _date, "value", contextual=True),
    Function("decimal-date-time", _decimal_date_time, "value", contextual=True),
    Function("decimal-time", _decimal_time, "value", contextual=True),
    Function("format-date", _format, "value string", contextual=True),
    Function("format-date-time", _format, "value string", contextual=True),
)

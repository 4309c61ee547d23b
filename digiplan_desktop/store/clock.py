"""A hybrid logical clock: orders lists on the screen; it never decides what is kept.

A stamp is text: 15 digits of milliseconds since 1970, a point, 6 digits of a counter. Plain order is time order.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime

START = "000000000000000.000000"
_STAMP = re.compile(r"\d{15}\.\d{6}")
_LAST_COUNT = 999_999
# A stamp from elsewhere that lies further ahead of our clock than this comes from a wrong clock: it is not adopted.
_TOLERANCE_MS = 600_000
_LATEST_MS = 253_402_214_400_000  # the last day that datetime can hold in every time zone


def wall() -> int:
    """Give the machine's time in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def is_stamp(text: str) -> bool:
    """Say whether the text is a stamp."""
    return _STAMP.fullmatch(text) is not None


def tick(last: str, now: int) -> str:
    """Give the next stamp after `last`, at `now` (ms) if the machine's clock is ahead of it."""
    ms, count = _split(last)
    if now > ms:
        return _join(now, 0)
    return _join(ms, count + 1) if count < _LAST_COUNT else _join(ms + 1, 0)


def adopt(last: str, seen: str, now: int) -> str:
    """Give the later of our last stamp and one seen elsewhere, unless that one is far ahead of `now` (ms)."""
    return max(last, seen) if _split(seen)[0] <= now + _TOLERANCE_MS else last


def moment(stamp: str) -> datetime:
    """Give the time of a stamp in the machine's time zone."""
    return at(_split(stamp)[0])


def at(ms: int) -> datetime:
    """Give milliseconds since 1970 as a time in the machine's time zone."""
    return datetime.fromtimestamp(min(ms, _LATEST_MS) / 1000, tz=UTC).astimezone()


def _split(stamp: str) -> tuple[int, int]:
    return int(stamp[:15]), int(stamp[16:])


def _join(ms: int, count: int) -> str:
    return f"{max(ms, 0):015}.{count:06}"

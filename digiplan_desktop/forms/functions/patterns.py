"""Regular expressions that a form brings: bounded, so that none can run for ever."""

from __future__ import annotations

import re

MAX_PATTERN = 2_000
# Python's engine backtracks: a group that repeats and is itself repeated can take exponential time.
_NESTED_REPEAT = re.compile(r"\((?:[^()\\]|\\.)*(?<!\\)[+*}](?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,)")


def bounded_pattern(pattern: str) -> re.Pattern[str] | None:
    """Compile a pattern; None when it is not one, is too long, or repeats a repetition."""
    if len(pattern) > MAX_PATTERN or _NESTED_REPEAT.search(pattern):
        return None
    try:
        return re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None

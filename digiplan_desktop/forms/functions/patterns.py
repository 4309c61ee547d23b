"""Regular expressions that a form brings: bounded, so that none can run for ever.

Python's engine tries one way after the other, and some patterns have more ways than anybody can wait for. What a
pattern could cost on a text is reckoned first; when that is too much, an automaton runs it instead, whose time
grows with text times pattern. Only what no automaton can do (looking around, references back) is refused then.
"""

from __future__ import annotations

import math
import re
import warnings

from digiplan_desktop.forms.functions.automaton import Automaton
from digiplan_desktop.forms.functions.pattern_syntax import (
    Assertion,
    Choice,
    Look,
    One,
    Part,
    PatternRefused,
    Repeat,
    Sequence,
    read_pattern,
)

MAX_PATTERN = 2_000
# Steps of Python's engine: well under a second.
MAX_STEPS = 5_000_000
# Instructions times characters: a second or two.
MAX_WORK = 5_000_000


class Pattern:
    """A compiled pattern."""

    def __init__(self, pattern: str) -> None:
        self._part, flags = read_pattern(pattern)
        self._engine = re.compile(pattern)
        self._flags = flags
        self._automaton: Automaton | None = None

    def search(self, text: str) -> bool:
        """Say whether the pattern is found; a pattern that would take too long on this text is not."""
        if _ways(self._part, len(text)) * (len(text) + 1) <= MAX_STEPS:
            return self._engine.search(text) is not None
        try:
            self._automaton = self._automaton or _automaton(self._part, self._flags)
        except PatternRefused:
            return False
        return self._automaton.size * len(text) <= MAX_WORK and self._automaton.search(text)


def _automaton(part: Part, flags: int) -> Automaton:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Automaton(part, flags)


def bounded_pattern(pattern: str) -> Pattern | None:
    """Compile a pattern; None when it is not one, is too long, or cannot be bounded."""
    if len(pattern) > MAX_PATTERN:
        return None
    try:
        with warnings.catch_warnings():
            # "Possible nested set": a form's business.
            warnings.simplefilter("ignore")
            return Pattern(pattern)
    except (re.error, OverflowError, RecursionError, PatternRefused):
        return None


def _ways(part: Part, length: int) -> float:
    """Give how many ways a backtracking engine might try from one place of a text, at most."""
    match part:
        case Sequence(parts=parts):
            return math.prod(_ways(each, length) for each in parts)
        case Choice(parts=parts):
            return sum(_ways(each, length) for each in parts)
        case Repeat(part=inner, least=least, most=most):
            return _repeated_ways(
                _ways(inner, length), least, length if most is None else min(most, length + 1)
            )
        case Look(part=inner):
            return _ways(inner, length)
        case One() | Assertion():
            return 1.0


def _repeated_ways(inner: float, least: int, most: int) -> float:
    times = max(most, least)
    counts = max(1, most - least + 1)
    if inner <= 1:
        return float(counts)
    # Every time of the repeat may go each of the ways of what it repeats.
    return math.inf if times * math.log(inner) > 40 else counts * inner**times

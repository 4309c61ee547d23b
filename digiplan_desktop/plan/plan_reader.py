"""Reads one TOML table with the line of each key, and gathers every mistake instead of stopping at the first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from digiplan_desktop.errors import Problem
from digiplan_desktop.plan.targets import NO_WORDS, Condition, Wording

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Place = tuple[str | int, ...]

_ARRAY_HEADING = re.compile(r"^\s*\[\[\s*([\w.-]+)\s*\]\]")
_TABLE_HEADING = re.compile(r"^\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")
_CONDITION = re.compile(r"^\s*([A-Za-z_]\w*)\s*(=|!=|<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$")


def locate_lines(text: str) -> dict[Place, int]:
    """Give the line (from 1) of each heading and each key, by its place: ("target", 0, "stage", 1, "due")."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    place: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _ARRAY_HEADING.match(line):
            place = _resolve(match[1], counts)
            counts[place] = counts.get(place, 0) + 1
            place = (*place, counts[place] - 1)
            lines[place] = number
        elif match := _TABLE_HEADING.match(line):
            place = _resolve(match[1], counts)
            lines[place] = number
        elif match := _KEY.match(line):
            lines.setdefault((*place, match[1]), number)
    return lines


def _resolve(dotted: str, counts: Mapping[Place, int]) -> Place:
    """Give the place a heading names: inside an array of tables it means the latest one."""
    *parents, last = dotted.split(".")
    place: Place = ()
    for part in parents:
        place = (*place, part)
        if place in counts:
            place = (*place, counts[place] - 1)
    return (*place, last)


@dataclass
class Findings:
    """The mistakes found so far, and where the lines are."""

    lines: Mapping[Place, int]
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place, text: str = "", detail: str = "") -> None:
        """Record one mistake at the nearest known line."""
        line = next(
            (self.lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in self.lines), 0
        )
        column = ".".join(str(part) for part in place if isinstance(part, str))
        self.problems.append(Problem("error", code, row=line, column=column, text=text, detail=detail))


class Table:
    """One table of the file. Each method reads one key, notes what is wrong, and gives a usable value."""

    def __init__(self, data: Mapping[str, Any], place: Place, findings: Findings) -> None:
        self._data = data
        self.place = place
        self._findings = findings
        self._read: set[str] = set()

    def wrong(self, code: str, key: str, text: str = "", detail: str = "") -> None:
        """Record a mistake at one key."""
        self._findings.add(code, (*self.place, key), text, detail)

    def finish(self) -> None:
        """Record each key that nobody asked for: most often a slip of the pen."""
        for key in self._data:
            if key not in self._read:
                self.wrong("key_unknown", key, key)

    def has(self, key: str) -> bool:
        """Whether the key stands in the table."""
        return key in self._data

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text; without a default the key must be there and not be empty."""
        value = self._value(key, required=default is None)
        if value is None:
            return default or ""
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        self.wrong("wrong_type", key, str(value), "text")
        return default or ""

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """Give a text that is one of the known words."""
        value = self.text(key, default)
        if value and value not in known:
            self.wrong("value_unknown", key, value, ", ".join(known))
        return value

    def words(self, key: str, *, required: bool = True) -> Wording:
        """Give { vi = "…", en = "…" }; both languages are needed."""
        value = self._value(key, required=required)
        if value is None:
            return NO_WORDS
        if (
            isinstance(value, dict)
            and set(value) == {"vi", "en"}
            and all(_is_text(each) for each in value.values())
        ):
            return Wording(value["vi"], value["en"])
        self.wrong("wrong_type", key, str(value), "words")
        return NO_WORDS

    def number(self, key: str, *, required: bool = False) -> float | None:
        """Give a number, None when the key is not there."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        self.wrong("wrong_type", key, str(value), "number")
        return None

    def day(self, key: str, *, required: bool = True) -> date | None:
        """Give a date, None when the key is not there."""
        value = self._value(key, required=required)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.wrong("wrong_type", key, str(value), "date")
        return None

    def texts(self, key: str, known: Collection[str] | None = None) -> tuple[str, ...]:
        """Give a list of texts, empty when the key is not there."""
        value = self._value(key, required=False)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(_is_text(each) for each in value):
            self.wrong("wrong_type", key, str(value), "texts")
            return ()
        for each in value:
            if known is not None and each not in known:
                self.wrong("value_unknown", key, each, ", ".join(known))
        return tuple(value)

    def conditions(self, key: str) -> tuple[Condition, ...]:
        """Give comparisons written as "status = 1"."""
        found = []
        for text in self.texts(key):
            match = _CONDITION.match(text)
            if match is None:
                self.wrong("condition", key, text)
            else:
                found.append(Condition(match[1], match[2], float(match[3])))
        return tuple(found)

    def table(self, key: str) -> Table:
        """Give a table inside this one; an empty one (and a mistake) when it is not there."""
        value = self._value(key, required=True)
        if value is not None and not isinstance(value, dict):
            self.wrong("wrong_type", key, str(value), "table")
        return Table(value if isinstance(value, dict) else {}, (*self.place, key), self._findings)

    def tables(self, key: str, *, required: bool = True) -> Iterator[Table]:
        """Give each table of an array of tables."""
        value = self._value(key, required=required)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.wrong("wrong_type", key, str(value), "tables")
            return
        for number, each in enumerate(value):
            yield Table(each, (*self.place, key, number), self._findings)

    def names(self) -> tuple[str, ...]:
        """Give the keys as they stand."""
        return tuple(self._data)

    def _value(self, key: str, *, required: bool) -> Any:
        self._read.add(key)
        if required and key not in self._data:
            self.wrong("key_missing", key, key)
        return self._data.get(key)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())

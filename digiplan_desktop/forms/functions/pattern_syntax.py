"""Reads a regular expression into a tree: enough to say what it could cost, and to run it without backtracking."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_DEPTH = 60
_QUANTIFIER = re.compile(r"\{(\d*)(,?)(\d*)\}")
_SIGNS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_LONG_ESCAPES = {"x": 4, "u": 6, "U": 10}
_ASSERTIONS = {"^": "start", "$": "end", "\\A": "first", "\\Z": "last", "\\b": "border", "\\B": "inside"}
_OCTAL = re.compile(r"\\0[0-7]{0,2}")
_PLAIN_GROUP = re.compile(r"\(\?(?::|P<\w+>)|\((?!\?)")
_LOOK_GROUP = re.compile(r"\(\?(?:=|!|<=|<!)")
_FLAGS = re.compile(r"\(\?([aimsu]+)\)")


class PatternRefused(Exception):
    """A pattern that is none, or that uses what cannot be bounded (conditions, atomic groups)."""


@dataclass(frozen=True)
class One:
    """One character: the piece of the pattern that says which."""

    source: str


@dataclass(frozen=True)
class Assertion:
    """A place: start, end, first, last, border or inside."""

    kind: str


@dataclass(frozen=True)
class Sequence:
    """Parts one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Choice:
    """One of several parts."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Repeat:
    """A part from `least` to `most` times (None: any number)."""

    part: Part
    least: int
    most: int | None


@dataclass(frozen=True)
class Look:
    """A look ahead or behind, or a reference back: only a backtracking engine can run it."""

    part: Part


Part = One | Assertion | Sequence | Choice | Repeat | Look


def read_pattern(pattern: str) -> tuple[Part, int]:
    """Give the tree and the flags of `re`; raises `PatternRefused`."""
    flags = 0
    match = _FLAGS.match(pattern)
    if match:
        flags = sum(getattr(re, letter.upper()) for letter in set(match.group(1)))
    reader = _Reader(pattern, match.end() if match else 0)
    part = reader.choice(0)
    if reader.place < len(pattern):
        raise PatternRefused("a bracket too many")
    return part, flags


class _Reader:
    def __init__(self, pattern: str, place: int) -> None:
        self._pattern = pattern
        self.place = place

    def choice(self, depth: int) -> Part:
        if depth > MAX_DEPTH:
            raise PatternRefused("too deep")
        parts = [self._sequence(depth)]
        while self._takes("|"):
            parts.append(self._sequence(depth))
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _sequence(self, depth: int) -> Part:
        parts: list[Part] = []
        while self.place < len(self._pattern) and self._pattern[self.place] not in "|)":
            part = self._part(depth)
            repeat = self._quantifier()
            parts.append(part if repeat is None else Repeat(part, *repeat))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _takes(self, text: str) -> bool:
        found = self._pattern.startswith(text, self.place)
        self.place += len(text) if found else 0
        return found

    def _part(self, depth: int) -> Part:
        char = self._pattern[self.place]
        if char == "(":
            return self._group(depth)
        if char == "\\":
            return self._escape()
        if char == "[":
            return One(self._cut(self._class_end()))
        if char in "^$":
            return Assertion(_ASSERTIONS[self._cut(self.place + 1)])
        if char in "*+?":
            raise PatternRefused("nothing to repeat")
        piece = self._cut(self.place + 1)
        return One(piece if piece == "." else re.escape(piece))

    def _cut(self, end: int) -> str:
        piece, self.place = self._pattern[self.place : end], end
        return piece

    def _group(self, depth: int) -> Part:
        match = _PLAIN_GROUP.match(self._pattern, self.place)
        look = _LOOK_GROUP.match(self._pattern, self.place)
        found = match or look
        if found is None:
            raise PatternRefused("a group of another kind")
        self.place = found.end()
        inner = self.choice(depth + 1)
        if not self._takes(")"):
            raise PatternRefused("an open bracket")
        return inner if look is None else Look(inner)

    def _escape(self) -> Part:
        letter = self._pattern[self.place + 1 : self.place + 2]
        if letter == "N":
            raise PatternRefused("a character by its name")
        if letter.isdecimal() and letter != "0":
            self.place += 2
            return Look(Sequence(()))
        octal = _OCTAL.match(self._pattern, self.place)
        piece = self._cut(octal.end() if octal else self.place + _LONG_ESCAPES.get(letter, 2))
        return Assertion(_ASSERTIONS[piece]) if piece in _ASSERTIONS else One(piece)

    def _class_end(self) -> int:
        place = self.place + 1
        place += self._pattern.startswith("^", place)
        place += self._pattern.startswith("]", place)
        while place < len(self._pattern) and self._pattern[place] != "]":
            place += 2 if self._pattern[place] == "\\" else 1
        return place + 1

    def _quantifier(self) -> tuple[int, int | None] | None:
        sign = self._pattern[self.place : self.place + 1]
        match = _QUANTIFIER.match(self._pattern, self.place)
        if sign in _SIGNS and sign:
            self.place += 1
            bounds = _SIGNS[sign]
        elif match and match.group() not in ("{}",):
            self.place = match.end()
            least = int(match.group(1) or 0)
            bounds = (least, (int(match.group(3)) if match.group(3) else None) if match.group(2) else least)
        else:
            return None
        if self._takes("+"):
            raise PatternRefused("a possessive repeat")
        self._takes("?")
        return bounds

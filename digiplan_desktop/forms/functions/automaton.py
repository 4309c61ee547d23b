"""Runs a regular expression along all its ways at once (Thompson 1968): time grows with text times pattern only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from digiplan_desktop.forms.functions.pattern_syntax import (
    Assertion,
    Choice,
    Look,
    One,
    Part,
    PatternRefused,
    Repeat,
    Sequence,
)

MAX_INSTRUCTIONS = 4_000


@dataclass
class _Test:
    """Says whether a character fits; asks `re` once for each character that occurs."""

    pattern: re.Pattern[str]
    known: dict[str, bool] = field(default_factory=dict)

    def fits(self, char: str) -> bool:
        found = self.known.get(char)
        if found is None:
            found = self.known[char] = self.pattern.fullmatch(char) is not None
        return found


# A test with the place to go on, a place known by its kind, several places to go on, or the end.
_Instruction = tuple[str, _Test | None, str, tuple[int, ...]]


class Automaton:
    """A pattern as a list of instructions; `search` is true when any part of a text fits."""

    def __init__(self, part: Part, flags: int) -> None:
        self._flags = flags
        self._multiline = bool(flags & re.MULTILINE)
        self._program: list[_Instruction] = []
        self._write(part)
        self._add("end")
        self.size = len(self._program)

    def _add(self, kind: str, test: _Test | None = None, name: str = "", *targets: int) -> int:
        if len(self._program) >= MAX_INSTRUCTIONS:
            raise PatternRefused("too large")
        self._program.append((kind, test, name, targets))
        return len(self._program) - 1

    def _write(self, part: Part) -> None:
        match part:
            case One(source=source):
                self._add("test", _Test(re.compile(source, self._flags)))
            case Assertion(kind=kind):
                self._add("assert", None, kind)
            case Sequence(parts=parts):
                for each in parts:
                    self._write(each)
            case Choice(parts=parts):
                self._write_choice(parts)
            case Repeat(part=inner, least=least, most=most):
                self._write_repeat(inner, least, most)
            case Look():
                raise PatternRefused("needs to look around")

    def _write_choice(self, parts: tuple[Part, ...]) -> None:
        ends = []
        for each in parts[:-1]:
            fork = self._add("go")
            self._write(each)
            ends.append(self._add("go"))
            self._aim(fork, fork + 1, len(self._program))
        self._write(parts[-1])
        for end in ends:
            self._aim(end, len(self._program))

    def _write_repeat(self, part: Part, least: int, most: int | None) -> None:
        for _ in range(least):
            self._write(part)
        if most is None:
            fork = self._add("go")
            self._write(part)
            self._add("go", None, "", fork)
            self._aim(fork, fork + 1, len(self._program))
            return
        forks = []
        for _ in range(most - least):
            forks.append(self._add("go"))
            self._write(part)
        for fork in forks:
            self._aim(fork, fork + 1, len(self._program))

    def _aim(self, place: int, *targets: int) -> None:
        self._program[place] = ("go", None, "", targets)

    def search(self, text: str) -> bool:
        """Say whether any part of the text fits."""
        states: set[int] = set()
        for place in range(len(text) + 1):
            states = self._reach(states | {0}, text, place)
            if self.size - 1 in states:
                return True
            char = text[place : place + 1]
            states = {state + 1 for state in states if self._fits(state, char)} if char else set()
        return False

    def _fits(self, state: int, char: str) -> bool:
        test = self._program[state][1]
        return test is not None and test.fits(char)

    def _reach(self, states: set[int], text: str, place: int) -> set[int]:
        """Follow every way that takes no character."""
        waiting = list(states)
        found = set(states)
        while waiting:
            kind, _, name, targets = self._program[state := waiting.pop()]
            if kind == "assert" and self._holds(name, text, place):
                targets = (state + 1,)
            for target in targets:
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    def _holds(self, name: str, text: str, place: int) -> bool:
        before, after = text[place - 1 : place] if place else "", text[place : place + 1]
        border = bool(re.match(r"\w", before)) != bool(re.match(r"\w", after))
        return {
            "first": not place,
            "start": not place or (self._multiline and before == "\n"),
            "last": not after,
            "end": not after or (after == "\n" and (self._multiline or place == len(text) - 1)),
            "border": border,
            "inside": not border,
        }[name]

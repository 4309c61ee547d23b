"""Sketches: drawn pieces of a page with a known height, put together before anything is drawn.

A sketch measures from its upper left corner, x to the right and y down, in points (1/72 inch).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

BLACK, GREY, PALE = 0.0, 0.38, 0.9


@dataclass(frozen=True)
class Letters:
    """One line of text; y is its base line."""

    x: float
    y: float
    text: str
    font: str
    size: float
    grey: float = BLACK


@dataclass(frozen=True)
class Box:
    """A rectangle, or with `radius` a rounded one; `fill` is a grey, None for an empty box."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: float | None = None
    line: float | None = BLACK


@dataclass(frozen=True)
class Rule:
    """A horizontal line, dotted where somebody writes on it."""

    x: float
    y: float
    width: float
    dotted: bool = False
    grey: float = GREY


Mark = Letters | Box | Rule


@dataclass(frozen=True)
class Sketch:
    """Marks and the room they take."""

    width: float
    height: float
    marks: tuple[Mark, ...] = ()

    def moved(self, right: float, down: float) -> tuple[Mark, ...]:
        """Give the marks of the sketch at another place."""
        return tuple(replace(mark, x=mark.x + right, y=mark.y + down) for mark in self.marks)


EMPTY = Sketch(0, 0)


def stack(sketches: Iterable[Sketch], *, gap: float = 0, left: float = 0) -> Sketch:
    """Put sketches below each other with a gap between; empty ones take no gap."""
    marks: list[Mark] = []
    width = height = 0.0
    for sketch in sketches:
        if not sketch.height:
            continue
        height += gap if height else 0
        marks += sketch.moved(left, height)
        width, height = max(width, left + sketch.width), height + sketch.height
    return Sketch(width, height, tuple(marks))


def beside(left: Sketch, right: Sketch, at: float) -> Sketch:
    """Put one sketch beside another, its left edge at `at`."""
    return Sketch(at + right.width, max(left.height, right.height), (*left.marks, *right.moved(at, 0)))


def framed(sketch: Sketch, *, width: float, padding: float, fill: float | None = None) -> Sketch:
    """Put a box of a width behind a sketch, with the padding on each side."""
    height = sketch.height + 2 * padding
    box = Box(0, 0, width, height, fill=fill, line=None if fill is not None else GREY)
    return Sketch(width, height, (box, *sketch.moved(padding, padding)))

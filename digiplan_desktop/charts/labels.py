"""Finds room for labels in a drawing: each takes the first of its places that touches nothing yet drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from digiplan_desktop.charts.lettering import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digiplan_desktop.charts.lettering import Style
    from digiplan_desktop.charts.page import Page

_STEP = 4.0
# Kept free around a label, in points.
_AIR = 3.0


@dataclass(frozen=True)
class Box:
    """A rectangle in points, y running down."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """Give the area both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)


@dataclass(frozen=True)
class Label:
    """Lines of one style in one colour; aligned "left", "center" or "right" within their box."""

    lines: tuple[str, ...]
    style: Style
    colour: str
    align: str = "left"
    gid: str = ""

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max((width_of(line, self.style) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.style.leading * len(self.lines)


@dataclass(frozen=True)
class Block:
    """Labels under one another that stay together."""

    labels: tuple[Label, ...]

    @property
    def width(self) -> float:
        """Width of the widest label."""
        return max(label.width for label in self.labels)

    @property
    def height(self) -> float:
        """Height of all labels."""
        return sum(label.height for label in self.labels)


class LabelRoom:
    """What is taken so far, and the frame labels must stay in."""

    def __init__(self, page: Page, frame: Box) -> None:
        self.page, self.frame = page, frame
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep labels off that box."""
        self._taken.append(box)

    def take_line(self, points: Sequence[tuple[float, float]], half: float = 1.5) -> None:
        """Keep labels off the line through the points."""
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(int(max(abs(x2 - x1), abs(y2 - y1)) / _STEP), 1)
            for step in range(steps + 1):
                x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
                self.take(Box(x - half, y - half, x + half, y + half))

    def write(self, block: Block, places: Iterable[tuple[float, float]]) -> None:
        """Write the labels with the block's top-left corner at the best of the places."""
        boxes = [self._inside(Box(x, y, x + block.width, y + block.height)) for x, y in places]
        best = min(boxes, key=self._cost)
        self.take(Box(best.left - _AIR, best.top - _AIR, best.right + _AIR, best.bottom + _AIR))
        x = {"left": best.left, "center": (best.left + best.right) / 2, "right": best.right}
        top = best.top
        for label in block.labels:
            # The first baseline lies about three quarters of a line below the block's edge.
            y = top + label.style.leading * 0.76
            look = {"ha": label.align, "gid": label.gid, "zorder": 6}
            self.page.lines(x[label.align], y, label.lines, label.style, label.colour, **look)
            top += label.height

    def _cost(self, box: Box) -> float:
        return sum(box.overlap(taken) for taken in self._taken)

    def _inside(self, box: Box) -> Box:
        right = max(self.frame.left - box.left, 0.0) - max(box.right - self.frame.right, 0.0)
        down = max(self.frame.top - box.top, 0.0) - max(box.bottom - self.frame.bottom, 0.0)
        return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


def around(x: float, y: float, block: Block, gap: float, order: str) -> list[tuple[float, float]]:
    """Give top-left corners around a point, near ones first, in the order of the letters.

    The letters: n above, s below, e right, w left, and ne, nw, se, sw as q, p, d, b.
    """
    width, height = block.width, block.height
    places = []
    for distance in (gap, gap * 1.8, gap * 3, gap * 4.5):
        corners = {
            "n": (x - width / 2, y - height - distance),
            "s": (x - width / 2, y + distance),
            "e": (x + distance, y - height / 2),
            "w": (x - width - distance, y - height / 2),
            "q": (x + distance / 2, y - height - distance),
            "p": (x - width - distance / 2, y - height - distance),
            "d": (x + distance / 2, y + distance),
            "b": (x - width - distance / 2, y + distance),
        }
        places += [corners[letter] for letter in order]
    return places

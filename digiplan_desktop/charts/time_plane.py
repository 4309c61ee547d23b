"""Days and values as points of a page, and the grid that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digiplan_desktop.charts.lettering import AXIS, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.charts.bullet import Tick
    from digiplan_desktop.charts.labels import Box
    from digiplan_desktop.charts.page import Page


@dataclass(frozen=True)
class Plane:
    """A part of a page whose edges stand for a first and last day, a lowest and highest value."""

    box: Box
    days: tuple[date, date]
    values: tuple[float, float]

    @property
    def left(self) -> float:
        """Left edge in points."""
        return self.box.left

    @property
    def right(self) -> float:
        """Right edge in points."""
        return self.box.right

    @property
    def top(self) -> float:
        """Upper edge in points."""
        return self.box.top

    @property
    def bottom(self) -> float:
        """Lower edge in points."""
        return self.box.bottom

    def at(self, day: date, value: float) -> tuple[float, float]:
        """Give the point of a day and a value; what lies beyond an edge stands on it."""
        first, last = self.days
        lowest, highest = self.values
        across = (day - first).days / max((last - first).days, 1)
        up = (value - lowest) / (highest - lowest) if highest > lowest else 0.0
        across, up = min(max(across, 0.0), 1.0), min(max(up, 0.0), 1.0)
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)


def draw_grid(page: Page, plane: Plane, ticks: Sequence[Tick]) -> None:
    """Draw a line across for each tick, the lowest as the axis, with its label at the left."""
    for tick in ticks:
        _, y = plane.at(plane.days[0], tick.value)
        lowest = tick is ticks[0]
        colour, width = (page.theme.muted, 1.2) if lowest else (page.theme.line, 0.8)
        page.stroke((plane.left, plane.right), (y, y), colour, width=width, zorder=1.5)
        page.text(plane.left - 8, y + 3.5, tick.label, AXIS, page.theme.secondary, ha="right", gid="axis")


def draw_years(page: Page, plane: Plane) -> None:
    """Name the years under the axis; when they stand too close, every second or fifth."""
    first, last = plane.days[0].year, plane.days[1].year
    each = (plane.right - plane.left) / (last - first + 1)
    step = next((step for step in (1, 2, 5, 10) if each * step > width_of("2025", AXIS) + 8), 20)
    for year in range(first, last + 1):
        x, y = plane.at(date(year, 1, 1), plane.values[0])
        if year > first:
            page.stroke((x, x), (y, y + 4), page.theme.muted, width=0.8)
        if (year - last) % step == 0:
            middle = plane.at(date(year, 7, 1), plane.values[0])[0]
            page.text(middle, y + 17, str(year), AXIS, page.theme.secondary, ha="center", gid="axis")

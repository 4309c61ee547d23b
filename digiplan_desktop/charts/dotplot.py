"""The dot plot: areas with their estimates and intervals, and which of the differences are real.

Reliable areas come first, from the highest estimate down; those whose estimate the answers do not carry stand
below a line, hollow and unranked, so that nobody reads a rank out of chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.charts.captions import MARGIN, draw_captions, fit_captions
from digiplan_desktop.charts.labels import Block, Box, Label, LabelRoom, around
from digiplan_desktop.charts.lettering import AXIS, CELL, CELL_STRONG, HEAD, LABEL_STRONG, shrink, width_of
from digiplan_desktop.charts.page import POINTS, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from digiplan_desktop.charts.bullet import Tick
    from digiplan_desktop.charts.captions import ChartText
    from digiplan_desktop.charts.theme import Theme

DEFAULT_WIDTH = 11.2
_ROW = 23.0
_HEADINGS = 30.0
_SEPARATION = 26.0
_AXIS_ROOM = 26.0
_COLUMN_GAP = 16.0


@dataclass(frozen=True)
class DotRow:
    """One area.

    Attributes:
        value, low, high: estimate and 95 % interval in the axis' unit; None where there is no estimate.
        value_text, count_text, verdict: the three cells at the right ("33,8%", "67 / 850", "Trên mốc").
        reliable: False puts the area below the line. decided: True prints the verdict in the accent colour.
    """

    id: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    value_text: str
    count_text: str = ""
    verdict: str = ""
    reliable: bool = True
    decided: bool = False


@dataclass(frozen=True)
class Reference:
    """A value all areas are compared with: a target (a line) or the whole province (a line with its interval)."""

    value: float
    label: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class DotWords:
    """Headings of the three cells, and the heading over the areas that are not reliable."""

    value: str
    count: str
    verdict: str
    unreliable: str


@dataclass(frozen=True)
class DotScale:
    """The horizontal axis (from the lowest to the highest tick) and what the areas are compared with."""

    ticks: tuple[Tick, ...]
    target: Reference | None = None
    whole: Reference | None = None


@dataclass(frozen=True)
class _Grid:
    """Where things stand, in points."""

    axis: Box
    lowest: float
    highest: float
    names_right: float
    cells: tuple[float, float, float]

    def x(self, value: float) -> float:
        share = (value - self.lowest) / (self.highest - self.lowest)
        return self.axis.left + min(max(share, 0.0), 1.0) * (self.axis.right - self.axis.left)


def dot_plot(
    rows: Sequence[DotRow],
    scale: DotScale,
    words: DotWords,
    text: ChartText,
    theme: Theme,
    *,
    width: float = DEFAULT_WIDTH,
) -> Figure:
    """Draw the areas; `width` in inches, the height follows from their number."""
    points = width * POINTS
    captions = fit_captions(text, points)
    ranked = sorted((row for row in rows if row.reliable), key=lambda row: -(row.value or 0.0))
    others = sorted((row for row in rows if not row.reliable), key=lambda row: -(row.value or 0.0))
    body = _ROW * len(rows) + (_SEPARATION if others else 0.0)
    page = Page(points, captions.top + _HEADINGS + body + _AXIS_ROOM + captions.bottom, theme)
    draw_captions(page, captions)
    top = captions.top + _HEADINGS
    grid = _grid(rows, scale, words, page, (top, top + body))
    _draw_axis(page, grid, scale)
    _draw_references(page, grid, scale)
    _write_headings(page, grid, words)
    _draw_rows(page, grid, ranked, grid.axis.top)
    if others:
        top = grid.axis.top + _ROW * len(ranked)
        _separate(page, words.unreliable, top)
        _draw_rows(page, grid, others, top + _SEPARATION)
    return page.figure


def _grid(
    rows: Sequence[DotRow], scale: DotScale, words: DotWords, page: Page, ends: tuple[float, float]
) -> _Grid:
    cells = [
        _column([row.value_text for row in rows], words.value),
        _column([row.count_text for row in rows], words.count),
        _column([row.verdict for row in rows], words.verdict),
    ]
    heading = 0.0 if all(row.reliable for row in rows) else width_of(words.unreliable, LABEL_STRONG)
    names = min(max([heading, *(width_of(row.name, CELL) for row in rows)]), 0.26 * page.width)
    third = page.width - MARGIN - cells[2]
    second = third - _COLUMN_GAP - cells[1]
    first = second - _COLUMN_GAP - cells[0]
    axis = Box(MARGIN + names + 10, ends[0], first - _COLUMN_GAP - 8, ends[1])
    return _Grid(axis, scale.ticks[0].value, scale.ticks[-1].value, MARGIN + names, (first, second, third))


def _column(texts: list[str], heading: str) -> float:
    return max([width_of(text, CELL_STRONG) for text in texts] + [width_of(heading, HEAD)])


def _draw_axis(page: Page, grid: _Grid, scale: DotScale) -> None:
    for tick in scale.ticks:
        x = grid.x(tick.value)
        page.stroke((x, x), (grid.axis.top, grid.axis.bottom), page.theme.line, width=0.8, zorder=1)
        y = grid.axis.bottom + 16
        page.text(x, y, tick.label, AXIS, page.theme.secondary, ha="center", gid="axis")


def _draw_references(page: Page, grid: _Grid, scale: DotScale) -> None:
    theme, top, bottom = page.theme, grid.axis.top - 2, grid.axis.bottom
    room = LabelRoom(page, Box(MARGIN, top - 40, grid.cells[0] - 6, top))
    if scale.whole is not None:
        _draw_interval_band(page, grid, scale.whole)
        x = grid.x(scale.whole.value)
        page.stroke((x, x), (top, bottom), theme.bar, width=1.4, gid="whole", zorder=2)
    if scale.target is not None:
        x = grid.x(scale.target.value)
        page.stroke((x, x), (top, bottom), theme.text, width=2.4, gid="aim", zorder=2)
    found = [(scale.target, theme.text), (scale.whole, theme.bar)]
    named = [(reference, colour) for reference, colour in found if reference is not None]
    named.sort(key=lambda pair: pair[0].value)
    # The lower value's label leans to the left and the higher one's to the right when they would meet.
    for (reference, colour), order in zip(named, ("npw", "nqe"), strict=False):
        block = Block((Label((reference.label,), LABEL_STRONG, colour, gid="reference_label"),))
        meets = (
            len(named) == 2 and abs(grid.x(named[0][0].value) - grid.x(named[1][0].value)) < block.width + 12
        )
        places = around(grid.x(reference.value), top, block, 3, order[1:] if meets else order)
        room.write(block, places)


def _draw_interval_band(page: Page, grid: _Grid, whole: Reference) -> None:
    if whole.low is None or whole.high is None:
        return
    left, right = grid.x(whole.low), grid.x(whole.high)
    look = {"facecolor": page.theme.band, "alpha": 0.65, "zorder": 0.5, "gid": "whole_interval"}
    page.box(left, grid.axis.top, right - left, grid.axis.bottom - grid.axis.top, **look)


def _write_headings(page: Page, grid: _Grid, words: DotWords) -> None:
    y = grid.axis.top - 9
    for x, heading in zip(grid.cells, (words.value, words.count, words.verdict), strict=True):
        page.text(x, y, heading, HEAD, page.theme.secondary, gid="heading")


def _separate(page: Page, words: str, top: float) -> None:
    page.rule(MARGIN, page.width - MARGIN, top + 4)
    page.text(MARGIN, top + 18, words, LABEL_STRONG, page.theme.secondary, gid="unreliable")


def _draw_rows(page: Page, grid: _Grid, rows: Sequence[DotRow], top: float) -> None:
    for index, row in enumerate(rows):
        y = top + (index + 0.5) * _ROW
        colour = page.theme.text if row.reliable else page.theme.secondary
        name = shrink(row.name, CELL, grid.names_right - MARGIN)
        page.text(grid.names_right, y + 3.5, row.name, name, colour, ha="right", gid=f"{row.id}:name")
        _draw_dot(page, grid, row, y)
        _write_cells(page, grid, row, y + 3.5)


def _draw_dot(page: Page, grid: _Grid, row: DotRow, y: float) -> None:
    theme = page.theme
    colour = theme.bar if row.reliable else theme.muted
    if row.low is not None and row.high is not None:
        look = {"width": 2.8} if row.reliable else {"width": 1.4, "linestyle": (0, (4, 2.5))}
        ends = (grid.x(row.low), grid.x(row.high))
        page.stroke(ends, (y, y), colour, gid=f"{row.id}:interval", zorder=3, **look)
    if row.value is None:
        return
    look = {"markeredgecolor": theme.surface if row.reliable else colour, "markeredgewidth": 1.5, "zorder": 4}
    look["markerfacecolor"] = colour if row.reliable else theme.surface
    page.mark(grid.x(row.value), y, "o", 8.5 if row.reliable else 7.5, colour, gid=f"{row.id}:value", **look)


def _write_cells(page: Page, grid: _Grid, row: DotRow, y: float) -> None:
    theme = page.theme
    first, second, third = grid.cells
    strong = row.reliable
    page.text(
        first, y, row.value_text, CELL_STRONG if strong else CELL, theme.text if strong else theme.secondary
    )
    page.text(second, y, row.count_text, CELL, theme.secondary)
    style, colour = (CELL_STRONG, theme.bar) if row.decided else (CELL, theme.secondary)
    page.text(third, y, row.verdict, style, colour, gid=f"{row.id}:verdict")

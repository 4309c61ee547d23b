"""The trajectory of one indicator: results with their band, the required path, targets, projection, gap.

Time runs to the right in days; each year is named in its middle, between the marks of its first and last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from digiplan_desktop.charts.captions import MARGIN, draw_captions, fit_captions
from digiplan_desktop.charts.labels import Block, Box, Label, LabelRoom, around
from digiplan_desktop.charts.lettering import AXIS, LABEL, LABEL_STRONG, VALUE, width_of
from digiplan_desktop.charts.page import POINTS, Page
from digiplan_desktop.charts.time_plane import Plane, draw_grid, draw_years

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from digiplan_desktop.charts.bullet import Tick
    from digiplan_desktop.charts.captions import ChartText
    from digiplan_desktop.charts.theme import Theme

DEFAULT_WIDTH = 11.2
_SHAPE = 0.4
_FOOT = 30.0
_DIAMOND = 9.0


@dataclass(frozen=True)
class Observation:
    """A result on a day with its 95 % interval (None: no sampling error) and its label ("12,1%", may be empty)."""

    on: date
    value: float
    low: float | None = None
    high: float | None = None
    label: str = ""


@dataclass(frozen=True)
class TargetPoint:
    """A target on its due date; `lines` name it ("Chỉ tiêu 2025", "≥ 20%")."""

    on: date
    value: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PathLeg:
    """A straight piece of the required path; `lines` say what it asks ("+14 điểm % mỗi năm"), may be empty."""

    start: tuple[date, float]
    end: tuple[date, float]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Projection:
    """Where the present pace leads by a day, from the last observation, with the band of the pace's uncertainty."""

    on: date
    value: float
    low: float | None = None
    high: float | None = None
    label: str = ""
    note: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trajectory:
    """One indicator over time, in plain values and ready-made words.

    Attributes:
        ticks: values and labels of the vertical axis, from the lowest to the highest.
        observations: in time order, may be empty.
        latest_note: lines at the dotted line of the last observation ("Điều tra mới nhất", "12/2024, n = 1.032").
        gap: words at the arrow from the projection up to the last target, "" for no arrow.
    """

    ticks: tuple[Tick, ...]
    first_year: int
    last_year: int
    observations: tuple[Observation, ...] = ()
    path: tuple[PathLeg, ...] = ()
    targets: tuple[TargetPoint, ...] = ()
    projection: Projection | None = None
    latest_note: tuple[str, ...] = ()
    gap: str = ""


def trajectory_chart(
    data: Trajectory, text: ChartText, theme: Theme, *, width: float = DEFAULT_WIDTH
) -> Figure:
    """Draw the indicator; `width` in inches, the height follows."""
    points = width * POINTS
    captions = fit_captions(text, points)
    height = _SHAPE * points
    page = Page(points, captions.top + 12 + height + _FOOT + captions.bottom, theme)
    draw_captions(page, captions)
    plane = _plane(data, page, captions.top + 12, height)
    draw_grid(page, plane, data.ticks)
    draw_years(page, plane)
    room = LabelRoom(page, Box(plane.left, plane.top - 8, points - 8, plane.bottom - 2))
    _draw_marks(page, plane, data, room)
    _write_labels(plane, data, room, theme)
    return page.figure


def _plane(data: Trajectory, page: Page, top: float, height: float) -> Plane:
    left = MARGIN + max(width_of(tick.label, AXIS) for tick in data.ticks) + 10
    beside = [Label(target.lines, LABEL_STRONG, "").width for target in data.targets]
    if data.projection is not None:
        beside += [
            width_of(data.projection.label, LABEL_STRONG),
            Label(data.projection.note, LABEL, "").width,
        ]
    right = page.width - MARGIN - max(beside, default=0.0) - 8
    values = (data.ticks[0].value, data.ticks[-1].value)
    days = (date(data.first_year, 1, 1), date(data.last_year, 12, 31))
    return Plane(Box(left, top, right, top + height), days, values)


def _draw_marks(page: Page, plane: Plane, data: Trajectory, room: LabelRoom) -> None:
    _draw_bands(page, plane, data)
    theme = page.theme
    for leg in data.path:
        points = [plane.at(*leg.start), plane.at(*leg.end)]
        _line(page, points, theme.secondary, width=1.6, linestyle=(0, (5, 3)), gid="path", zorder=3)
        room.take_line(points)
    if data.projection is not None and data.observations:
        last = data.observations[-1]
        points = [plane.at(last.on, last.value), plane.at(data.projection.on, data.projection.value)]
        _line(page, points, theme.projection, width=2, linestyle=(0, (1, 1.6)), gid="projection", zorder=3)
        room.take_line(points)
    _draw_observations(page, plane, data, room)
    for target in data.targets:
        x, y = plane.at(target.on, target.value)
        look = {
            "markerfacecolor": theme.surface,
            "markeredgecolor": theme.text,
            "markeredgewidth": 2.2,
            "zorder": 5,
        }
        page.mark(x, y, "D", _DIAMOND, theme.text, gid="target", **look)
        room.take(Box(x - 8, y - 8, x + 8, y + 8))


def _draw_bands(page: Page, plane: Plane, data: Trajectory) -> None:
    known = [seen for seen in data.observations if seen.low is not None and seen.high is not None]
    lower = [plane.at(seen.on, seen.low or 0.0) for seen in known]
    upper = [plane.at(seen.on, seen.high or 0.0) for seen in known]
    if len(known) > 1:
        page.area([*upper, *reversed(lower)], page.theme.projection, alpha=0.35, gid="interval", zorder=2)
    ahead = data.projection
    if ahead is not None and ahead.low is not None and ahead.high is not None and known:
        corners = [upper[-1], plane.at(ahead.on, ahead.high), plane.at(ahead.on, ahead.low), lower[-1]]
        page.area(corners, page.theme.band, alpha=0.65, gid="projection_band", zorder=1)


def _draw_observations(page: Page, plane: Plane, data: Trajectory, room: LabelRoom) -> None:
    if not data.observations:
        return
    theme = page.theme
    points = [plane.at(seen.on, seen.value) for seen in data.observations]
    _line(page, points, theme.bar, width=3, gid="result", zorder=4)
    room.take_line(points)
    for x, y in points:
        page.mark(x, y, "o", 8, theme.bar, markeredgecolor=theme.surface, markeredgewidth=1.5, zorder=5)
        room.take(Box(x - 6, y - 6, x + 6, y + 6))
    last = data.observations[-1]
    if len(data.observations) == 1 and last.low is not None and last.high is not None:
        ends = [plane.at(last.on, last.low), plane.at(last.on, last.high)]
        _line(page, ends, theme.bar, width=2, gid="interval", zorder=4)
    x = points[-1][0]
    _line(page, [(x, plane.top), (x, plane.bottom)], theme.muted, width=1, linestyle=(0, (1, 3)), zorder=2)
    room.take_line([(x, plane.top), (x, plane.bottom)], half=0.6)


def _write_labels(plane: Plane, data: Trajectory, room: LabelRoom, theme: Theme) -> None:
    """Write the labels, those that must stand near their mark before those that may move."""
    for target in data.targets:
        block = Block((Label(target.lines, LABEL_STRONG, theme.text, gid="target_label"),))
        x, y = plane.at(target.on, target.value)
        room.write(block, around(x, y, block, 10, "esndbqpw"))
    _write_projection(plane, data, room, theme)
    for seen in reversed(data.observations):
        _write_result(plane, seen, room, theme, latest=seen is data.observations[-1])
    if data.latest_note and data.observations:
        _write_latest_note(plane, data, room, theme)
    for leg in data.path:
        _write_leg(plane, leg, room, theme)


def _write_result(plane: Plane, seen: Observation, room: LabelRoom, theme: Theme, *, latest: bool) -> None:
    if not seen.label:
        return
    style, colour = (VALUE, theme.bar) if latest else (LABEL, theme.secondary)
    block = Block((Label((seen.label,), style, colour, align="center", gid="result_label"),))
    room.write(block, around(*plane.at(seen.on, seen.value), block, 8, "npqsdbew"))


def _write_latest_note(plane: Plane, data: Trajectory, room: LabelRoom, theme: Theme) -> None:
    block = Block((Label(data.latest_note, LABEL, theme.secondary, gid="latest_note"),))
    x, _ = plane.at(data.observations[-1].on, 0.0)
    heights = [plane.top + share * (plane.bottom - plane.top) for share in (0.01, 0.85, 0.5, 0.3, 0.7)]
    room.write(block, [(side, y) for y in heights for side in (x + 7, x - block.width - 7)])


def _write_leg(plane: Plane, leg: PathLeg, room: LabelRoom, theme: Theme) -> None:
    if not leg.lines:
        return
    block = Block((Label(leg.lines, LABEL, theme.secondary, align="right", gid="path_label"),))
    (x1, y1), (x2, y2) = plane.at(*leg.start), plane.at(*leg.end)
    places: list[tuple[float, float]] = []
    for share in (0.55, 0.4, 0.7, 0.25, 0.85):
        places += around(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, block, 8, "pd")
    room.write(block, places)


def _write_projection(plane: Plane, data: Trajectory, room: LabelRoom, theme: Theme) -> None:
    ahead = data.projection
    if ahead is None:
        return
    x, y = plane.at(ahead.on, ahead.value)
    label = Label((ahead.label,), LABEL_STRONG, theme.bar, gid="projection_label")
    note = Label(ahead.note, LABEL, theme.secondary, gid="projection_note")
    block = Block((label, note))
    # The label stands level with the point, its note below; or the whole block above or further down.
    level = (x + 8, y - label.height / 2)
    room.write(block, [level, *around(x, y, block, 8, "edqsnbpw")])
    if data.gap and data.targets:
        _draw_gap(plane, data, room, theme)


def _draw_gap(plane: Plane, data: Trajectory, room: LabelRoom, theme: Theme) -> None:
    ahead, target = data.projection, data.targets[-1]
    if ahead is None:
        return
    x, bottom = plane.at(ahead.on, ahead.value)
    _, top = plane.at(target.on, target.value)
    if bottom - top < 30:
        return
    top, bottom = top + 11, bottom - 4
    page = room.page
    _line(page, [(x, top + 3), (x, bottom - 3)], theme.expected, width=1.8, gid="gap", zorder=5)
    page.mark(x, top + 3, "^", 7, theme.expected, zorder=5)
    page.mark(x, bottom - 3, "v", 7, theme.expected, zorder=5)
    room.take_line([(x, top), (x, bottom)], half=4)
    block = Block((Label((data.gap,), LABEL_STRONG, theme.expected, align="right", gid="gap_label"),))
    middle = (top + bottom) / 2
    room.write(block, around(x, middle + (bottom - top) * 0.15, block, 8, "wbp"))


def _line(page: Page, points: list[tuple[float, float]], colour: str, **look: Any) -> None:
    page.stroke([x for x, _ in points], [y for _, y in points], colour, **look)

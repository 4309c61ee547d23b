"""The marks of one row of the bullet chart: shades, bar, interval, path, target, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.charts.lettering import LABEL, width_of

if TYPE_CHECKING:
    from digiplan_desktop.charts.bullet import BulletRow
    from digiplan_desktop.charts.page import Page

BAR_HEIGHT = 20.0
_RESULT_HEIGHT = 7.0
_TARGET_WIDTH = 3.2
_TARGET_HEIGHT = 18.5
_SHADE_ENDS = (0.5, 0.8)
_LABEL_GAP = 5.0


def draw_bar(page: Page, row: BulletRow, left: float, width: float, centre: float) -> None:
    """Draw everything of the row that has a place on its scale; `centre` is the middle of the bar in y."""
    scale = _Scale(left, width, row.scale_max)
    if row.qualitative and row.value is None:
        page.stroke((left, left + width), (centre, centre), page.theme.line, width=1, linestyle=(0, (2, 3)))
        return
    _draw_shades(page, row, scale, centre)
    _draw_range(page, row, scale, centre)
    if row.value is not None:
        _draw_result(page, row, scale, centre)
        _draw_interval(page, row, scale, centre)
    if row.expected is not None:
        y = centre - BAR_HEIGHT / 2 - 4
        page.mark(scale.at(row.expected), y, "v", 6.5, page.theme.expected, gid=f"{row.id}:expected")
    if row.aim is not None and not row.qualitative:
        x = scale.at(row.aim) - _TARGET_WIDTH / 2
        y = centre - _TARGET_HEIGHT / 2
        page.box(
            x, y, _TARGET_WIDTH, _TARGET_HEIGHT, facecolor=page.theme.text, gid=f"{row.id}:aim", zorder=4
        )


class _Scale:
    """From a row's values to x in points; values beyond the ends stand at the ends."""

    def __init__(self, left: float, width: float, largest: float) -> None:
        self.left, self.width, self.largest = left, width, largest

    def at(self, value: float) -> float:
        share = value / self.largest if self.largest > 0 else 0.0
        return self.left + self.width * min(max(share, 0.0), 1.0)


def _draw_shades(page: Page, row: BulletRow, scale: _Scale, centre: float) -> None:
    dark, medium, light = page.theme.bands
    top = centre - BAR_HEIGHT / 2
    page.box(scale.left, top, scale.width, BAR_HEIGHT, facecolor=light, gid=f"{row.id}:scale")
    if row.aim is None or row.qualitative:
        return
    for share, colour in zip(reversed(_SHADE_ENDS), (medium, dark), strict=True):
        page.box(scale.left, top, scale.at(share * row.aim) - scale.left, BAR_HEIGHT, facecolor=colour)


def _draw_range(page: Page, row: BulletRow, scale: _Scale, centre: float) -> None:
    if row.aim is None or row.range_end is None or row.qualitative:
        return
    left, right = scale.at(row.aim), scale.at(row.range_end)
    look = {"facecolor": "none", "edgecolor": page.theme.text, "linewidth": 1.5, "zorder": 3.5}
    page.box(
        left, centre - BAR_HEIGHT / 2 + 0.75, right - left, BAR_HEIGHT - 1.5, gid=f"{row.id}:range", **look
    )


def _draw_result(page: Page, row: BulletRow, scale: _Scale, centre: float) -> None:
    theme = page.theme
    width = scale.at(row.value or 0.0) - scale.left
    look: dict[str, object] = {"facecolor": theme.bar}
    if row.insufficient:
        look = {
            "facecolor": theme.bands[2],
            "edgecolor": theme.muted,
            "linewidth": 0.9,
            "hatch": "////",
            "hatch_linewidth": 0.9,
        }
    top = centre - _RESULT_HEIGHT / 2
    page.box(scale.left, top, width, _RESULT_HEIGHT, gid=f"{row.id}:value", zorder=2, **look)
    if row.value is not None and row.value > scale.largest:
        page.mark(scale.left + scale.width + 3, centre, ">", 7, theme.bar, gid=f"{row.id}:beyond")


def _draw_interval(page: Page, row: BulletRow, scale: _Scale, centre: float) -> None:
    if row.low is None or row.high is None:
        return
    colour = page.theme.muted if row.insufficient else page.theme.interval
    left, right = scale.at(row.low), scale.at(row.high)
    _draw_whisker(page, (left, right), centre, colour, gid=f"{row.id}:interval")
    end_of_bar = min(scale.at(row.value or 0.0), right)
    if not row.insufficient and left < end_of_bar:
        # The part on the bar is drawn in the colour of the surface, else it would drown in the bar.
        page.stroke((left, end_of_bar), (centre, centre), page.theme.surface, width=1.4, zorder=3.1)
        page.stroke((left, left), (centre - 2.6, centre + 2.6), page.theme.surface, width=1.4, zorder=3.1)


def _draw_whisker(page: Page, ends: tuple[float, float], centre: float, colour: str, gid: str) -> None:
    page.stroke(ends, (centre, centre), colour, width=1.4, gid=gid, zorder=3)
    for x in ends:
        page.stroke((x, x), (centre - 3.5, centre + 3.5), colour, width=1.4, zorder=3)


def draw_ticks(page: Page, row: BulletRow, left: float, width: float, centre: float) -> None:
    """Write the labels under the bar; one that would touch an earlier one is left out."""
    scale = _Scale(left, width, row.scale_max)
    taken: list[tuple[float, float]] = []
    for tick in row.ticks:
        half = width_of(tick.label, LABEL) / 2
        x = scale.at(tick.value)
        if any(x - half < end + _LABEL_GAP and x + half > start - _LABEL_GAP for start, end in taken):
            continue
        taken.append((x - half, x + half))
        y = centre + BAR_HEIGHT / 2 + 13
        page.text(x, y, tick.label, LABEL, page.theme.secondary, ha="center", gid=f"{row.id}:tick")

"""The key of the bullet chart: only the marks that its rows use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.charts.lettering import LABEL, width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digiplan_desktop.charts.bullet import BulletLegend, BulletRow
    from digiplan_desktop.charts.page import Page

_MARK_ROOM = 26.0
_GAP = 20.0
_LINE = 17.0
_Draw = "Callable[[Page, float, float], None]"


def legend_height(legend: BulletLegend, rows: Sequence[BulletRow], left: float, right: float) -> float:
    """Give the height in points that the key needs between `left` and `right`; 0 without any mark."""
    lines = _break_lines(_entries(legend, rows), right - left)
    return _LINE * len(lines) + 14 if lines else 0.0


def draw_legend(page: Page, legend: BulletLegend, rows: Sequence[BulletRow], left: float, top: float) -> None:
    """Draw the key in as many lines as it needs, from `left` to the page's right margin."""
    y = top + 10
    for line in _break_lines(_entries(legend, rows), page.width - left - 36):
        x = left
        for words, draw in line:
            draw(page, x, y)
            page.text(x + _MARK_ROOM, y + 3.2, words, LABEL, page.theme.secondary, gid="legend")
            x += _MARK_ROOM + width_of(words, LABEL) + _GAP
        y += _LINE


def _entries(legend: BulletLegend, rows: Sequence[BulletRow]) -> list[tuple[str, Callable[[Page, float, float], None]]]:
    numbered = [row for row in rows if not row.qualitative]
    found = [
        (legend.result, any(row.value is not None and not row.insufficient for row in rows), _draw_result),
        (legend.interval, any(row.low is not None for row in rows), _draw_interval),
        (legend.expected, any(row.expected is not None for row in rows), _draw_expected),
        (legend.target, any(row.aim is not None for row in numbered), _draw_target),
        (legend.target_range, any(row.range_end is not None for row in numbered), _draw_range),
        (legend.insufficient, any(row.insufficient and row.value is not None for row in rows), _draw_insufficient),
    ]
    return [(words, draw) for words, used, draw in found if words and used]


def _break_lines(
    entries: Sequence[tuple[str, Callable[[Page, float, float], None]]], room: float
) -> list[list[tuple[str, Callable[[Page, float, float], None]]]]:
    lines: list[list[tuple[str, Callable[[Page, float, float], None]]]] = []
    left = 0.0
    for words, draw in entries:
        width = _MARK_ROOM + width_of(words, LABEL)
        if not lines or left + width > room:
            lines.append([])
            left = 0.0
        lines[-1].append((words, draw))
        left += width + _GAP
    return lines


def _draw_result(page: Page, x: float, y: float) -> None:
    page.box(x, y - 3.5, 21, 7, facecolor=page.theme.bar)


def _draw_interval(page: Page, x: float, y: float) -> None:
    page.stroke((x, x + 21), (y, y), page.theme.interval, width=1.4)
    for end in (x, x + 21):
        page.stroke((end, end), (y - 3.5, y + 3.5), page.theme.interval, width=1.4)


def _draw_expected(page: Page, x: float, y: float) -> None:
    page.mark(x + 16, y, "v", 6.5, page.theme.expected)


def _draw_target(page: Page, x: float, y: float) -> None:
    page.box(x + 15, y - 7, 3.2, 14, facecolor=page.theme.text)


def _draw_range(page: Page, x: float, y: float) -> None:
    page.box(x + 0.75, y - 5.5, 20, 11, facecolor="none", edgecolor=page.theme.text, linewidth=1.5)


def _draw_insufficient(page: Page, x: float, y: float) -> None:
    look = {"edgecolor": page.theme.muted, "linewidth": 0.9, "hatch": "////", "hatch_linewidth": 0.9}
    page.box(x, y - 3.5, 21, 7, facecolor=page.theme.bands[2], **look)

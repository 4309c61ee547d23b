"""The key of the bullet chart: only the marks that its rows use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.charts.captions import MARGIN
from digiplan_desktop.charts.lettering import LABEL, width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digiplan_desktop.charts.bullet import BulletLegend, BulletRow
    from digiplan_desktop.charts.page import Page

_WORD_GAP = 6.0
_ENTRY_GAP = 18.0
_LINE = 17.0


@dataclass(frozen=True)
class _Entry:
    """One mark and its word; `mark_width` in points."""

    word: str
    mark_width: float
    draw: Callable[[Page, float, float], None]

    @property
    def width(self) -> float:
        return self.mark_width + _WORD_GAP + width_of(self.word, LABEL)


def legend_height(legend: BulletLegend, rows: Sequence[BulletRow], left: float, right: float) -> float:
    """Give the height in points that the key needs between `left` and `right`; 0 without any mark."""
    lines = _break_lines(_entries(legend, rows), right - left)
    return _LINE * len(lines) + 14 if lines else 0.0


def draw_legend(page: Page, legend: BulletLegend, rows: Sequence[BulletRow], left: float, top: float) -> None:
    """Draw the key in as many lines as it needs, from `left` to the page's right margin."""
    y = top + 10
    for line in _break_lines(_entries(legend, rows), page.width - MARGIN - left):
        x = left
        for entry in line:
            entry.draw(page, x, y)
            page.text(
                x + entry.mark_width + _WORD_GAP,
                y + 3.2,
                entry.word,
                LABEL,
                page.theme.secondary,
                gid="legend",
            )
            x += entry.width + _ENTRY_GAP
        y += _LINE


def _entries(legend: BulletLegend, rows: Sequence[BulletRow]) -> list[_Entry]:
    numbered = [row for row in rows if not row.qualitative]
    measured = [row for row in rows if row.value is not None]
    found = [
        (any(not row.insufficient for row in measured), _Entry(legend.result, 21, _draw_result)),
        (any(row.low is not None for row in rows), _Entry(legend.interval, 21, _draw_interval)),
        (any(row.expected is not None for row in rows), _Entry(legend.expected, 8, _draw_expected)),
        (any(row.aim is not None for row in numbered), _Entry(legend.target, 4, _draw_target)),
        (any(row.range_end is not None for row in numbered), _Entry(legend.target_range, 21, _draw_range)),
        (any(row.insufficient for row in measured), _Entry(legend.insufficient, 21, _draw_hatched)),
    ]
    return [entry for used, entry in found if used and entry.word]


def _break_lines(entries: Sequence[_Entry], room: float) -> list[list[_Entry]]:
    lines: list[list[_Entry]] = []
    used = 0.0
    for entry in entries:
        if not lines or used + entry.width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += entry.width + _ENTRY_GAP
    return lines


def _draw_result(page: Page, x: float, y: float) -> None:
    page.box(x, y - 3.5, 21, 7, facecolor=page.theme.bar)


def _draw_interval(page: Page, x: float, y: float) -> None:
    page.stroke((x, x + 21), (y, y), page.theme.interval, width=1.4)
    for end in (x, x + 21):
        page.stroke((end, end), (y - 3.5, y + 3.5), page.theme.interval, width=1.4)


def _draw_expected(page: Page, x: float, y: float) -> None:
    page.mark(x + 4, y, "v", 6.5, page.theme.expected)


def _draw_target(page: Page, x: float, y: float) -> None:
    page.box(x, y - 7, 3.2, 14, facecolor=page.theme.text)


def _draw_range(page: Page, x: float, y: float) -> None:
    page.box(x + 0.75, y - 5.5, 20, 11, facecolor="none", edgecolor=page.theme.text, linewidth=1.5)


def _draw_hatched(page: Page, x: float, y: float) -> None:
    look = {"edgecolor": page.theme.muted, "linewidth": 0.9, "hatch": "////", "hatch_linewidth": 0.9}
    page.box(x, y - 3.5, 21, 7, facecolor=page.theme.bands[2], **look)

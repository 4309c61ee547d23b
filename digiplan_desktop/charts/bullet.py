"""The bullet chart: where each target of a plan stands, one row a target.

A row shows the result as a bar over three shades of the aim, the 95 % interval, the place the required path
has reached by today, the target as a thick tick and a target range as a frame (after Stephen Few's bullet
graph). A result the evidence does not carry is hatched. The rows are as high as their words need.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.charts.bullet_marks import BAR_HEIGHT, draw_bar, draw_ticks
from digiplan_desktop.charts.captions import MARGIN, ChartText, draw_captions, fit_captions
from digiplan_desktop.charts.glyphs import draw_glyph
from digiplan_desktop.charts.legend import draw_legend, legend_height
from digiplan_desktop.charts.lettering import DETAIL, FIGURE, NAME, STATUS, shrink, wrap
from digiplan_desktop.charts.page import POINTS, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from digiplan_desktop.charts.theme import Theme, Tone

DEFAULT_WIDTH = 11.2
SMALLEST_WIDTH = 8.4
_ROW_PADDING = 9.0
_ABOVE_BAR = 12.0
_BELOW_BAR = 17.0
_GLYPH_ROOM = 16.0
_VALUE_WIDTH = 62.0
# Between name and bar, bar and value, value and status.
_GAPS = (14.0, 14.0, 20.0)


@dataclass(frozen=True)
class Tick:
    """A label under the bar; of two that would touch, the one given first stays."""

    value: float
    label: str


@dataclass(frozen=True)
class BulletRow:
    """One target, in plain values and ready-made words.

    Values are in the unit of the row's scale (20.0 for 20 %, 9 for nine enterprises); the bar starts at 0.

    Attributes:
        id: name of the row's artists ("T1" gives the gid "T1:value" to its bar).
        scale_max: value at the right end of the bar; a result beyond it ends in an arrow.
        low, high: the 95 % interval, None where there is none.
        expected: where the required path stands today.
        aim: the target, or the lower end of its range; range_end: the upper end.
        value_text: the result as printed ("16,6%").
        status_word: its status; note: one sentence that explains it.
        ticks: labels under the bar, the most important first.
        insufficient: the evidence does not carry the result: hatched and grey.
        qualitative: the target has no number: a plain bar without shades and tick, or, without a value, none.
    """

    id: str
    name: str
    unit_line: str
    scale_max: float
    value: float | None
    tone: Tone
    status_word: str
    value_text: str = ""
    note: str = ""
    low: float | None = None
    high: float | None = None
    expected: float | None = None
    aim: float | None = None
    range_end: float | None = None
    ticks: tuple[Tick, ...] = ()
    insufficient: bool = False
    qualitative: bool = False


@dataclass(frozen=True)
class BulletLegend:
    """Words of the key over the bars; a mark without a word, or that no row uses, is left out."""

    result: str = ""
    interval: str = ""
    expected: str = ""
    target: str = ""
    target_range: str = ""
    insufficient: str = ""


@dataclass(frozen=True)
class _Columns:
    """Left edges and widths in points; the value column is named by its right edge."""

    name: float
    name_width: float
    bar: float
    bar_width: float
    value_right: float
    value_width: float
    status: float
    status_width: float


@dataclass(frozen=True)
class _FittedRow:
    row: BulletRow
    name: list[str]
    unit: list[str]
    status: list[str]
    note: list[str]

    @property
    def left(self) -> float:
        return NAME.leading * len(self.name) + DETAIL.leading * len(self.unit)

    @property
    def right(self) -> float:
        return STATUS.leading * len(self.status) + DETAIL.leading * len(self.note)

    @property
    def height(self) -> float:
        return max(self.left, self.right, _ABOVE_BAR + BAR_HEIGHT + _BELOW_BAR) + 2 * _ROW_PADDING


def bullet_chart(
    rows: Sequence[BulletRow],
    text: ChartText,
    theme: Theme,
    *,
    legend: BulletLegend | None = None,
    width: float = DEFAULT_WIDTH,
) -> Figure:
    """Draw the rows, at least one, from top to bottom.

    `width` of the figure is in inches, at least SMALLEST_WIDTH; the height follows from the words. The Figure has
    a canvas of its own; rebuild it for another width rather than stretching it.
    """
    points = max(width, SMALLEST_WIDTH) * POINTS
    columns = _columns(points)
    captions = fit_captions(text, points)
    key = legend or BulletLegend()
    fitted = [_fit(row, columns) for row in rows]
    key_height = legend_height(key, rows, columns.bar, points - MARGIN)
    page = Page(
        points, captions.top + key_height + sum(row.height for row in fitted) + captions.bottom, theme
    )
    draw_captions(page, captions)
    draw_legend(page, key, rows, columns.bar, captions.top)
    _draw_rows(page, fitted, columns, captions.top + key_height)
    return page.figure


def _columns(points: float) -> _Columns:
    room = points - 2 * MARGIN
    status_width = min(max(0.205 * room, 128.0), 170.0)
    status = points - MARGIN - status_width
    shared = room - status_width - _VALUE_WIDTH - sum(_GAPS)
    name_width = 0.42 * shared
    return _Columns(
        name=MARGIN,
        name_width=name_width,
        bar=MARGIN + name_width + _GAPS[0],
        bar_width=shared - name_width,
        value_right=status - _GAPS[2],
        value_width=_VALUE_WIDTH,
        status=status,
        status_width=status_width,
    )


def _fit(row: BulletRow, columns: _Columns) -> _FittedRow:
    beside_glyph = columns.status_width - _GLYPH_ROOM
    return _FittedRow(
        row=row,
        name=wrap(row.name, NAME, columns.name_width),
        unit=wrap(row.unit_line, DETAIL, columns.name_width) if row.unit_line else [],
        status=wrap(row.status_word, STATUS, beside_glyph),
        note=wrap(row.note, DETAIL, columns.status_width) if row.note else [],
    )


def _draw_rows(page: Page, rows: Sequence[_FittedRow], columns: _Columns, top: float) -> None:
    for index, fitted in enumerate(rows):
        if index:
            page.rule(MARGIN, page.width - MARGIN, top)
        middle = top + fitted.height / 2
        _draw_left(page, fitted, columns, middle - fitted.left / 2)
        _draw_middle(page, fitted.row, columns, middle)
        _draw_right(page, fitted, columns, middle - fitted.right / 2)
        top += fitted.height


def _draw_left(page: Page, fitted: _FittedRow, columns: _Columns, top: float) -> None:
    y = page.lines(columns.name, top + 11, fitted.name, NAME, page.theme.text, gid=f"{fitted.row.id}:name")
    page.lines(columns.name, y - 1.5, fitted.unit, DETAIL, page.theme.secondary, gid=f"{fitted.row.id}:unit")


def _draw_middle(page: Page, row: BulletRow, columns: _Columns, middle: float) -> None:
    # The bar's own block (marker above, labels below) is centred, not the bar.
    centre = middle + (_ABOVE_BAR - _BELOW_BAR) / 2
    draw_bar(page, row, columns.bar, columns.bar_width, centre)
    draw_ticks(page, row, columns.bar, columns.bar_width, centre)
    colour = page.theme.muted if row.insufficient else page.theme.text
    style = shrink(row.value_text, FIGURE, columns.value_width)
    page.text(
        columns.value_right,
        centre + style.size * 0.36,
        row.value_text,
        style,
        colour,
        ha="right",
        gid=f"{row.id}:result",
    )


def _draw_right(page: Page, fitted: _FittedRow, columns: _Columns, top: float) -> None:
    row, theme = fitted.row, page.theme
    draw_glyph(page, columns.status + 4.5, top + 7, row.tone)
    y = page.lines(
        columns.status + _GLYPH_ROOM, top + 11, fitted.status, STATUS, theme.text, gid=f"{row.id}:status"
    )
    page.lines(columns.status, y - 1, fitted.note, DETAIL, theme.secondary, gid=f"{row.id}:note")

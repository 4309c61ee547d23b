"""Where a printed return breaks into pages, so that the signatures never stand on a page without a table row.

Excel ignores manual page breaks on a sheet that is fitted to the paper's width; what remains is the height of the
table's rows. It is chosen a little larger or smaller until the breaks fall well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIXEL = 0.75
# Excel rounds the digit that measures column widths to whole pixels, LibreOffice does not: its sheet comes out
# some hundredths wider, is scaled down more, and a page holds more rows. The breaks shall fall well for both.
_SHARES_OF_ROOM = (0.985, 1.0, 1.015, 1.055, 1.07, 1.085)
_USUAL_HEIGHT, _LOWEST_HEIGHT, _HIGHEST_HEIGHT = 16.5, 15.5, 28.0
_LEAST_ROWS = 3


@dataclass(frozen=True)
class Paper:
    """The printable area in points, and the width of the sheet in pixels that is fitted to it."""

    width: float
    height: float
    sheet_width: int

    @property
    def room(self) -> float:
        """Height of a page in points of the sheet, before it is scaled to the width."""
        return self.height / min(1.0, self.width / (self.sheet_width * _PIXEL))


def choose_row_height(
    paper: Paper, opening: float, repeated: float, lines: Sequence[int], foot: float
) -> float:
    """Give the height in points of a table row of one text line.

    `opening` is the height of everything above the first row, `repeated` of the headings printed again on each
    page, `foot` of what follows the table; `lines` are the text lines of each row. Of the heights at which the
    pages end well in most programs, the one nearest to the usual height is taken.
    """

    def merit(height: float) -> tuple[int, float]:
        heights = [row_height(height, count) for count in lines]
        rooms = [paper.room * share for share in _SHARES_OF_ROOM]
        well = sum(_ends_well(room, opening, repeated, heights, foot) for room in rooms)
        return well, -abs(height - _USUAL_HEIGHT)

    steps = int((_HIGHEST_HEIGHT - _LOWEST_HEIGHT) * 4)
    return max((_LOWEST_HEIGHT + step / 4 for step in range(steps + 1)), key=merit)


def row_height(single: float, lines: int) -> float:
    """Give the height of a row of so many text lines when a row of one has the height `single`."""
    return single if lines == 1 else 3 + 13.5 * lines


def _ends_well(room: float, opening: float, repeated: float, heights: Sequence[float], foot: float) -> bool:
    """True when the foot stands whole on a page with at least a few table rows, or with all there are."""
    used, on_page = opening, 0
    for height in heights:
        if used + height > room:
            used, on_page = repeated, 0
        used += height
        on_page += 1
    return used + foot <= room and on_page >= min(_LEAST_ROWS, len(heights))

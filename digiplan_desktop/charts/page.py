"""A figure laid out in points, measured from its top-left corner, on a canvas of its own (never pyplot)."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text

from digiplan_desktop.charts.lettering import Style, font_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.backend_bases import RendererBase

    from digiplan_desktop.charts.theme import Theme

POINTS = 72.0
# As shown on a screen; a saved picture has its own resolution.
_SCREEN_DPI = 100


def _whole(points: float) -> float:
    """Round up to a twentieth of an inch: a part of a pixel at the edge would show as a dark line."""
    return ceil(round(points / POINTS * 20, 6)) / 20 * POINTS


class ChartFigure(Figure):
    """A figure whose letters keep their true widths.

    Hinting rounds each letter to whole pixels, which at 96 dots an inch makes a line up to a tenth longer
    than measured; the setting holds for its own drawing only.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draw without hinting."""
        with mpl.rc_context({"text.hinting": "no_hinting"}):
            super().draw(renderer)


class Page:
    """One axes over the whole figure whose data units are points, y running down.

    Attributes:
        figure, axes: the figure, and the axes every mark is drawn on.
        width, height: in points.
    """

    def __init__(self, width: float, height: float, theme: Theme) -> None:
        self.width, self.height, self.theme = _whole(width), _whole(height), theme
        self.figure = ChartFigure(
            figsize=(self.width / POINTS, self.height / POINTS), dpi=_SCREEN_DPI, facecolor=theme.surface
        )
        FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(self.height, 0)

    def text(self, x: float, y: float, words: str, style: Style, colour: str, **placing: Any) -> Text:
        """Write one line with its baseline at y; `placing` passes ha, va or gid to matplotlib."""
        artist = Text(
            x, y, words, color=colour, fontproperties=font_of(style, words), parse_math=False,
            **{"va": "baseline", "ha": "left", **placing},
        )  # fmt: skip
        self.axes.add_artist(artist)
        return artist

    def lines(
        self, x: float, y: float, lines: Sequence[str], style: Style, colour: str, **placing: Any
    ) -> float:
        """Write lines under one another, the first baseline at y; give the y of the next one."""
        for line in lines:
            self.text(x, y, line, style, colour, **placing)
            y += style.leading
        return y

    def area(self, corners: Sequence[tuple[float, float]], colour: str, **look: Any) -> Polygon:
        """Fill the polygon through the corners."""
        patch = Polygon(list(corners), closed=True, facecolor=colour, **{"linewidth": 0, **look})
        self.axes.add_patch(patch)
        return patch

    def box(self, x: float, y: float, width: float, height: float, **look: Any) -> Rectangle:
        """Draw a rectangle with its top-left corner at x, y."""
        patch = Rectangle((x, y), width, height, **{"linewidth": 0, **look})
        self.axes.add_patch(patch)
        return patch

    def rule(self, x1: float, x2: float, y: float) -> None:
        """Draw a hairline across."""
        self.stroke((x1, x2), (y, y), self.theme.line, width=0.8)

    def stroke(
        self, xs: Sequence[float], ys: Sequence[float], colour: str, *, width: float, **look: Any
    ) -> Line2D:
        """Draw a line through the points."""
        line = Line2D(xs, ys, color=colour, linewidth=width, **{"solid_capstyle": "butt", **look})
        self.axes.add_line(line)
        return line

    def mark(self, x: float, y: float, shape: Any, size: float, colour: str, **look: Any) -> Line2D:
        """Draw one marker centred at x, y; `size` in points."""
        look = {"markeredgewidth": 0, "linestyle": "none", **look}
        line = Line2D([x], [y], marker=shape, markersize=size, color=colour, **look)
        self.axes.add_line(line)
        return line

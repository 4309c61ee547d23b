"""Shows a chart: drawn in the background as sharp as the screen, drawn again when the width or the theme changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from digiplan_desktop.ui.theme import current_colours, current_scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from digiplan_desktop.charts.theme import Theme
    from digiplan_desktop.ui.tasks import Tasks

# Points of a figure are 1/72 inch; at this density its 11 pt text stands beside 14 px text of the window.
_DENSITY = 96.0
_PAUSE = 120


@dataclass(frozen=True)
class Drawn:
    """A chart as a picture: RGBA bytes of `width` × `height` device pixels and its words."""

    width: int
    height: int
    pixels: bytes
    words: str


class ChartView(QWidget):
    """A chart as wide as the view; its height follows.

    Signals:
        drawn: another picture is shown.
    """

    drawn = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._make: Callable[[Theme, float], Figure] | None = None
        self._width = 0
        self.picture = QLabel(self)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setScaledContents(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)

    def show_chart(self, make: Callable[[Theme, float], Figure]) -> None:
        """Show the figure that `make(theme, width in inches)` gives; it is called in the background."""
        self._make = make
        self._draw()

    def redraw(self) -> None:
        """Draw the same chart again, in the theme of now."""
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._make is not None and abs(self.width() - self._width) > 4:
            self._timer.start(_PAUSE)

    def _draw(self) -> None:
        make, pixels = self._make, self.width()
        if make is None or pixels < 100:
            return
        self._width = pixels
        ratio = self.devicePixelRatioF()
        density = _DENSITY * current_scale()
        dark = current_colours().dark

        def work() -> Drawn:
            return draw(make, pixels, density, ratio, dark=dark)

        self._tasks.run(work, lambda drawn: self._show(make, drawn, ratio))

    def _show(self, make: object, drawn: Drawn, ratio: float) -> None:
        # A picture of an older chart, or for a view that is gone, is dropped.
        if not isValid(self) or make is not self._make:
            return
        image = QImage(drawn.pixels, drawn.width, drawn.height, QImage.Format.Format_RGBA8888)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
        self.picture.setFixedHeight(round(drawn.height / ratio))
        self.picture.setAccessibleName(drawn.words)
        self.drawn.emit()


def draw(
    make: Callable[[Theme, float], Figure], pixels: int, density: float, ratio: float, *, dark: bool
) -> Drawn:
    """Draw a figure as wide as `pixels` logical pixels; a view too narrow for its text gets it smaller."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from digiplan_desktop.charts.bullet import SMALLEST_WIDTH
    from digiplan_desktop.charts.theme import DARK, LIGHT

    inches = max(SMALLEST_WIDTH, pixels / density)
    figure = make(DARK if dark else LIGHT, inches)
    figure.set_dpi(pixels * ratio / inches)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves its canvas untyped
    width, height = canvas.get_width_height()
    pixels_drawn = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return Drawn(width, height, pixels_drawn, str(figure.get_label()))

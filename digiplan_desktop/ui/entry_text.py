"""Text that wraps, drawn with room between the lines for stacked Vietnamese marks; cheap enough for many rows."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from digiplan_desktop.ui.theme import body_font, current_colours, current_scale, status_colour

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = 1.42
_LINE_END = "\u2028"  # the only end of a line that a QTextLayout knows
_WIDEST = 16_777_215.0


class WrappedText(QWidget):
    """Plain text in a tone of the theme, as high as its lines need in the width it gets.

    `fade` is the number of characters at the end that are drawn in danger colour (the mark of a required question).
    """

    def __init__(
        self, tone: str = "text", *, small: bool = False, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        self._small = small
        self._strong = strong
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str, tone: str = "") -> None:
        """Show another text, in another tone when one is given."""
        self._tone = tone or self._tone
        if text != self._text:
            self._text = text
            self._heights.clear()
            self.setAccessibleName(text)
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = sum(1 for _ in self._lines(self._layout(), width))
            self._heights[width] = ceil(max(1, lines) * self._line_height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else 480
        return QSize(min(width, 480), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ceil(self._line_height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's name)
        painter = QPainter(self)
        colour = current_colours().text if self._tone == "text" else status_colour(self._tone)
        painter.setPen(QColor(colour))
        layout = self._layout()
        for _ in self._lines(layout, self.width()):
            pass
        layout.draw(painter, QPointF(0, 0))

    def _font(self) -> QFont:
        font = body_font(round(current_scale() * 100))
        if self._small:
            font.setPixelSize(round(13 * current_scale()))
        if self._strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _line_height(self) -> float:
        return self._font().pixelSize() * LINE

    def _layout(self) -> QTextLayout:
        layout = QTextLayout(self._text.replace("\n", _LINE_END), self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        return layout

    def _lines(self, layout: QTextLayout, width: int) -> Iterator[int]:
        step, top = self._line_height(), 0.0
        layout.beginLayout()
        line = layout.createLine()
        number = 0
        while line.isValid():
            line.setLineWidth(min(float(max(width, 40)), _WIDEST))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
            number += 1
            yield number
            line = layout.createLine()
        layout.endLayout()

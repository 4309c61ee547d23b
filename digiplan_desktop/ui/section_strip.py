"""The sections of the questionnaire in one line: where the keyer is, what is done, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from digiplan_desktop.ui.theme import body_font, current_colours, current_scale, scaled, status_colour

GLYPHS = {
    "done": ("✔", "good"),
    "todo": ("○", "secondary"),
    "error": ("▲", "danger"),
    "doubt": ("△", "warning"),
}
_GAP = 4


@dataclass(frozen=True)
class SectionMark:
    """One section: its code, its title, and "done", "todo", "error" or "doubt"."""

    code: str
    title: str
    state: str


class SectionStrip(QWidget):
    """A row of marks; the current one also says its title.

    Signals:
        chosen: the index of the section that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[SectionMark, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(40))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    @property
    def marks(self) -> tuple[SectionMark, ...]:
        """What is shown."""
        return self._marks

    def show_marks(self, marks: Sequence[SectionMark], current: int) -> None:
        """Show these sections, the keyer being in the one with that index."""
        if (tuple(marks), current) != (self._marks, self._current):
            self._marks, self._current = tuple(marks), current
            self.setAccessibleName(" · ".join(f"{mark.code} {GLYPHS[mark.state][0]}" for mark in self._marks))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(400), scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, (mark, box) in enumerate(zip(self._marks, self._boxes(), strict=True)):
            self._draw(painter, box, mark, current=index == self._current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index >= 0:
            self.chosen.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index >= 0:
            mark = self._marks[index]
            QToolTip.showText(event.globalPosition().toPoint(), f"{mark.code}. {mark.title}", self)

    def _draw(self, painter: QPainter, box: QRectF, mark: SectionMark, *, current: bool) -> None:
        colours = current_colours()
        glyph, tone = GLYPHS[mark.state]
        painter.setPen(QPen(QColor(colours.accent if current else colours.line), 1.5 if current else 1))
        painter.setBrush(QColor(colours.tint if current else colours.surface))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(_font(strong=current))
        inner = box.adjusted(scaled(11), 0, -scaled(11), 0)
        painter.setPen(QColor(colours.accent if current else colours.text))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(inner, flags, _words(mark, current=current))
        painter.setPen(QColor(status_colour(tone)))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight), glyph)

    def _index_at(self, point: QPointF) -> int:
        return next((index for index, box in enumerate(self._boxes()) if box.contains(point)), -1)

    def _boxes(self) -> list[QRectF]:
        height, top, left = scaled(28), (self.height() - scaled(28)) / 2, 1.0
        boxes = []
        for index, mark in enumerate(self._marks):
            width = self._width(mark, current=index == self._current)
            boxes.append(QRectF(left, top, width, height))
            left += width + _GAP
        shift = self._shift(boxes)
        return [box.translated(-shift, 0) for box in boxes]

    def _shift(self, boxes: list[QRectF]) -> float:
        # Where the marks are too many for the line, the current one is kept in its middle.
        if not boxes or boxes[-1].right() <= self.width():
            return 0.0
        middle = boxes[min(self._current, len(boxes) - 1)].center().x() - self.width() / 2
        return max(0.0, min(middle, boxes[-1].right() + 1 - self.width()))

    def _width(self, mark: SectionMark, *, current: bool) -> float:
        from PySide6.QtGui import QFontMetricsF

        metrics = QFontMetricsF(_font(strong=current))
        glyph = metrics.horizontalAdvance(GLYPHS[mark.state][0])
        return metrics.horizontalAdvance(_words(mark, current=current)) + glyph + scaled(11 * 2 + 7)


def _words(mark: SectionMark, *, current: bool) -> str:
    title = mark.title if len(mark.title) <= 48 else mark.title[:47] + "…"
    return f"{mark.code}. {title}" if current and title else mark.code


def _font(*, strong: bool) -> QFont:
    font = body_font(round(current_scale() * 100))
    font.setPixelSize(scaled(13))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font

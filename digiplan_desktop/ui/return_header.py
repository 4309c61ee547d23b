"""The heading of a return's table: neighbouring columns of one group stand under one common heading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from digiplan_desktop.ui.theme import current_colours, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

HEIGHT = 112
_UPPER = 62
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class ReturnHeader(QHeaderView):
    """Two storeys: groups above, columns below; a column without a group has both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups: Sequence[str] = ()
        self._headings: Sequence[str] = ()
        self.setFixedHeight(scaled(HEIGHT))

    def show_headings(self, groups: Sequence[str], headings: Sequence[str]) -> None:
        """Take the words: of the group (may be empty) and of each column."""
        self._groups, self._headings = groups, headings
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = current_colours()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.surface))
        font = self.font()
        font.setPixelSize(scaled(12))
        font.setBold(True)
        painter.setFont(font)
        first = 0
        for group, members in groupby(self._groups):
            count = len(list(members))
            self._paint_group(painter, group, range(first, first + count))
            first += count
        painter.setPen(QColor(colours.line))
        bottom = self.viewport().height() - 1
        painter.drawLine(0, bottom, self.viewport().width(), bottom)
        painter.end()

    def _paint_group(self, painter: QPainter, group: str, columns: range) -> None:
        upper = scaled(_UPPER) if group else 0
        if group:
            left = self.sectionViewportPosition(columns[0])
            width = sum(self.sectionSize(column) for column in columns)
            self._paint_words(painter, group, QRect(left, 0, width, upper))
        for column in columns:
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            self._paint_words(
                painter, self._headings[column], QRect(left, upper, width, self.height() - upper)
            )

    def _paint_words(self, painter: QPainter, words: str, place: QRect) -> None:
        colours = current_colours()
        painter.setPen(QColor(colours.line))
        painter.drawLine(place.topRight(), place.bottomRight())
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.setPen(QColor(colours.secondary))
        painter.drawText(place.adjusted(4, 2, -4, -2), _FLAGS, words)

"""How one option of a short list is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from digiplan_desktop.ui.stylesheet import mix
from digiplan_desktop.ui.theme import Colours, current_colours, scaled

WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class OptionLook:
    """What an option shows; `round` marks a list of which one is chosen, square one of which several are."""

    key: str
    label: str
    chosen: bool
    under_cursor: bool
    round: bool


def option_padding() -> int:
    """Give the width of a cell beside its label: margins, key and tick."""
    return scaled(10 + 22 + 8 + 26)


def draw_option(painter: QPainter, rect: QRect, look: OptionLook) -> None:
    """Draw the cell: key, label, and a tick when it is chosen."""
    colours = current_colours()
    cell = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(_border(colours, look))
    painter.setBrush(QColor(colours.tint if look.chosen else colours.surface))
    painter.drawRoundedRect(cell, 6, 6)
    _draw_key(painter, rect, look, colours)
    painter.setPen(QColor(colours.text))
    left = scaled(10 + 22 + 8)
    painter.drawText(rect.adjusted(left, 0, -scaled(24), 0), WRAPPED, look.label)
    if look.chosen:
        _draw_tick(painter, rect, colours)


def _border(colours: Colours, look: OptionLook) -> QPen:
    if look.under_cursor:
        return QPen(QColor(colours.accent), 2)
    strong = mix(colours.line, colours.secondary, 0.7)
    return QPen(QColor(colours.accent if look.chosen else strong), 1.5 if look.chosen else 1)


def _draw_key(painter: QPainter, rect: QRect, look: OptionLook, colours: Colours) -> None:
    size = scaled(22)
    box = QRectF(rect.left() + scaled(8), rect.center().y() - size / 2 + 0.5, size, size)
    painter.setPen(QPen(QColor(colours.accent if look.chosen else colours.secondary), 1))
    painter.setBrush(QColor(colours.accent if look.chosen else colours.sunken))
    corner = size / 2 if look.round else 4
    painter.drawRoundedRect(box, corner, corner)
    painter.setPen(QColor(colours.on_accent if look.chosen else colours.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), look.key)


def _draw_tick(painter: QPainter, rect: QRect, colours: Colours) -> None:
    right, middle, unit = rect.right() - scaled(18), rect.center().y() + 1, scaled(4)
    points = [
        QPointF(right, middle),
        QPointF(right + unit, middle + unit),
        QPointF(right + 3 * unit, middle - unit),
    ]
    painter.setPen(QPen(QColor(colours.accent), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))

"""Line icons (Lucide), drawn in a colour of the theme; widgets remember which, so that a new theme can redraw them."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from digiplan_desktop import paths
from digiplan_desktop.ui.theme import current_colours, status_colour

SIZE = 20


def icon(name: str, tone: str = "text") -> QIcon:
    """Give the icon `name` in the colour of `tone`; accent when a button is checked, secondary when it is off."""
    made = QIcon()
    # As dense as the screens are; drawing for screens that are not there would slow the start.
    ratios = {1, *(math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}
    colours = current_colours()
    modes = (
        (QIcon.Mode.Normal, QIcon.State.Off, status_colour(tone)),
        (QIcon.Mode.Normal, QIcon.State.On, colours.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, colours.secondary),
    )
    for mode, state, colour in modes:
        for ratio in ratios:
            made.addPixmap(pixmap(name, colour, SIZE, ratio), mode, state)
    return made


def set_icon(widget: QAbstractButton | QLabel, name: str, tone: str = "text", size: int = SIZE) -> None:
    """Show an icon on a button or label and remember it for `redraw_icons`."""
    widget.setProperty("iconName", name)
    widget.setProperty("iconTone", tone)
    widget.setProperty("iconSize", size)
    if isinstance(widget, QLabel):
        colour = current_colours().on_accent if tone == "on_accent" else status_colour(tone)
        widget.setPixmap(pixmap(name, colour, size, max(1, round(widget.devicePixelRatioF()))))
    elif tone == "on_accent":
        widget.setIcon(QIcon(pixmap(name, current_colours().on_accent, SIZE, 2)))
    else:
        widget.setIcon(icon(name, tone))


def redraw_icons(root: QObject) -> None:
    """Draw every remembered icon under `root` again, in the colours of the theme of now."""
    for widget in (*root.findChildren(QAbstractButton), *root.findChildren(QLabel)):
        name = widget.property("iconName")
        if name and isinstance(widget, QAbstractButton | QLabel):
            set_icon(widget, name, widget.property("iconTone"), widget.property("iconSize"))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (paths.ICONS / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int, ratio: int) -> QPixmap:
    """Give the icon as a square picture of `size` logical pixels for a screen of that pixel ratio."""
    source = _source(name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    drawn = QPixmap(size * ratio, size * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn

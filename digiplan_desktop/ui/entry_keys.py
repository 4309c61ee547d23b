"""The strip at the bottom that shows which keys apply now."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digiplan_desktop.ui.stylesheet import mix
from digiplan_desktop.ui.theme import body_font, current_colours, current_scale, scaled


class KeyStrip(QWidget):
    """Keys as key caps, each with its word; what does not fit is left out at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[tuple[str, str], ...] = ()
        self.setFixedHeight(scaled(32))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that are shown, each with its word."""
        return self._keys

    def show_question(self, kind: str, *, doubtful: bool, problems: bool) -> None:
        """Show the keys for a question of that kind of editor."""
        keys = [*self._answer_keys(kind)]
        if doubtful:
            keys.append(("Ctrl+Enter", self.tr("confirm and give reason")))
        if problems:
            keys.append(("F8", self.tr("next problem")))
        keys += [
            ("Ctrl+PgDn", self.tr("next section")),
            ("F6", self.tr("go to question")),
            ("Ctrl+Shift+Enter", self.tr("complete")),
            ("Ctrl+Z", self.tr("undo")),
            ("F9", self.tr("register")),
        ]
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.setAccessibleName(", ".join(f"{key}: {word}" for key, word in self._keys))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(400), scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_colours()
        font = body_font(round(current_scale() * 100))
        font.setPixelSize(scaled(12))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        left, middle, high = scaled(14), self.height() / 2, scaled(19)
        for key, word in self._keys:
            cap, text = metrics.horizontalAdvance(key) + scaled(10), metrics.horizontalAdvance(word)
            if left + cap + text + scaled(16) > self.width():
                break
            painter.setPen(QPen(QColor(mix(colours.line, colours.secondary, 0.5)), 1))
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(left + 0.5, middle - high / 2, cap, high, 4, 4)  # type: ignore[call-overload]
            painter.setPen(QColor(colours.text))
            base = round(middle + (metrics.ascent() - metrics.descent()) / 2)
            painter.drawText(left + scaled(5), base, key)
            painter.setPen(QColor(colours.secondary))
            painter.drawText(left + cap + scaled(5), base, word)
            left += cap + text + scaled(19)

    def _answer_keys(self, kind: str) -> list[tuple[str, str]]:
        next_key = ("Enter", self.tr("next"))
        by_kind = {
            "one": [(self.tr("Digit"), self.tr("chooses")), next_key],
            "many": [
                (self.tr("Digit"), self.tr("adds or removes")),
                (",", self.tr("between codes")),
                next_key,
            ],
            "list": [(self.tr("Letters"), self.tr("search")), ("↓", self.tr("all options")), next_key],
            "list_many": [(self.tr("Letters"), self.tr("search")), ("Enter", self.tr("adds, then next"))],
            "date": [(self.tr("ddmmyyyy"), self.tr("day")), next_key],
            "block": [next_key, ("Shift+Enter", self.tr("new line"))],
        }
        return [*by_kind.get(kind, [next_key]), ("Shift+Tab", self.tr("back"))]

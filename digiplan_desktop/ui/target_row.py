"""One line of the list of targets: status by glyph, word and colour, name, value."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from digiplan_desktop.ui.terms import status_glyph, status_tone, status_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Paragraph, label


class TargetRow(QPushButton):
    """A line that can be chosen."""

    def __init__(self, name: str, value: str, status: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "listed")
        self.setCheckable(True)
        self.setAccessibleName(f"{name}: {value}, {status_word(status)}")
        tone = status_tone(status)
        glyph = label(status_glyph(status), "", tone or "muted")
        glyph.setFixedWidth(scaled(20))
        glyph.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(name))
        words.addWidget(label(status_word(status), "state", tone or "muted"))
        number = label(value, "number")
        number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(14, 10, 16, 10)
        bar.setSpacing(8)
        bar.addWidget(glyph, alignment=Qt.AlignmentFlag.AlignTop)
        bar.addLayout(words, 1)
        bar.addWidget(number, alignment=Qt.AlignmentFlag.AlignTop)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Give the size that the words inside need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

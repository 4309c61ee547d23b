"""A card that says what waits for a person and opens the page where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from digiplan_desktop.ui.icons import set_icon
from digiplan_desktop.ui.terms import status_glyph, status_tone, status_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Card, Paragraph, button, label, row

if TYPE_CHECKING:
    from collections.abc import Iterator


class TodoCard(Card):
    """Heading, a few lines or a sentence, perhaps a bar of progress, one button.

    Signals:
        opened: the button was pressed.
    """

    opened = Signal()

    def __init__(self, heading: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        picture = QLabel()
        set_icon(picture, icon, "secondary", 18)
        self.column.addLayout(row(picture, label(heading, "heading"), None))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.sentence = Paragraph("", "secondary")
        self.button = button("", role="link")
        self.button.clicked.connect(self.opened)
        self.column.addWidget(self.bar)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.sentence)
        self.column.addLayout(row(self.button, None))

    def show_text(self, sentence: str, deed: str) -> None:
        """Show a sentence and the words on the button."""
        self.sentence.set_text(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.setText(deed)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of the work is done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.bar.show()

    def add_status(self, name: str, status: str) -> None:
        """Add a line about a target: glyph, name, and its status below."""
        tone = status_tone(status) or "muted"
        glyph = label(status_glyph(status), "", tone)
        glyph.setFixedWidth(scaled(16))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(name))
        words.addWidget(label(status_word(status), "state", tone))
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(glyph, alignment=Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        self._lines.addWidget(line)

    def clear_lines(self) -> None:
        """Take all lines away."""
        for line in list(self._widgets()):
            line.deleteLater()
            self._lines.removeWidget(line)

    def _widgets(self) -> Iterator[QWidget]:
        for index in range(self._lines.count()):
            item = self._lines.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                yield widget

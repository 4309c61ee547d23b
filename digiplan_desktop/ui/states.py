"""What a page shows instead of its content: that it is loading, why it is empty, what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from digiplan_desktop.ui.icons import set_icon
from digiplan_desktop.ui.widgets import Paragraph, label, primary_button, row

if TYPE_CHECKING:
    from collections.abc import Callable


class StateView(QWidget):
    """An icon, a title, a sentence and at most one button, in the middle of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: Callable[[], Any] | None = None
        self.icon = QLabel(self)
        self.title = label("", "heading")
        self.sentence = Paragraph("", centred=True)
        self.button: QPushButton = primary_button("")
        self.button.clicked.connect(self._act)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self.icon, self.title, self.sentence, self.button):
            column.addLayout(row(None, widget, None))
        column.addStretch(3)
        self.sentence.setFixedWidth(520)

    def show_loading(self, sentence: str = "") -> None:
        """Say that the page is being read."""
        self._show(
            "clock", self.tr("Reading the store"), sentence or self.tr("This takes a moment."), "", None
        )

    def show_empty(self, title: str, sentence: str, action: str, call: Callable[[], Any] | None) -> None:
        """Say what the page is for, why it is empty, and what to do next."""
        self._show("inbox", title, sentence, action, call)

    def show_error(self, sentence: str, call: Callable[[], Any] | None) -> None:
        """Say what went wrong, in the words of `messages`."""
        self._show("circle-alert", self.tr("This page cannot be shown"), sentence, self.tr("Try again"), call)
        set_icon(self.icon, "circle-alert", "danger", 40)

    def _show(
        self, icon: str, title: str, sentence: str, action: str, call: Callable[[], Any] | None
    ) -> None:
        set_icon(self.icon, icon, "secondary", 40)
        self.title.setText(title)
        self.sentence.set_text(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._call = call

    def _act(self) -> None:
        if self._call is not None:
            self._call()

"""The bar above the page: its title, the current round, the quick search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.actions.rounds import Round

HEIGHT = 56


class Header(QWidget):
    """Title at the left; round and search at the right.

    Signals:
        round_chosen: the id of the round that was chosen.
        search_wanted: the quick search is to be opened.
    """

    round_chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "header")
        self.setFixedHeight(scaled(HEIGHT))
        self.title = label("", "title")
        self._caption = label(self.tr("Round"), "secondary")
        self.rounds = QComboBox(self)
        self.rounds.setMinimumWidth(scaled(220))
        self.rounds.setAccessibleName(self.tr("Current round"))
        self.rounds.activated.connect(self._choose)
        self.search = button(self.tr("Search  Ctrl+K"), "search")
        self.search.clicked.connect(self.search_wanted)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(24, 0, 24, 1)
        bar.setSpacing(8)
        bar.addWidget(self.title)
        bar.addStretch(1)
        bar.addWidget(self._caption)
        bar.addWidget(self.rounds)
        bar.addSpacing(8)
        bar.addWidget(self.search)
        self.show_rounds((), "")

    def show_rounds(self, rounds: Sequence[Round], chosen: str) -> None:
        """Offer the rounds; without any, the choice is not shown."""
        with QSignalBlocker(self.rounds):
            self.rounds.clear()
            for known in rounds:
                self.rounds.addItem(known.title, known.id)
            self.rounds.setCurrentIndex(max(0, self.rounds.findData(chosen)))
        self.rounds.setVisible(bool(rounds))
        self._caption.setVisible(bool(rounds))

    def _choose(self, index: int) -> None:
        self.round_chosen.emit(str(self.rounds.itemData(index)))

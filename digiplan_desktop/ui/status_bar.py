"""The line at the bottom that never lies: what is on the disk, how much is on this machine, who works."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, label, set_tone

if TYPE_CHECKING:
    from datetime import datetime

    from digiplan_desktop.store.storage import StoreState

HEIGHT = 32
_SHOWN = 6000


class StatusBar(QWidget):
    """Saved at, changes here, conflicts, user; a passing line of news at the right.

    Signals:
        page_wanted: the page that holds the list behind a number.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "statusbar")
        self.setFixedHeight(scaled(HEIGHT))
        self.saved = label("", "secondary")
        self.changes = button("", role="status")
        self.conflicts = button("", role="status")
        self.user = label("", "secondary")
        self.news = label("", "secondary")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.news.setText(""))
        for number in (self.changes, self.conflicts):
            number.clicked.connect(lambda: self.page_wanted.emit("exchange"))
            number.hide()
        bar = QHBoxLayout(self)
        bar.setContentsMargins(16, 1, 16, 0)
        bar.setSpacing(4)
        for widget in (self.saved, self.changes, self.conflicts, self.user):
            bar.addWidget(widget)
            bar.addSpacing(8)
        bar.addStretch(1)
        bar.addWidget(self.news)

    def show_saved(self, at: datetime) -> None:
        """Say since when the latest change is on the disk."""
        local = at.astimezone()
        today = local.date() == date.today()  # noqa: DTZ011 (the user's own calendar)
        day = "" if today else format_date(local.date(), current_language()) + " "
        self.saved.setText(self.tr("✔ Saved {time}").format(time=f"{day}{local:%H:%M:%S}"))
        set_tone(self.saved, "good")

    def show_unsaved(self) -> None:
        """Say that something was typed that is not on the disk yet."""
        self.saved.setText(self.tr("Saving …"))
        set_tone(self.saved, "warning")

    def show_state(self, state: StoreState, user: str) -> None:
        """Show the numbers of the store and who works with it."""
        language = current_language()
        revisions = format_number(state.revisions, 0, language)
        conflicts = format_number(state.conflicts, 0, language)
        self.changes.setText(self.tr("Changes on this machine: {count}").format(count=revisions))
        self.conflicts.setText(self.tr("Conflicts: {count}").format(count=conflicts))
        self.changes.show()
        self.conflicts.show()
        self.user.setText(self.tr("User: {name}").format(name=user) if user else "")

    def tell(self, sentence: str) -> None:
        """Show a line of news for some seconds."""
        self.news.setText(sentence)
        self._timer.start(_SHOWN)

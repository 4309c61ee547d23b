"""Who is asked, where the keyer is, and how much is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, label, set_tone


class EntryHeader(QWidget):
    """One line above the questionnaire; `back` leads to the worklist."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button(self.tr("Worklist  Esc"), role="quiet")
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title: QLabel = label("", "strong")
        self.subtitle: QLabel = label("", "secondary")
        self.place: QLabel = label("", "secondary")
        self.missing: QLabel = label("", "strong")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 16, 2)
        line.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        state = QVBoxLayout()
        state.setSpacing(0)
        state.addWidget(self.missing, alignment=Qt.AlignmentFlag.AlignRight)
        state.addWidget(self.place, alignment=Qt.AlignmentFlag.AlignRight)
        line.addWidget(self.back)
        line.addLayout(names, 1)
        line.addLayout(state)
        self.title.setMinimumWidth(scaled(120))

    def show_respondent(self, title: str, subtitle: str) -> None:
        """Say whose questionnaire this is."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def show_place(self, section: str, number: int, count: int) -> None:
        """Say where in the questionnaire the keyer is."""
        place = self.tr("Section {section}, question {number} of {count}")
        self.place.setText(place.format(section=section, number=number, count=count))

    def show_left(self, missing: int, errors: int, doubts: int) -> None:
        """Say what stands between here and a complete questionnaire."""
        parts = []
        if errors:
            parts.append("▲ " + self.tr("%n error(s)", "", errors))
        if doubts:
            parts.append("△ " + self.tr("%n check(s) without a reason", "", doubts))
        if missing:
            parts.append("○ " + self.tr("%n required question(s) left", "", missing))
        self.missing.setText(" · ".join(parts) or "✔ " + self.tr("Nothing is missing"))
        tone = "danger" if errors else "warning" if doubts else "" if missing else "good"
        set_tone(self.missing, tone)

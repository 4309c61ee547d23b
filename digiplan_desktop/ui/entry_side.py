"""The panel beside the questionnaire (F9): what the register knows about the respondent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from digiplan_desktop.ui.entry_text import WrappedText
from digiplan_desktop.ui.messages import field_word, size_word, state_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = (
    "name",
    "tax_code",
    "area_name",
    "area_text",
    "address",
    "phone",
    "email",
    "legal_rep",
    "activity",
    "vsic5",
    "reg_date",
    "emp",
    "capital",
    "size",
    "status",
)


class RegisterPanel(QScrollArea):
    """The facts of one enterprise, a line of name and a line of value each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(scaled(288))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Show what the register knows; without an enterprise, say so."""
        inner = QFrame()
        inner.setProperty("role", "card")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(1)
        column.addWidget(label(self.tr("In the register"), "heading"))
        shown = [(name, _fact(name, facts[name])) for name in _FIELDS if facts.get(name)]
        for name, value in shown:
            column.addSpacing(6)
            column.addWidget(
                _line(field_word("area" if name == "area_name" else name), "secondary", small=True)
            )
            column.addWidget(_line(value, "text"))
        if not shown:
            column.addWidget(
                _line(self.tr("This questionnaire belongs to no enterprise of the register."), "secondary")
            )
        column.addStretch(1)
        self.setWidget(inner)


def _fact(name: str, value: str) -> str:
    from digiplan_desktop.ui.entry_answers import show_date, show_number
    from digiplan_desktop.ui.language import current_language

    if name == "size":
        return size_word(value)
    if name == "status":
        return state_word(value)
    if name == "reg_date":
        return show_date(value)
    return show_number(value, current_language()) if name in {"emp", "capital"} else value


def _line(text: str, tone: str, *, small: bool = False) -> WrappedText:
    made = WrappedText(tone, small=small)
    made.set_text(text)
    return made

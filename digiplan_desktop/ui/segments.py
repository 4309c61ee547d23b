"""A few choices side by side, of which one is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from digiplan_desktop.ui.widgets import button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Segments(QWidget):
    """A few choices side by side, one of them pressed."""

    def __init__(self, choices: Mapping[str, str], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(0)
        for value, word in choices.items():
            made = button(word, role="segment")
            made.setCheckable(True)
            made.setChecked(value == chosen)
            self._group.addButton(made)
            self.buttons[value] = made
            bar.addWidget(made)
        bar.addStretch(1)

    @property
    def value(self) -> str:
        """The value of the pressed button."""
        return next((value for value, made in self.buttons.items() if made.isChecked()), "")

    def on_chosen(self, call: Callable[[str], None]) -> None:
        """Call with the value of a button when it is pressed."""
        for value, made in self.buttons.items():
            made.clicked.connect(lambda _checked=False, value=value: call(value))

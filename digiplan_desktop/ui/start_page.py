"""What the window shows when no store is open: why, and the ways on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digiplan_desktop.errors import StoreHeld, StoreMissing, UserError
from digiplan_desktop.ui.dialogs import choose_folder
from digiplan_desktop.ui.icons import set_icon
from digiplan_desktop.ui.messages import text_of
from digiplan_desktop.ui.widgets import Card, Paragraph, button, label, primary_button, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class StartPage(QWidget):
    """Make a store, make a demo, choose a folder, or try again.

    Signals:
        create_wanted, demo_wanted, open_wanted: with the folder (Path).
    """

    create_wanted = Signal(object)
    demo_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, folder: Path, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self._folder = folder
        self._missing = isinstance(error, StoreMissing)
        self.sentence = Paragraph(text_of(error))
        self.buttons: dict[str, QPushButton] = {}
        card = Card()
        card.setFixedWidth(640)
        card.column.setContentsMargins(32, 28, 32, 28)
        card.column.setSpacing(12)
        card.column.addWidget(self._picture(error))
        card.column.addWidget(label(self._heading(error), "title"))
        if self._missing:
            card.column.addWidget(Paragraph(self._welcome()))
        card.column.addWidget(self.sentence)
        card.column.addSpacing(8)
        self._add_buttons(card)
        column = QVBoxLayout(self)
        column.addStretch(1)
        # An alignment would take the card at its hint, which knows nothing of wrapped lines.
        column.addLayout(row(None, card, None))
        column.addStretch(2)

    def _picture(self, error: UserError) -> QLabel:
        picture = QLabel()
        name = "database" if self._missing else "lock" if isinstance(error, StoreHeld) else "circle-alert"
        set_icon(picture, name, "accent" if self._missing else "danger", 36)
        return picture

    def _heading(self, error: UserError) -> str:
        if self._missing:
            return self.tr("Welcome to DigiPlan")
        if isinstance(error, StoreHeld):
            return self.tr("The work store is already open")
        return self.tr("The work store cannot be opened")

    def _welcome(self) -> str:
        return self.tr(
            "DigiPlan keeps the register of enterprises, the questionnaires and the targets of the plan "
            "in a work store: one folder on this machine."
        )

    def _add_buttons(self, card: Card) -> None:
        if self._missing:
            create = primary_button(self.tr("Make a new work store"), "plus")
            create.clicked.connect(lambda: self.create_wanted.emit(self._folder))
            demo = button(self.tr("Make a demo with invented data"), "flask-conical")
            demo.clicked.connect(lambda: self.demo_wanted.emit(self._folder))
            self.buttons |= {"create": create, "demo": demo}
        else:
            again = primary_button(self.tr("Try again"), "refresh-cw")
            again.clicked.connect(lambda: self.open_wanted.emit(self._folder))
            self.buttons["again"] = again
        other = button(self.tr("Choose another folder …"), "folder-open")
        other.clicked.connect(self._choose)
        self.buttons["choose"] = other
        first, *rest = self.buttons.values()
        card.column.addLayout(row(first, None))
        card.column.addLayout(row(*rest, None))

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Choose the folder of a work store"), self._folder.parent)
        if folder is not None:
            self.open_wanted.emit(folder)

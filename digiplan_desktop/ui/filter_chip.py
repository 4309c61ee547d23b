"""A filter as a rounded button: it opens a short list with a search line and shows what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from digiplan_desktop.text import fold
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import repolish

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEARCH_FROM = 9


class FilterChip(QPushButton):
    """One filter of a list.

    Signals:
        chosen: the value that was chosen; "" for any.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._choices: Sequence[tuple[str, str]] = ()
        self._value = ""
        self.setProperty("role", "chip")
        self.clicked.connect(self._open)
        self._show()

    @property
    def value(self) -> str:
        """The chosen value; "" for any."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (value, word) pairs; a chosen value that is no longer offered is let go."""
        self._choices = choices
        if self._value not in {value for value, _word in choices}:
            self._value = ""
        self._show()

    def choose(self, value: str) -> None:
        """Choose a value and tell it."""
        if value != self._value:
            self._value = value
            self._show()
            self.chosen.emit(value)

    def clear(self) -> None:
        """Let every value pass again, without telling."""
        self._value = ""
        self._show()

    def _show(self) -> None:
        word = dict(self._choices).get(self._value, "")
        self.setText(f"{self._name}: {word}" if word else f"{self._name}  ▾")
        self.setProperty("chosen", "true" if word else "false")
        repolish(self)

    def _open(self) -> None:
        popup = ChoicePopup([("", self.tr("All")), *self._choices], self._value, self)
        popup.chosen.connect(self.choose)
        popup.open_below(self)


class ChoicePopup(QFrame):
    """The list under a chip.

    Signals:
        chosen: the value of the line that was taken.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type to narrow the list"))
        self.field.setVisible(len(choices) > _SEARCH_FROM)
        self.list = QListWidget(self)
        self.list.setProperty("role", "popup")
        for choice, word in choices:
            item = QListWidgetItem(word)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            self.list.addItem(item)
            if choice == value:
                self.list.setCurrentItem(item)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._take_current)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)

    def open_below(self, anchor: QWidget) -> None:
        """Show the list under a widget, high enough for its lines but no higher than needed."""
        lines = min(self.list.count(), 11)
        self.resize(
            scaled(280), scaled(34) * lines + (scaled(44) if self.field.isVisibleTo(self) else 0) + 28
        )
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        self.show()
        (self.field if self.field.isVisibleTo(self) else self.list).setFocus()

    def _narrow(self, text: str) -> None:
        needle = fold(text)
        first = None
        for index in range(self.list.count()):
            item = self.list.item(index)
            fits = needle in fold(item.text())
            item.setHidden(not fits)
            first = item if fits and first is None else first
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self.list.setCurrentRow(-1)

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
        self.close()

"""The column of pages at the left: icon and word, folded to icons in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from digiplan_desktop.ui.icons import SIZE, set_icon
from digiplan_desktop.ui.page import PAGE_NAMES
from digiplan_desktop.ui.theme import scaled, title_font
from digiplan_desktop.ui.widgets import label, repolish

if TYPE_CHECKING:
    from collections.abc import Mapping

_ICONS = {
    "overview": "layout-dashboard",
    "enterprises": "building-2",
    "questionnaires": "clipboard-pen-line",
    "targets": "target",
    "returns": "table-2",
    "exchange": "arrow-left-right",
    "settings": "settings",
}
WIDE = 208
NARROW = 64


class Sidebar(QWidget):
    """Seven buttons, one of them pressed.

    Signals:
        chosen: the name of the page that was asked for.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "sidebar")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._folded: bool | None = None
        self._brand = label("DigiPlan")
        self._brand.setFont(title_font(18))
        self._brand.setContentsMargins(20, 14, 8, 18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(2)
        column.addWidget(self._brand)
        for number, (name, word) in enumerate(self.words().items(), start=1):
            column.addWidget(self._button(name, word, number))
        column.addStretch(1)
        self.fold(folded=False)

    def words(self) -> Mapping[str, str]:
        """Give the word of each page, in the order of the sidebar."""
        words = (
            self.tr("Overview"),
            self.tr("Enterprises"),
            self.tr("Questionnaires"),
            self.tr("Targets"),
            self.tr("Returns"),
            self.tr("Exchange"),
            self.tr("Settings"),
        )
        return dict(zip(PAGE_NAMES, words, strict=True))

    def choose(self, name: str) -> None:
        """Show which page is open."""
        self._buttons[name].setChecked(True)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, with the words as tool tips, or icons with words."""
        if folded == self._folded:
            return
        self._folded = folded
        self.setFixedWidth(NARROW if folded else scaled(WIDE))
        self._brand.setText("D" if folded else "DigiPlan")
        for name, button in self._buttons.items():
            word = self.words()[name]
            button.setText("" if folded else f"  {word}")
            button.setProperty("folded", folded)
            repolish(button)

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close every page; without a store there is nothing to open."""
        for button in self._buttons.values():
            button.setEnabled(enabled)

    def _button(self, name: str, word: str, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setToolTip(self.tr("{page} (Alt+{number})").format(page=word, number=number))
        button.setAccessibleName(word)
        set_icon(button, _ICONS[name])
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button

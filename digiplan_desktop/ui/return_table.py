"""The table of a return on the screen: the same cells as on paper, with its levels set off by weight and indent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from digiplan_desktop.ui.return_header import ReturnHeader
from digiplan_desktop.ui.table import PlainTable
from digiplan_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from digiplan_desktop.returns.bieu01 import Preview, PreviewRow

_WIDTHS = {"number": 52, "name": 210, "note": 150}
_NUMBER_WIDTH = 82
_TEXT_KEYS = ("number", "name", "note")


class ReturnTable(PlainTable):
    """Shows one return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self.setProperty("role", "inside")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._head = ReturnHeader(self)
        self.setHorizontalHeader(self._head)
        self._head.show()

    def show_preview(self, preview: Preview) -> None:
        """Show the rows of a return under their headings."""
        self.clear()
        self.setColumnCount(len(preview.columns))
        self.setRowCount(len(preview.rows))
        self._head.show_headings(
            [column.group for column in preview.columns], [column.heading for column in preview.columns]
        )
        self.setHorizontalHeaderLabels([column.heading for column in preview.columns])
        textual = [column.key in _TEXT_KEYS for column in preview.columns]
        for number, line in enumerate(preview.rows):
            self._fill_row(number, line, textual)
        for number, column in enumerate(preview.columns):
            self.setColumnWidth(number, scaled(_WIDTHS.get(column.key, _NUMBER_WIDTH)))

    def _fill_row(self, number: int, line: PreviewRow, textual: list[bool]) -> None:
        for place, text in enumerate(line.cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            side = Qt.AlignmentFlag.AlignLeft if textual[place] else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if line.level < 2:
                font = self.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(number, place, item)

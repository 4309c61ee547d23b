"""The worklist of a round as a table model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from digiplan_desktop.ui.terms import response_word
from digiplan_desktop.ui.theme import status_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.actions.worklists import WorkItem

COLUMNS = ("tax_code", "name", "area_name", "status")
Index = QModelIndex | QPersistentModelIndex


class WorklistModel(QAbstractTableModel):
    """The lines that were found, in the order of the worklist."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[WorkItem, ...] = ()

    def show_items(self, items: Sequence[WorkItem]) -> None:
        """Show these lines instead of the former ones."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def item(self, row: int) -> WorkItem | None:
        """Give the line of a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, response_id: str) -> int:
        """Give the row of a questionnaire, or -1."""
        return next((row for row, item in enumerate(self._items) if item.response_id == response_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(COLUMNS)

    def headings(self) -> tuple[str, ...]:
        """Give the words over the columns."""
        return self.tr("Tax code"), self.tr("Respondent"), self.tr("Commune"), self.tr("Questionnaire")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if item is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.ForegroundRole and column == "status":
            return QColor(status_colour(response_word(item.status)[1] or "secondary"))
        return None

    def lines(self, rows: Sequence[int]) -> list[list[str]]:
        """Give rows as text under their headings, to be copied as a table."""
        chosen = [self.item(row) for row in rows]
        return [
            list(self.headings()),
            *([self._text(item, name) for name in COLUMNS] for item in chosen if item),
        ]

    def _text(self, item: WorkItem, column: str) -> str:
        if column == "status":
            glyph, _tone, word = response_word(item.status)
            return f"{glyph} {word}"
        if column == "name":
            return item.name or self.tr("Without a respondent")
        return str(getattr(item, column))

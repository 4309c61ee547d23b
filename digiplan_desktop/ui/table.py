"""The one kind of table: rows of 32 px, a tinted selection with a bar at its left, Ctrl+C copies as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from digiplan_desktop.ui.theme import current_colours, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BAR = 3


class BarDelegate(QStyledItemDelegate):
    """Draws a bar in the accent colour at the left of a selected row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        rect: QRect = option.rect
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.x(), rect.y(), _BAR, rect.height(), QColor(current_colours().accent))


class TableView(QTableView):
    """A table to read and choose from.

    Signals:
        copied: how many rows went to the clipboard.
        opened: Enter or a double click on a row.
    """

    copied = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def selected_rows(self) -> list[int]:
        """Give the numbers of the selected rows, in order."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        rows = self.selected_rows()
        model = self.model()
        lines = getattr(model, "lines", None)
        if rows and lines is not None:
            copy_table(lines(rows))
            self.copied.emit(len(rows))


class PlainTable(QTableWidget):
    """A small table that is filled at once."""

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setHorizontalHeaderLabels(list(headings))
        dress(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, rows: Iterable[Sequence[str]]) -> None:
        """Show these rows of text instead of what was there."""
        listed = list(rows)
        self.setRowCount(len(listed))
        for number, cells in enumerate(listed):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(number, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_table(self._lines())
        else:
            super().keyPressEvent(event)

    def _lines(self) -> list[list[str]]:
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        columns = range(self.columnCount())
        heads = [self.horizontalHeaderItem(column) for column in columns]
        cells = [[self.item(row, column) for column in columns] for row in chosen]
        return [[item.text() if item else "" for item in line] for line in (heads, *cells)]


ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def dress(view: QTableView) -> None:
    """Give a table the looks and manners of all tables of the window."""
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setItemDelegate(BarDelegate(view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(scaled(32))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    header.setFixedHeight(scaled(34))
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def copy_table(lines: Sequence[Sequence[str]]) -> None:
    """Put lines of cells on the clipboard, as Excel takes them."""
    cleaned = ["\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in lines]
    QGuiApplication.clipboard().setText("\n".join(cleaned))

"""The list of enterprises as a table model: rows are fetched by window, from the nearest page already known."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from shiboken6 import isValid

from digiplan_desktop.text import format_date
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.terms import response_word, size_word, state_word
from digiplan_desktop.ui.theme import status_colour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from digiplan_desktop.store.enterprises import Cursor, EnterpriseQuery, EnterpriseRow
    from digiplan_desktop.ui.page import PageContext

COLUMNS = ("tax_code", "name", "area", "size", "status", "response_status", "changed_at")
PAGE = 200
# Pages kept in memory; the cursors of all pages passed are kept, they are small.
KEPT = 30
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Fetched:
    """Some pages of one query: page number → rows, and the cursors met on the way."""

    pages: Mapping[int, Sequence[EnterpriseRow]]
    cursors: Mapping[int, Cursor]


class EnterpriseModel(QAbstractTableModel):
    """Every enterprise that fits a query, in the order of names.

    Signals:
        counted: the number of enterprises that fit.
    """

    counted = Signal(int)

    def __init__(self, context: PageContext, area_name: Callable[[str], str]) -> None:
        super().__init__()
        self._context = context
        self._area_name = area_name
        self._query: EnterpriseQuery | None = None
        self._count = 0
        self._pages: OrderedDict[int, Sequence[EnterpriseRow]] = OrderedDict()
        self._cursors: dict[int, Cursor | None] = {0: None}
        self._asked: set[int] = set()

    def show(self, query: EnterpriseQuery) -> None:
        """Show what fits another query, or the same one again after a change."""
        self._query = query
        workspace = self._context.workspace

        def work() -> tuple[int, Fetched]:
            from digiplan_desktop.store.enterprises import count_enterprises

            return count_enterprises(workspace.store, query), _fetch(workspace.store, query, {0: None}, 0)

        self._context.tasks.run(work, lambda read: self._begin(query, *read))

    def row_at(self, row: int) -> EnterpriseRow | None:
        """Give the enterprise in a row, None while its page is being fetched."""
        page = self._pages.get(row // PAGE)
        if page is None:
            self._ask(row // PAGE)
            return None
        return page[row % PAGE] if row % PAGE < len(page) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def headings(self) -> tuple[str, ...]:
        """Give the words over the columns."""
        return (
            self.tr("Tax code"),
            self.tr("Name"),
            self.tr("Commune"),
            self.tr("Size"),
            self.tr("Status"),
            self.tr("In this round"),
            self.tr("Last change"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self.row_at(index.row())
        if found is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        name = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(found, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return found.name if name == "name" else None
        if role == Qt.ItemDataRole.ForegroundRole and name == "response_status":
            return QColor(status_colour(response_word(found.response_status)[1] or "secondary"))
        return None

    def lines(self, rows: Sequence[int]) -> list[list[str]]:
        """Give rows as text, with the headings first, to be copied as a table."""
        found = [(self.row_at(row)) for row in rows]
        return [list(self.headings())] + [[self._text(one, name) for name in COLUMNS] for one in found if one]

    def _text(self, row: EnterpriseRow, name: str) -> str:
        match name:
            case "area":
                return self._area_name(row.area) if row.area else self.tr("not known")
            case "size":
                return size_word(row.size)
            case "status":
                return state_word(row.status)
            case "response_status":
                glyph, _tone, word = response_word(row.response_status)
                return f"{glyph} {word}" if row.response_status else ""
            case "changed_at":
                return format_date(row.changed_at.date(), current_language())
            case _:
                return str(getattr(row, name))

    def _ask(self, page: int) -> None:
        query = self._query
        if query is None or page in self._asked:
            return
        self._asked.add(page)
        start = max(known for known in self._cursors if known <= page)
        cursors = {start: self._cursors[start]}
        store = self._context.workspace.store
        self._context.tasks.run(
            lambda: _fetch(store, query, cursors, page), lambda got: self._take(query, got)
        )

    def _begin(self, query: EnterpriseQuery, count: int, fetched: Fetched) -> None:
        # An answer to a query that was left since is dropped.
        if not isValid(self) or query is not self._query:
            return
        self.beginResetModel()
        self._count = count
        self._pages = OrderedDict(fetched.pages)
        self._cursors = {0: None, **fetched.cursors}
        self._asked = {0}
        self.endResetModel()
        self.counted.emit(count)

    def _take(self, query: EnterpriseQuery, fetched: Fetched) -> None:
        if not isValid(self) or query is not self._query:
            return
        self._cursors.update(fetched.cursors)
        for page, rows in fetched.pages.items():
            self._pages[page] = rows
            self._asked.discard(page)
            last = min((page + 1) * PAGE, self._count) - 1
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(COLUMNS) - 1))
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)


def _fetch(store: Any, query: EnterpriseQuery, cursors: Mapping[int, Cursor | None], wanted: int) -> Fetched:
    from digiplan_desktop.store.enterprises import page_enterprises

    number, cursor = max(cursors.items())
    met: dict[int, Cursor] = {}
    while True:
        page = page_enterprises(store, query, after=cursor, limit=PAGE)
        if page.next is not None:
            met[number + 1] = page.next
        if number == wanted or page.next is None:
            return Fetched({wanted: page.rows if number == wanted else ()}, met)
        number, cursor = number + 1, page.next

"""Ctrl+K: type a few letters, without diacritics, and go to a page or an enterprise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from digiplan_desktop.text import fold
from digiplan_desktop.ui.icons import icon
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digiplan_desktop.store.enterprises import EnterpriseRow
    from digiplan_desktop.ui.page import PageContext

_PAUSE = 60
_MOST = 12
_PASSED_ON = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True)
class Hit:
    """One line of the answer: the page to open and the record on it."""

    page: str
    record: str


class QuickSearch(QDialog):
    """One line to type in and the hits below it.

    Signals:
        chosen: page and record (empty for the page itself).
    """

    chosen = Signal(str, str)

    def __init__(self, context: PageContext, pages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pages = pages
        self.setWindowTitle(self.tr("Search"))
        self.setModal(True)
        self.resize(scaled(560), scaled(420))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Name, tax code, telephone, or a page"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.hits = QListWidget(self)
        self.hits.setUniformItemSizes(True)
        self.hits.itemActivated.connect(self._take)
        self.hint = label(self.tr("↑ ↓ choose · Enter opens · Esc closes"), "secondary")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._search)
        self.field.textChanged.connect(lambda: self._timer.start(_PAUSE))
        self.field.returnPressed.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for widget in (self.field, self.hits, self.hint):
            column.addWidget(widget)
        self._show_hits(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the field keeps the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _PASSED_ON
        ):
            self.hits.event(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        text = self.field.text().strip()
        if not text or not self._context.has_workspace:
            self._show_hits(())
            return
        workspace = self._context.workspace

        def find() -> Sequence[EnterpriseRow]:
            from digiplan_desktop.store.enterprises import search_enterprises

            return search_enterprises(workspace.store, text, limit=_MOST)

        def show(rows: Sequence[EnterpriseRow]) -> None:
            # An answer to letters that were typed since is of no use.
            if isValid(self) and text == self.field.text().strip():
                self._show_hits(rows)

        self._context.tasks.run(find, show)

    def _show_hits(self, rows: Sequence[EnterpriseRow]) -> None:
        self.hits.clear()
        needle = fold(self.field.text())
        for name, word in self._pages.items():
            if needle in fold(word):
                self._add(word, "arrow-right", Hit(name, ""))
        for found in rows:
            parts = [part for part in (found.name, found.tax_code) if part]
            self._add(" · ".join(parts), "building-2", Hit("enterprises", found.id))
        if self.hits.count():
            self.hits.setCurrentRow(0)
        else:
            self._add(self.tr("Nothing found. Try fewer letters."), "inbox", None)

    def _add(self, text: str, icon_name: str, hit: Hit | None) -> None:
        item = QListWidgetItem(icon(icon_name, "secondary"), text)
        item.setData(Qt.ItemDataRole.UserRole, hit)
        if hit is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.hits.addItem(item)

    def _enter(self) -> None:
        item = self.hits.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self.accept()
            self.chosen.emit(hit.page, hit.record)

"""The window: sidebar, header, the page in view, status bar. The store is opened after the first paint."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from digiplan_desktop.changes import Changes
from digiplan_desktop.ui.banner import banner
from digiplan_desktop.ui.header import Header
from digiplan_desktop.ui.icons import redraw_icons
from digiplan_desktop.ui.numbers import Numbers, read_numbers
from digiplan_desktop.ui.page import PAGE_NAMES, Page, PageContext
from digiplan_desktop.ui.pages import make_page
from digiplan_desktop.ui.sidebar import Sidebar
from digiplan_desktop.ui.states import StateView
from digiplan_desktop.ui.status_bar import StatusBar

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.errors import UserError

FOLD_BELOW = 1200
_TASK_START = "overview"


class MainWindow(QMainWindow):
    """The frame around the pages; a page is made when it is first opened.

    Signals:
        painted: the window was painted for the first time.
        ready: a store is open and its first page was asked for.
    """

    painted = Signal()
    ready = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._painted = False
        self._pages: dict[str, Page] = {}
        self._current = _TASK_START
        self.setWindowTitle("DigiPlan")
        self.resize(1366, 768)
        self.setMinimumSize(900, 600)
        self._build()
        self._connect()
        if not context.preferences.geometry.isEmpty():
            self.restoreGeometry(context.preferences.geometry)

    # What the rest of the program asks of the window.

    def open_store(self, folder: Path) -> None:
        """Open the store of a folder in the background, then show the overview, or say why it cannot be opened."""
        self._show_opening()

        def work() -> Workspace:
            from digiplan_desktop.actions.workspace import open_workspace

            return open_workspace(folder)

        self.context.tasks.run(work, self._opened, partial(self._refused, folder))

    def show_workspace(self, workspace: Workspace) -> None:
        """Show a store that is already open."""
        self._opened(workspace)

    def open_page(self, name: str, record: str = "") -> Page:
        """Bring a page into view, on a record if one is named, and give the page."""
        page = self._pages.get(name)
        if page is None:
            page = make_page(name, self.context)
            self._pages[name] = page
            self._stack.addWidget(page)
        self._current = name
        self._stack.setCurrentWidget(page)
        self.sidebar.choose(name)
        self.header.title.setText(page.title() or self.sidebar.words()[name])
        page.refresh_if_needed()
        if record:
            page.open_record(record)
        page.setFocus()
        return page

    @property
    def current_page(self) -> str:
        """The name of the page in view."""
        return self._current

    def rebuild(self) -> None:
        """Build everything again, in the language and size of text of now; the store stays open."""
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._build()
        if self.context.has_workspace:
            self._show_frame(self.context.workspace)
            self.open_page(self._current)

    # Building.

    def _build(self) -> None:
        self.sidebar = Sidebar()
        self.header = Header()
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._banner = banner(self.tr("Demo store: every enterprise, answer and figure here is invented."))
        self._state = StateView()
        self._stack.addWidget(self._state)
        self.setCentralWidget(self._arranged())
        self.sidebar.chosen.connect(self.open_page)
        self.sidebar.fold(folded=self.width() < FOLD_BELOW)
        self.header.round_chosen.connect(self.context.choose_round)
        self.header.search_wanted.connect(self.search)
        self.status.page_wanted.connect(self.open_page)
        self._show_opening()

    def _arranged(self) -> QWidget:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._banner)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addLayout(right, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        return central

    def _connect(self) -> None:
        context = self.context
        context.changed.connect(self._changed)
        context.saved.connect(self._saved)
        context.told.connect(self._told)
        context.page_wanted.connect(self.open_page)
        context.theme_changed.connect(lambda: redraw_icons(self))
        context.language_changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        context.store_wanted.connect(self.open_store)
        context.round_chosen.connect(lambda _round: self._read_state())
        for number, name in enumerate(PAGE_NAMES, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self._open_by_key, name))
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search)

    # The store.

    def _opened(self, workspace: Workspace) -> None:
        if self.context.has_workspace:
            self.context.workspace.close()
            self.rebuild_for(workspace)
            return
        self.context.workspace = workspace
        self._start(workspace)

    def rebuild_for(self, workspace: Workspace) -> None:
        """Show another store in place of the one that was open."""
        self.context.workspace = workspace
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._build()
        self._start(workspace)

    def _start(self, workspace: Workspace) -> None:
        self.context.preferences.folder = workspace.store.folder
        self._current = _TASK_START
        self._show_frame(workspace, first=True)

    def _show_frame(self, workspace: Workspace, *, first: bool = False) -> None:
        self.sidebar.set_enabled(enabled=True)
        self.header.search.setEnabled(True)
        self._banner.setVisible(workspace.store.demo)

        def done(read: Numbers) -> None:
            self._show_numbers(read)
            if first:
                self.open_page(self._current)
                self.ready.emit()

        self.context.tasks.run(partial(read_numbers, workspace), done)

    def _show_numbers(self, read: Numbers) -> None:
        rounds = read.rounds
        chosen = self.context.round_id
        if read.saved_at is not None:
            self.status.show_saved(read.saved_at)
        if rounds and chosen not in {known.id for known in rounds}:
            chosen = rounds[0].id
            self.context.choose_round(chosen)
        self.header.show_rounds(rounds, chosen)
        self.status.show_state(read.state, self.context.workspace.store.user)

    def _read_state(self) -> None:
        if self.context.has_workspace:
            self._show_frame(self.context.workspace)

    def _refused(self, folder: Path, error: BaseException) -> None:
        from digiplan_desktop.errors import StoreMissing, UserError

        if not isinstance(error, UserError):
            raise error
        from digiplan_desktop.ui.start_page import StartPage

        if self.context.has_workspace:
            self._tell_refusal(error)
            return
        start = StartPage(folder, error)
        start.open_wanted.connect(self.open_store)
        start.create_wanted.connect(partial(self._create, demo=False))
        start.demo_wanted.connect(partial(self._create, demo=True))
        self._stack.addWidget(start)
        self._stack.setCurrentWidget(start)
        self.header.title.setText(self.tr("Start") if isinstance(error, StoreMissing) else "DigiPlan")

    def _tell_refusal(self, error: UserError) -> None:
        from digiplan_desktop.ui.dialogs import show_message
        from digiplan_desktop.ui.messages import text_of

        self._stack.setCurrentWidget(self._pages[self._current])
        show_message(self, self.tr("The work store cannot be opened"), text_of(error))

    def _create(self, folder: Path, *, demo: bool) -> None:
        self._stack.setCurrentWidget(self._state)
        sentence = self.tr(
            "Making the demo: 12,075 invented enterprises and their answers. This takes about a minute."
        )
        self._state.show_loading(sentence if demo else "")

        def work() -> Workspace:
            from digiplan_desktop.actions.workspace import create_workspace, open_workspace

            if not demo:
                return create_workspace(folder)
            from digiplan_desktop.actions.demo import DemoSize, make_demo

            make_demo(folder, DemoSize())
            return open_workspace(folder)

        self.context.tasks.run(work, self._opened, partial(self._refused, folder))

    def _show_opening(self) -> None:
        self.sidebar.set_enabled(enabled=False)
        self.header.search.setEnabled(False)
        self._banner.hide()
        self._stack.setCurrentWidget(self._state)
        self._state.show_loading(self.tr("Opening the work store."))
        self.header.title.setText("DigiPlan")

    # What happens in the window.

    def search(self) -> None:
        """Open the quick search."""
        from digiplan_desktop.ui.quick_search import QuickSearch

        if not self.context.has_workspace:
            return
        dialog = QuickSearch(self.context, self.sidebar.words(), self)
        dialog.chosen.connect(self.open_page)
        dialog.open()

    def _open_by_key(self, name: str) -> None:
        if self.context.has_workspace:
            self.open_page(name)

    def _saved(self, at: object) -> None:
        if isinstance(at, datetime):
            self.status.show_saved(at)

    def _told(self, sentence: str) -> None:
        self.status.tell(sentence)

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes:
            self._read_state()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fold(folded=event.size().width() < FOLD_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.preferences.geometry = self.saveGeometry()
        self.context.tasks.close()
        if self.context.has_workspace:
            self.context.workspace.close()
        super().closeEvent(event)

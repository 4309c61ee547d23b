"""What the pages of the window share, and what every page is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from digiplan_desktop.changes import Changes
from digiplan_desktop.ui.states import StateView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.ui.preferences import Preferences
    from digiplan_desktop.ui.tasks import Tasks

PAGE_NAMES = ("overview", "enterprises", "questionnaires", "targets", "returns", "exchange", "settings")


class PageContext(QObject):
    """What all pages of one window share: the open store, the background worker, the chosen round.

    Signals:
        changed: a deed changed the store (Changes).
        saved: something is on the disk since this moment (datetime).
        told: one line for the status bar.
        page_wanted: a page is to be opened, on a record when the second text is not empty.
        round_chosen: another round is the current one (its id).
        theme_changed: other colours are in force.
        language_changed: another language or size of text is in force; the window builds itself again.
        store_wanted: another work store is to be opened (its folder).
    """

    changed = Signal(object)
    saved = Signal(object)
    told = Signal(str)
    page_wanted = Signal(str, str)
    round_chosen = Signal(str)
    theme_changed = Signal()
    language_changed = Signal()
    store_wanted = Signal(object)

    def __init__(self, tasks: Tasks, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.preferences = preferences
        self._workspace: Workspace | None = None
        self._round_id = preferences.round_id

    @property
    def workspace(self) -> Workspace:
        """The open store; pages are made only once there is one."""
        if self._workspace is None:
            message = "no store is open"
            raise RuntimeError(message)
        return self._workspace

    @workspace.setter
    def workspace(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def has_workspace(self) -> bool:
        """Whether a store is open."""
        return self._workspace is not None

    @property
    def round_id(self) -> str:
        """The current round; "" when the store has none."""
        return self._round_id

    def choose_round(self, round_id: str) -> None:
        """Make another round the current one."""
        if round_id != self._round_id:
            self._round_id = round_id
            self.preferences.round_id = round_id
            self.round_chosen.emit(round_id)

    def announce(self, changes: Changes, at: datetime | None = None) -> None:
        """Tell the window what a deed changed and since when it is on the disk."""
        if at is not None:
            self.saved.emit(at)
        if changes:
            self.changed.emit(changes)


class Page(QWidget):
    """One page: its content, and in place of it a designed state while loading, when empty, after an error."""

    name = ""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self.content = QWidget(self)
        self.state = StateView(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.state)
        self._dirty = True
        context.changed.connect(self._mark)
        context.round_chosen.connect(self._mark_round)

    def title(self) -> str:
        """Give the words in the header while the page is shown."""
        return ""

    def concerns(self, changes: Changes) -> bool:
        """Say whether the page shows something that these changes touch."""
        return bool(changes)

    def refresh(self) -> None:
        """Read again what the page shows; called when it comes into view after something changed."""

    def open_record(self, record_id: str) -> None:
        """Show one record on this page."""

    def refresh_if_needed(self) -> None:
        """Refresh the page when something changed since it was last read."""
        if self._dirty:
            self._dirty = False
            self.refresh()

    def run(self, work: Callable[[], Any], done: Callable[[Any], Any]) -> None:
        """Call `work` in the background, then `done` here; a user's error becomes the page's error state."""
        self.context.tasks.run(work, self._while_open(done), self._while_open(self.show_error))

    def _while_open(self, answer: Callable[[Any], Any]) -> Callable[[Any], None]:
        # The window may have been built again (another language) while the work was under way.
        def call(result: Any) -> None:
            if isValid(self):
                answer(result)

        return call

    def show_content(self) -> None:
        """Show the page itself."""
        self._stack.setCurrentWidget(self.content)

    def show_loading(self, sentence: str = "") -> None:
        """Say that the page is being read."""
        self.state.show_loading(sentence)
        self._stack.setCurrentWidget(self.state)

    def show_empty(
        self, title: str, sentence: str, action: str = "", call: Callable[[], Any] | None = None
    ) -> None:
        """Say what this page is for, why it is empty, and the one thing to do next."""
        self.state.show_empty(title, sentence, action, call)
        self._stack.setCurrentWidget(self.state)

    def show_error(self, error: BaseException) -> None:
        """Word a user's error in place of the page; a bug goes on to the crash hook."""
        from digiplan_desktop.errors import UserError

        if not isinstance(error, UserError):
            raise error
        from digiplan_desktop.ui.messages import text_of

        self.state.show_error(text_of(error), self._try_again)
        self._stack.setCurrentWidget(self.state)

    def _try_again(self) -> None:
        self.refresh()

    def _mark(self, changes: object) -> None:
        if isinstance(changes, Changes) and self.concerns(changes):
            self._mark_round("")

    def _mark_round(self, _round_id: str) -> None:
        self._dirty = True
        if self.isVisible():
            self.refresh_if_needed()


def page_layout(page: Page) -> QVBoxLayout:
    """Give the page's content a column with the margins of the design."""
    column = QVBoxLayout(page.content)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(16)
    return column

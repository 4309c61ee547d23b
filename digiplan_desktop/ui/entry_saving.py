"""Saving while a person types: one save at a time in the background, the newest answers with the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Signal

from digiplan_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digiplan_desktop.forms.answers import Value
    from digiplan_desktop.forms.session import Session
    from digiplan_desktop.store.storage import Saved
    from digiplan_desktop.ui.tasks import Tasks


class EntrySaver(QObject):
    """Brings the answers of one session to the disk.

    Answers that are given while a save is under way go together into the next one, so that the store never falls
    behind a fast keyer.

    Signals:
        saved: the moment (datetime) at which the answers were on the disk; `written` says which.
        failed: the UserError for which nothing was saved; the answers stay and go with the next save.
    """

    saved = Signal(object)
    failed = Signal(object)
    _settled = Signal()

    def __init__(
        self,
        tasks: Tasks,
        session: Session,
        prepare: Callable[[Mapping[str, Value]], Callable[[], Saved | None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._prepare = prepare
        self._under_way: dict[str, Value] | None = None
        self.written: Mapping[str, Value] = {}

    @property
    def pending(self) -> bool:
        """Whether an answer is not on the disk yet."""
        return self._under_way is not None or bool(self._session.writes())

    def save(self) -> None:
        """Begin to save what differs, unless a save is under way: that one goes on with the rest."""
        if self._under_way is not None:
            return
        writes = dict(self._session.writes())
        if not writes:
            return
        self._under_way = writes
        # What the save needs of the session is read here: in the background the keyer is ahead already.
        self._tasks.run(self._prepare(writes), self._done, self._failed)

    def flush(self) -> bool:
        """Save everything and wait for it; say whether it is on the disk."""
        self.save()
        if self._under_way is not None:
            loop = QEventLoop()
            self._settled.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self.pending

    def _done(self, saved: Saved | None) -> None:
        written, self._under_way = self._under_way or {}, None
        self._session.mark_saved(written)
        self.written = written
        if saved is not None:
            self.saved.emit(saved.at)
        self.save()
        self._settle()

    def _failed(self, error: BaseException) -> None:
        self._under_way = None
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)
        self._settle()

    def _settle(self) -> None:
        if self._under_way is None:
            self._settled.emit()

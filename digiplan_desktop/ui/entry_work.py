"""One open questionnaire: the session, the way through it, what can be undone, and the saving of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digiplan_desktop.actions import questionnaires
from digiplan_desktop.ui.entry_outline import Outline
from digiplan_desktop.ui.entry_saving import EntrySaver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digiplan_desktop.actions.questionnaires import Entry
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.ui.tasks import Tasks


class EntryWork(QObject):
    """Answers go in here; what they changed comes out, and goes to the disk at once.

    Signals:
        shown: the refs that look different now, and whether questions appeared or vanished.
        saved: the moment (datetime) at which answers were on the disk; `written` says which.
        failed: the UserError for which they were not.
    """

    shown = Signal(object, bool)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, tasks: Tasks, entry: Entry, parent: QObject) -> None:
        super().__init__(parent)
        self.entry = entry
        self.session = entry.session
        self.outline = Outline(entry.session)
        self.doubt = ""
        self._undo: list[tuple[Callable[[], frozenset[str]], str]] = []
        self._saver = EntrySaver(
            tasks, entry.session, lambda writes: questionnaires.prepare_save(workspace, entry, writes), self
        )
        self._saver.saved.connect(self.saved)
        self._saver.failed.connect(self.failed)

    @property
    def written(self) -> Mapping[str, object]:
        """The answers that the latest `saved` was about, by path."""
        return self._saver.written

    @property
    def pending(self) -> bool:
        """Whether an answer is not on the disk yet."""
        return self._saver.pending

    def answer(self, ref: str, text: str) -> None:
        """Take an answer as it was left."""
        before = self.session.node(ref).value
        self._undo.append((lambda: self.session.answer(ref, before), ref))
        self._tell(self.session.answer(ref, text), ref)

    def confirm(self, ref: str, check: str, reason: str) -> None:
        """Take the reason for which a doubtful answer stands."""
        self._undo.append((lambda: self.session.confirm(check, ""), ref))
        self._tell(self.session.confirm(check, reason), ref)

    def undo(self) -> str:
        """Take the last answer or reason back; give the ref of its question, "" when there is none."""
        if not self._undo:
            return ""
        call, ref = self._undo.pop()
        self._tell(call(), ref)
        return ref

    def save(self) -> None:
        """Begin to save what is not on the disk."""
        self._saver.save()

    def flush(self) -> bool:
        """Save and wait; say whether everything is on the disk."""
        return self._saver.flush()

    def _tell(self, changed: frozenset[str], ref: str) -> None:
        refs = changed | {ref}
        moved = self.outline.update(refs)
        if ref in self.outline.doubts:
            self.doubt = ref
        self.shown.emit(refs, moved)
        self._saver.save()

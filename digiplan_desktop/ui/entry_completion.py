"""Completing a questionnaire: what blocks it in one line, or that it is done and who is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digiplan_desktop.actions import questionnaires
from digiplan_desktop.errors import UserError
from digiplan_desktop.ui.messages import text_of

if TYPE_CHECKING:
    from digiplan_desktop.actions.questionnaires import Completion, Entry
    from digiplan_desktop.actions.worklists import WorkItem
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.ui.entry_notice import EntryNotice
    from digiplan_desktop.ui.tasks import Tasks


class Completing(QObject):
    """Asks the store to complete the questionnaire and words the answer in the notice.

    Signals:
        blocked: something is missing or wrong; the notice says how much.
        done: the id of the questionnaire that is complete now.
        next_wanted: the id of the next questionnaire of the worklist.
        left: back to the worklist.
    """

    blocked = Signal()
    done = Signal(str)
    next_wanted = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, notice: EntryNotice, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._notice = notice
        self._entry: Entry | None = None
        self.running = False

    def show_entry(self, entry: Entry) -> None:
        """Speak of this questionnaire from now on."""
        self._entry, self.running = entry, False

    def run(self) -> None:
        """Complete the questionnaire in the background."""
        entry = self._entry
        if entry is None or self.running:
            return
        self.running = True
        work = questionnaires.prepare_completion(self._workspace, entry)
        self._tasks.run(work, self._answered, self._failed)

    def _answered(self, completion: Completion) -> None:
        self.running = False
        if self._entry is None:
            return
        if not completion.done:
            self._notice.tell(self._blocking(completion), "danger")
            self.blocked.emit()
            return
        entry = self._entry
        entry.session.mark_saved(completion.writes)
        self._notice.tell("✔ " + self.tr("The questionnaire is complete."), "good")
        self.done.emit(entry.response_id)
        self._tasks.run(lambda: _next_item(self._workspace, entry), self._offer_next, self._failed)

    def _failed(self, error: BaseException) -> None:
        self.running = False
        if not isinstance(error, UserError):
            raise error
        self._notice.tell(text_of(error), "danger")

    def _blocking(self, completion: Completion) -> str:
        missing = sum(1 for violation in completion.violations if violation.kind == "required")
        wrong = len(completion.violations) - missing
        parts = []
        if missing:
            parts.append(self.tr("%n required question(s) left", "", missing))
        if wrong:
            parts.append(self.tr("%n error(s)", "", wrong))
        if completion.warnings:
            parts.append(self.tr("%n check(s) without a reason", "", len(completion.warnings)))
        sentence = self.tr("Not complete yet: {what}. F8 leads to each.")
        return "▲ " + sentence.format(what=", ".join(parts))

    def _offer_next(self, item: WorkItem | None) -> None:
        back = (self.tr("Worklist  Esc"), self.left.emit)
        if item is None:
            sentence = self.tr("The questionnaire is complete. It was the last one of the worklist.")
            self._notice.offer("✔ " + sentence, "good", back, ("", None))
            return
        sentence = self.tr("The questionnaire is complete. Next: {name}").format(name=item.name)
        self._notice.offer(
            "✔ " + sentence, "good", (self.tr("Open next  Enter"), lambda: self._open(item)), back
        )

    def _open(self, item: WorkItem) -> None:
        if item.response_id:
            self.next_wanted.emit(item.response_id)
            return
        entry = self._entry
        if entry is not None:
            work = questionnaires.start_response
            self._tasks.run(
                lambda: work(self._workspace, entry.round.id, item.respondent),
                self._begun,
                self._failed,
            )

    def _begun(self, response_id: str) -> None:
        self.next_wanted.emit(response_id)


def _next_item(workspace: Workspace, entry: Entry) -> WorkItem | None:
    """Give the next line of the round's worklist that is not complete, round the end."""
    from digiplan_desktop.actions.worklists import list_worklist

    items = list_worklist(workspace, entry.round.id, limit=100_000).items
    here = next((index for index, item in enumerate(items) if item.response_id == entry.response_id), -1)
    turned = items[here + 1 :] + items[: max(here, 0)]
    return next((item for item in turned if item.status != "complete"), None)

"""The page on which one questionnaire is filled with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from digiplan_desktop.actions import questionnaires
from digiplan_desktop.errors import UserError
from digiplan_desktop.ui.entry_completion import Completing
from digiplan_desktop.ui.entry_form import EntryForm
from digiplan_desktop.ui.entry_header import EntryHeader
from digiplan_desktop.ui.entry_keys import KeyStrip
from digiplan_desktop.ui.entry_notice import EntryNotice, QuestionJump
from digiplan_desktop.ui.entry_side import RegisterPanel
from digiplan_desktop.ui.entry_walk import EntryWalk
from digiplan_desktop.ui.entry_work import EntryWork
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.messages import text_of
from digiplan_desktop.ui.section_strip import SectionMark, SectionStrip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from digiplan_desktop.actions.questionnaires import Entry
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.ui.tasks import Tasks


class EntryPage(QWidget):
    """Opens a questionnaire, saves each answer as it is left, completes it.

    Signals:
        ready: the id of the questionnaire that can be typed into now.
        saved: the moment (datetime) at which answers were on the disk; `written` says which.
        completed: the id of the questionnaire that was completed.
        closed: the keyer is done here; everything is on the disk.
    """

    ready = Signal(str)
    saved = Signal(object)
    completed = Signal(str)
    closed = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._shown_form = ("", "")
        self._warned = False
        self._section = 0
        self.work: EntryWork | None = None
        self._make_parts()
        self.walk = EntryWalk(self)
        self._connect()
        self._arrange()

    def open_response(self, response_id: str) -> None:
        """Show a questionnaire where it was left; `ready` tells when it can be typed into."""
        self.flush()
        language, open_entry = current_language(), questionnaires.open_entry
        self._tasks.run(
            lambda: open_entry(self._workspace, response_id, language=language), self._open, self._failed
        )

    def flush(self) -> bool:
        """Bring everything that was typed to the disk, the field under the cursor included; say whether it is there."""
        if self.work is None:
            return True
        self.form.commit()
        return self.work.flush()

    def leave(self) -> None:
        """Save and go back to where the questionnaire was opened from."""
        if self.flush():
            self.closed.emit()

    def complete(self) -> None:
        """Mark the questionnaire as complete, or say what blocks that and go there."""
        if self.work is not None and self.flush():
            self.completing.run()

    @property
    def written(self) -> Mapping[str, object]:
        """The answers that the latest `saved` was about, by path."""
        return self.work.written if self.work is not None else {}

    @property
    def pending(self) -> bool:
        """Whether an answer that was left is not on the disk yet."""
        return self.work is not None and self.work.pending

    @property
    def response_id(self) -> str:
        """The id of the questionnaire that is shown, "" when there is none."""
        return self.work.entry.response_id if self.work is not None else ""

    @property
    def current(self) -> str:
        """The ref of the question that the keyer is at."""
        return self.form.current

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        if self.work is None:
            return super().focusNextPrevChild(forward)
        there = QApplication.focusWidget()
        if there is not None and not there.isVisible():
            # Qt asks this also of the widget that was just hidden with the keyboard in it; nobody pressed Tab.
            self.form.go_to(self.current)
            return True
        self.walk.step(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.work is None or not self.walk.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self.window() and not self._may_close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _may_close(self) -> bool:
        """Whether all is on the disk; whoever was told that it is not, and closes again, may go."""
        if self.flush() or self._warned:
            return True
        self._warned = True
        return False

    def _open(self, entry: Entry) -> None:
        if self.work is not None:
            self.work.deleteLater()
        self.work = work = EntryWork(self._workspace, self._tasks, entry, self)
        work.shown.connect(self._show_changed)
        work.saved.connect(self._saved)
        work.failed.connect(self._not_saved)
        self.completing.show_entry(entry)
        form = (work.session.form.hash, current_language())
        self.form.show_session(work.session, work.outline, same_form=form == self._shown_form)
        self._shown_form = form
        self.header.show_respondent(
            entry.title or self.tr("Questionnaire without a respondent"), entry.subtitle
        )
        self.side.show_facts(entry.facts)
        self.notice.hide()
        self.jump.hide()
        self.form.go_to(work.outline.first_open() or "")
        self._show_left()
        self.ready.emit(entry.response_id)

    def _answer(self, ref: str, text: str) -> None:
        if self.work is not None:
            self.work.answer(ref, text)

    def _confirm(self, ref: str, check: str, reason: str) -> None:
        if self.work is not None:
            self.work.confirm(ref, check, reason)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.notice.tell(text_of(error), "danger")

    def _show_changed(self, refs: frozenset[str], moved: bool) -> None:  # noqa: FBT001 (a slot)
        self.form.refresh(refs, moved=moved)
        if not self.notice.property("unsaved"):
            self.notice.hide()
        self._show_left()

    def _saved(self, at: object) -> None:
        self._warned = False
        if self.notice.property("unsaved"):
            self.notice.setProperty("unsaved", False)
            self.notice.hide()
        self.saved.emit(at)

    def _not_saved(self, error: UserError) -> None:
        self.notice.tell(text_of(error), "danger")
        self.notice.setProperty("unsaved", True)

    def _blocked(self) -> None:
        if self.work is not None:
            self.form.show_visited(self.work.outline.missing)
            self.form.go_to(self.work.outline.next_problem("") or "")

    def _done(self, response_id: str) -> None:
        self._show_left()
        self.completed.emit(response_id)

    def _show_left(self) -> None:
        if self.work is None:
            return
        outline = self.work.outline
        self.header.show_left(len(outline.missing), len(outline.errors), len(outline.doubts))
        marks = [
            SectionMark(section.code, section.title, outline.section_state(index))
            for index, section in enumerate(outline.sections)
        ]
        # On the button that completes the keyer is in no question, and still in the last section.
        if outline.state(self.form.current) is not None:
            self._section = outline.section_index(self.form.current)
        self.strip.show_marks(marks, min(self._section, len(marks) - 1))
        row = self.form.current_row()
        kind = row.editor.kind if row is not None and row.editor is not None else ""
        problems = bool(outline.errors or outline.doubts or outline.missing)
        self.keys.show_question(kind, doubtful=bool(outline.doubts), problems=problems)

    def _moved(self, ref: str) -> None:
        if self.work is None or self.work.outline.state(ref) is None:
            return
        outline = self.work.outline
        self.header.show_place(outline.sections[outline.section_index(ref)].code, *outline.place(ref))
        self._show_left()

    def _make_parts(self) -> None:
        self.header = EntryHeader(self)
        self.strip = SectionStrip(self)
        self.form = EntryForm(self)
        self.side = RegisterPanel(self)
        self.notice = EntryNotice(self)
        self.jump = QuestionJump(self)
        self.keys = KeyStrip(self)
        self.completing = Completing(self._workspace, self._tasks, self.notice, self)

    def _connect(self) -> None:
        self.completing.blocked.connect(self._blocked)
        self.completing.done.connect(self._done)
        self.completing.next_wanted.connect(self.open_response)
        self.completing.left.connect(self.leave)
        self.header.back.clicked.connect(self.leave)
        self.strip.chosen.connect(self.walk.open_section)
        self.form.answered.connect(self._answer)
        self.form.confirmed.connect(self._confirm)
        self.form.left.connect(lambda ref: self.form.show_visited([ref]))
        self.form.moved.connect(self._moved)
        self.form.finish.clicked.connect(self.complete)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 12, 0)
        middle.addWidget(self.form, 1)
        middle.addWidget(self.side)
        strip = QHBoxLayout()
        strip.setContentsMargins(16, 0, 16, 0)
        strip.addWidget(self.strip)
        column.addWidget(self.header)
        column.addLayout(strip)
        column.addLayout(middle, 1)
        for part in (self.jump, self.notice, self.keys):
            column.addWidget(part)

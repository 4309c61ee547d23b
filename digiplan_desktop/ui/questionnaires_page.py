"""Questionnaires: the worklist of the current round, and the questionnaire that is being filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout

from digiplan_desktop.changes import Changes
from digiplan_desktop.ui.page import Page, PageContext
from digiplan_desktop.ui.questionnaires_worklist import WorklistView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.actions.worklists import WorkItem, Worklist
    from digiplan_desktop.ui.entry_page import EntryPage

_LINES = 500


class QuestionnairesPage(Page):
    """Opens on the worklist; `open_record` opens a questionnaire, `Esc` leads back.

    Signals:
        opened: the id of the questionnaire that can be typed into now.
    """

    name = "questionnaires"
    opened = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.entry: EntryPage | None = None
        self._unannounced = False
        self._asked = 0
        self.worklist = WorklistView()
        self._views = QStackedLayout(self.content)
        self._views.addWidget(self.worklist)
        self.worklist.wanted.connect(self._read)
        self.worklist.opened.connect(self._open_item)
        self.worklist.round_wanted.connect(self.create_round)
        self.worklist.blank_wanted.connect(lambda: self._start(""))
        self.worklist.check_wanted.connect(self.check_form)
        self.worklist.register_wanted.connect(lambda: context.page_wanted.emit("enterprises", ""))

    def title(self) -> str:
        return self.tr("Questionnaires")

    def concerns(self, changes: Changes) -> bool:
        return changes.responses or changes.rounds or changes.enterprises

    def refresh(self) -> None:
        """Read the rounds and the worklist of the current one."""
        self._read()

    def open_record(self, record_id: str) -> None:
        """Fill this questionnaire."""
        entry = self._entry_page()
        self._views.setCurrentWidget(entry)
        self.show_content()
        entry.open_response(record_id)

    def create_round(self) -> None:
        """Ask for the facts of a new round and make it."""
        from digiplan_desktop.ui.round_dialog import RoundDialog

        dialog = RoundDialog(self.context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def check_form(self) -> None:
        """Let the user choose an XLSForm and say what is wrong with it."""
        from digiplan_desktop.ui.questionnaires_check import FormCheckDialog, choose_form

        path = choose_form(self)
        if path is not None:
            dialog = FormCheckDialog(self.context, path, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @property
    def filling(self) -> bool:
        """Whether a questionnaire is shown rather than the worklist."""
        return self.entry is not None and self._views.currentWidget() is self.entry

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.entry is not None and self.filling:
            self.entry.form.go_to(self.entry.current)
        else:
            self.worklist.table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (
            self.window().isVisible()
        ):  # else the window closes, which saves by itself, and nobody is left to hear
            if self.entry is not None:
                self.entry.flush()
            self._announce()

    def _read(self) -> None:
        workspace, round_id, view = self.context.workspace, self.context.round_id, self.worklist
        status, search = view.status, view.search.text()
        self._asked += 1
        asked = self._asked

        def work() -> tuple[Round, Worklist] | None:
            from digiplan_desktop.actions.rounds import list_rounds
            from digiplan_desktop.actions.worklists import list_worklist

            rounds = list_rounds(workspace)
            known = next((one for one in rounds if one.id == round_id), rounds[0] if rounds else None)
            if known is None:
                return None
            return known, list_worklist(workspace, known.id, status=status, search=search, limit=_LINES)

        self.run(work, lambda read: self._show(read) if asked == self._asked else None)

    def _show(self, read: tuple[Round, Worklist] | None) -> None:
        if read is None:
            self._show_no_round()
            return
        known, found = read
        if known.id != self.context.round_id:
            self.context.choose_round(known.id)
        self.worklist.show_round(known)
        self.worklist.show_worklist(found)
        self.show_content()

    def _show_no_round(self) -> None:
        self.show_empty(
            self.tr("No round yet"),
            self.tr(
                "A round is one survey: a questionnaire, a period, and the enterprises to be asked. "
                "Create the first one; its worklist then stands here."
            ),
            self.tr("Create a round"),
            self.create_round,
        )

    def _open_item(self, item: WorkItem) -> None:
        if item.response_id:
            self.open_record(item.response_id)
        else:
            self._start(item.respondent)

    def _start(self, respondent: str) -> None:
        workspace, round_id = self.context.workspace, self.context.round_id

        def work() -> str:
            from digiplan_desktop.actions.questionnaires import start_response

            return start_response(workspace, round_id, respondent)

        self.run(work, self.open_record)

    def _entry_page(self) -> EntryPage:
        if self.entry is None:
            from digiplan_desktop.ui.entry_page import EntryPage

            self.entry = entry = EntryPage(self.context.workspace, self.context.tasks, self)
            entry.ready.connect(self.opened)
            entry.saved.connect(self._saved)
            entry.completed.connect(lambda _: self._announce())
            entry.closed.connect(self._close_entry)
            self._views.addWidget(entry)
        return self.entry

    def _saved(self, at: object) -> None:
        # Each answer is told to the status bar at once; other pages read again when the questionnaire is left.
        self._unannounced = True
        self.context.saved.emit(at)

    def _announce(self) -> None:
        if self._unannounced:
            self._unannounced = False
            self.context.announce(Changes(responses=True))

    def _close_entry(self) -> None:
        response_id = self.entry.response_id if self.entry is not None else ""
        self._views.setCurrentWidget(self.worklist)
        self._announce()
        self.worklist.light_response(response_id)
        self.worklist.table.setFocus()

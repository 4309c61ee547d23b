"""The questionnaire itself: the section of the current question, scrolled so that this question is well in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from digiplan_desktop.ui.entry_sections import SectionPanel
from digiplan_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from digiplan_desktop.forms.definition import Choice
    from digiplan_desktop.forms.session import Session
    from digiplan_desktop.ui.entry_outline import Outline
    from digiplan_desktop.ui.entry_row import QuestionRow

WIDEST = 980
# The current question stands this far down the view.
PLACE = 0.2


class EntryForm(QScrollArea):
    """Shows one section at a time and keeps the panels of the others.

    Signals:
        answered: ref and text; confirmed: check and reason; both as the keyer gives them.
        moved: the ref of the question that the keyboard is in now.
        left: the ref of the question that it left.
    """

    answered = Signal(str, str)
    confirmed = Signal(str, str)
    moved = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._outline: Outline | None = None
        self._panels: dict[str, SectionPanel] = {}
        self._shown: SectionPanel | None = None
        self.current = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_column()
        self._ahead = QTimer(self, singleShot=True, interval=60)
        self._ahead.timeout.connect(self._prepare)

    def show_session(self, session: Session, outline: Outline, *, same_form: bool) -> None:
        """Show another questionnaire; of the same form, the rows are used again."""
        self._session, self._outline, self.current = session, outline, ""
        if not same_form:
            self._drop_panels()
        for panel in self._panels.values():
            for row in panel.rows.values():
                row.forget()
                row.set_current(current=False)
        for section in outline.sections:
            panel = self._panels.get(section.ref)
            if panel is not None:
                panel.show_section(section, outline)
                panel.show_all(outline)
        self._ahead.start()

    def refresh(self, changed: Iterable[str], *, moved: bool) -> None:
        """Show what an answer changed; `moved` when questions appeared or vanished."""
        outline = self._outline
        if outline is None:
            return
        self.setUpdatesEnabled(False)
        if moved:
            for section in outline.sections:
                panel = self._panels.get(section.ref)
                if panel is not None:
                    panel.show_section(section, outline)
        for ref in changed:
            for panel in self._panels.values():
                panel.show_node(ref, outline)
        self.setUpdatesEnabled(True)

    def go_to(self, ref: str) -> None:
        """Bring the keyboard to a question."""
        outline = self._outline
        if outline is None or outline.state(ref) is None:
            return
        panel = self._panel(outline.section_index(ref))
        row = panel.rows.get(ref)
        if row is None:
            return
        self.setUpdatesEnabled(False)
        panel.show()
        self._mark(ref)
        row.take_focus()
        if self._shown is not None and self._shown is not panel:
            self._shown.hide()  # only now: a panel that holds the keyboard would hand it to anybody when hidden
        self._shown = panel
        self._scroll_to(row)
        self.setUpdatesEnabled(True)

    def row(self, ref: str) -> QuestionRow | None:
        """Give the row of a question of a section that was shown."""
        return next((panel.rows[ref] for panel in self._panels.values() if ref in panel.rows), None)

    def current_row(self) -> QuestionRow | None:
        """Give the row that the keyboard is in."""
        return self.row(self.current)

    def commit(self, *, going_on: bool = False) -> None:
        """Give what stands in the current field as its answer."""
        row = self.current_row()
        if row is not None:
            row.commit(going_on=going_on)

    def show_visited(self, refs: Iterable[str]) -> None:
        """Say under these questions that their answer is missing."""
        outline = self._outline
        for ref in refs:
            row, node = self.row(ref), outline.state(ref) if outline is not None else None
            if row is not None and node is not None:
                row.show_visited(node)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Room below, so that the last question of a section can stand where all others do.
        self._column.setContentsMargins(12, 8, 12, round(self.viewport().height() * 0.55))

    def sizeHint(self) -> QSize:
        return QSize(scaled(880), scaled(520))

    def _panel(self, index: int) -> SectionPanel:
        outline = self._outline
        if outline is None:
            message = "no questionnaire is shown"
            raise RuntimeError(message)
        section = outline.sections[index]
        if section.ref not in self._panels:
            panel = SectionPanel(self._find, self.widget())
            panel.hide()
            panel.setMaximumWidth(scaled(WIDEST))
            for mine, theirs in (
                (panel.answered, self.answered),
                (panel.confirmed, self.confirmed),
                (panel.left, self.left),
            ):
                mine.connect(theirs)
            panel.entered.connect(self._entered)
            self._column.insertWidget(0, panel)
            self._panels[section.ref] = panel
            panel.show_section(section, outline)
        return self._panels[section.ref]

    def _find(self, ref: str, text: str, limit: int) -> tuple[Choice, ...]:
        return self._session.choices(ref, text, limit) if self._session is not None else ()

    def _entered(self, ref: str) -> None:
        if ref != self.current:
            self._mark(ref)

    def _mark(self, ref: str) -> None:
        if ref == self.current:
            return
        before, after = self.current_row(), self.row(ref)
        if before is not None:
            before.set_current(current=False)
        if after is not None:
            after.set_current(current=True)
        self.current = ref
        self.moved.emit(ref)

    def _scroll_to(self, row: QuestionRow) -> None:
        self._settle()
        top = row.mapTo(self.widget(), row.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - round(self.viewport().height() * PLACE)))

    def _settle(self) -> None:
        # The places of rows are known only after the layout has run; it must not wait for the event loop.
        layout = self.widget().layout()
        if layout is not None:
            layout.activate()
            needed = layout.heightForWidth(self.viewport().width())
            self.widget().resize(self.viewport().width(), max(needed, self.viewport().height()))
            layout.activate()

    def _prepare(self) -> None:
        # The next section is made while the keyer is busy with this one.
        outline = self._outline
        if outline is None:
            return
        index = next(
            (i for i, section in enumerate(outline.sections) if section.ref not in self._panels), None
        )
        if index is not None:
            self._panel(index)
            self._ahead.start()

    def _make_column(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)

    def _drop_panels(self) -> None:
        for panel in self._panels.values():
            panel.hide()
            panel.deleteLater()
        self._panels.clear()
        self._shown = None

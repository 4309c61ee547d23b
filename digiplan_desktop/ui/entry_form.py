"""The questionnaire itself: the section of the current question, scrolled so that this question is well in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from digiplan_desktop.ui.entry_sections import SectionPanel
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import primary_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from digiplan_desktop.forms.definition import Choice
    from digiplan_desktop.forms.session import Session
    from digiplan_desktop.ui.entry_outline import Outline
    from digiplan_desktop.ui.entry_row import QuestionRow

WIDEST = 980
# The current question stands this far down the view.
PLACE = 0.28


class EntryForm(QScrollArea):
    """Shows one section at a time and keeps the panels of the others.

    Signals:
        answered: ref and text; confirmed: ref, check and reason; both as the keyer gives them.
        moved: the ref of the question that the keyboard is in now.
        left: the ref of the question that it left.
    """

    answered = Signal(str, str)
    confirmed = Signal(str, str, str)
    moved = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._outline: Outline | None = None
        self.panels: dict[str, SectionPanel] = {}
        self._section = 0
        self.current = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the width of the rows does not depend on their height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._make_column()
        self._ahead = QTimer(self, singleShot=True, interval=60)
        self._ahead.timeout.connect(self._prepare)

    def show_session(self, session: Session, outline: Outline, *, same_form: bool) -> None:
        """Show another questionnaire; of the same form, the rows are used again."""
        self._session, self._outline, self.current = session, outline, ""
        if not same_form:
            self._drop_panels()
        for panel in self.panels.values():
            for row in panel.rows.values():
                row.forget()
                row.set_current(current=False)
        for section in outline.sections:
            kept = self.panels.get(section.ref)
            if kept is not None:
                kept.show_section(section, outline)
                kept.show_all(outline)
        self._ahead.start()

    def refresh(self, changed: Iterable[str], *, moved: bool) -> None:
        """Show what an answer changed; `moved` when questions appeared or vanished."""
        outline = self._outline
        if outline is None:
            return
        if moved:
            for section in outline.sections:
                panel = self.panels.get(section.ref)
                if panel is not None:
                    panel.show_section(section, outline)
            self._section = outline.section_index(self.current)
            self._show_panels()
            self._ahead.start()
        for ref in changed:
            for panel in self.panels.values():
                panel.show_node(ref, outline)
        self._settle()

    def go_to(self, ref: str) -> None:
        """Bring the keyboard to a question."""
        outline = self._outline
        if outline is None or outline.state(ref) is None:
            return
        self._section = outline.section_index(ref)
        panel = self._panel(self._section)
        row = panel.rows[ref]
        panel.show()
        self._mark(ref)
        row.take_focus()
        self._show_panels()  # only now: a panel that holds the keyboard would hand it to anybody when hidden
        self._scroll_to(row)

    def go_to_finish(self) -> None:
        """Bring the keyboard to the button behind the last question."""
        row = self.current_row()
        if row is not None:
            row.set_current(current=False)
        self.current = ""
        self.finish.show()
        self.finish.setFocus(Qt.FocusReason.TabFocusReason)
        self._settle()
        self.ensureWidgetVisible(self.finish)

    def row(self, ref: str) -> QuestionRow | None:
        """Give the row of a question of a section that was shown."""
        return next((panel.rows[ref] for panel in self.panels.values() if ref in panel.rows), None)

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
        # Room below, so that the last question of a section can stand where all others do; room at the right rather
        # than a maximal width, for a layout asks for the height of the width it has, not of the one it may give.
        width, height = self.viewport().width(), self.viewport().height()
        self._column.setContentsMargins(12, 8, max(12, width - 12 - scaled(WIDEST)), round(height * 0.55))
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A line under a field came or went: the scroll area itself does not ask again for the height of a width.
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(scaled(880), scaled(520))

    def _panel(self, index: int) -> SectionPanel:
        outline = self._outline
        if outline is None:
            message = "no questionnaire is shown"
            raise RuntimeError(message)
        section = outline.sections[index]
        if section.ref not in self.panels:
            panel = SectionPanel(self._find, self._inner)
            panel.hide()
            for mine, theirs in (
                (panel.answered, self.answered),
                (panel.confirmed, self.confirmed),
                (panel.left, self.left),
            ):
                mine.connect(theirs)
            panel.entered.connect(self._entered)
            self._column.insertWidget(self._place_of(index), panel)
            self.panels[section.ref] = panel
            panel.show_section(section, outline)
        return self.panels[section.ref]

    def _place_of(self, index: int) -> int:
        outline = self._outline
        later = outline.sections[index + 1 :] if outline is not None else ()
        places = [self._column.indexOf(self.panels[part.ref]) for part in later if part.ref in self.panels]
        return min(places, default=self._column.indexOf(self.finish))

    def _show_panels(self) -> None:
        """Show the section of the keyer and, below it, the one that comes next."""
        outline = self._outline
        if outline is None:
            return
        shown = {section.ref for section in outline.sections[self._section : self._section + 2]}
        for ref, panel in self.panels.items():
            panel.setVisible(ref in shown)
        self.finish.setVisible(self._section >= len(outline.sections) - 2)

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
        top = row.mapTo(self._inner, row.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - round(self.viewport().height() * PLACE)))

    def _settle(self) -> None:
        # The places of rows are known only after the layout has run; it must not wait for the event loop.
        width = self.viewport().width()
        self._column.activate()
        self._inner.resize(width, max(self._column.heightForWidth(width), self.viewport().height()))
        self._column.activate()

    def _prepare(self) -> None:
        # The next section is made while the keyer is busy with this one, then all others.
        outline = self._outline
        if outline is None:
            return
        count = len(outline.sections)
        turned = [*range(self._section, count), *range(self._section)]
        index = next((index for index in turned if outline.sections[index].ref not in self.panels), None)
        if index is not None:
            self._panel(index)
            self._show_panels()
            self._settle()
            self._ahead.start()

    def _make_column(self) -> None:
        self._inner = inner = QWidget()
        inner.setProperty("role", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(scaled(12))
        self.finish = primary_button(self.tr("Complete the questionnaire  Ctrl+Shift+Enter"))
        self.finish.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.finish.hide()
        self._column.addWidget(self.finish)
        self._column.addStretch(1)
        self.setWidget(inner)
        inner.installEventFilter(self)

    def _drop_panels(self) -> None:
        for panel in self.panels.values():
            panel.hide()
            panel.deleteLater()
        self.panels.clear()

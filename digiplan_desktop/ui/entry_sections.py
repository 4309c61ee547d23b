"""One section of the questionnaire as a column of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digiplan_desktop.ui.entry_row import QuestionRow
from digiplan_desktop.ui.question_editors import Choices
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from digiplan_desktop.forms.definition import Choice
    from digiplan_desktop.ui.entry_outline import Outline, Section


class SectionPanel(QWidget):
    """The rows of one section; a row is made once and hidden while its question does not apply.

    Signals: as of QuestionRow.
    """

    answered = Signal(str, str)
    confirmed = Signal(str, str, str)
    entered = Signal(str)
    left = Signal(str)

    def __init__(
        self, find: Callable[[str, str, int], tuple[Choice, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._order: list[str] = []
        self.rows: dict[str, QuestionRow] = {}
        self.title = label("", "heading")
        self.title.setContentsMargins(12, 4, 12, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(2))
        self._column.addWidget(self.title)

    def show_section(self, section: Section, outline: Outline) -> None:
        """Show the questions that apply now, in their order."""
        self.title.setText(f"{section.code}. {section.title}" if section.title else "")
        self.title.setVisible(bool(section.title))
        wanted = set(section.refs)
        for ref in self._order:
            if ref not in wanted:
                self.rows[ref].hide()
        before = -1
        for ref in section.refs:
            before = self._place(ref, before, outline)

    def show_node(self, ref: str, outline: Outline) -> None:
        """Show one question in its state of now."""
        node, row = outline.state(ref), self.rows.get(ref)
        if node is not None and row is not None:
            row.show_node(node)

    def show_all(self, outline: Outline) -> None:
        """Show every question in its state of now."""
        for ref in self._order:
            self.show_node(ref, outline)

    def _place(self, ref: str, before: int, outline: Outline) -> int:
        node = outline.state(ref)
        if node is None:
            return before
        row = self.rows.get(ref)
        if row is None:
            row = QuestionRow(node, Choices(lambda text, limit: self._find(ref, text, limit), self), self)
            self._connect(row)
            self.rows[ref] = row
            self._order.insert(before + 1, ref)
            self._column.insertWidget(before + 2, row)  # the title stands first
        elif row.isHidden():
            row.show_node(node)
        row.show()
        return self._order.index(ref)

    def _connect(self, row: QuestionRow) -> None:
        row.answered.connect(self.answered)
        row.confirmed.connect(self.confirmed)
        row.entered.connect(self.entered)
        row.left.connect(self.left)

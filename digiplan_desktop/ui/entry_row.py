"""One question on the page: number, words, field, and what is wrong with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digiplan_desktop.ui.entry_answers import show_date, show_number
from digiplan_desktop.ui.entry_checks import CheckLines
from digiplan_desktop.ui.entry_outline import is_asked, split_number
from digiplan_desktop.ui.entry_text import WrappedText
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.question_editors import Choices, QuestionEditor, make_editor
from digiplan_desktop.ui.theme import current_colours, scaled

if TYPE_CHECKING:
    from digiplan_desktop.forms.states import NodeState

NUMBER_WIDTH = 44


class QuestionRow(QWidget):
    """A node of the questionnaire: a question with its editor, a note, a computed value or a heading.

    Signals:
        answered: the ref of the question and the text of its answer.
        confirmed: the ref, the name of a soft check, and the reason why the answer stands.
        entered: the ref; the keyboard is in this row now.
        left: the ref; the keyboard went elsewhere.
    """

    answered = Signal(str, str)
    confirmed = Signal(str, str, str)
    entered = Signal(str)
    left = Signal(str)

    def __init__(self, node: NodeState, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ref = node.ref
        self._choices = choices
        self._current = False
        self._visited = False
        self.number = WrappedText("secondary", strong=True, parent=self)
        self.number.setFixedWidth(scaled(NUMBER_WIDTH))
        self.words = WrappedText(strong=node.kind != "question", parent=self)
        self.hint = WrappedText("secondary", small=True, parent=self)
        self.checks = CheckLines(self)
        self.editor: QuestionEditor | None = make_editor(node, choices, self) if is_asked(node) else None
        self.value = WrappedText("text", strong=True, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange()
        self._connect()
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Show the question in its state of now."""
        number, words = split_number(node.label)
        self.number.set_text(number)
        self.words.set_text(words + ("  *" if node.required and is_asked(node) else ""))
        self.hint.set_text(node.hint)
        self.hint.setVisible(bool(node.hint))
        if self.editor is not None:
            self.editor.show_node(node)
            self.editor.set_name(node.label, node.hint)
        shown = self._read_only(node) if self.editor is None and node.kind == "question" else ""
        self.value.set_text(shown)
        self.value.setVisible(bool(shown))
        self._show_checks(node)

    def show_visited(self, node: NodeState) -> None:
        """From now on say also that an answer is missing."""
        self._visited = True
        self._show_checks(node)

    def forget(self) -> None:
        """Be as new: another questionnaire is shown in this row."""
        self._visited = False

    def set_current(self, *, current: bool) -> None:
        """Draw or remove the ring that says: here."""
        if current != self._current:
            self._current = current
            self.update()

    def take_focus(self) -> None:
        """Bring the keyboard into the field."""
        if self.editor is not None:
            self.editor.take_focus()

    def commit(self, *, going_on: bool = False) -> None:
        """Give what stands in the field, or in a reason, as it is."""
        if self.checks.writing:
            self.take_focus()  # a line that is hidden while it has the keyboard would hand it to anybody
        self.checks.finish()
        if self.editor is not None:
            self.editor.commit(going_on=going_on)

    def ask_reason(self) -> bool:
        """Open the line for the reason of the first doubt; say whether there was one."""
        line = self.checks.open_warning()
        if line is None:
            return False
        line.begin()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's name)
        if not self._current:
            return
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_focus()
        event.accept()

    def _read_only(self, node: NodeState) -> str:
        if node.type in {"integer", "decimal"}:
            return show_number(node.value, current_language())
        if node.type in {"select_one", "select_multiple"}:
            labels = {choice.value: choice.label for choice in self._choices.find("", 1000)}
            return " · ".join(labels.get(code, code) for code in node.value.split())
        return "" if node.type == "note" else show_date(node.value) if node.type == "date" else node.value

    def _show_checks(self, node: NodeState) -> None:
        silent = node.violation is not None and node.violation.kind == "required" and not self._visited
        unreadable = node.violation is not None and node.violation.kind == "type"
        self.checks.show_checks(None if silent else node.violation, () if unreadable else node.warnings)

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 10)
        line.setSpacing(8)
        line.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        parts = (self.words, self.hint, self.value, self.editor, self.checks)
        for part in parts:
            if part is not None:
                column.addWidget(part)
        line.addLayout(column, 1)

    def _connect(self) -> None:
        self.checks.confirmed.connect(lambda check, reason: self.confirmed.emit(self.ref, check, reason))
        self.checks.entered.connect(lambda: self.entered.emit(self.ref))
        if self.editor is not None:
            self.editor.answered.connect(lambda text: self.answered.emit(self.ref, text))
            self.editor.entered.connect(lambda: self.entered.emit(self.ref))
            self.editor.left.connect(lambda: self.left.emit(self.ref))

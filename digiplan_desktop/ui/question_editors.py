"""What a question is answered in: the parts that all editors share, the line, the block of text, and who gets which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from digiplan_desktop.ui import entry_answers as answers
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Choice
    from digiplan_desktop.forms.states import NodeState

GO_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True)
class Writing:
    """How an answer is read from the keyboard, edited and shown; `width` in pixels at 100 %, 0 = as wide as may be."""

    read: Callable[[str], str]
    edit: Callable[[str], str]
    show: Callable[[str], str]
    width: int = 0


@dataclass(frozen=True)
class Choices:
    """Where an editor finds the options of its question, and which widget carries the list that opens under it."""

    find: Callable[[str, int], tuple[Choice, ...]]
    host: QWidget


class QuestionEditor(QWidget):
    """Takes the answer to one question and knows nothing of the form around it.

    Signals:
        answered: the canonical text of another answer, as it is left or chosen.
        entered: the keyer is here now.
        left: the keyboard went elsewhere.
    """

    answered = Signal(str)
    entered = Signal()
    left = Signal()

    kind = ""
    field: QWidget

    def show_node(self, node: NodeState) -> None:  # noqa: ARG002 (every editor has its own way)
        """Show the answer that the form holds."""
        raise TypeError(type(self).__name__)

    def commit(self, *, going_on: bool = False) -> None:
        """Give what stands in the field as the answer; `going_on` when the keyer asked to go on."""

    def set_name(self, name: str, description: str) -> None:
        """Tell screen readers what is asked."""
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(description)

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)


class AnswerLine(QLineEdit):
    """One line whose last letter is never lost: an input method that composes is brought to its end first."""

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self.returning = False

    def compose(self) -> None:
        """Take the letters that an input method still composes into the text."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        if self._preedit:  # the platform has no input context of its own
            event = QInputMethodEvent()
            event.setCommitString(self._preedit)
            self.inputMethodEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nothing_typed = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        if nothing_typed or Qt.Key(event.key()) in GO_ON:
            event.ignore()  # the page decides what Enter means, and undoes the answer before this one
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.returning = event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.compose()
            self.left.emit()
        super().focusOutEvent(event)


class LineEditor(QuestionEditor):
    """Text, numbers and days on one line: as typed while the keyer is here, as people write them elsewhere."""

    def __init__(self, kind: str, writing: Writing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._writing = writing
        self._value = ""
        self._editing = False
        self.line = self.field = AnswerLine(self)
        if writing.width:
            self.line.setFixedWidth(scaled(writing.width))
        else:
            self.line.setMaximumWidth(scaled(720))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self._leave)
        self.line.textEdited.connect(self._edit)

    def show_node(self, node: NodeState) -> None:
        self._value = node.value
        if self._editing and self._writing.read(self.line.text()) == node.value:
            return
        self.line.setText(self._writing.edit(node.value) if self._editing else self._writing.show(node.value))

    def commit(self, *, going_on: bool = False) -> None:  # noqa: ARG002 (a line is the same in both cases)
        self.line.compose()
        if not self._editing:
            return
        value = self._writing.read(self.line.text())
        if value != self._value:
            self._value = value
            self.answered.emit(value)

    def _enter(self) -> None:
        if not self._editing:
            self._editing = True
            self.line.setText(self._writing.edit(self._value))
        if not self.line.returning:  # who comes back from another window goes on typing where they were
            self.line.selectAll()
        self.entered.emit()

    def _edit(self) -> None:
        self._editing = True

    def _leave(self) -> None:
        self.commit()
        self._editing = False
        self.line.setText(self._writing.show(self._value))
        self.left.emit()


class BlockEditor(QuestionEditor):
    """Text of several lines; Enter goes on, Shift+Enter begins a line."""

    kind = "block"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.block = self.field = QPlainTextEdit(self)
        self.block.setTabChangesFocus(True)
        self.block.setFixedHeight(scaled(88))
        self.block.setMaximumWidth(scaled(720))
        self.block.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.block.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.block)

    def show_node(self, node: NodeState) -> None:
        self._value = node.value
        if self.block.toPlainText() != node.value:
            self.block.setPlainText(node.value)

    def commit(self, *, going_on: bool = False) -> None:  # noqa: ARG002 (a block is the same in both cases)
        QGuiApplication.inputMethod().commit()
        value = answers.read_text(self.block.toPlainText())
        if value != self._value:
            self._value = value
            self.answered.emit(value)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.commit()
            self.left.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._goes_on(event):
            event.ignore()  # not for the block: Qt then offers it to the parents, and the page decides
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _goes_on(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.block.document().isUndoAvailable()
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return Qt.Key(event.key()) in GO_ON and plain

    def sizeHint(self) -> QSize:
        return QSize(scaled(480), scaled(88))


def make_editor(node: NodeState, choices: Choices, parent: QWidget) -> QuestionEditor:
    """Give the editor that fits the type and appearance of a question."""
    from digiplan_desktop.ui.question_editors_choices import OptionsEditor
    from digiplan_desktop.ui.question_editors_list import ListEditor, is_long

    if node.type in {"select_one", "select_multiple", "rank"}:
        return ListEditor(node, choices, parent) if is_long(node) else OptionsEditor(node, choices, parent)
    if node.type in {"acknowledge", "trigger"}:
        return OptionsEditor(node, choices, parent)
    if node.type == "text" and "multiline" in node.appearance:
        return BlockEditor(parent)
    return LineEditor(node.type if node.type in _KINDS else "text", _writing(node.type), parent)


_KINDS = {"integer", "decimal", "range", "date", "time", "dateTime"}


def _writing(kind: str) -> Writing:
    language = current_language()
    if kind in {"integer", "decimal", "range"}:
        return Writing(
            read=lambda text: answers.read_number(text, language),
            edit=lambda value: answers.edit_number(value, language),
            show=lambda value: answers.show_number(value, language),
            width=176,
        )
    if kind == "date":
        return Writing(answers.read_date, answers.show_date, answers.show_date, width=176)
    if kind == "time":
        return Writing(answers.read_time, answers.show_time, answers.show_time, width=112)
    if kind == "dateTime":
        return Writing(answers.read_moment, answers.show_moment, answers.show_moment, width=208)
    return Writing(answers.read_text, str, str)

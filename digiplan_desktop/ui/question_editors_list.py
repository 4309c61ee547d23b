"""Long lists: what is typed filters them, blind to case and diacritics, and Enter takes the line in the light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QLabel, QListView, QSizePolicy, QVBoxLayout, QWidget

from digiplan_desktop.text import fold
from digiplan_desktop.ui.question_editors import AnswerLine, Choices, QuestionEditor
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from digiplan_desktop.forms.definition import Choice
    from digiplan_desktop.forms.states import NodeState

MANY = 20
_FOUND = 200
_ROWS = 8
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS,
    Qt.Key.Key_PageDown: _ROWS,
}


def is_long(node: NodeState) -> bool:
    """Say whether the options of a question are searched rather than shown."""
    return bool(node.appearance & {"minimal", "autocomplete", "search"}) or node.choices_count > MANY


class ChoiceList(QListView):
    """The found options, over the questions below; never takes the keyboard."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.hide()

    def show_lines(self, lines: list[str], under: QWidget) -> None:
        """Show the lines under a widget, the first one in the light."""
        self._model.setStringList(lines)
        if not lines:
            self.hide()
            return
        place = under.mapTo(self._host, QPoint(0, under.height() + 2))
        height = min(len(lines), _ROWS) * max(self.sizeHintForRow(0), scaled(30)) + scaled(12)
        self.setGeometry(place.x(), place.y(), under.width(), height)
        self.show()
        self.raise_()
        self.light(0)

    def light(self, row: int) -> None:
        """Put a row in the light."""
        self.setCurrentIndex(self._model.index(row))

    def lit(self) -> int:
        """Give the row in the light, or -1."""
        return self.currentIndex().row() if not self.isHidden() else -1


class ListEditor(QuestionEditor):
    """One or several options of a list too long to show.

    What is typed and fits no option is never an answer: it is dropped when the keyer leaves, and the old answer stands.
    """

    def __init__(self, node: NodeState, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = "list" if node.type == "select_one" else "list_many"
        self._choices = choices
        self._value: list[str] = []
        self._found: tuple[Choice, ...] = ()
        self._labels: dict[str, str] = {}
        self._searching = False
        self.line = self.field = AnswerLine(self)
        self.line.setMaximumWidth(scaled(560))
        self.chosen: QLabel = label("", "secondary")
        self.chosen.setWordWrap(True)
        self.list = ChoiceList(choices.host)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.textEdited.connect(self._search)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self._leave)
        self.list.clicked.connect(self._clicked)

    def show_node(self, node: NodeState) -> None:
        value = [node.value] if self.kind == "list" and node.value else node.value.split()
        known = value == self._value and all(code in self._labels for code in value)
        self._value = value
        if value and not known:
            self._learn(self._choices.find("", 100_000))
        self.line.setPlaceholderText(self.tr("Type to search"))
        if not self._searching:
            self._show_value()

    def commit(self, *, going_on: bool = False) -> None:
        self.line.compose()
        if not self._searching:
            return
        text, index = self.line.text().strip(), self.list.lit()
        if not text and self.kind == "list":
            self._give([])
        elif index >= 0 and (going_on or len(self._found) == 1):
            self._take(self._found[index])
        else:
            exact = [found for found in self._found if fold(text) in {fold(found.value), fold(found.label)}]
            if len(exact) == 1:
                self._take(exact[0])
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self._searching:
            self._close()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._adds(event):
            self.commit(going_on=True)
        else:
            event.ignore()

    def hideEvent(self, event: object) -> None:
        self.list.hide()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _adds(self, event: QKeyEvent) -> bool:
        # Enter takes one more of several; on an empty line it goes on.
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return plain and self.kind == "list_many" and self._searching and bool(self.line.text().strip())

    def _search(self, text: str) -> None:
        self._searching = True
        self._found = self._rank(text) if text.strip() else ()
        self._learn(self._found)
        self.list.show_lines([_line(choice) for choice in self._found], self.line)

    def _rank(self, text: str) -> tuple[Choice, ...]:
        # A whole code comes first: who types one knows the list by heart.
        found = self._choices.find(text, _FOUND)
        wanted = fold(text)
        return tuple(sorted(found, key=lambda choice: fold(choice.value) != wanted))

    def _step(self, step: int) -> None:
        if self.list.isHidden():
            self._searching = True
            self._found = self._choices.find("" if self._is_shown_value() else self.line.text(), _FOUND)
            self._learn(self._found)
            self.list.show_lines([_line(choice) for choice in self._found], self.line)
            values = [choice.value for choice in self._found]
            if self._value and self._value[0] in values:
                self.list.light(values.index(self._value[0]))
            return
        self.list.light(max(0, min(len(self._found) - 1, self.list.lit() + step)))

    def _take(self, choice: Choice) -> None:
        self._labels[choice.value] = choice.label
        if self.kind == "list":
            self._give([choice.value])
        elif choice.value in self._value:
            self._give([code for code in self._value if code != choice.value])
        else:
            self._give([*self._value, choice.value])

    def _give(self, value: list[str]) -> None:
        if value != self._value:
            self._value = value
            self.answered.emit(" ".join(value))

    def _clicked(self, index: QModelIndex) -> None:
        self._take(self._found[index.row()])
        self._close()

    def _enter(self) -> None:
        # Again after the click that brought the keyer here has been dealt with, for it sets the cursor.
        self.line.selectAll()
        QTimer.singleShot(0, self.line, lambda: None if self._searching else self.line.selectAll())
        self.entered.emit()

    def _leave(self) -> None:
        self.commit()
        self._close()
        self.left.emit()

    def _close(self) -> None:
        self._searching = False
        self._found = ()
        self.list.hide()
        self._show_value()
        if self.line.hasFocus():
            self.line.selectAll()

    def _is_shown_value(self) -> bool:
        return self.line.text() == self._shown()

    def _shown(self) -> str:
        return self._labels.get(self._value[0], self._value[0]) if self.kind == "list" and self._value else ""

    def _show_value(self) -> None:
        self.line.setText(self._shown())
        self.line.setCursorPosition(0)
        several = (
            "" if self.kind == "list" else " · ".join(self._labels.get(code, code) for code in self._value)
        )
        self.chosen.setText(several)
        self.chosen.setVisible(bool(several))

    def _learn(self, choices: tuple[Choice, ...]) -> None:
        self._labels.update({choice.value: choice.label for choice in choices})


def _line(choice: Choice) -> str:
    return f"{choice.value}   {choice.label}"

"""Short lists of options, all in sight, chosen by the key that stands before each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digiplan_desktop.ui.entry_option_paint import WRAPPED, OptionLook, draw_option, option_padding
from digiplan_desktop.ui.question_editors import Choices, QuestionEditor
from digiplan_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Choice
    from digiplan_desktop.forms.states import NodeState

WAIT_MS = 700
_GAP = 6
_ALL = 1000
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def option_keys(values: Sequence[str]) -> tuple[str, ...]:
    """Give what is typed for each option: its code where all are short numbers or single letters, else its place."""
    folded = [value.upper() for value in values]
    numbers = all(value.isdecimal() and value.isascii() and len(value) <= 3 for value in values)
    letters = all(len(value) == 1 and value.isascii() and value.isalnum() for value in values)
    if (numbers or letters) and len(set(folded)) == len(folded):
        return tuple(folded)
    return tuple(str(number) for number in range(1, len(values) + 1))


class OptionsEditor(QuestionEditor):
    """One or several options of a short list."""

    def __init__(self, node: NodeState, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = self
        self.kind = "one" if node.type in {"select_one", "acknowledge", "trigger"} else "many"
        self._find = choices.find
        self._ranks = node.type == "rank"  # the order of choosing is the answer
        self._acknowledges = node.type in {"acknowledge", "trigger"}
        self._options: tuple[Choice, ...] = ()
        self._keys: tuple[str, ...] = ()
        self._arranged: dict[int, tuple[QRect, ...]] = {}
        self._chosen: list[str] = []
        self._cursor = -1
        self._typed = ""
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._apply)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_node(self, node: NodeState) -> None:
        options = self._read_options()
        if options != self._options:
            self._options = options
            self._keys = option_keys([option.value for option in options])
            self._arranged.clear()
            self._cursor = -1
            self.updateGeometry()
        self._chosen = node.value.split() if self.kind == "many" else [node.value] if node.value else []
        self._describe()
        self.update()

    def commit(self, *, going_on: bool = False) -> None:  # noqa: ARG002 (a typed code counts in both cases)
        self._apply()

    @property
    def options(self) -> tuple[tuple[str, Choice], ...]:
        """The key and the option of each cell, in order."""
        return tuple(zip(self._keys, self._options, strict=True))

    def heightForWidth(self, width: int) -> int:
        rects = self._arrange(width)
        return max((rect.bottom() + 1 for rect in rects), default=0)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else scaled(640)
        return QSize(scaled(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, (key, option) in enumerate(self.options):
            rect = self._cells()[index]
            if rect.intersects(event.rect()):
                look = OptionLook(
                    key=key,
                    label=option.label,
                    chosen=option.value in self._chosen,
                    under_cursor=index == self._cursor and self.hasFocus(),
                    round=self.kind == "one",
                )
                draw_option(painter, rect, look)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arranged.clear()
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text().upper()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_Space and self._cursor >= 0:
            self._choose(self._cursor)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._clear()
        elif text == "," and plain:
            self._apply()
        elif plain and text and text.isalnum():
            self._type(text)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._cursor = index
            self._choose(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._cursor = -1
        self.update()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._apply()
        self.update()
        self.left.emit()

    def _type(self, text: str) -> None:
        typed = self._typed + text
        if not any(key.startswith(typed) for key in self._keys):
            typed = text
        self._typed = typed
        if any(key != typed and key.startswith(typed) for key in self._keys):
            self._timer.start()  # 1 may still become 10
        else:
            self._apply()

    def _apply(self) -> None:
        self._timer.stop()
        typed, self._typed = self._typed, ""
        if typed in self._keys:
            self._choose(self._keys.index(typed))

    def _choose(self, index: int) -> None:
        value = self._options[index].value
        if self.kind == "one":
            self._give([value])
        elif value in self._chosen:
            self._give([other for other in self._chosen if other != value])
        elif self._ranks:
            self._give([*self._chosen, value])
        else:
            places = {option.value: place for place, option in enumerate(self._options)}
            self._give(sorted([*self._chosen, value], key=lambda kept: places.get(kept, len(places))))

    def _clear(self) -> None:
        self._timer.stop()
        self._typed = ""
        self._give([])

    def _give(self, chosen: list[str]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._describe()
            self.update()
            self.answered.emit(" ".join(chosen))

    def _move(self, step: int) -> None:
        count = len(self._options)
        if count:
            start = self._cursor if self._cursor >= 0 else self._first_chosen(step)
            self._cursor = (start + step) % count
            self.update()

    def _first_chosen(self, step: int) -> int:
        values = [option.value for option in self._options]
        known = [values.index(value) for value in self._chosen if value in values]
        return known[0] if known else (-1 if step > 0 else 0)

    def _read_options(self) -> tuple[Choice, ...]:
        if self._acknowledges:
            from digiplan_desktop.forms.definition import Choice as Option

            return (Option("OK", self.tr("Confirmed")),)
        return self._find("", _ALL)

    def _describe(self) -> None:
        chosen = [option.label for option in self._options if option.value in self._chosen]
        self.setAccessibleDescription("; ".join(chosen) or self.tr("Nothing chosen"))

    def set_name(self, name: str, description: str) -> None:
        self.setAccessibleName(name + " " + description if description else name)

    def _index_at(self, point: QPoint) -> int:
        return next((index for index, rect in enumerate(self._cells()) if rect.contains(point)), -1)

    def _cells(self) -> tuple[QRect, ...]:
        return self._arrange(self.width())

    def _arrange(self, width: int) -> tuple[QRect, ...]:
        # A layout asks many times for the height of a width before it is done.
        if width not in self._arranged:
            self._arranged[width] = self._measure(width)
        return self._arranged[width]

    def _measure(self, width: int) -> tuple[QRect, ...]:
        self.ensurePolished()  # else the font of the style sheet comes later, and with it other heights
        metrics = self.fontMetrics()
        wishes = [metrics.horizontalAdvance(option.label) + option_padding() for option in self._options]
        if sum(wishes) + _GAP * (len(wishes) - 1) <= width:
            return _one_line(wishes, _height(metrics, 1))
        return _columns(metrics, [option.label for option in self._options], max(wishes, default=0), width)


def _one_line(wishes: Sequence[int], height: int) -> tuple[QRect, ...]:
    rects, left = [], 0
    for wish in wishes:
        rects.append(QRect(left, 0, wish, height))
        left += wish + _GAP
    return tuple(rects)


def _columns(metrics: QFontMetrics, labels: Sequence[str], widest: int, width: int) -> tuple[QRect, ...]:
    count = max(1, min(len(labels), (width + _GAP) // (max(widest, scaled(150)) + _GAP)))
    if count == 1 and width > scaled(560):
        count = 2  # two columns of wrapped labels read better than one of very long lines
    cell = min((width - _GAP * (count - 1)) // count, max(widest, scaled(150)))
    rects, top = [], 0
    for start in range(0, len(labels), count):
        line = labels[start : start + count]
        height = max(_label_height(metrics, label, cell) for label in line)
        rects += [QRect(column * (cell + _GAP), top, cell, height) for column in range(len(line))]
        top += height + _GAP
    return tuple(rects)


def _label_height(metrics: QFontMetrics, label: str, cell: int) -> int:
    room = QRect(0, 0, cell - option_padding() + 1, 10_000)
    lines = max(1, round(metrics.boundingRect(room, WRAPPED, label).height() / metrics.lineSpacing()))
    return _height(metrics, lines)


def _height(metrics: QFontMetrics, lines: int) -> int:
    return max(scaled(32), lines * metrics.lineSpacing() + scaled(12))

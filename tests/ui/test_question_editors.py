"""Editors alone: what they take from the keyboard and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from digiplan_desktop.forms.definition import Choice
from digiplan_desktop.forms.states import NodeState
from digiplan_desktop.text import fold
from digiplan_desktop.ui.question_editors import BlockEditor, Choices, LineEditor, QuestionEditor, make_editor
from digiplan_desktop.ui.question_editors_choices import OptionsEditor, option_keys
from digiplan_desktop.ui.question_editors_list import ListEditor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

COMMUNES = tuple(
    Choice(str(24000 + number), name)
    for number, name in enumerate(("Ea Kar", "Ea Đrăng", "Đắk Liêng", "Krông Pắc"))
)


def node(kind: str, value: str = "", *, appearance: str = "", count: int = 0) -> NodeState:
    return NodeState(
        ref="/data/x",
        name="x",
        kind="question",
        type=kind,
        label="X",
        hint="",
        appearance=frozenset(appearance.split()),
        relevant=True,
        required=False,
        readonly=False,
        value=value,
        violation=None,
        warnings=(),
        choices_count=count,
    )


class Host(QWidget):
    """Stands for the page: counts how often it is asked to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.entered = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.entered += event.key() == Qt.Key.Key_Return


class Asked:
    """An editor on the screen and everything it answered."""

    def __init__(self, qtbot: QtBot, state: NodeState, options: Sequence[Choice] = ()) -> None:
        self.host = Host()
        self.host.resize(800, 500)
        qtbot.addWidget(self.host)
        self.answers: list[str] = []
        self.editor: QuestionEditor = make_editor(
            state, Choices(lambda text, limit: find(options, text, limit), self.host), self.host
        )
        self.editor.answered.connect(self.answers.append)
        self.editor.show_node(state)
        self.editor.setGeometry(0, 0, 780, 200)
        with qtbot.waitActive(self.host):
            self.host.show()
            self.host.activateWindow()
        self.editor.take_focus()

    def type(self, text: str) -> Asked:
        for letter in text:
            QTest.keyClicks(self.editor.field, letter)
        return self

    def press(self, key: Qt.Key) -> Asked:
        QTest.keyClick(self.editor.field, key)
        return self

    def go_on(self) -> list[str]:
        self.editor.commit(going_on=True)
        return self.answers


def find(options: Sequence[Choice], text: str, limit: int) -> tuple[Choice, ...]:
    return tuple(option for option in options if fold(text) in fold(option.label))[:limit]


def named(*values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, f"Lựa chọn {value}") for value in values)


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        (("1", "0"), ("1", "0")),
        (("fb", "zalo", "khong"), ("1", "2", "3")),
        (("A", "B"), ("A", "B")),
        (("1", "10", "99"), ("1", "10", "99")),
        (("b1", "b2"), ("1", "2")),
        (("1000", "2000"), ("1", "2")),
        ((), ()),
    ],
)
def test_the_key_of_an_option_is_its_code_when_that_is_short(
    values: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    assert option_keys(values) == keys


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (node("text"), LineEditor),
        (node("text", appearance="multiline"), BlockEditor),
        (node("integer"), LineEditor),
        (node("date"), LineEditor),
        (node("barcode"), LineEditor),
        (node("select_one", count=5), OptionsEditor),
        (node("select_multiple", count=5), OptionsEditor),
        (node("acknowledge"), OptionsEditor),
        (node("select_one", count=300), ListEditor),
        (node("select_one", appearance="minimal autocomplete", count=5), ListEditor),
    ],
)
def test_each_type_has_its_editor(qtbot: QtBot, state: NodeState, kind: type) -> None:
    assert isinstance(Asked(qtbot, state).editor, kind)


def test_a_digit_chooses_and_another_one_replaces(qtbot: QtBot) -> None:
    assert Asked(qtbot, node("select_one"), named("1", "2", "9")).type("12").answers == ["1", "2"]


def test_arrows_and_the_space_bar_choose_too(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one"), named("1", "2", "9"))
    asked.press(Qt.Key.Key_Down).press(Qt.Key.Key_Down).press(Qt.Key.Key_Space)
    assert asked.answers == ["2"]


def test_a_click_chooses(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one"), named("1", "2"))
    QTest.mouseClick(asked.editor, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert asked.answers == ["1"]


def test_delete_takes_the_answer_away(qtbot: QtBot) -> None:
    assert Asked(qtbot, node("select_one", "1"), named("1", "2")).press(Qt.Key.Key_Delete).answers == [""]


def test_codes_that_begin_alike_wait_for_the_next_digit_or_for_going_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one"), named("1", "10", "11"))
    assert asked.type("1").answers == []
    assert asked.go_on() == ["1"]
    assert asked.type("11").answers == ["1", "11"]


def test_a_code_that_may_go_on_counts_after_a_short_wait(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one"), named("1", "10"))
    asked.type("1")
    qtbot.waitUntil(lambda: asked.answers == ["1"], timeout=5000)


def test_several_options_are_kept_in_the_order_of_the_list_and_toggled(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_multiple"), named("a1", "b2", "c3"))
    assert asked.type("3,1").answers == ["c3", "a1 c3"]
    assert asked.type("3").answers[-1] == "a1"


def test_a_ranking_keeps_the_order_of_choosing(qtbot: QtBot) -> None:
    assert Asked(qtbot, node("rank"), named("a1", "b2", "c3")).type("3,1").answers == ["c3", "c3 a1"]


def test_options_take_more_lines_when_there_is_less_room(qtbot: QtBot) -> None:
    options = tuple(Choice(str(number), "Phần mềm chuyên dụng " * 2) for number in range(6))
    asked = Asked(qtbot, node("select_one"), options)
    assert asked.editor.heightForWidth(300) > asked.editor.heightForWidth(900)


def test_a_long_list_finds_without_diacritics_and_takes_the_line_in_the_light(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one", count=300), COMMUNES)
    assert asked.type("drang").go_on() == ["24001"]
    assert asked.type("ea").press(Qt.Key.Key_Down).go_on() == ["24001"]
    assert asked.type("dak lieng").go_on()[-1] == "24002"


def test_what_fits_no_option_leaves_the_answer_as_it_was(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one", "24000", count=300), COMMUNES)
    assert asked.type("zzz").go_on() == []
    assert asked.editor.line.text() == "Ea Kar"


def test_an_emptied_line_takes_the_answer_away(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_one", "24000", count=300), COMMUNES)
    asked.editor.line.selectAll()
    assert asked.press(Qt.Key.Key_Backspace).go_on() == [""]


def test_several_of_a_long_list_are_added_one_by_one(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("select_multiple", count=300), COMMUNES)
    asked.type("kar").press(Qt.Key.Key_Return)
    asked.type("pac").press(Qt.Key.Key_Return)
    assert asked.answers == ["24000", "24000 24003"]
    assert asked.editor.chosen.text() == "Ea Kar · Krông Pắc"


@pytest.mark.parametrize("state", [node("text"), node("text", appearance="multiline"), node("date")])
def test_enter_goes_to_the_page_once(qtbot: QtBot, state: NodeState) -> None:
    asked = Asked(qtbot, state).type("a").press(Qt.Key.Key_Return)
    assert asked.host.entered == 1
    assert asked.go_on() == ["a"]


def test_shift_and_enter_begin_a_line_in_a_block(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("text", appearance="multiline")).type("a")
    QTest.keyClick(asked.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert asked.type("b").go_on() == ["a\nb"]
    assert asked.host.entered == 0


def test_a_line_gives_its_text_once_and_trimmed(qtbot: QtBot) -> None:
    asked = Asked(qtbot, node("text"))
    asked.type("  ca phe ").go_on()
    assert asked.go_on() == ["ca phe"]

"""One questionnaire, filled with the keyboard alone on the real page over a real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from digiplan_desktop.actions.worklists import list_worklist
from digiplan_desktop.ui.entry_page import EntryPage
from digiplan_desktop.ui.entry_row import QuestionRow
from digiplan_desktop.ui.entry_text import WrappedText
from digiplan_desktop.ui.tasks import Tasks
from digiplan_desktop.ui.theme import apply_theme
from tests.helpers.entry import ANSWERS, CTRL, ENTERPRISES, SHIFT, Keyer, begin, make_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from digiplan_desktop.actions.workspace import Workspace


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    apply_theme(qapp, "light")
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def round_id(workspace: Workspace) -> str:
    return make_round(workspace)


@pytest.fixture
def page(workspace: Workspace, tasks: Tasks, qtbot: QtBot) -> EntryPage:
    page = EntryPage(workspace, tasks)
    qtbot.addWidget(page)
    page.resize(1166, 640)
    page.show()
    return page


@pytest.fixture
def keyer(page: EntryPage, workspace: Workspace, round_id: str, qtbot: QtBot) -> Keyer:
    return Keyer(page, qtbot).open(begin(workspace, round_id))


def stored(workspace: Workspace, keyer: Keyer, name: str) -> object:
    record = workspace.store.record(keyer.page.response_id)
    assert record is not None
    return record.data.get(f"q/{name}")


def fill(keyer: Keyer, until: str = "") -> None:
    while keyer.at and keyer.at != until:
        keyer.type(ANSWERS[keyer.at] + "\n")


def test_a_new_questionnaire_opens_at_the_first_question_the_register_cannot_answer(keyer: Keyer) -> None:
    assert keyer.at == "status"


def test_enter_and_tab_go_on_and_shift_tab_goes_back(keyer: Keyer) -> None:
    keyer.type("1\n")
    assert keyer.at == "legal_form"
    keyer.press(Qt.Key.Key_Tab)
    assert keyer.at == "ownership"
    keyer.press(Qt.Key.Key_Backtab, SHIFT)
    assert keyer.at == "legal_form"


def test_questions_appear_when_they_apply_and_vanish_when_they_do_not(keyer: Keyer) -> None:
    assert "legal_form" not in keyer.shown()
    keyer.type("1")
    assert "legal_form" in keyer.shown()
    keyer.type("2")
    assert "legal_form" not in keyer.shown()
    assert keyer.at == "status"
    keyer.type("\n")
    assert keyer.at == "commune"


def test_each_answer_is_on_the_disk_once_it_was_left(
    keyer: Keyer, workspace: Workspace, qtbot: QtBot
) -> None:
    keyer.type("1\n")
    with qtbot.waitSignal(keyer.page.saved, timeout=20_000):
        keyer.type("2\n")
    keyer.settle()
    assert stored(workspace, keyer, "status") == "1"
    assert stored(workspace, keyer, "legal_form") == "2"


def test_a_long_list_is_filtered_without_diacritics_and_enter_takes_the_first_line(
    keyer: Keyer, workspace: Workspace
) -> None:
    keyer.type("2\n")
    keyer.type("ea kar\n").settle()
    chosen = stored(workspace, keyer, "commune")
    labels = {choice.value: choice.label for choice in keyer.page.work.session.choices("commune", "", 1000)}
    assert labels[chosen] == "Xã Ea Kar"
    assert keyer.at == "address"


def test_a_wrong_answer_is_told_under_its_field_and_does_not_stop_the_keyer(keyer: Keyer) -> None:
    fill(keyer, until="emp_f")
    keyer.type("99\n")
    assert keyer.at == "emp_si"
    assert keyer.under("emp_f") == ["▲ Lao động nữ không được lớn hơn tổng số lao động."]
    assert keyer.page.strip.marks[1].state == "error"
    keyer.press(Qt.Key.Key_F8)
    assert keyer.at == "emp_f"
    keyer.type("3\n")
    assert keyer.under("emp_f") == []


def test_letters_in_a_number_are_kept_and_told(keyer: Keyer, workspace: Workspace) -> None:
    fill(keyer, until="emp")
    keyer.type("12o\n").settle()
    assert stored(workspace, keyer, "emp") == "12o"
    assert len(keyer.under("emp")) == 1


def test_a_missing_answer_is_told_once_the_question_was_passed(keyer: Keyer) -> None:
    assert keyer.under("status") == []
    keyer.type("\n")
    assert len(keyer.under("status")) == 1


def test_a_doubtful_answer_stands_once_a_reason_was_given(keyer: Keyer, workspace: Workspace) -> None:
    fill(keyer, until="emp_si")
    keyer.type("80\n")
    assert keyer.at == "rev"
    assert [line[0] for line in keyer.under("emp_si")] == ["△"]
    assert len(keyer.page.work.outline.doubts) == 1
    keyer.press(Qt.Key.Key_Return, CTRL).type("thoi vu\n").settle()
    record = workspace.store.record(keyer.page.response_id)
    assert record is not None
    assert record.data["c/emp_si"] == "thoi vu"
    assert keyer.page.work.outline.doubts == ()
    assert "thoi vu" in keyer.under("emp_si")[0]
    assert keyer.at == "rev"


def test_numbers_and_days_are_shown_as_people_write_them(keyer: Keyer, workspace: Workspace) -> None:
    fill(keyer, until="cap")
    keyer.settle()
    assert stored(workspace, keyer, "rev") == "12500.5"
    assert stored(workspace, keyer, "reg_date") == "2019-03-02"
    shown = {
        ref.rpartition("/")[2]: row.editor.line.text()
        for panel in keyer.page.form.panels.values()
        for ref, row in panel.rows.items()
        if row.editor is not None and hasattr(row.editor, "line")
    }
    assert shown["rev"] == "12.500,5"
    assert shown["reg_date"] == "02/03/2019"


def test_a_letter_that_an_input_method_still_composes_is_not_lost_on_enter(
    keyer: Keyer, workspace: Workspace
) -> None:
    fill(keyer, until="activity")
    keyer.type("Ban ca ph")
    QApplication.sendEvent(keyer.target, QInputMethodEvent("ê", []))
    keyer.type("\n").settle()
    assert stored(workspace, keyer, "activity") == "Ban ca phê"


def test_several_codes_are_typed_with_commas(keyer: Keyer, workspace: Workspace) -> None:
    fill(keyer, until="soc")
    keyer.type("1,2,4\n").settle()
    record = workspace.store.record(keyer.page.response_id)
    assert record is not None
    assert {path for path, value in record.data.items() if path.startswith("q/soc/") and value} == {
        "q/soc/fb",
        "q/soc/zalo",
        "q/soc/yt",
    }


def test_a_code_of_two_digits_waits_for_its_second_digit(keyer: Keyer) -> None:
    fill(keyer, until="bar")
    keyer.type("11\n")
    assert keyer.page.work.session.values()["bar"] == "b99"
    keyer.press(Qt.Key.Key_Backtab, SHIFT).type("1,\n")
    assert keyer.page.work.session.values()["bar"] == "b1 b99"


def test_sections_and_question_numbers_are_one_key_away(keyer: Keyer) -> None:
    closed: list[bool] = []
    keyer.page.closed.connect(lambda: closed.append(True))
    keyer.type("1").press(Qt.Key.Key_PageDown, CTRL)
    assert keyer.at == "emp"
    keyer.press(Qt.Key.Key_PageUp, CTRL)
    assert keyer.at == "legal_form"
    keyer.press(Qt.Key.Key_F6).type("c8\n")
    assert keyer.at == "f_acct"
    keyer.press(Qt.Key.Key_F6).type("c77\n")
    assert keyer.page.jump.answer.text
    keyer.press(Qt.Key.Key_Escape)
    assert keyer.at == "f_acct"
    assert closed == []


def test_the_last_answer_is_undone_where_it_was_given(keyer: Keyer, workspace: Workspace) -> None:
    keyer.type("1\n2\n").press(Qt.Key.Key_Z, CTRL)
    keyer.settle()
    assert keyer.at == "legal_form"
    assert not stored(workspace, keyer, "legal_form")
    assert stored(workspace, keyer, "status") == "1"


def test_a_questionnaire_is_filled_to_its_end_by_keys_alone(
    keyer: Keyer, workspace: Workspace, round_id: str, qtbot: QtBot
) -> None:
    fill(keyer)
    assert keyer.target is keyer.page.form.finish
    with qtbot.waitSignal(keyer.page.completed, timeout=20_000):
        keyer.press(Qt.Key.Key_Return)
    record = workspace.store.record(keyer.page.response_id)
    assert record is not None
    assert record.data["m/status"] == "complete"
    assert list_worklist(workspace, round_id).counts["complete"] == 1


def test_the_next_questionnaire_of_the_worklist_is_one_enter_away(
    keyer: Keyer, workspace: Workspace, round_id: str, qtbot: QtBot
) -> None:
    following = begin(workspace, round_id, 1)
    fill(keyer)
    keyer.press(Qt.Key.Key_Return)
    qtbot.waitUntil(keyer.page.notice.first.hasFocus, timeout=20_000)
    with qtbot.waitSignal(keyer.page.ready, timeout=20_000):
        keyer.press(Qt.Key.Key_Return)
    assert keyer.page.response_id == following
    assert keyer.at == "status"
    assert keyer.under("status") == []


@pytest.mark.parametrize("width", [700, 1166, 1700])
def test_no_row_is_cut_off_in_any_section(keyer: Keyer, qtbot: QtBot, width: int) -> None:
    keyer.page.resize(width, 640)
    keyer.type("1")
    for section in range(len(keyer.page.strip.marks)):
        keyer.page.walk.open_section(section)
        QApplication.processEvents()
        row = keyer.page.form.current_row()
        assert row is not None
        panel = row.parentWidget()
        cut = [ref for ref, other in panel.rows.items() if other.isVisible() and is_cut(other)]
        assert cut == []


def is_cut(row: QuestionRow) -> bool:
    parts = [part for part in (row.words, row.editor) if part is not None]
    return any(part.height() < part.heightForWidth(part.width()) for part in parts) or row.width() > 1100


def test_what_blocks_completion_is_said_and_shown(keyer: Keyer, qtbot: QtBot) -> None:
    keyer.type("1\n").press(Qt.Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(keyer.page.notice.sentence), timeout=20_000)
    assert keyer.at == "legal_form"
    assert keyer.under("legal_form")


def test_typed_text_is_saved_when_the_window_closes(keyer: Keyer, workspace: Workspace) -> None:
    fill(keyer, until="activity")
    keyer.type("Che bien ca phe")
    assert keyer.page.close()
    assert stored(workspace, keyer, "activity") == "Che bien ca phe"


def test_a_half_done_questionnaire_is_found_again_where_it_was_left(
    keyer: Keyer, workspace: Workspace, tasks: Tasks, round_id: str, qtbot: QtBot
) -> None:
    fill(keyer, until="address")
    response_id = keyer.page.response_id
    keyer.page.close()
    assert list_worklist(workspace, round_id, status="in_progress").items[0].response_id == response_id
    again = EntryPage(workspace, tasks)
    qtbot.addWidget(again)
    again.show()
    assert Keyer(again, qtbot).open(response_id).at == "phone"


def test_what_the_register_knows_is_one_key_away(keyer: Keyer) -> None:
    assert not keyer.page.side.isVisible()
    keyer.press(Qt.Key.Key_F9)
    facts = [line.text for line in keyer.page.side.findChildren(WrappedText)]
    assert keyer.page.side.isVisible()
    assert ENTERPRISES[0][0] in facts
    assert keyer.at == "status"
    keyer.press(Qt.Key.Key_F9)
    assert not keyer.page.side.isVisible()


def test_a_reason_is_undone_too(keyer: Keyer) -> None:
    fill(keyer, until="emp_si")
    keyer.type("80\n").press(Qt.Key.Key_Return, CTRL).type("thoi vu\n")
    assert keyer.page.work.outline.doubts == ()
    keyer.press(Qt.Key.Key_Z, CTRL)
    assert keyer.at == "emp_si"
    assert len(keyer.page.work.outline.doubts) == 1


def test_escape_saves_and_leads_back(keyer: Keyer, workspace: Workspace, qtbot: QtBot) -> None:
    fill(keyer, until="activity")
    keyer.type("Ca phe")
    with qtbot.waitSignal(keyer.page.closed, timeout=20_000):
        keyer.press(Qt.Key.Key_Escape)
    assert stored(workspace, keyer, "activity") == "Ca phe"

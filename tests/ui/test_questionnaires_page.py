"""The worklist of a round, the questionnaire in it, and the dialogs of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from digiplan_desktop.actions.rounds import list_rounds
from digiplan_desktop.changes import Changes
from digiplan_desktop.ui.page import PageContext
from digiplan_desktop.ui.preferences import Preferences
from digiplan_desktop.ui.questionnaires_check import FormCheckDialog
from digiplan_desktop.ui.questionnaires_page import QuestionnairesPage
from digiplan_desktop.ui.round_dialog import RoundDialog
from digiplan_desktop.ui.tasks import Tasks
from digiplan_desktop.ui.theme import apply_theme
from tests.helpers.entry import ENTERPRISES, Keyer, begin, make_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from digiplan_desktop.actions.workspace import Workspace


@pytest.fixture
def context(qapp: QApplication, workspace: Workspace, tmp_path: Path) -> Iterator[PageContext]:
    apply_theme(qapp, "light")
    tasks = Tasks()
    context = PageContext(tasks, Preferences(tmp_path / "window.ini"))
    context.workspace = workspace
    yield context
    tasks.close()


@pytest.fixture
def page(context: PageContext, qtbot: QtBot) -> QuestionnairesPage:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = QuestionnairesPage(context)
    page.window_of_test = window
    window.setCentralWidget(page)
    window.resize(1166, 700)
    window.show()
    return page


def show(page: QuestionnairesPage, qtbot: QtBot) -> None:
    page.refresh_if_needed()
    qtbot.waitUntil(lambda: not page.context.tasks.busy, timeout=20_000)


def names(page: QuestionnairesPage) -> list[str]:
    model = page.worklist.model
    return [model.data(model.index(row, 1)) for row in range(model.rowCount())]


def test_without_a_round_the_page_says_what_a_round_is_and_makes_one(
    page: QuestionnairesPage, qtbot: QtBot
) -> None:
    show(page, qtbot)
    assert page.state.isVisible()
    QTest.mouseClick(page.state.button, Qt.MouseButton.LeftButton)
    assert page.findChild(RoundDialog) is not None


def test_the_worklist_counts_and_filters_by_status(
    page: QuestionnairesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    round_id = make_round(workspace)
    first = begin(workspace, round_id, 0)
    begin(workspace, round_id, 1)
    workspace.store.save(first, "response", {"m/status": "in_progress"})
    show(page, qtbot)
    chips = {status: chip.text()[-1] for status, chip in page.worklist.chips.items()}
    assert chips == {"": "2", "new": "1", "in_progress": "1", "complete": "0"}
    QTest.mouseClick(page.worklist.chips["in_progress"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page) == [ENTERPRISES[0][1]], timeout=20_000)


def test_the_worklist_is_searched_without_diacritics(
    page: QuestionnairesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    round_id = make_round(workspace)
    for number in (0, 1):
        begin(workspace, round_id, number)
    show(page, qtbot)
    QTest.keyClicks(page.worklist.search, "buon ho")
    qtbot.waitUntil(lambda: names(page) == [ENTERPRISES[1][1]], timeout=20_000)


def test_enter_opens_a_questionnaire_and_escape_leads_back_to_its_line(
    page: QuestionnairesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    begin(workspace, make_round(workspace))
    show(page, qtbot)
    page.worklist.table.setFocus()
    with qtbot.waitSignal(page.opened, timeout=20_000):
        QTest.keyClick(page.worklist.table, Qt.Key.Key_Return)
    assert page.filling
    assert page.entry is not None
    told: list[Changes] = []
    page.context.changed.connect(told.append)
    Keyer(page.entry, qtbot).type("1\n").settle().press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.filling, timeout=20_000)
    assert told == [Changes(responses=True)]
    qtbot.waitUntil(lambda: page.worklist.chips["in_progress"].text().endswith("1"), timeout=20_000)


def test_each_saved_answer_is_told_to_the_status_bar(
    page: QuestionnairesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    response_id = begin(workspace, make_round(workspace))
    with qtbot.waitSignal(page.opened, timeout=20_000):
        page.open_record(response_id)
    assert page.entry is not None
    with qtbot.waitSignal(page.context.saved, timeout=20_000):
        Keyer(page.entry, qtbot).type("1\n")


def test_a_window_that_closes_saves_the_open_field_and_asks_nothing_more(
    page: QuestionnairesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    response_id = begin(workspace, make_round(workspace))
    with qtbot.waitSignal(page.opened, timeout=20_000):
        page.open_record(response_id)
    assert page.entry is not None
    Keyer(page.entry, qtbot).type("2\n\n12 Nguyen")
    told: list[Changes] = []
    page.context.changed.connect(told.append)
    page.window().close()
    record = workspace.store.record(response_id)
    assert record is not None
    assert record.data["q/address"] == "12 Nguyen"
    assert told == []


def test_a_round_is_made_from_the_dialog_and_becomes_the_current_one(
    context: PageContext, workspace: Workspace, qtbot: QtBot
) -> None:
    make_round(workspace)
    dialog = RoundDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.make.isEnabled, timeout=20_000)
    dialog.period.setText("2027-I")
    dialog.territory.setCurrentIndex(dialog.territory.findData("new"))
    dialog.size_field.setText("2")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    made = next(known for known in list_rounds(workspace) if known.id == context.round_id)
    assert (made.form, made.period, made.regime, made.drawn) == ("dn01", "2027-I", "probability_sample", 2)


def test_a_round_without_anybody_to_ask_is_refused_in_words(context: PageContext, qtbot: QtBot) -> None:
    dialog = RoundDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.make.isEnabled, timeout=20_000)
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.words.isVisible, timeout=20_000)
    assert dialog.words.accessibleName()
    assert dialog.isVisible()


def test_a_sample_needs_a_size(context: PageContext, qtbot: QtBot) -> None:
    dialog = RoundDialog(context)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.make.isEnabled, timeout=20_000)
    dialog.size_field.setText("many")
    assert not dialog.make.isEnabled()
    dialog.regime.setCurrentIndex(dialog.regime.findData("census"))
    assert dialog.make.isEnabled()


def test_a_form_is_checked_and_its_problems_are_listed(
    context: PageContext, tmp_path: Path, qtbot: QtBot
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "survey"
    for cells in (("type", "name", "label"), ("text", "a", "A"), ("integer", "b", "B")):
        sheet.append(cells)
    book.create_sheet("settings").append(("form_id",))
    book["settings"].append(("thu",))
    sheet["D1"] = "relevant"
    sheet["D3"] = "${nobody} = 1"
    path = tmp_path / "thu.xlsx"
    book.save(path)
    dialog = FormCheckDialog(context, path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.table.isVisible, timeout=30_000)
    assert dialog.verdict.text().startswith("▲")
    assert dialog.table.rowCount() >= 1

"""The frame: opening a store, saying why it cannot be opened, moving between pages, both languages."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digiplan_desktop.actions.workspace import create_workspace, open_workspace
from digiplan_desktop.changes import Changes
from digiplan_desktop.ui.language import install_language
from digiplan_desktop.ui.main_window import MainWindow
from digiplan_desktop.ui.page import PAGE_NAMES, PageContext
from digiplan_desktop.ui.preferences import Preferences
from digiplan_desktop.ui.quick_search import QuickSearch
from digiplan_desktop.ui.start_page import StartPage
from tests.helpers.pages import demo_copy, speak, words_in
from tests.helpers.tasks import TasksNow


@pytest.fixture
def window(qtbot, tmp_path: Path):
    speak("vi")
    context = PageContext(TasksNow(), Preferences(tmp_path / "window.ini"))
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    speak("vi")


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    window.open_store(demo_copy(tmp_path))
    return window


def start_page(window: MainWindow) -> StartPage:
    page = window.findChild(StartPage)
    assert page is not None
    return page


def test_the_window_paints_before_a_store_is_open(window: MainWindow, qtbot):
    with qtbot.waitSignal(window.painted):
        window.repaint()

    assert not window.context.has_workspace


def test_a_folder_without_a_store_is_welcomed(window: MainWindow, tmp_path: Path):
    window.open_store(tmp_path / "nowhere")

    words = " ".join(words_in(start_page(window)))
    assert "Chào mừng đến với DigiPlan" in words
    assert str(tmp_path / "nowhere") in words
    assert set(start_page(window).buttons) == {"create", "demo", "choose"}


def test_a_store_can_be_made_from_the_start_page(window: MainWindow, tmp_path: Path):
    window.open_store(tmp_path / "new")

    start_page(window).buttons["create"].click()

    assert window.context.workspace.store.folder == tmp_path / "new"
    assert window.current_page == "overview"


def test_a_store_that_another_window_holds_says_who(window: MainWindow, tmp_path: Path):
    with create_workspace(tmp_path / "held", user="H'Lan"):
        window.open_store(tmp_path / "held")

        words = " ".join(words_in(start_page(window)))
        assert "Kho làm việc đang được mở" in words
        assert str(os.getpid()) in words
        assert "again" in start_page(window).buttons


def test_a_store_that_was_held_opens_when_tried_again(window: MainWindow, tmp_path: Path):
    with create_workspace(tmp_path / "held"):
        window.open_store(tmp_path / "held")

    start_page(window).buttons["again"].click()

    assert window.context.has_workspace


def test_without_a_store_no_page_can_be_opened(window: MainWindow, tmp_path: Path):
    window.open_store(tmp_path / "nowhere")

    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert window.findChild(StartPage) is not None
    assert window.current_page == "overview"


def test_an_open_store_shows_its_numbers(opened: MainWindow):
    words = " ".join(words_in(opened.status))

    assert "✔ Đã lưu" in words
    assert "Thay đổi trên máy này:" in words
    assert "Xung đột: 0" in words
    assert "ĐTV H'Lan" in words


def test_a_demo_says_that_it_is_invented(opened: MainWindow):
    assert any("giả định" in word for word in words_in(opened))


def test_alt_and_a_number_open_a_page(opened: MainWindow, qtbot):
    for number, name in enumerate(PAGE_NAMES, start=1):
        key = Qt.Key(Qt.Key.Key_0 + number)
        QTest.keyClick(opened, key, Qt.KeyboardModifier.AltModifier)
        assert opened.current_page == name
        assert opened.header.title.text() == opened.sidebar.words()[name]


def test_the_sidebar_folds_in_a_narrow_window(opened: MainWindow):
    opened.resize(1000, 700)
    QApplication.processEvents()
    assert opened.sidebar.width() == 64

    opened.resize(1366, 768)
    QApplication.processEvents()
    assert opened.sidebar.width() > 180


def test_switching_the_language_keeps_store_and_page(opened: MainWindow, qapp):
    opened.open_page("settings")
    folder = opened.context.workspace.store.folder

    install_language(qapp, "en")
    opened.rebuild()

    assert opened.current_page == "settings"
    assert opened.header.title.text() == "Settings"
    assert opened.context.workspace.store.folder == folder


def test_another_store_takes_the_place_of_the_first(opened: MainWindow, tmp_path: Path):
    first = opened.context.workspace.store.folder
    create_workspace(tmp_path / "other").close()

    opened.context.store_wanted.emit(tmp_path / "other")

    assert opened.context.workspace.store.folder == tmp_path / "other"
    with open_workspace(first) as freed:
        assert freed.store.demo


def test_a_store_that_cannot_be_opened_leaves_the_first_one_open(
    opened: MainWindow, tmp_path: Path, monkeypatch
):
    told: list[str] = []
    monkeypatch.setattr("digiplan_desktop.ui.dialogs.show_message", lambda _p, _t, text: told.append(text))

    opened.context.store_wanted.emit(tmp_path / "nowhere")

    assert str(tmp_path / "nowhere") in told[0]
    assert opened.context.workspace.store.demo
    assert opened.sidebar.isEnabled()
    opened.open_page("exchange")
    assert opened.current_page == "exchange"


def test_a_change_is_counted_at_once(opened: MainWindow):
    store = opened.context.workspace.store
    before = opened.status.changes.text()
    saved = store.save("x", "enterprise", {"m/name": "Công ty Mới"})

    opened.context.announce(Changes(enterprises=True), saved.at)

    assert opened.status.changes.text() != before
    assert saved.at.astimezone().strftime("%H:%M:%S") in opened.status.saved.text()


def test_the_status_bar_names_another_day(opened: MainWindow):
    opened.status.show_saved(datetime(2025, 3, 1, 10, 42, 7).astimezone())

    assert opened.status.saved.text() == "✔ Đã lưu 01/03/2025 10:42:07"


def test_the_round_that_is_chosen_is_remembered(opened: MainWindow, tmp_path: Path):
    chosen = opened.header.rounds.currentData()

    assert opened.context.round_id == chosen
    assert Preferences(tmp_path / "window.ini").round_id == chosen


def test_quick_search_finds_pages_and_enterprises_without_diacritics(opened: MainWindow, qtbot):
    search = QuickSearch(opened.context, opened.sidebar.words(), opened)
    search.field.setText("chi tieu")
    qtbot.waitUntil(lambda: search.hits.count() == 1)
    assert search.hits.item(0).text() == "Chỉ tiêu"

    search.field.setText("cong ty")
    qtbot.waitUntil(lambda: search.hits.count() > 5)
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.keyClick(search.field, Qt.Key.Key_Down)
        QTest.keyClick(search.field, Qt.Key.Key_Return)

    page, record = chosen.args
    assert page == "enterprises"
    assert opened.context.workspace.store.record(record).data["m/name"].startswith("Công ty")


def test_closing_the_window_frees_the_store(window: MainWindow, tmp_path: Path):
    folder = demo_copy(tmp_path)
    window.open_store(folder)

    window.close()

    with open_workspace(folder) as again:
        assert again.store.demo

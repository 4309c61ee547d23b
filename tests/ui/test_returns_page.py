"""The returns' page: the table as printed, and the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from digiplan_desktop.actions.office import Office, save_office
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.ui.returns_page import ReturnsPage
from tests.helpers.messages import Told
from tests.helpers.pages import context_of, open_demo, speak, words_in


@pytest.fixture
def demo(tmp_path: Path):
    speak("vi")
    with open_demo(tmp_path) as workspace:
        yield workspace


def open_page(qtbot, workspace: Workspace, tmp_path: Path) -> ReturnsPage:
    page = ReturnsPage(context_of(workspace, tmp_path))
    qtbot.addWidget(page)
    page.resize(1160, 660)
    page.show()
    page.refresh_if_needed()
    return page


@pytest.fixture
def page(qtbot, demo: Workspace, tmp_path: Path) -> ReturnsPage:
    return open_page(qtbot, demo, tmp_path)


def test_the_preview_has_a_row_for_the_province_and_every_district(page: ReturnsPage, demo: Workspace):
    names = [page.table.item(row, 1).text().strip() for row in range(page.table.rowCount())]

    assert {unit.name for unit in demo.catalogue.districts("old")} <= set(names)
    assert page.table.item(0, 2).text() == "240"


def test_one_district_can_be_looked_at_alone(page: ReturnsPage, demo: Workspace):
    whole = page.table.rowCount()
    uid = demo.catalogue.districts("old")[0].uid

    page.area.setCurrentIndex(page.area.findData(uid))
    page.area.activated.emit(page.area.currentIndex())

    assert 1 < page.table.rowCount() < whole
    assert page.table.item(0, 1).text().strip() == demo.catalogue.unit(uid).name


def test_the_page_says_what_is_missing(page: ReturnsPage, demo: Workspace):
    page.context.announce(save_office(demo, Office(name="UBND xã Ea Kar")))

    words = page.missing.accessibleName()

    assert "phiếu chưa hoàn thành" in words
    assert "người ký" in words


def test_the_return_is_written_as_a_workbook(page: ReturnsPage, tmp_path: Path):
    told = Told(page.context)

    page.write(tmp_path / "bieu01.xlsx")

    book = load_workbook(tmp_path / "bieu01.xlsx")
    assert len(book.sheetnames) >= 2
    assert str(tmp_path / "bieu01.xlsx") in told.lines[0]
    assert page.export.isEnabled()


def test_a_file_that_cannot_be_written_is_told(page: ReturnsPage, tmp_path: Path, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr("digiplan_desktop.ui.dialogs.show_message", lambda _p, _t, text: told.append(text))

    page.write(tmp_path / "no such folder" / "bieu01.xlsx")

    assert "Không ghi được tệp" in told[0]
    assert page.export.isEnabled()
    assert page.table.isVisible()


def test_without_a_round_the_page_says_what_to_do(qtbot, workspace: Workspace, tmp_path: Path):
    speak("vi")

    page = open_page(qtbot, workspace, tmp_path)

    assert "Chưa có đợt điều tra nào" in " ".join(words_in(page))

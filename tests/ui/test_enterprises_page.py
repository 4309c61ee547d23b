"""The register's page: list, search, filters, side panel, import."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.store.storage import Edit
from digiplan_desktop.ui.enterprises_page import EnterprisesPage
from digiplan_desktop.ui.filter_chip import ChoicePopup
from digiplan_desktop.ui.import_dialog import ImportDialog
from tests.helpers.messages import Told
from tests.helpers.pages import context_of, open_demo, speak, words_in


@pytest.fixture
def demo(tmp_path: Path):
    with open_demo(tmp_path) as workspace:
        yield workspace


def open_page(qtbot, workspace: Workspace, tmp_path: Path) -> EnterprisesPage:
    speak("vi")
    page = EnterprisesPage(context_of(workspace, tmp_path))
    qtbot.addWidget(page)
    page.resize(1160, 660)
    page.show()
    page.refresh_if_needed()
    return page


@pytest.fixture
def page(qtbot, demo: Workspace, tmp_path: Path) -> EnterprisesPage:
    return open_page(qtbot, demo, tmp_path)


def cell(page: EnterprisesPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data())


def a_list(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH DOANH NGHIỆP"])
    sheet.append(["STT", "Tên doanh nghiệp", "Mã số thuế", "Xã, phường", "Điện thoại"])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_the_list_counts_every_enterprise(page: EnterprisesPage):
    assert page.model.rowCount() == 240
    assert page.count.text() == "240 doanh nghiệp"


def test_the_list_is_in_the_order_of_names(page: EnterprisesPage):
    from digiplan_desktop.text import sort_key

    names = [cell(page, row, 1) for row in range(50)]

    assert names == sorted(names, key=sort_key)


def test_search_needs_no_diacritics(page: EnterprisesPage, qtbot):
    page.search.setText("ca phe")

    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < 240)
    assert all("cà phê" in cell(page, row, 1).casefold() for row in range(page.model.rowCount()))


def test_a_search_without_hits_keeps_the_search_line(page: EnterprisesPage, qtbot):
    page.search.setText("không có doanh nghiệp này")

    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.search.isVisible()
    assert page.count.text() == "0 doanh nghiệp"


def test_a_district_narrows_list_and_communes(page: EnterprisesPage, demo: Workspace):
    group = demo.catalogue.district_groups("new")[0]

    page.chips["district"].choose(group.district.uid)

    assert 0 < page.model.rowCount() < 240
    communes = {unit.name for unit in group.communes}
    assert {cell(page, row, 2) for row in range(page.model.rowCount())} <= communes
    assert page.clear.isVisible()


def test_filters_can_be_cleared(page: EnterprisesPage):
    page.chips["size"].choose("large")
    assert page.model.rowCount() < 240

    page.clear.click()

    assert page.model.rowCount() == 240
    assert page.chips["size"].value == ""


def test_a_filter_by_round_status_shows_the_complete_ones(page: EnterprisesPage):
    page.chips["response_status"].choose("complete")

    assert page.model.rowCount() == 60
    assert cell(page, 0, 5) == "✔ Hoàn thành"


def test_the_list_of_a_filter_is_narrowed_by_typing(page: EnterprisesPage, qtbot):
    popup = ChoicePopup([("", "Tất cả"), ("1", "Huyện Ea Kar"), ("2", "Huyện Lắk")], "", page)
    qtbot.addWidget(popup)
    popup.field.setText("lak")

    with qtbot.waitSignal(popup.chosen) as chosen:
        QTest.keyClick(popup.field, Qt.Key.Key_Return)

    assert chosen.args == ["2"]


def test_the_panel_shows_what_is_known(page: EnterprisesPage):
    page.table.selectRow(3)

    words = " ".join(words_in(page.panel))
    assert cell(page, 3, 1) in words
    assert cell(page, 3, 0) in words
    assert "Lịch sử" in words


def test_rows_are_copied_as_a_table(page: EnterprisesPage):
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert [len(line.split("\t")) for line in lines] == [7, 7, 7]
    assert lines[0].startswith("Mã số thuế\tTên doanh nghiệp")
    assert lines[1].split("\t")[1] == cell(page, 0, 1)


def test_enter_opens_the_questionnaire_of_the_row(page: EnterprisesPage, demo: Workspace):
    told = Told(page.context)
    page.table.selectRow(5)

    QTest.keyClick(page.table, Qt.Key.Key_Return)

    ((name, response),) = told.pages
    assert name == "questionnaires"
    assert demo.store.record(response).data["m/respondent"] == page.panel.shown


def test_a_found_enterprise_is_shown_whatever_the_list_shows(page: EnterprisesPage):
    page.model.row_at(230)
    last = page.model.row_at(230)
    page.chips["size"].choose("large")

    page.open_record(last.id)

    assert page.panel.shown == last.id


def test_rows_far_down_are_fetched_when_they_are_looked_at(qtbot, workspace: Workspace, tmp_path: Path):
    edits = [
        Edit(record=f"e{number}", kind="enterprise", changes={"m/name": f"Công ty {number:04}"}, act="import")
        for number in range(1100)
    ]
    workspace.store.save_many(edits)
    page = open_page(qtbot, workspace, tmp_path)

    assert page.model.rowCount() == 1100
    assert cell(page, 1099, 1) in {"…", "Công ty 1099"}
    assert cell(page, 1099, 1) == "Công ty 1099"
    assert cell(page, 450, 1) in {"…", "Công ty 0450"}
    assert cell(page, 450, 1) == "Công ty 0450"


def test_an_empty_register_says_what_to_do(qtbot, workspace: Workspace, tmp_path: Path):
    page = open_page(qtbot, workspace, tmp_path)

    words = " ".join(words_in(page))
    assert "Danh sách doanh nghiệp còn trống" in words
    assert page.state.button.text() == "Nhập danh sách"


def test_a_list_is_previewed_before_it_is_taken_in(qtbot, workspace: Workspace, tmp_path: Path):
    page = open_page(qtbot, workspace, tmp_path)
    told = Told(page.context)
    path = a_list(
        tmp_path / "ds.xlsx",
        (1, "Công ty TNHH An Bình", "6000123454", "Xã Ea Kar", "0262 3855555"),
        (2, "", "6000200006", "Xã Ea Kar", ""),
    )

    dialog = ImportDialog(page.context, path, page)
    qtbot.addWidget(dialog)

    words = " ".join(words_in(dialog))
    assert "Nếu nhập, kết quả sẽ là" in words
    assert "Mã số thuế → Mã số thuế" in words
    assert "Dòng tên biểu: 1" in words or "Phía trên dòng tiêu đề: 1" in words
    assert workspace.store.state().records == 0
    assert told.changes == []

    dialog.accept_button.click()

    assert dialog.report.added == 1
    assert dialog.rows.item(0, 0).text() == "4"
    assert "không có tên" in dialog.rows.item(0, 3).text()
    assert told.changes[0].enterprises
    assert page.model.rowCount() == 1


def test_a_list_that_is_known_already_offers_no_import(qtbot, workspace: Workspace, tmp_path: Path):
    page = open_page(qtbot, workspace, tmp_path)
    path = a_list(tmp_path / "ds.xlsx", (1, "Công ty TNHH An Bình", "6000123454", "Xã Ea Kar", ""))
    first = ImportDialog(page.context, path, page)
    qtbot.addWidget(first)
    first.accept_button.click()

    second = ImportDialog(page.context, path, page)
    qtbot.addWidget(second)

    assert not second.accept_button.isVisibleTo(second)
    assert "không có gì để nhập" in second.sentence.accessibleName()


def test_a_file_that_is_no_list_is_refused_in_words(qtbot, workspace: Workspace, tmp_path: Path):
    page = open_page(qtbot, workspace, tmp_path)
    path = tmp_path / "ảnh.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    dialog = ImportDialog(page.context, path, page)
    qtbot.addWidget(dialog)

    assert dialog.heading.text() == "Danh sách chưa được nhập"
    assert "hình ảnh (PNG)" in dialog.sentence.accessibleName()
    assert workspace.store.state().records == 0


def test_a_person_decides_in_which_commune_an_unknown_place_lies(qtbot, workspace: Workspace, tmp_path: Path):
    for number in (1, 2):
        fields = {
            "m/name": f"Công ty {number}",
            "m/area_text": "Buôn Không Tên",
            "m/area": "",
            "m/district": "",
        }
        workspace.store.save(f"e{number}", "enterprise", fields)
    page = open_page(qtbot, workspace, tmp_path)
    told = Told(page.context)
    commune = workspace.catalogue.district_groups("new")[0].communes[0]
    assert "Buôn Không Tên" in page.panel.unplaced.accessibleName()

    page.panel.commune.choose(commune.uid)

    assert {workspace.store.record(f"e{number}").data["m/area"] for number in (1, 2)} == {commune.uid}
    assert told.changes[0].enterprises
    assert page.panel.commune.isHidden()
    assert cell(page, 0, 2) == commune.name


def test_an_enterprise_that_lies_in_a_commune_asks_nothing(page: EnterprisesPage):
    assert page.panel.commune.isHidden()
    assert page.panel.unplaced.isHidden()

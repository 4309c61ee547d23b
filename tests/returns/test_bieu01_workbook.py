"""Biểu 01 as a workbook, opened by openpyxl and by the real LibreOffice."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from digiplan_desktop.errors import FileNotWritable
from digiplan_desktop.returns.bieu01 import bieu01_table, write_bieu01
from digiplan_desktop.returns.content import Measure, Office
from tests.helpers.libreoffice import convert, print_pages, recalculate
from tests.helpers.returns import HASH, NAMES, invented_return

DATA = invented_return(empty=("Xã Nam Ka",))
LARGE = {
    f"Huyện số {place}": tuple(f"Xã Ea Knuếc thứ {place}.{i}" for i in range(4 + place % 3))
    for place in range(15)
}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("return") / "bieu01.xlsx"
    return write_bieu01(path, DATA)


@pytest.fixture(scope="module")
def recomputed(written):
    return openpyxl.load_workbook(recalculate(written.path, written.path.parent / "again"), data_only=True)


@pytest.fixture(scope="module")
def cached(written):
    return openpyxl.load_workbook(written.path, data_only=True)


@pytest.fixture(scope="module")
def book(written):
    return openpyxl.load_workbook(written.path)


def formulas(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    yield sheet.title, cell.coordinate


def differences(book, cached, recomputed):
    """Give the formula cells whose two values differ by more than 1e-9, or which are empty or an error."""
    found = []
    for sheet, place in formulas(book):
        ours, theirs = cached[sheet][place].value, recomputed[sheet][place].value
        if isinstance(ours, str) or isinstance(theirs, str):
            same = ours == theirs and not str(ours).startswith("#")
        else:
            same = (
                ours is not None and theirs is not None and abs(ours - theirs) <= 1e-9 * max(1.0, abs(theirs))
            )
        if not same:
            found.append((sheet, place, ours, theirs))
    return found


def value_of(workbook, name):
    sheet, _, place = workbook.defined_names[name].attr_text.partition("!")
    return workbook[sheet][place.replace("$", "")].value


def test_libreoffice_recomputes_every_formula_to_the_value_that_was_written(book, cached, recomputed):
    assert sum(1 for _ in formulas(book)) > 100
    assert differences(book, cached, recomputed) == []


def test_the_large_return_of_the_province_recomputes_too(tmp_path):
    written = write_bieu01(tmp_path / "large.xlsx", invented_return(LARGE, seed=7, empty=LARGE["Huyện số 3"]))
    again = openpyxl.load_workbook(recalculate(written.path, tmp_path / "again"), data_only=True)
    ours = openpyxl.load_workbook(written.path, data_only=True)
    assert differences(openpyxl.load_workbook(written.path), ours, again) == []
    assert value_of(again, "DoiChieu") == "Khớp số phần mềm tính"


def test_the_reconciliation_cell_says_that_the_table_agrees(written, recomputed):
    assert written.reconciled
    assert value_of(recomputed, "DoiChieu") == "Khớp số phần mềm tính"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: replace(data, targets=(replace(data.targets[0], estimate=0.5), *data.targets[1:])),
        lambda data: replace(data, rows=(replace(data.rows[0], listed=1), *data.rows[1:])),
        lambda data: replace(data, rows=(data.rows[0], replace(data.rows[1], active=1), *data.rows[2:])),
    ],
    ids=["an estimate", "the frame", "a district"],
)
def test_figures_that_do_not_fit_are_called_out_by_program_and_sheet_alike(tmp_path, spoil):
    written = write_bieu01(tmp_path / "a.xlsx", spoil(DATA))
    assert not written.reconciled
    again = openpyxl.load_workbook(recalculate(written.path, tmp_path / "again"), data_only=True)
    assert value_of(again, "DoiChieu") == "LỆCH so với số phần mềm tính"


def test_the_estimate_of_the_engine_stands_in_the_workbook_at_full_precision(cached):
    for target in DATA.targets:
        assert value_of(cached, f"PhanMem_{target.id}") == pytest.approx(target.estimate, rel=1e-15)
        assert value_of(cached, f"BieuTinh_{target.id}") == pytest.approx(target.estimate, abs=1e-12)


def test_numbers_are_numbers_and_codes_and_names_are_text(cached):
    sheet = cached["Bieu01"]
    assert sheet["B13"].value == "Tổng số"
    assert isinstance(sheet["C13"].value, int)
    assert isinstance(sheet["G13"].value, float | int)
    assert "#,##0" in sheet["C13"].number_format
    assert sheet["E13"].number_format.endswith("0.0%")


def test_the_headings_carry_column_numbers_with_their_formulas(cached):
    numbers = [cell.value for cell in cached["Bieu01"][12]]
    assert numbers[:5] == ["A", "B", "(1)", "(2)", "(3)=\n(2)/(1)"]
    assert "(8)=\n(7)/(5)" in numbers
    assert "(21)=\n(20)/(18)" in numbers
    assert numbers[-1] == "C"


def test_the_frame_of_the_form_is_there(cached):
    words = {
        cell.value for row in cached["Bieu01"].iter_rows() for cell in row if isinstance(cell.value, str)
    }
    assert {
        "UBND TỈNH ĐẮK LẮK", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Biểu số: 01/CNS-KH74", "Đơn vị tính: doanh nghiệp, %",
        "6 tháng đầu năm 2026 (từ ngày 15/12/2025 đến ngày 14/06/2026)", "NGƯỜI LẬP BIỂU", "NGƯỜI KIỂM TRA",
        "GIÁM ĐỐC", "(Ký, đóng dấu, họ tên)", "Đắk Lắk, ngày 05 tháng 6 năm 2026", "H'Lan Niê", "Nguyễn Thị Hòa",
        "SỐ LIỆU GIẢ ĐỊNH ĐỂ TRÌNH DIỄN, KHÔNG CÓ GIÁ TRỊ BÁO CÁO",
    } <= words  # fmt: skip


def test_an_office_without_settings_gets_dotted_lines_to_fill_by_hand(tmp_path):
    data = replace(DATA, office=Office(), signed_on=None, received="", invented=False, period_from=None)
    sheet = openpyxl.load_workbook(write_bieu01(tmp_path / "a.xlsx", data).path)["Bieu01"]
    words = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "…………, ngày …… tháng …… năm ……" in words
    assert "THỦ TRƯỞNG ĐƠN VỊ" in words
    assert "Đơn vị báo cáo: ……………………" in words
    assert not any("GIẢ ĐỊNH" in word for word in words)


def test_the_paper_is_a4_across_one_page_wide_with_repeated_headings(book):
    sheet = book["Bieu01"]
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$9:$12"
    assert HASH[:12] in sheet.oddFooter.center.text
    assert "&P" in sheet.oddFooter.right.text
    assert "&N" in sheet.oddFooter.right.text


def test_the_sheets_are_guarded_without_password_and_only_note_and_name_cells_are_open(book):
    sheet = book["Bieu01"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    last = sheet.max_column
    assert all(not sheet.cell(row, last).protection.locked for row in range(13, 13 + len(DATA.rows)))
    assert sheet["C14"].protection.locked
    assert book["CachTinh"].protection.sheet


def test_every_row_of_the_table_has_a_height(book):
    sheet = book["Bieu01"]
    assert all(sheet.row_dimensions[row].height for row in range(13, 13 + len(DATA.rows)))


def test_sum_lines_are_bold_and_the_lines_under_them_are_not(book):
    sheet = book["Bieu01"]
    bold = [sheet.cell(row, 2).font.bold for row in range(13, 13 + len(DATA.rows))]
    assert bold == [row.level < 2 for row in DATA.rows]


def test_in_a_return_of_one_district_only_the_district_is_bold(tmp_path):
    rows = tuple(replace(row, level=row.level - 1) for row in DATA.rows[6:10])
    sheet = openpyxl.load_workbook(write_bieu01(tmp_path / "a.xlsx", replace(DATA, rows=rows)).path)["Bieu01"]
    assert [sheet.cell(row, 2).font.bold for row in range(13, 17)] == [True, False, False, False]


def test_a_long_note_gets_a_higher_row(tmp_path):
    note = "Đã gộp tầng, chờ bổ sung phiếu của cụm công nghiệp Tân An trước ngày 20/6"
    rows = (*DATA.rows[:3], replace(DATA.rows[3], note=note), *DATA.rows[4:])
    sheet = openpyxl.load_workbook(write_bieu01(tmp_path / "a.xlsx", replace(DATA, rows=rows)).path)["Bieu01"]
    assert sheet.cell(16, sheet.max_column).value == note
    assert sheet.row_dimensions[16].height > 2 * sheet.row_dimensions[15].height


def test_text_from_outside_never_becomes_a_formula_or_a_link(tmp_path):
    rows = (*DATA.rows[:2], replace(DATA.rows[2], name="=1+1", note="http://example.invalid"), *DATA.rows[3:])
    data = replace(
        DATA, rows=rows, office=replace(DATA.office, name="=SUM(A1)", preparer="+1", receiver="@x")
    )
    path = write_bieu01(tmp_path / "a.xlsx", data).path
    sheet = openpyxl.load_workbook(path)["Bieu01"]
    assert sheet["B15"].value == "=1+1"
    assert sheet["B15"].data_type == "s"
    with zipfile.ZipFile(path) as archive:
        assert "hyperlink" not in archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>1+1" not in archive.read("xl/worksheets/sheet1.xml").decode()


def test_a_share_just_under_its_target_is_not_printed_as_reached(tmp_path):
    rows = list(DATA.rows)
    active = rows[2].weighted_active
    rows[2] = replace(
        rows[2],
        measures={
            **rows[2].measures,
            "T1": Measure(9, rows[2].active, active * 0.1998, active),
            "T2": Measure(9, rows[2].active, active * 0.50004, active, flag="u"),
        },
    )
    data = replace(DATA, rows=tuple(rows))
    preview = bieu01_table(data).rows[2].cells
    keys = [column.key for column in bieu01_table(data).columns]
    assert preview[keys.index("T1.share")] == "19,98%"
    assert preview[keys.index("T2.share")] == "(50,004%)"
    sheet = openpyxl.load_workbook(write_bieu01(tmp_path / "a.xlsx", data).path)["Bieu01"]
    assert sheet.cell(15, keys.index("T1.share") + 1).number_format.endswith("0.00%")


def test_the_preview_shows_what_the_workbook_holds(cached):
    preview = bieu01_table(DATA)
    sheet = cached["Bieu01"]
    assert [column.number for column in preview.columns][:5] == ["A", "B", "(1)", "(2)", "(3)=(2)/(1)"]
    assert len(preview.rows) == len(DATA.rows)
    for place, row in enumerate(preview.rows):
        for index, text in enumerate(row.cells):
            cell = sheet.cell(13 + place, index + 1)
            value = cell.value
            if isinstance(value, int) and not cell.number_format.endswith("%"):
                assert text == (f"{value:,}".replace(",", ".") if value else "-")
            elif isinstance(value, str):
                assert text == value
    assert preview.rows[0].cells[1] == "Tổng số"
    assert {row.level for row in preview.rows} == {0, 1, 2}


def test_the_number_of_cells_counts_what_is_filled_in_the_table(written, cached):
    sheet = cached["Bieu01"]
    filled = sum(
        cell.value is not None
        for row in sheet.iter_rows(min_row=13, max_row=12 + len(DATA.rows))
        for cell in row
    )
    assert written.cells == filled


def test_provenance_names_what_another_person_needs(cached):
    sheet = cached["CachTinh"]
    cards = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(1, sheet.max_row + 1)}
    origin = DATA.provenance
    assert cards["Dữ liệu đã dùng: SHA-256"] == HASH
    assert cards["Danh sách: SHA-256"] == origin.frame_hash
    assert cards["Số phiếu đã dùng"] == 1032
    assert cards["Tầng đã gộp"] == "\n".join(origin.merged)
    assert cards["Chương trình"] == "DigiPlan Desktop 0.1.0"
    assert cards["Sai số chuẩn"]
    assert cards["Tỷ lệ trả lời (AAPOR RR3)"] == 0.688
    assert cards["Hạt giống chọn mẫu"] == "DigiPlan/2026-I/v1"


def test_a_target_that_cannot_be_estimated_shows_dots_not_zero(tmp_path):
    empty = invented_return(empty=tuple(name for names in NAMES.values() for name in names))
    targets = tuple(
        replace(one, estimate=None, se=None, low=None, high=None, df=None) for one in empty.targets
    )
    written = write_bieu01(tmp_path / "a.xlsx", replace(empty, targets=targets))
    again = openpyxl.load_workbook(recalculate(written.path, tmp_path / "again"), data_only=True)
    ours = openpyxl.load_workbook(written.path, data_only=True)
    assert differences(openpyxl.load_workbook(written.path), ours, again) == []
    assert written.reconciled
    assert value_of(again, "BieuTinh_T1") == "…"
    assert value_of(again, "DoiChieu") == "Khớp số phần mềm tính"


def test_a_regime_without_estimates_prints_x_and_its_counts_still_agree(tmp_path):
    def bare(row):
        measures = {
            key: replace(one, weighted_positive=None, weighted_eligible=None, low=None, high=None)
            for key, one in row.measures.items()
        }
        return replace(row, weighted_active=None, measures=measures)

    targets = tuple(
        replace(one, estimate=None, se=None, low=None, high=None, df=None) for one in DATA.targets
    )
    data = replace(DATA, rows=tuple(map(bare, DATA.rows)), targets=targets)
    written = write_bieu01(tmp_path / "a.xlsx", data)
    assert written.reconciled
    again = openpyxl.load_workbook(recalculate(written.path, tmp_path / "again"), data_only=True)
    ours = openpyxl.load_workbook(written.path, data_only=True)
    assert differences(openpyxl.load_workbook(written.path), ours, again) == []
    assert value_of(again, "BieuTinh_T1") == "x"
    assert value_of(again, "DoiChieu") == "Khớp số phần mềm tính"


def test_a_return_of_one_commune_alone_is_one_line(tmp_path):
    row = replace(DATA.rows[3], level=0)
    targets = tuple(
        replace(
            target,
            estimate=row.measures[target.id].weighted_positive / row.measures[target.id].weighted_eligible,
        )
        for target in DATA.targets
    )
    written = write_bieu01(tmp_path / "a.xlsx", replace(DATA, rows=(row,), targets=targets))
    assert written.reconciled
    again = openpyxl.load_workbook(recalculate(written.path, tmp_path / "again"), data_only=True)
    assert value_of(again, "DoiChieu") == "Khớp số phần mềm tính"


def test_the_signatures_are_printed_on_a_page_with_table_rows(tmp_path):
    for communes in (10, 19, 21, 34, 60, 126):
        names = {"Huyện Ea Kar": tuple(f"Xã {i}" for i in range(communes))}
        path = write_bieu01(tmp_path / f"r{communes}.xlsx", invented_return(names)).path
        pages = text_of_pages(path, tmp_path / f"p{communes}")
        signed = next(page for page in pages if "NGƯỜI LẬP BIỂU" in page)
        assert re.search(r"^ *\d+ +Xã \d+ ", signed, re.MULTILINE), communes
        assert "Nguyễn Thị Hòa" in signed


def text_of_pages(path, folder):
    """Give the words of each printed page as they stand."""
    pdf = convert(path, folder, "pdf")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")


def test_no_number_is_too_wide_for_its_cell_on_paper(tmp_path):
    big = {"Huyện Ea Kar": ("Xã Ea Kar", "Xã Ea Ô")}
    data = invented_return(big)
    rows = tuple(
        replace(row, listed=row.listed * 1000, surveyed=row.surveyed * 1000, active=row.active * 1000)
        for row in data.rows
    )
    path = write_bieu01(tmp_path / "a.xlsx", replace(data, rows=rows)).path
    assert not any("###" in page for page in text_of_pages(path, tmp_path / "pdf"))


def test_the_printed_pages_can_be_drawn(written):
    pages = print_pages(written.path, written.path.parent / "pages")
    assert len(pages) >= 2


def test_a_folder_that_does_not_exist_is_told_with_the_path(tmp_path):
    path = tmp_path / "none" / "a.xlsx"
    with pytest.raises(FileNotWritable) as refusal:
        write_bieu01(path, DATA)
    assert refusal.value.path == path


def test_a_return_that_cannot_take_its_place_leaves_nothing_behind(tmp_path):
    path = tmp_path / "a.xlsx"
    path.mkdir()
    with pytest.raises(FileNotWritable):
        write_bieu01(path, DATA)
    assert list(tmp_path.iterdir()) == [path]


def test_a_return_replaces_the_file_of_that_name(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("old", encoding="utf-8")
    write_bieu01(path, DATA)
    assert openpyxl.load_workbook(path).sheetnames == ["Bieu01", "CachTinh"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_day_and_a_month_below_ten_are_written_as_the_decree_asks(tmp_path):
    data = replace(DATA, signed_on=date(2027, 2, 3))
    sheet = openpyxl.load_workbook(write_bieu01(tmp_path / "a.xlsx", data).path)["Bieu01"]
    words = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Đắk Lắk, ngày 03 tháng 02 năm 2027" in words

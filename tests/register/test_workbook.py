from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import pytest

from digiplan_desktop.errors import (
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileProtected,
    FileTooLarge,
    FileUnreadable,
    FileWrongKind,
    SheetMissing,
)
from digiplan_desktop.register.workbook import read_table, read_tables
from tests.helpers import workbooks

ROWS = [["Tên doanh nghiệp", "MST"], ["Công ty TNHH Ê Đê", workbooks.tax_code(1)]]


def test_cells_keep_their_types(tmp_path):
    day = datetime(2020, 5, 3)  # noqa: DTZ001 - a cell has no time zone
    path = workbooks.make_workbook(tmp_path / "a.xlsx", [["Tên"], [None, 6000123454, "0100", day, True, 1.5]])
    row = read_table(path).rows[1]
    assert row[1:] == [6000123454.0, "0100", date(2020, 5, 3), True, 1.5]
    assert [type(cell) for cell in row[1:3]] == [float, str]


def test_rows_count_as_excel_counts_them(tmp_path):
    path = workbooks.make_workbook(tmp_path / "a.xlsx", [[], [], [None, None, "giữa"], [], ["cuối"]])
    assert read_table(path).rows == [[], [], ["", "", "giữa"], [], ["cuối"]]


def test_an_old_workbook_reads_like_a_new_one(tmp_path):
    path = workbooks.make_xls(
        tmp_path / "a.xls", [["Tên doanh nghiệp", "MST"], ["Công ty Đắk Lắk", 6000123454]]
    )
    assert read_table(path).rows == [["Tên doanh nghiệp", "MST"], ["Công ty Đắk Lắk", 6000123454.0]]


def test_an_open_document_reads_though_it_runs_to_the_last_row(tmp_path):
    assert read_table(workbooks.make_ods(tmp_path / "a.xlsx", ROWS)).rows == ROWS


@pytest.mark.parametrize("name", ["a.xls", "a.csv", "a.pdf", "a", "Bieu 01 (1) (chot) moi.docx"])
def test_a_renamed_workbook_reads_by_its_content(tmp_path, name):
    assert read_table(workbooks.make_workbook(tmp_path / name, ROWS)).rows == ROWS


def test_an_old_workbook_named_as_a_new_one_reads(tmp_path):
    assert read_table(workbooks.make_xls(tmp_path / "a.xlsx", ROWS)).rows == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_delimited_text_reads_in_every_usual_encoding(tmp_path, encoding, delimiter):
    text = "\r\n".join(
        delimiter.join(row) for row in [*ROWS, ["Hợp tác xã Bình Minh ở Krông Năng", "0100109106"]]
    )
    if encoding == "cp1258":
        text = _decomposed_for_1258(text)
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    assert read_table(path).rows == [*ROWS, ["Hợp tác xã Bình Minh ở Krông Năng", "0100109106"]]


def _decomposed_for_1258(text: str) -> str:
    """Windows-1258 has ă â đ ê ô ơ ư as letters and the five tones as marks of their own."""
    import unicodedata

    def split(char: str) -> str:
        tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        return base + "".join(part for part in parts if part in tones)

    return "".join(split(char) for char in text)


def test_a_stray_quote_in_a_name_does_not_swallow_the_rest_of_a_text(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('Tên DN;MST\nCông ty "ABC;1\nCông ty B;2\n', encoding="utf-8")
    assert len(read_table(path).rows) == 3


def test_quoted_fields_may_hold_delimiters_and_line_ends(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('Tên DN,Địa chỉ\n"Công ty A","12 Lê Duẩn,\nEa Kar"\n', encoding="utf-8")
    assert read_table(path).rows[1] == ["Công ty A", "12 Lê Duẩn,\nEa Kar"]


def test_the_sheet_that_looks_like_a_list_is_chosen(tmp_path):
    sheets = {"Bìa": [["BÁO CÁO"], ["Năm 2026"]], "Danh sách": ROWS, "Nháp": [["ghi", "chép"]] * 9}
    table = read_table(workbooks.make_sheets(tmp_path / "a.xlsx", sheets))
    assert table.sheet == "Danh sách"
    assert table.sheets == ("Bìa", "Danh sách", "Nháp")


def test_a_hidden_sheet_is_read_only_when_it_is_named(tmp_path):
    path = workbooks.make_sheets(tmp_path / "a.xlsx", {"Cũ": ROWS * 5, "Mới": ROWS}, hidden=["Cũ"])
    assert [table.sheet for table in read_tables(path)] == ["Mới"]
    assert read_table(path, "Cũ").sheet == "Cũ"


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(tmp_path):
    path = workbooks.make_workbook(tmp_path / "a.xlsx", ROWS, sheet="DS")
    with pytest.raises(SheetMissing) as caught:
        read_table(path, "DS2")
    assert caught.value.sheets == ("DS",)


def test_merged_cells_are_told(tmp_path):
    path = workbooks.make_workbook(
        tmp_path / "a.xlsx", [["Tên DN", "Địa chỉ"], [None, "Xã", "Huyện"]], merges=["B1:C1"]
    )
    assert read_table(path).merges == ((0, 1, 0, 2),)


def _png(path: Path) -> Path:
    path.write_bytes(workbooks.PNG)
    return path


def _text(content: bytes):
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def _truncated(path: Path) -> Path:
    workbooks.make_workbook(path, ROWS * 200)
    path.write_bytes(path.read_bytes()[:-3_000])
    return path


def _scrambled(path: Path) -> Path:
    workbooks.make_workbook(path, ROWS * 2_000)
    content = bytearray(path.read_bytes())
    start = content.find(b"xl/worksheets/sheet1.xml") + 200
    content[start : start + 400] = bytes(400)
    path.write_bytes(bytes(content))
    return path


def _truncated_xls(path: Path) -> Path:
    workbooks.make_xls(path, ROWS * 400)
    path.write_bytes(path.read_bytes()[:3_000])
    return path


def _far_cells(path: Path) -> Path:
    """Two cells only, but a rectangle of a hundred million between them."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A199999"] = "x"
    book.active["SA2"] = "y"
    book.save(path)
    return path


BAD = {
    "empty": (_text(b""), FileEmpty),
    "no rows": (lambda path: workbooks.make_workbook(path, []), FileEmpty),
    "blank rows": (lambda path: workbooks.make_workbook(path, [["  "], [" "]]), FileEmpty),
    "picture": (_png, FileWrongKind),
    "pdf": (_text(b"%PDF-1.7\n1 0 obj"), FileWrongKind),
    "web page": (_text(b"\xef\xbb\xbf\n<html><table><tr><td>1"), FileWrongKind),
    "document": (workbooks.make_document, FileWrongKind),
    "old document": (_text(workbooks.compound_file({"WordDocument": bytes(600)})), FileWrongKind),
    "program": (_text(b"MZ\x90\0\3\0\0\0" + bytes(600)), FileWrongKind),
    "noise": (_text(bytes(range(256)) * 20), FileWrongKind),
    "protected": (workbooks.make_protected_workbook, FileProtected),
    "protected xls": (lambda path: workbooks.make_xls(path, ROWS, password=True), FileProtected),
    "truncated": (_truncated, FileDamaged),
    "truncated xls": (_truncated_xls, FileDamaged),
    "scrambled": (_scrambled, FileDamaged),
    "half a header": (_text(b"PK\x03\x04" + bytes(50)), FileDamaged),
    "last corner": (workbooks.make_corner_workbook, FileTooLarge),
    "number in the last corner": (lambda path: workbooks.make_corner_workbook(path, 1), FileTooLarge),
    "far cells": (_far_cells, FileTooLarge),
    "last corner of an open document": (
        lambda path: workbooks.make_ods(path, ROWS, jump=1_000_000),
        FileTooLarge,
    ),
    "zip bomb": (workbooks.make_zip_bomb, FileTooLarge),
    "zip bomb under the limit of size": (lambda path: workbooks.make_zip_bomb(path, 150), FileTooLarge),
    "many members": (workbooks.make_many_members, FileTooLarge),
    "many bytes": (_text(b"a;b\n" * 6_000_000), FileTooLarge),
    "many rows": (_text(b"a;b\n" * 300_000), FileTooLarge),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_list_is_refused_for_what_it_is(tmp_path, name):
    make, error = BAD[name]
    with pytest.raises(error) as caught:
        read_tables(make(tmp_path / "danh sách.xlsx"))
    assert caught.value.path == tmp_path / "danh sách.xlsx"


def test_the_kind_of_a_wrong_file_is_named(tmp_path):
    found = {}
    for name in ("picture", "pdf", "web page", "document", "old document", "program"):
        with pytest.raises(FileWrongKind) as caught:
            read_tables(BAD[name][0](tmp_path / "a.xlsx"))
        found[name] = caught.value.found
    assert found == {
        "picture": "png",
        "pdf": "pdf",
        "web page": "html",
        "document": "docx",
        "old document": "doc",
        "program": "program",
    }


def test_a_missing_file_is_missing(tmp_path):
    with pytest.raises(FileMissing):
        read_tables(tmp_path / "không có.xlsx")


def test_a_last_corner_that_only_has_a_format_does_no_harm(tmp_path):
    path = workbooks.make_corner_workbook(tmp_path / "a.xlsx", formatted_only=True)
    assert len(read_table(path).rows) == 2


MEASURE = """
import resource, sys, time
from pathlib import Path
from digiplan_desktop.errors import UserError
from digiplan_desktop.register.workbook import read_tables
if __name__ == "__main__":
    start = time.perf_counter()
    try:
        read_tables(Path(sys.argv[1]))
        outcome = "read"
    except UserError as error:
        outcome = type(error).__name__
    seconds = time.perf_counter() - start
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(outcome, seconds, peak // 1024)
"""


@pytest.mark.parametrize(
    "name", ["last corner", "far cells", "zip bomb", "many members", "scrambled", "many rows"]
)
def test_bad_files_stay_within_five_seconds_and_512_mebibytes(tmp_path, name):
    make, error = BAD[name]
    script = tmp_path / "measure.py"
    script.write_text(MEASURE, encoding="utf-8")
    path = make(tmp_path / "a.xlsx")
    done = subprocess.run(
        [sys.executable, script, path],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
    )
    outcome, seconds, mebibytes = done.stdout.split()
    assert outcome == error.__name__
    assert float(seconds) < 5
    assert int(mebibytes) < 512
    assert done.stderr == ""


def test_no_child_is_left_behind(tmp_path):
    import multiprocessing

    read_table(workbooks.make_workbook(tmp_path / "a.xlsx", ROWS))
    time.sleep(0)
    assert multiprocessing.active_children() == []


def test_a_pipe_is_refused_at_once(tmp_path):
    pipe = tmp_path / "a.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(FileMissing):
        read_tables(pipe)


def test_a_file_without_the_right_to_read_it_is_not_called_damaged(tmp_path):
    path = workbooks.make_workbook(tmp_path / "a.xlsx", ROWS)
    path.chmod(0)
    user = os.geteuid()
    if user == 0:  # nothing is closed to root
        os.seteuid(65_534)
    try:
        with pytest.raises(FileUnreadable):
            read_tables(path)
    finally:
        os.seteuid(user)

from __future__ import annotations

import csv

import pytest

from digiplan_desktop.register.headings import SYNONYMS, find_heading, is_numbering, match_heading, money_unit


def _synonyms() -> list[tuple[str, str]]:
    with SYNONYMS.open(encoding="utf-8", newline="") as file:
        return [(row["field"], text) for row in csv.DictReader(file) for text in row["headers"].split("|")]


def test_every_synonym_names_its_own_field_in_any_case():
    wrong = {
        (text, field, match_heading(text)[0])
        for field, text in _synonyms()
        if match_heading(text)[0] != field
    }
    wrong |= {(text, field) for field, text in _synonyms() if match_heading(text.upper())[0] != field}
    assert wrong == set()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Tên doanh nghiệp\n(ghi bằng chữ in hoa)", "name"),
        ("1. Tên doanh nghiệp", "name"),
        ("Mã số thuế / Mã số DN (*)", "tax_code"),
        ("Địa chỉ trụ sở chính của doanh nghiệp", "address"),
        ("Ngày cấp CMND", "other_date"),
        ("Địa chỉ thường trú của giám đốc", "other_address"),
        ("Số lao động nữ", "other_count"),
        ("Vốn điều lệ (triệu đồng)", "capital"),
        ("Số lượng doanh nghiệp", ""),
        ("Danh sách doanh nghiệp trên địa bàn", ""),
        ("Tên doanh ngiệp", "name"),
        ("Mã số thuê", "tax_code"),
    ],
)
def test_headings_with_additions_are_known(heading, field):
    assert match_heading(heading)[0] == field


def test_a_title_that_begins_like_a_heading_is_none():
    rows = [
        ["Tên doanh nghiệp và số liệu của xã năm 2026"],
        ["STT", "Tên doanh nghiệp", "MST"],
        [1, "A", "1"],
    ]
    heading = find_heading(rows)
    assert heading is not None
    assert heading.first == 1


def test_a_data_row_is_not_part_of_the_heading():
    rows = [["STT", "Tên doanh nghiệp", "Xã", ""], [1, "Công ty A", "Xã", "Huyện"]]
    heading = find_heading(rows)
    assert heading is not None
    assert (heading.first, heading.last) == (0, 0)


def test_a_heading_of_three_rows_is_read():
    rows = [
        ["STT", "Thông tin doanh nghiệp", "", "", "", "Ghi chú"],
        ["", "Tên doanh nghiệp", "MST", "Địa chỉ", "", ""],
        ["", "", "", "Xã", "Huyện", ""],
    ]
    merges = [(0, 0, 2, 0), (0, 1, 0, 4), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (0, 5, 2, 5)]
    heading = find_heading(rows, merges)
    assert heading is not None
    assert (heading.first, heading.last) == (0, 2)
    assert {name: heading.columns[name] for name in ("name", "tax_code", "area_text", "district_text")} == {
        "name": 1,
        "tax_code": 2,
        "area_text": 3,
        "district_text": 4,
    }


def test_a_list_of_households_is_named_by_its_owners():
    heading = find_heading([["TT", "Họ và tên chủ hộ", "Địa chỉ"], [1, "Nguyễn Văn A", "Thôn 1"]])
    assert heading is not None
    assert heading.columns["name"] == 1


def test_numbering_rows_are_known():
    assert is_numbering(["(1)", "(2)", "(3)"])
    assert is_numbering(["A", "B", "1", "2", "(5)=(4)/(3)x100"])
    assert not is_numbering(["1", "Công ty A"])


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Vốn (đồng)", "0.000001"),
        ("Vốn (VNĐ)", "0.000001"),
        ("Vốn (triệu đồng)", "1"),
        ("Vốn (tr.đ)", "1"),
        ("Vốn (Trđ)", "1"),
        ("Vốn điều lệ, triệu đồng", "1"),
        ("Vốn (tỷ đồng)", "1000"),
        ("Vốn (nghìn đồng)", "0.001"),
        ("Vốn (1.000 đồng)", "0.001"),
        ("Vốn điều lệ", ""),
        ("Vốn điều lệ / Đồng", "0.000001"),
        ("Vốn điều lệ triệu đồng", "1"),
        ("Vốn hoạt động", ""),
    ],
)
def test_the_unit_of_money_is_read_from_the_heading(heading, unit):
    assert money_unit(heading) == unit

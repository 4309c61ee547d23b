from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest

from digiplan_desktop.errors import NameColumnMissing
from digiplan_desktop.register.areas import Catalogue
from digiplan_desktop.register.listing import EnterpriseList, read_list
from tests.helpers.workbooks import HEADING, make_sheets, make_workbook, make_xls, tax_code

TODAY = date(2026, 6, 14)
CODES = [tax_code(number) for number in range(1, 60)]
HANOI = tax_code(10910, "01")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def read(tmp_path, catalogue):
    """Read rows as a list; every row must be an entry, a refusal or skipped, and only one of them."""

    def _read(rows, *, merges=(), sheet="Sheet1", **options) -> EnterpriseList:
        path = make_workbook(tmp_path / "danh sách.xlsx", rows, merges=merges, sheet=sheet)
        return check_rows(read_list(path, catalogue, on=TODAY, **options))

    return _read


def check_rows(found: EnterpriseList) -> EnterpriseList:
    accounted = Counter(
        (item.sheet, item.row) for item in (*found.entries, *found.refusals, *found.skipped) if item.row
    )
    assert sum(accounted.values()) == len(accounted) == found.rows
    return found


def company(number: int, *cells: object) -> list[object]:
    return [number, f"Công ty TNHH Số {number}", CODES[number], *cells]


def reasons(items) -> list[tuple[int, str]]:
    return [(item.row, item.reason) for item in items]


def names(found: EnterpriseList) -> list[object]:
    return [entry.fields["name"] for entry in found.entries]


def areas(found: EnterpriseList, catalogue: Catalogue) -> list[str]:
    uids = [str(entry.fields.get("area", "")) for entry in found.entries]
    return [catalogue.unit(uid).name if uid else "" for uid in uids]


# Shape 1: nothing but a heading and rows.
def test_a_plain_list_is_read(read, catalogue):
    found = read([HEADING, company(1, "Thôn 3", "Xã Ea Kar", "Huyện Ea Kar")])
    assert found.columns == {
        "name": "Tên doanh nghiệp",
        "tax_code": "Mã số thuế",
        "address": "Địa chỉ",
        "area_text": "Xã/phường",
        "district_text": "Huyện",
    }
    entry = found.entries[0]
    assert (entry.row, entry.fields["tax_code"]) == (2, CODES[1])
    assert entry.fields["district"] == "D651-1"
    assert areas(found, catalogue) == ["Xã Ea Kar"]
    assert not found.refusals + found.warnings


# Shape 2: letterhead and merged title rows.
def test_title_rows_above_the_heading_are_passed_over(read):
    found = read(
        [
            ["UBND TỈNH ĐẮK LẮK", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["SỞ TÀI CHÍNH", None, None, "Độc lập - Tự do - Hạnh phúc"],
            [],
            ["DANH SÁCH DOANH NGHIỆP ĐANG HOẠT ĐỘNG"],
            ["(Kèm theo Công văn số 12/STC ngày 03/5/2026)"],
            [],
            HEADING,
            company(1),
        ],
        merges=["A4:F4", "A5:F5"],
    )
    assert len(found.entries) == 1
    assert reasons(found.skipped)[-1] == (7, "heading")


# Shape 3: two rows of heading, merged.
def test_a_heading_of_two_merged_rows_is_read(read):
    found = read(
        [
            ["STT", "Tên doanh nghiệp", "MST", "Địa chỉ", None, None, "Người đại diện", None],
            [None, None, None, "Số nhà, đường", "Xã, phường", "Huyện", "Họ và tên", "Điện thoại"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
            company(1, "12 Lê Duẩn", "P. Tự An", "TP. Buôn Ma Thuột", "Nguyễn Văn A", "0914123456"),
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1"],
    )
    assert found.header_rows == (1, 2)
    fields = found.entries[0].fields
    assert fields["address"] == "12 Lê Duẩn"
    assert fields["legal_rep"] == "Nguyễn Văn A"
    assert fields["phone"] == "0914123456"
    assert fields["area"] == "W24133-3"
    assert reasons(found.skipped) == [(1, "heading"), (2, "heading"), (3, "numbering")]


# Shape 4: the same without merges, as a CSV has it.
def test_a_heading_of_two_rows_without_merges_is_read(read):
    found = read(
        [
            ["TT", "Tên DN", "Mã số DN", "Địa chỉ", None, "Ghi chú"],
            [None, None, None, "Xã/phường", "Huyện", None],
            company(1, "Xã Cư Ni", "Ea Kar", None),
        ]
    )
    assert found.columns["district_text"] == "Địa chỉ / Huyện"
    assert found.entries[0].fields["area_text"] == "Xã Cư Ni"


def test_units_below_a_heading_belong_to_it(read):
    found = read(
        [["Tên DN", "MST", "Vốn điều lệ"], [None, None, "(tỷ đồng)"], ["Công ty A", CODES[1], "1,9"]]
    )
    assert found.header_rows == (1, 2)
    assert found.entries[0].fields["capital"] == "1900"


# Shape 5: columns numbered "A B C 1 2 3".
def test_a_row_that_numbers_the_columns_is_passed_over(read):
    found = read([HEADING, ["A", "B", "C", 1, 2, 3], company(1)])
    assert (2, "numbering") in reasons(found.skipped)
    assert len(found.entries) == 1


# Shape 6: totals, typed by hand in many ways.
@pytest.mark.parametrize(
    "text",
    [
        "Tổng cộng",
        "TỔNG CỘNG:",
        "Cộng",
        "Tổng số",
        "Tổng số: 2 doanh nghiệp",
        "Cộng xã Ea Kar",
        "Cộng TP BMT",
        "Cộng TX. Buôn Hồ",
        "Cộng Ea Kar",
        "Toàn tỉnh",
        "Cả huyện",
        "TONG CONG",
        "Tổng",
    ],
)
def test_a_total_row_is_no_enterprise(read, text):
    found = read([HEADING, company(1), [None, text, None, 5], company(2)])
    assert reasons(found.skipped) == [(1, "heading"), (3, "total")]
    assert len(found.entries) == 2


def test_a_general_corporation_is_no_total(read):
    found = read(
        [
            HEADING,
            [1, "Tổng công ty Cà phê Việt Nam", None, "Thôn 1"],
            [2, "CONG TY TNHH KHONG DAU", None, "Thôn 2"],
        ]
    )
    assert len(found.entries) == 2


@pytest.mark.parametrize(
    "text", ["Tổng công ty 15", "Cộng Đồng Xanh", "Toàn Thắng", "Công ty 1", "CONG TY 1"]
)
def test_a_name_that_begins_like_a_total_is_an_enterprise(read, text):
    found = read([["Tên doanh nghiệp", "Địa chỉ"], [text, "Thôn 1"]])
    assert names(found) == [text]


def test_an_address_that_ran_on_into_the_next_row_is_not_lost_silently(read):
    found = read([HEADING, company(1, "Thôn 3, xã Ea Kar,"), [None, None, None, "huyện Ea Kar"]])
    assert reasons(found.refusals) == [(3, "name_missing")]


# Shape 7: blank rows and rows that are only numbered in advance.
def test_blank_and_numbered_rows_are_told_apart_from_enterprises(read):
    found = read([HEADING, company(1), [], [2], ["  "], company(3)])
    assert reasons(found.skipped)[1:] == [(3, "blank"), (4, "number_only"), (5, "blank")]
    assert len(found.entries) == 2


# Shape 8: the heading again at each page break.
def test_a_heading_repeated_on_each_page_is_passed_over(read):
    found = read(
        [
            HEADING,
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            company(1),
            HEADING,
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            company(2),
        ]
    )
    assert reasons(found.skipped)[2:] == [(4, "repeated_heading"), (5, "numbering")]
    assert len(found.entries) == 2


# Shape 9: place, date, signatures and notes below.
def test_signatures_and_notes_after_the_table_are_no_enterprises(read):
    found = read(
        [
            HEADING,
            company(1),
            [None, "Tổng cộng: 01 doanh nghiệp"],
            [],
            [None, None, None, None, "Ea Kar, ngày 03 tháng 5 năm 2026"],
            [None, "NGƯỜI LẬP BIỂU", None, None, "TM. ỦY BAN NHÂN DÂN"],
            [None, "(Ký, ghi rõ họ tên)", None, None, "CHỦ TỊCH"],
            [],
            [None, "Nguyễn Thị Hoa", None, None, "Y Thuyên Niê"],
            ["Ghi chú: số liệu đến ngày 30/4/2026"],
            ["Nơi nhận:"],
            ["- Như trên;"],
        ]
    )
    assert len(found.entries) == 1
    assert not found.refusals
    assert Counter(item.reason for item in found.skipped)["after_table"] == 7


# Shape 10: groups that name the area of the rows below.
def test_a_group_row_gives_its_area_to_the_rows_below(read, catalogue):
    found = read(
        [
            ["STT", "Tên doanh nghiệp", "MST", "Địa chỉ"],
            ["A", "Huyện Ea Kar"],
            ["I", "Xã Ea Kar (2 DN)"],
            company(1, "Thôn 1"),
            company(2, "Thôn 2"),
            ["II.", "Xã Cư Ni: 1 doanh nghiệp"],
            company(3, "Thôn 3"),
            ["B", "Huyện Cư M'gar"],
            [None, "I. Thị trấn Quảng Phú"],
            company(4, "Tổ 1"),
        ]
    )
    assert areas(found, catalogue) == ["Xã Ea Kar", "Xã Ea Kar", "Xã Ea Kar", "Xã Quảng Phú"]
    assert [entry.fields["district"] for entry in found.entries] == ["D651-1"] * 3 + ["D648-1"]
    assert [entry.fields["area_text"] for entry in found.entries][2] == "Xã Cư Ni"
    assert Counter(item.reason for item in found.skipped)["group"] == 5


# Shape 11: groups by legal form, and a merged line across the sheet.
def test_a_group_by_legal_form_is_no_enterprise(read):
    found = read(
        [
            HEADING,
            ["I", "Doanh nghiệp tư nhân"],
            company(1),
            ["Công ty cổ phần"],
            company(2),
            ["Khu vực dịch vụ"],
            company(3),
        ],
        merges=["A4:F4", "A6:F6"],
    )
    assert Counter(item.reason for item in found.skipped) == {"heading": 1, "group": 3}
    assert len(found.entries) == 3


def test_an_enterprise_of_which_only_the_name_is_known_is_read(read):
    found = read(
        [HEADING, [1, "Công ty cổ phần Bê tông Đắk Lắk"], [2, "Hợp tác xã Ea Kar"], [None, "DNTN Hoàng Anh"]]
    )
    assert names(found) == ["Công ty cổ phần Bê tông Đắk Lắk", "Hợp tác xã Ea Kar", "DNTN Hoàng Anh"]


# Shape 12: codes as Excel mangles them.
@pytest.mark.parametrize(
    ("cell", "code", "reason"),
    [
        (int(CODES[1]), CODES[1], ""),
        (float(CODES[1]), CODES[1], ""),
        (f"{CODES[1][:4]} {CODES[1][4:7]} {CODES[1][7:]}", CODES[1], ""),
        (f"'{CODES[1]}", CODES[1], ""),
        (f"{CODES[1][:4]}.{CODES[1][4:7]}.{CODES[1][7:]}", CODES[1], ""),
        (f" MST: {CODES[1]}\u00a0", CODES[1], ""),
        (f"{CODES[1]}.0", CODES[1], ""),
        (f"{CODES[1]} (chi nhánh)", CODES[1], ""),
        ("40A8001234", None, ""),
        (f"{CODES[1]}-001", f"{CODES[1]}-001", ""),
        (f"{CODES[1]}001", f"{CODES[1]}-001", ""),
        (int(f"{CODES[1]}001"), f"{CODES[1]}-001", ""),
        (int(HANOI), HANOI, "leading_zero_restored"),
        (HANOI[1:], HANOI, "leading_zero_restored"),
        (int(f"{HANOI}002"), f"{HANOI}-002", "leading_zero_restored"),
        (f"{CODES[1][0]}.{CODES[1][1:]}E+09", CODES[1], ""),
        (
            CODES[1][:9] + str((int(CODES[1][9]) + 1) % 10),
            CODES[1][:9] + str((int(CODES[1][9]) + 1) % 10),
            "tax_code_check_digit",
        ),
        ("chưa có", None, ""),
        ("đang xin cấp", None, ""),
        ("-", None, ""),
    ],
)
def test_a_code_is_read_as_it_was_meant(read, cell, code, reason):
    found = read([HEADING, [1, "Công ty A", cell]])
    assert found.entries[0].fields.get("tax_code") == code
    assert [warning.reason for warning in found.warnings if warning.column == "Mã số thuế"] == (
        [reason] if reason else []
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("6.0E+09", "lost_digits"),
        ("6,00012E+09", "lost_digits"),
        ("600012345", "tax_code_shape"),
        ("60001234567", "tax_code_shape"),
        ("6OOO123454", "tax_code_shape"),
        (6000123454.5, "tax_code_shape"),
        (f"{CODES[1]}; {CODES[2]}", "tax_code_shape"),
    ],
)
def test_a_code_that_cannot_be_one_refuses_its_row(read, cell, reason):
    found = read([HEADING, [1, "Công ty A", cell], company(2)])
    refusal = found.refusals[0]
    assert (refusal.row, refusal.column, refusal.reason) == (2, "Mã số thuế", reason)
    assert len(found.entries) == 1


# Shape 13: households with the personal id of the owner.
def test_a_personal_id_is_kept_apart_from_tax_codes(read):
    rows = [
        ["STT", "Tên hộ kinh doanh", "Mã số thuế/CCCD", "Địa chỉ"],
        [1, "Hộ kinh doanh Nguyễn Thị Hoa", "066085001234", "Thôn 1, xã Ea Kar"],
        [2, "Hộ kinh doanh Tạp hóa Hoa", "066085001234", "Thôn 2, xã Ea Kar"],
        [3, "Hộ kinh doanh Y Bhem", 66085001235, "Buôn 2, xã Ea Kar"],
    ]
    found = read(rows)
    assert [entry.fields.get("personal_id") for entry in found.entries] == ["066085001234"] * 2 + [
        "066085001235"
    ]
    assert not any("tax_code" in entry.fields for entry in found.entries)
    assert [warning.reason for warning in found.warnings] == ["personal_id"] * 3


# Shape 14: the same enterprise twice.
def test_the_second_row_of_an_enterprise_is_refused_and_names_the_first(read):
    found = read([HEADING, company(1), company(2), [3, "Cty TNHH So 1", int(CODES[1])]])
    refusal = found.refusals[0]
    assert (refusal.row, refusal.reason, refusal.value, refusal.other_row) == (4, "duplicate", CODES[1], 2)


def test_two_codes_with_one_name_in_one_area_are_both_read_and_pointed_out(read):
    found = read(
        [HEADING, company(1, "x", "Xã Ea Kar"), [2, "CÔNG TY TNHH SỐ 1", CODES[2], "y", "Xã Ea Kar"]]
    )
    assert len(found.entries) == 2
    assert reasons(found.warnings) == [(3, "same_name_and_area")]


# Shape 15: dates as text in many shapes.
@pytest.mark.parametrize(
    ("cell", "iso", "reason"),
    [
        (datetime.fromisoformat("2020-05-03"), "2020-05-03", ""),
        (date(2020, 5, 3), "2020-05-03", ""),
        (43954, "2020-05-03", ""),
        ("43954", "2020-05-03", ""),
        ("03/05/2020", "2020-05-03", ""),
        ("3/5/2020", "2020-05-03", ""),
        ("3.5.20", "2020-05-03", ""),
        ("03-05-1998", "1998-05-03", ""),
        ("3.5.98", "1998-05-03", ""),
        ("ngày 3 tháng 5 năm 2020", "2020-05-03", ""),
        ("Ngày 03 Tháng 05 Năm 2020", "2020-05-03", ""),
        ("2020-05-03", "2020-05-03", ""),
        ("03/05/2020 00:00:00", "2020-05-03", ""),
        ("03 / 05 / 2020", "2020-05-03", ""),
        ("5/23/2020", "2020-05-23", "date_month_first"),
        ("2020", "2020-01-01", "date_year_only"),
        (2020, "2020-01-01", "date_year_only"),
        ("năm 2020", "2020-01-01", "date_year_only"),
        ("05/2020", "2020-05-01", "date_month_only"),
        ("tháng 5 năm 2020", "2020-05-01", "date_month_only"),
        ("31/02/2020", None, "date_unreadable"),
        ("lâu rồi", None, "date_unreadable"),
        ("01/01/2030", "2030-01-01", "date_future"),
    ],
)
def test_a_date_is_read_as_it_was_written(read, cell, iso, reason):
    found = read([["Tên doanh nghiệp", "MST", "Ngày thành lập"], ["Công ty A", CODES[1], cell]])
    assert found.entries[0].fields.get("reg_date") == iso
    assert [warning.reason for warning in found.warnings if warning.column == "Ngày thành lập"] == (
        [reason] if reason else []
    )


# Shape 16: money with its unit in the heading, in a line above, in the cell, or nowhere.
@pytest.mark.parametrize(
    ("heading", "above", "cell", "capital"),
    [
        ("Vốn điều lệ (đồng)", "", 1_500_000_000, "1500"),
        ("Vốn điều lệ (VNĐ)", "", "1.500.000.000", "1500"),
        ("Vốn điều lệ (đồng)", "", "1,500,000,000", "1500"),
        ("Vốn điều lệ\n(triệu đồng)", "", "1.500", "1500"),
        ("Vốn (tr.đ)", "", "1.500,5", "1500.5"),
        ("Vốn điều lệ (tỷ đồng)", "", "1,5", "1500"),
        ("Vốn điều lệ (1.000 đồng)", "", "1.500.000", "1500"),
        ("Vốn điều lệ", "Đơn vị tính: triệu đồng", 1500, "1500"),
        ("Vốn điều lệ", "ĐVT: đồng", 1_500_000_000, "1500"),
        ("Vốn điều lệ", "", "1,5 tỷ đồng", "1500"),
        ("Vốn điều lệ (triệu đồng)", "", "1.500.000.000 đồng", "1500"),
        ("Vốn điều lệ", "", 1_500_000_000, "1500"),
        ("Vốn điều lệ", "", 1500, "1500"),
    ],
)
def test_capital_is_kept_in_million_dong(read, heading, above, cell, capital):
    found = read([[None, None, above or None], ["Tên DN", "MST", heading], ["Công ty A", CODES[1], cell]])
    assert found.entries[0].fields["capital"] == capital


def test_a_guessed_unit_is_pointed_out(read):
    found = read([["Tên DN", "MST", "Vốn điều lệ"], ["Công ty A", CODES[1], 1_500_000_000]])
    assert reasons(found.warnings) == [(1, "capital_unit_guessed"), (1, "area_missing")]


# Shape 17: numbers of persons, telephones without their zero, e-mail.
def test_counts_and_telephones_are_read_as_typed(read):
    found = read(
        [
            ["Tên DN", "Tổng số lao động", "SĐT", "Email"],
            ["Công ty A", "25 người", 914123456, "a@b.vn"],
            ["Công ty B", "1.200", "0262.3812345 - 0914 123 456", "abc@"],
            ["Công ty C", "10-20", "0123", None],
        ]
    )
    first, second, third = (entry.fields for entry in found.entries)
    assert (first["emp"], first["phone"]) == (25, "0914123456")
    assert (second["emp"], second["phone"]) == (1200, "0262.3812345 - 0914 123 456")
    assert "emp" not in third
    assert reasons(found.warnings) == [
        (3, "email_doubtful"),
        (4, "phone_doubtful"),
        (4, "emp_unreadable"),
        (1, "area_missing"),
    ]


# Shape 18: words for the state of an enterprise.
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Đang hoạt động", "active"),
        ("NNT đang hoạt động (đã được cấp GCN ĐKT)", "active"),
        ("Tạm ngừng kinh doanh", "suspended"),
        ("Tạm ngưng KD có thời hạn", "suspended"),
        ("Đã giải thể", "dissolved"),
        ("NNT ngừng hoạt động nhưng chưa hoàn thành thủ tục đóng MST", "dissolved"),
        ("Không hoạt động tại địa chỉ đã đăng ký", "moved"),
        ("Bỏ địa chỉ kinh doanh", "moved"),
        ("00", "active"),
        ("gì đó", "unknown"),
    ],
)
def test_words_for_the_state_are_understood(read, text, status):
    found = read([["Tên DN", "MST", "Tình trạng"], ["Công ty A", CODES[1], text]])
    assert (found.entries[0].fields["status"], found.entries[0].fields["status_text"]) == (status, text)


def test_a_note_that_tells_the_state_counts_and_others_do_not(read):
    found = read(
        [
            ["Tên DN", "MST", "Ghi chú"],
            ["A", CODES[1], "Tạm ngừng từ 3/2026"],
            ["B", CODES[2], "Nộp thiếu hồ sơ"],
        ]
    )
    assert [entry.fields.get("status") for entry in found.entries] == ["suspended", None]
    assert not [warning for warning in found.warnings if warning.reason == "status_unknown"]


# Shape 19: decomposed letters, headings over two lines, foreign spaces and invisible signs.
def test_text_is_normalised_and_invisible_signs_vanish(read):
    import unicodedata

    heading = unicodedata.normalize("NFD", "TÊN DOANH NGHIỆP\n(ghi chữ in hoa)")
    name = unicodedata.normalize("NFD", "\ufeffCông ty\u00a0 TNHH  Đắk\u200b Lắk ")
    found = read([[heading, "Mã  số\nthuế"], [name, CODES[1]]])
    assert names(found) == ["Công ty TNHH Đắk Lắk"]


def test_control_characters_are_removed_and_pointed_out(tmp_path, catalogue):
    path = tmp_path / "a.csv"
    path.write_bytes(f"Tên DN;MST;Xã\nCông ty\x07 A;{CODES[1]};Xã Ea Kar\n".encode())
    found = check_rows(read_list(path, catalogue, on=TODAY))
    assert names(found) == ["Công ty A"]
    assert reasons(found.warnings) == [(2, "control_characters")]


# Shape 20: fonts of before Unicode.
def _old_font(text: str, encoding: str) -> str:
    import csv

    from digiplan_desktop.register.legacy_text import _COLUMNS, TABLE

    with TABLE.open(encoding="utf-8") as file:
        table = {
            row["unicode_nfc"]: "".join(chr(int(point[2:], 16)) for point in row[_COLUMNS[encoding]].split())
            for row in csv.DictReader(file)
        }
    return "".join(table.get(char, char) for char in text)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_list_in_an_old_font_is_read_and_pointed_out(read, catalogue, encoding):
    rows = [
        ["stt", "tên doanh nghiệp", "mã số thuế", "xã, phường", "huyện"],
        [1, "Công ty tnhh cà phê Đắk Lắk", CODES[1], "xã Cư Né", "huyện krông búk"],
        [2, "Hợp tác xã nông nghiệp bình ưng", CODES[2], "xã Ea Ô", "huyện Ea Kar"],
        [3, "Doanh nghiệp tư nhân thuỷ hường", CODES[3], "xã Vụ Bổn", "huyện krông pắc"],
    ]
    found = read(
        [[_old_font(cell, encoding) if isinstance(cell, str) else cell for cell in row] for row in rows]
    )
    assert names(found) == [row[1] for row in rows[1:]]
    assert areas(found, catalogue) == ["Xã Krông Búk", "Xã Ea Ô", "Xã Vụ Bổn"]
    assert {warning.reason for warning in found.warnings} == {"legacy_encoding"}
    assert {warning.value for warning in found.warnings} == {encoding}


def test_a_text_file_in_an_old_font_is_read(tmp_path, catalogue):
    text = "STT;Tªn doanh nghiÖp;M· sè thuÕ;§Þa chØ\n1;C«ng ty TNHH Ph\u00adíc An;{};Th«n 3, x· Ea Kar\n"
    path = tmp_path / "a.csv"
    path.write_bytes(text.format(CODES[1]).encode("latin-1"))
    found = check_rows(read_list(path, catalogue, on=TODAY))
    assert found.columns["tax_code"] == "Mã số thuế"
    assert names(found) == ["Công ty TNHH Phước An"]


# Shape 21: one sheet a commune, and a summary.
def test_sheets_of_the_same_shape_are_read_together_and_others_named(tmp_path, catalogue):
    heading = ["STT", "Tên doanh nghiệp", "MST", "Điện thoại"]
    path = make_sheets(
        tmp_path / "a.xlsx",
        {
            "Tổng hợp": [["Xã", "Số DN"], ["Xã Ea Kar", 1], ["Xã Ea Ô", 1]],
            "Xã Ea Kar": [["DANH SÁCH DOANH NGHIỆP"], heading, company(1)],
            "Xã Ea Ô": [heading, company(2), company(1)],
        },
    )
    found = check_rows(read_list(path, catalogue, on=TODAY))
    assert areas(found, catalogue) == ["Xã Ea Kar", "Xã Ea Ô"]
    assert [(refusal.sheet, refusal.row, refusal.reason) for refusal in found.refusals] == [
        ("Xã Ea Ô", 3, "duplicate")
    ]
    assert ("other_sheet", "Tổng hợp") in [(item.reason, item.sheet) for item in found.skipped]


# Shape 22: no commune column; the address or the title names the area.
def test_the_area_is_found_in_the_address_or_else_in_the_title(read, catalogue):
    found = read(
        [
            ["DANH SÁCH DOANH NGHIỆP TRÊN ĐỊA BÀN XÃ EA KAR NĂM 2026"],
            ["STT", "Tên doanh nghiệp", "MST", "Địa chỉ trụ sở chính"],
            company(1, "Thôn 3, xã Cư Ni, huyện Ea Kar, tỉnh Đắk Lắk"),
            company(2, "Số 5 đường Trần Hưng Đạo"),
            company(3, "Tổ dân phố 2, phường Thành Nhất, tỉnh Đắk Lắk"),
        ]
    )
    assert areas(found, catalogue) == ["Xã Ea Kar", "Xã Ea Kar", "Phường Thành Nhất"]
    assert found.entries[0].fields["area_text"] == "xã Cư Ni"


# Shape 23: the commune written once for many rows, merged downwards or with ditto marks.
def test_merged_and_ditto_areas_reach_every_row(read):
    rows = [
        ["STT", "Tên DN", "MST", "Xã", "Huyện"],
        company(1, "Xã Ea Kar", "Ea Kar"),
        company(2, None, '"'),
        company(3, "nt", "nt"),
        company(4, "Xã Ea Ô", "-"),
    ]
    found = read(rows, merges=["D2:D3"])
    assert [entry.fields.get("area") for entry in found.entries] == ["W24373-2"] * 3 + ["W24403-2"]


# Shape 24: an .xls from an old program, with a spelling of its own.
def test_an_old_xls_list_is_read(tmp_path, catalogue):
    rows = [["Số TT", "TÊN DOANH NGHIỆP", "MÃ SỐ DN", "ĐVHC cấp xã"], company(1, "Thị trấn Buôn Trấp")]
    found = check_rows(read_list(make_xls(tmp_path / "a.xls", rows), catalogue, on=TODAY))
    assert areas(found, catalogue) == ["Xã Krông Ana"]


# Shape 25: a list of old, unknown and ambiguous communes.
def test_areas_that_cannot_be_found_are_warnings_with_candidates(read):
    found = read(
        [
            HEADING,
            company(1, "x", "Xã Hòa Phong"),
            company(2, "x", "Xã Bình Chánh", "Huyện Bình Chánh"),
            company(3, "x", "Xã Ea BHốk", "Cư Kuin"),
            company(4, "x", None, "Huyện Lắk"),
        ]
    )
    assert not found.refusals
    assert [(w.row, w.reason, len(w.candidates)) for w in found.warnings] == [
        (2, "area_ambiguous", 2),
        (3, "area_unknown", 0),
        (4, "area_split", 1),
        (5, "area_missing", 0),
    ]
    assert [entry.fields.get("area") for entry in found.entries] == ["", "", "W24561-2", None]
    assert found.entries[3].fields["district"] == "D656-1"


def test_a_persons_decision_on_an_area_is_used(read):
    decisions = {("xa hoa phong", ""): "W24478-2"}
    found = read([HEADING, company(1, "x", "Xã Hòa Phong")], decisions=decisions)
    assert found.entries[0].fields["area"] == "W24478-2"
    assert not found.warnings


# Shape 26: rows whose name is missing.
def test_a_row_without_a_name_is_refused(read):
    found = read([HEADING, [1, None, CODES[1], "Thôn 1"], [2, None, None, "Thôn 2", "Xã Ea Kar"]])
    assert reasons(found.refusals) == [(2, "name_missing"), (3, "name_missing")]


def test_a_second_telephone_below_a_merged_name_is_not_taken_for_a_sum(read):
    found = read(
        [
            ["Tên DN", "SĐT", "Vốn (tr.đ)"],
            ["Công ty A", "0914123456", 5],
            [None, "0914123457"],
            [None, None, 5],
        ]
    )
    assert reasons(found.refusals) == [(3, "name_missing")]
    assert (4, "total") in reasons(found.skipped)


def test_a_note_in_the_middle_does_not_end_a_list_without_numbers(read):
    found = read(
        [
            ["Tên doanh nghiệp", "Xã"],
            ["Công ty A", "Xã Ea Kar"],
            ["Ghi chú: kiểm tra lại"],
            ["Công ty B", "Xã Ea Kar"],
        ]
    )
    assert names(found) == ["Công ty A", "Công ty B"]


def test_a_heading_of_two_rows_that_repeats_on_each_page_is_passed_over(read):
    upper = ["STT", "Tên DN", "MST", "Địa chỉ", None]
    lower = [None, None, None, "Xã", "Huyện"]
    found = read([upper, lower, company(1), upper, lower, company(2), ["Trang 1/2"]])
    assert reasons(found.skipped)[2:] == [(4, "repeated_heading"), (5, "repeated_heading"), (7, "title")]
    assert len(found.entries) == 2


def test_the_district_of_the_title_tells_ambiguous_communes_apart(read, catalogue):
    found = read(
        [
            ["UBND HUYỆN KRÔNG BÔNG"],
            ["Tên DN", "MST", "Xã"],
            ["A", CODES[1], "Hòa Phong"],
            ["B", CODES[2], "Ea Kar"],
        ]
    )
    assert areas(found, catalogue) == ["Xã Cư Pui", "Xã Ea Kar"]
    assert not found.warnings


def test_a_tax_code_goes_before_the_number_of_a_registration_paper(read):
    found = read([["Tên hộ KD", "Số GCN ĐKKD", "Mã số thuế"], ["Hộ A", "40A8001234", CODES[1]]])
    assert found.entries[0].fields["tax_code"] == CODES[1]


def test_a_code_before_the_activity_is_the_industry(read):
    found = read([["Tên DN", "MST", "Ngành nghề chính"], ["A", CODES[1], "46321 - Bán buôn thịt"]])
    assert found.entries[0].fields["vsic5"] == "46321"


# Shape 27: English headings, and an enterprise's name in two languages.
def test_english_headings_are_known(read):
    found = read(
        [["No.", "Enterprise name", "Tax code", "Phone"], [1, "Dak Lak Coffee Ltd", CODES[1], "0262 3812345"]]
    )
    assert set(found.columns) == {"name", "tax_code", "phone"}


def test_a_foreign_name_does_not_take_the_place_of_the_name(read):
    found = read(
        [
            ["Tên doanh nghiệp viết bằng tiếng nước ngoài", "Tên doanh nghiệp", "MST"],
            ["ABC Ltd", "Công ty ABC", CODES[1]],
        ]
    )
    assert names(found) == ["Công ty ABC"]


# Shape 28: several tables, one below the other.
def test_tables_below_each_other_are_read_with_their_titles_passed_over(read):
    found = read(
        [
            ["DANH SÁCH 1"],
            HEADING,
            company(1, "x", "Xã Ea Kar"),
            [None, "Cộng"],
            [None, "Người lập"],
            [],
            ["DANH SÁCH 2"],
            HEADING,
            company(2, "x", "Xã Ea Kar"),
        ]
    )
    assert len(found.entries) == 2
    assert not found.refusals


# Shape 29: industries with and without their leading zero.
def test_industry_codes_keep_their_leading_zero_and_give_the_size(read):
    found = read(
        [
            ["Tên DN", "MST", "Mã ngành cấp 5", "Số LĐ", "Vốn điều lệ (triệu đồng)"],
            ["A", CODES[1], 1260, 60, 15_000],
            ["B", CODES[2], "46321", 60, 15_000],
            ["C", CODES[3], "46321", 5, 1_000],
            ["D", CODES[4], "G", None, None],
        ]
    )
    assert [entry.fields.get("vsic5") for entry in found.entries] == ["01260", "46321", "46321", None]
    assert [entry.fields.get("size") for entry in found.entries] == ["small", "medium", "micro", None]


def test_a_list_without_a_column_of_names_says_what_headings_it_saw(tmp_path, catalogue):
    path = make_workbook(tmp_path / "a.xlsx", [["BÁO CÁO"], ["STT", "Xã", "Số lượng"], [1, "Xã Ea Kar", 12]])
    with pytest.raises(NameColumnMissing) as caught:
        read_list(path, catalogue)
    assert caught.value.seen == ("STT", "Xã", "Số lượng")


def test_the_same_list_gives_the_same_ids_again(read):
    rows = [HEADING, company(1), [2, "Công ty Không Mã", None, "x", "Xã Ea Kar"]]
    assert [entry.id for entry in read(rows).entries] == [entry.id for entry in read(rows).entries]


def test_a_second_list_beside_the_first_is_not_passed_over_in_silence(read):
    beside = ["Tên doanh nghiệp", "MST", "Xã/phường", "", "Tên doanh nghiệp", "MST", "Xã/phường"]
    row = ["Cà phê A", CODES[1], "Xã Ea Kar", None, "Cà phê B", CODES[2], "Xã Ea Kar"]
    found = read([beside, row])
    assert names(found) == ["Cà phê A"]
    assert [(each.row, each.reason) for each in found.warnings] == [(1, "second_list")]

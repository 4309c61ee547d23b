"""Lists put together at random from the habits of offices; what was put in must come out."""

from __future__ import annotations

import csv
import random
from collections import Counter
from datetime import date

import pytest

from digiplan_desktop.register.areas import Catalogue
from digiplan_desktop.register.headings import SYNONYMS
from digiplan_desktop.register.listing import read_list
from tests.helpers.workbooks import make_workbook, make_xls, tax_code

ON = date(2026, 6, 14)
CATALOGUE = Catalogue.load()
FORMS = [
    "Công ty TNHH",
    "CÔNG TY CỔ PHẦN",
    "DNTN",
    "Hợp tác xã",
    "Cty TNHH MTV",
    "Tổng công ty",
    "Chi nhánh Công ty",
]
WORDS = [
    "Cà phê",
    "Hoàng Anh",
    "Ea Kar",
    "Tây Nguyên",
    "Phước An",
    "Xăng dầu",
    "Cộng Lực",
    "Tổng Hợp",
    "Đại Diện Mới",
]
SIGNATURES = [
    [None, None, None, "Đắk Lắk, ngày 14 tháng 6 năm 2026"],
    [None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"],
    [None, "(Ký, họ tên)", None, "(Ký, đóng dấu)"],
    [],
    [None, "Nguyễn Thị Hoa", None, "Y Thông Niê"],
]


def _synonyms(field: str) -> list[str]:
    with SYNONYMS.open(encoding="utf-8", newline="") as file:
        return [
            text
            for row in csv.DictReader(file)
            if row["field"] == field
            for text in row["headers"].split("|")
        ]


class OfficeList:
    """One random list: its rows, and the codes and communes that must be read from it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._communes = CATALOGUE.communes(
            self._random.choice([date(2023, 6, 1), date(2025, 1, 1), ON]), "old"
        )
        self.fields = [
            "seq",
            "name",
            "tax_code",
            *self._random.sample(["phone", "capital", "reg_date", "legal_rep"], 3),
        ]
        self.with_district = self._communes[0].parent.startswith("D")
        self.fields += ["area_text", "district_text"] if self.with_district else ["area_text"]
        tail = self.fields[1:]
        self._random.shuffle(tail)
        self.fields = ["seq", *tail]
        self.expected: dict[str, str] = {}
        self.rows = [*self._title(), self._heading(), *self._body(), *self._end()]

    def _title(self) -> list[list[object]]:
        titles: list[list[object]] = [
            ["UBND TỈNH ĐẮK LẮK"],
            [None, "DANH SÁCH DOANH NGHIỆP"],
            [],
            ["(Kèm theo CV số 5)"],
        ]
        return titles[: self._random.randint(0, 4)]

    def _heading(self) -> list[object]:
        change = self._random.choice([str, str.upper, str.lower, lambda text: text.replace(" ", "\n", 1)])
        return [change(self._random.choice(_synonyms(field))) for field in self.fields]

    def _body(self) -> list[list[object]]:
        rows: list[list[object]] = []
        if self._random.random() < 0.5:
            rows.append([f"({index})" for index in range(1, len(self.fields) + 1)])
        for number in range(1, self._random.randint(5, 40)):
            rows.append(self._enterprise(number))
            rows += self._between(rows)
        return rows

    def _enterprise(self, number: int) -> list[object]:
        code = tax_code(self._random.randint(1, 3_999_999), self._random.choice(["60", "60", "44", "03"]))
        unit = self._random.choice(self._communes)
        self.expected[code] = CATALOGUE.current(unit.uid)
        district = CATALOGUE.unit(unit.parent).name if self.with_district else ""
        values = {
            "seq": number,
            "name": f"{self._random.choice(FORMS)} {self._random.choice(WORDS)} {number}",
            "tax_code": self._random.choice([code, int(code), f"'{code}", f"{code[:4]} {code[4:]}"]),
            "area_text": self._random.choice(
                [unit.name, unit.name.upper(), unit.name.replace("'", "\u2019")]
            ),
            "district_text": self._random.choice([district, district.upper()]),
            "phone": "0914123456",
            "capital": self._random.choice([1_500_000_000, "2.000.000.000"]),
            "reg_date": self._random.choice(["03/05/2020", "3.5.20", 43954]),
            "legal_rep": "Nguyễn Văn A",
        }
        return [values[field] for field in self.fields]

    def _between(self, rows: list[list[object]]) -> list[list[object]]:
        kind = self._random.random()
        if kind < 0.05:
            return [[]]
        if kind < 0.1:
            return [[None, "Cộng trang"]]
        if kind < 0.14:
            return [self._heading_again()]
        return []

    def _heading_again(self) -> list[object]:
        return ["\x00heading"]

    def _end(self) -> list[list[object]]:
        rows: list[list[object]] = []
        if self._random.random() < 0.7:
            rows.append([None, self._random.choice(["Tổng cộng", "TỔNG CỘNG: ", "Tổng số"]), None, 9])
        return rows + (SIGNATURES if self._random.random() < 0.7 else [])

    def finished(self) -> list[list[object]]:
        """Give the rows, with the list's own heading where it repeats on a page."""
        heading = next(row for row in self.rows if len(row) == len(self.fields) and isinstance(row[0], str))
        return [heading if row == ["\x00heading"] else row for row in self.rows]


@pytest.mark.parametrize("seed", range(30))
def test_a_random_office_list_gives_back_what_was_put_in(tmp_path, seed):
    made = OfficeList(seed)
    write = make_xls if seed % 3 == 0 else make_workbook
    found = read_list(write(tmp_path / "ds.xlsx", made.finished()), CATALOGUE, on=ON)
    assert found.refusals == ()
    areas = {str(entry.fields["tax_code"]): entry.fields["area"] for entry in found.entries}
    doubtful = {warning.row for warning in found.warnings if warning.reason == "area_ambiguous"}
    certain = {entry.fields["tax_code"] for entry in found.entries if entry.row not in doubtful}
    assert areas.keys() == made.expected.keys()
    assert {code: areas[code] for code in certain} == {code: made.expected[code] for code in certain}
    assert not (made.with_district and doubtful)
    rows = Counter(item.row for item in (*found.entries, *found.skipped))
    assert sorted(rows.elements()) == list(range(1, found.rows + 1))

"""The cells of Biểu 01: sums, shares, signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digiplan_desktop.returns.content import Measure
from digiplan_desktop.returns.table import build_table, children_of, column_letter, roman_numeral
from tests.helpers.returns import NAMES, invented_return

DATA = invented_return()


def line_of(table, name):
    return next(line for line in table.lines if line.row.name == name)


def with_row(data, name, **changes):
    """Give the return with one row changed, its parents left as they were."""
    return replace(
        data, rows=tuple(replace(row, **changes) if row.name == name else row for row in data.rows)
    )


def test_districts_are_numbered_in_roman_and_communes_within_their_district():
    numbers = [line.number for line in build_table(DATA, 12).lines]
    assert numbers == ["", "I", "1", "2", "3", "4", "II", "1", "2", "3", "III", "1", "2", "3"]


def test_a_return_of_one_district_numbers_its_communes_in_arabic():
    rows = tuple(replace(row, level=row.level - 1) for row in DATA.rows[1:6])
    assert [line.number for line in build_table(replace(DATA, rows=rows), 12).lines] == [
        "",
        "1",
        "2",
        "3",
        "4",
    ]


@pytest.mark.parametrize(
    ("number", "roman"), [(1, "I"), (4, "IV"), (9, "IX"), (15, "XV"), (24, "XXIV"), (38, "XXXVIII")]
)
def test_roman_numerals(number, roman):
    assert roman_numeral(number) == roman


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_column_letters(index, letters):
    assert column_letter(index) == letters


def test_children_are_the_rows_one_level_down_until_the_next_row_of_the_same_level():
    assert children_of(DATA.rows, 0) == (1, 6, 10)
    assert children_of(DATA.rows, 6) == (7, 8, 9)
    assert children_of(DATA.rows, 3) == ()


def test_a_district_is_the_sum_of_its_communes_and_says_so_in_a_formula():
    table = build_table(DATA, 12)
    line = line_of(table, "Huyện Cư M'gar")
    communes = [row.listed for row in DATA.rows[7:10]]
    assert line.cells["listed"].value == sum(communes)
    assert line.cells["listed"].formula == "=SUM(C20:C22)"
    assert "SUM(H20:H22)" in line.cells["T1.positive"].formula


def test_the_province_is_the_sum_of_its_districts_not_of_all_rows():
    table = build_table(DATA, 12)
    assert table.lines[0].cells["listed"].formula == "=SUM(C14,C19,C23)"
    assert table.lines[0].cells["listed"].value == sum(row.listed for row in DATA.rows if row.level == 2)


def test_a_share_is_weighted_and_divides_by_the_operating_enterprises_or_by_its_own_denominator():
    table = build_table(DATA, 12)
    line = line_of(table, "Xã Hòa Phú")
    row = line.row
    assert line.cells["T1.share"].value == row.measures["T1"].weighted_positive / row.weighted_active
    own = row.measures["T3a"]
    assert line.cells["T3a.share"].value == own.weighted_positive / own.weighted_eligible
    assert "T1.weighted_eligible" not in line.cells


def test_a_commune_not_yet_reached_shows_dots_and_its_district_still_sums():
    data = invented_return(empty=("Xã Nam Ka",))
    table = build_table(data, 12)
    line = line_of(table, "Xã Nam Ka")
    assert line.cells["listed"].value > 0
    assert line.cells["surveyed"].value == 0
    for key in ("active", "weighted_active", "T1.positive", "T1.share", "T1.low", "T3a.weighted_eligible"):
        assert line.cells[key].value == "…"
    assert line.cells["T1.flag"].value == ""
    assert line_of(table, "Huyện Lắk").cells["active"].value == sum(row.active for row in data.rows[11:13])


def test_a_district_of_which_no_commune_is_reached_shows_dots_itself():
    table = build_table(invented_return(empty=NAMES["Huyện Lắk"]), 12)
    district = line_of(table, "Huyện Lắk")
    assert district.cells["active"].value == "…"
    assert district.cells["T1.share"].value == "…"
    assert table.lines[0].cells["active"].value > 0


def test_a_unit_without_any_enterprise_shows_dashes():
    none = {key: Measure(0, 0, 0.0, 0.0) for key in ("T1", "T2", "T3a")}
    data = with_row(DATA, "Xã Nam Ka", listed=0, surveyed=0, active=0, weighted_active=0.0, measures=none)
    line = line_of(build_table(data, 12), "Xã Nam Ka")
    assert line.cells["coverage"].value == "-"
    assert line.cells["T1.share"].value == "-"
    assert line.cells["T1.low"].value == "-"
    assert line.cells["active"].value == 0


def test_an_interval_that_is_not_computed_shows_x():
    table = build_table(DATA, 12)
    assert line_of(table, "Xã Hòa Phú").cells["T1.low"].value == "x"
    assert line_of(table, "Huyện Lắk").cells["T1.low"].value == DATA.rows[10].measures["T1"].low


def test_a_regime_without_estimates_shows_x_and_keeps_the_counts():
    bare = tuple(
        replace(
            row,
            weighted_active=None,
            measures={
                key: replace(measure, weighted_positive=None, weighted_eligible=None)
                for key, measure in row.measures.items()
            },
        )
        for row in DATA.rows
    )
    first = build_table(replace(DATA, rows=bare), 12).lines[0]
    assert first.cells["T1.positive"].value == DATA.rows[0].measures["T1"].positive
    for key in ("weighted_active", "T1.weighted_positive", "T1.share", "T3a.weighted_eligible", "T3a.share"):
        assert (first.cells[key].value, first.cells[key].formula) == ("x", "")


def test_a_share_flagged_u_is_bracketed():
    rows = DATA.rows
    flagged = replace(rows[2].measures["T1"], flag="ue")
    data = with_row(DATA, rows[2].name, measures={**rows[2].measures, "T1": flagged})
    line = build_table(data, 12).lines[2]
    assert line.cells["T1.share"].bracketed
    assert line.cells["T1.flag"].value == "ue"
    assert not build_table(DATA, 12).lines[0].cells["T1.share"].bracketed

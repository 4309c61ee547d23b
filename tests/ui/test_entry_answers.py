"""What a keyer types against what is stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digiplan_desktop.ui.entry_answers import (
    edit_number,
    read_date,
    read_moment,
    read_number,
    read_text,
    read_time,
    show_date,
    show_moment,
    show_number,
    show_time,
)


@pytest.mark.parametrize(
    ("typed", "language", "stored"),
    [
        ("1234,5", "vi", "1234.5"),
        ("1.234,5", "vi", "1234.5"),
        ("1.234", "vi", "1234"),
        ("1.5", "vi", "1.5"),
        ("12.50", "vi", "12.50"),
        ("1.234.567", "vi", "1234567"),
        ("1,234.5", "en", "1234.5"),
        ("1,234", "en", "1234"),
        ("1 234,5", "vi", "1234.5"),
        ("007", "vi", "7"),
        ("-3", "vi", "-3"),
        ("0,0", "vi", "0.0"),
        ("12o", "vi", "12o"),
        ("1.23.4", "vi", "1.23.4"),
        ("1,2,3", "vi", "1,2,3"),
        ("", "vi", ""),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(typed: str, language: str, stored: str) -> None:
    assert read_number(typed, language) == stored


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_number_that_is_shown_or_edited_reads_as_itself(language: str, number: object) -> None:
    stored = read_number(str(number), "en")
    assert read_number(edit_number(stored, language), language) == stored
    assert float(read_number(show_number(stored, language), language)) == float(stored)


def test_text_is_kept_in_normal_form_without_what_cannot_be_seen() -> None:
    assert read_text(" Cà phê\u200b\u00a0Ea\u0007 Kar ") == "Cà phê Ea Kar"
    assert read_text("một\nhai") == "một\nhai"


def test_a_number_is_shown_with_marks_and_edited_without() -> None:
    assert show_number("1234567.5", "vi") == "1.234.567,5"
    assert edit_number("1234567.5", "vi") == "1234567,5"
    assert show_number("12o", "vi") == "12o"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("02032019", "2019-03-02"),
        ("2/3/2019", "2019-03-02"),
        ("02-03-2019", "2019-03-02"),
        ("2.3.19", "2019-03-02"),
        ("020399", "1999-03-02"),
        ("2019-03-02", "2019-03-02"),
        ("31022019", "31022019"),
        ("hôm nay", "hôm nay"),
        ("", ""),
    ],
)
def test_a_day_is_read_in_the_order_of_day_month_year(typed: str, stored: str) -> None:
    assert read_date(typed) == stored


def test_days_and_times_are_shown_as_people_write_them() -> None:
    assert show_date("2019-03-02") == "02/03/2019"
    assert show_date("hôm nay") == "hôm nay"
    assert show_time(read_time("8h30")) == "08:30"
    assert read_time("2561") == "2561"
    assert show_moment(read_moment("02032019 0830")) == "02/03/2019 08:30"
    assert read_moment("02032019") == "02032019"

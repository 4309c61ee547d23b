"""Vietnamese text: folding, order, numbers and dates."""

from __future__ import annotations

import csv
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from digiplan_desktop.paths import AREAS
from digiplan_desktop.text import fold, format_date, format_number, normalise, sort_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đắk Lắk", "dak lak"),
        ("ĐĂK  LĂK", "dak lak"),
        (unicodedata.normalize("NFD", "Phường Thắng Lợi"), "phuong thang loi"),
        ("Cư M'gar", "cu mgar"),
        ("Cư M’gar", "cu mgar"),
        ("Ea Ƀôk", "ea bok"),
        ("Công ty TNHH (MTV) A&B-Q", "cong ty tnhh mtv a b q"),
    ],
)
def test_a_searcher_who_types_no_marks_finds_the_name(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(some.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(some.text(max_size=40))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_names_stand_in_the_order_of_a_vietnamese_dictionary() -> None:
    ordered = [
        "An",
        "Ăn",
        "Ân",
        "Da",
        "Đa",
        "Em",
        "Êm",
        "La",
        "Là",
        "Lả",
        "Lã",
        "Lá",
        "Lạ",
        "Lan",
        "On",
        "Ôn",
        "Ơn",
    ]
    assert sorted(ordered, key=sort_key) == ordered


def test_tones_decide_only_between_words_of_the_same_letters() -> None:
    assert sorted(["Bình Minh", "Bình An", "Binh Yên"], key=sort_key) == ["Bình An", "Bình Minh", "Binh Yên"]


def test_the_catalogue_holds_no_two_communes_of_today_with_one_sort_key() -> None:
    with (AREAS / "units.csv").open(encoding="utf-8") as file:
        today = [row["name_full"] for row in csv.DictReader(file) if row["valid_from"] == "2025-07-01"]
    assert len({sort_key(name) for name in today}) == len(today)


def test_blanks_and_marks_are_brought_to_one_form() -> None:
    assert normalise("  Ea \u00a0 Kar\n" + unicodedata.normalize("NFD", "đường ")) == "Ea Kar đường"


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (0.125, 2, "0,13", "0.13"),
        (2.5, 0, "3", "3"),
        (-1_000_000, 0, "-1.000.000", "-1,000,000"),
    ],
)
def test_numbers_are_written_as_readers_of_the_language_write_them(
    value: float, decimals: int, vietnamese: str, english: str
) -> None:
    assert format_number(value, decimals, "vi") == vietnamese
    assert format_number(value, decimals, "en") == english


def test_days_are_written_as_readers_of_the_language_write_them() -> None:
    assert format_date(date(2026, 6, 4), "vi") == "04/06/2026"
    assert format_date(date(2026, 6, 4), "en") == "4 Jun 2026"

"""One way to write each answer, however it is typed."""

from __future__ import annotations

import pytest

from digiplan_desktop.forms.canonical import canonical_answer, canonical_result, has_control_characters
from digiplan_desktop.forms.xpath.values import parse_moment


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("integer", "007", "7"),
        ("integer", "-03", "-3"),
        ("integer", "+5", "5"),
        ("integer", "1 234 567", "1234567"),
        ("integer", "1.234.567", "1234567"),
        ("integer", "1.234", None),
        ("integer", "12,5", None),
        ("integer", "٣", None),
        ("integer", "1" * 40, None),
        ("decimal", "12,5", "12.5"),
        ("decimal", "12.50", "12.5"),
        ("decimal", ",5", "0.5"),
        ("decimal", "0", "0"),
        ("decimal", "-0,0", "0"),
        ("decimal", "000", "0"),
        ("decimal", "1.234", "1.234"),
        ("decimal", "1.234.567", "1234567"),
        ("decimal", "1.234,5", "1234.5"),
        ("decimal", "1,234,567", None),
        ("decimal", ".", None),
        ("decimal", "1e5", None),
        ("date", "1/2/2026", "2026-02-01"),
        ("date", "1-2-26", "2026-02-01"),
        ("date", "01.02.1975", "1975-02-01"),
        ("date", "5/6/75", "1975-06-05"),
        ("date", "2026-2-1", "2026-02-01"),
        ("date", "29/2/2025", None),
        ("date", "1/13/2026", None),
        ("time", "8h30", "08:30:00"),
        ("time", "23:59:07", "23:59:07"),
        ("time", "24:00", None),
        ("dateTime", "2026-02-01T08:00:00.000+07:00", "2026-02-01T08:00:00.000+07:00"),
        ("dateTime", "hôm qua", None),
        ("geopoint", "12,68; 108,05", "12.68 108.05 0.0 0.0"),
        ("geopoint", "12.68, 108.05", "12.68 108.05 0.0 0.0"),
        ("geopoint", "12.68,108.05", "12.68 108.05 0.0 0.0"),
        ("geopoint", "12.68", None),
        ("geopoint", "12.68 108.05", "12.68 108.05 0.0 0.0"),
        ("geopoint", "95 10", None),
        ("select_multiple", " b a  b ", "b a"),
        ("text", "  Ea H'leo ", "Ea H'leo"),
        ("text", "Đa\u0306\u0301k", "Đắk"),
    ],
)
def test_a_typed_answer_has_one_stored_form_or_none(kind: str, typed: str, stored: str | None):
    assert canonical_answer(kind, typed) == stored


@pytest.mark.parametrize(
    "kind", ["integer", "decimal", "date", "time", "geopoint", "select_multiple", "text"]
)
def test_nothing_stays_nothing(kind: str):
    assert canonical_answer(kind, "  ") == ""


@pytest.mark.parametrize(
    ("kind", "stored"), [("integer", "7"), ("decimal", "12.5"), ("date", "2026-02-01"), ("time", "08:30:00")]
)
def test_what_is_stored_is_its_own_stored_form(kind: str, stored: str):
    assert canonical_answer(kind, stored) == stored


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        ("string", float("nan"), ""),
        ("string", 3.0, "3"),
        ("integer", 2.9, "2"),
        ("integer", "2.9", "2"),
        ("decimal", 0.1, "0.1"),
        ("string", True, "true"),
        ("date", parse_moment("2026-02-01T08:00:00+07:00", None), "2026-02-01"),
    ],
)
def test_what_an_expression_gives_is_stored_in_the_type_of_its_node(kind: str, value: object, stored: str):
    assert canonical_result(kind, value) == stored


@pytest.mark.parametrize(
    ("text", "found"), [("a\tb\nc", False), ("a\x00", True), ("\x1b[31m", True), ("ừ", False)]
)
def test_control_characters_are_noticed(text: str, found: bool):
    assert has_control_characters(text) is found

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digiplan_desktop.register.identifiers import (
    enterprise_id,
    has_valid_check_digit,
    read_phone,
    read_tax_code,
)
from tests.helpers.workbooks import tax_code


def test_the_record_id_comes_from_the_code_or_else_from_name_and_area():
    assert enterprise_id("6000123454", "A", "x") == enterprise_id("6000123454", "B", "y")
    assert enterprise_id("", "Công ty Đắk Lắk", "Xã Ea Kar") == enterprise_id(
        "", "CONG TY  DAK LAK", "xa ea kar"
    )
    assert enterprise_id("", "A", "x") != enterprise_id("", "A", "y")


def test_record_ids_never_change_between_versions():
    assert enterprise_id("6000123454", "", "") == "b567ec40-f096-5216-b7e5-78f33d209c23"
    assert enterprise_id("", "Công ty Đắk Lắk", "Xã Ea Kar") == "2a654090-cd44-541c-a25a-7db8e032e8a3"


@given(st.integers(0, 9_999_999), st.sampled_from(["01", "03", "44", "60"]))
def test_a_valid_code_survives_the_loss_of_its_zero_in_a_number(number, province):
    code = tax_code(number % 4_000_000, province)
    assert has_valid_check_digit(code)
    assert read_tax_code(float(code)).text == code


@given(st.integers(0, 3_999_999), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_never_passes_unseen(number, place, change):
    code = tax_code(number)
    wrong = code[:place] + str((int(code[place]) + change) % 10) + code[place + 1 :]
    assert read_tax_code(wrong).problem == "tax_code_check_digit"


@given(st.text(max_size=30))
def test_any_text_gives_a_code_or_a_reason(text):
    code = read_tax_code(text)
    assert not code.text or code.text.replace("-", "").isdigit()


@pytest.mark.parametrize(
    ("cell", "text", "problem"),
    [
        (914123456.0, "0914123456", ""),
        (2623812345, "02623812345", ""),
        ("0914.123.456", "0914.123.456", ""),
        ("+84 914 123 456", "+84 914 123 456", ""),
        ("02623812345; 0914123456", "02623812345; 0914123456", ""),
        ("01234567890", "01234567890", "phone_doubtful"),
        ("gọi bảo vệ", "gọi bảo vệ", "phone_doubtful"),
    ],
)
def test_telephones_stay_as_typed_but_for_a_lost_zero(cell, text, problem):
    phone = read_phone(cell)
    assert (phone.text, phone.problem) == (text, problem)

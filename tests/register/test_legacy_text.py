from __future__ import annotations

import csv

import pytest

from digiplan_desktop.register.legacy_text import TABLE, convert, detect_encoding


def test_the_province_is_read_in_both_old_encodings():
    assert convert("§¾k L¾k", "tcvn3") == "Đắk Lắk"
    assert convert("Ñaék Laék", "vni") == "Đắk Lắk"


def test_the_invisible_letter_of_tcvn3_is_kept():
    assert convert("C\u00ad Kuin", "tcvn3") == "Cư Kuin"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_every_small_letter_of_the_table_converts(encoding):
    column = {"tcvn3": "tcvn3_abc_as_latin1_codepoints", "vni": "vni_windows_as_cp1252_codepoints"}[encoding]
    with TABLE.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["unicode_nfc"].islower()]
    assert len(rows) == 67
    for row in rows:
        written = "".join(chr(int(point[2:], 16)) for point in row[column].split())
        assert convert(written, encoding) == row["unicode_nfc"]


def test_unicode_text_is_never_taken_for_an_old_font():
    names = [
        "Công ty TNHH Đắk Lắk",
        "Hoà Bình",
        "Cà phê",
        "Công ty à la carte",
        "Xã Ea Ô",
        "Hòa Phú",
        "Quý Tý",
    ]
    assert detect_encoding(names) == ""
    assert detect_encoding(["Hoà Phú", "Cà phê", "Quý Tý", "Công ty Hoàng Hà"]) == ""


def test_plain_letters_tell_nothing():
    assert detect_encoding(["Cong ty", "12"]) == ""

"""Fonts, widths and line breaks."""

from __future__ import annotations

import unicodedata

import pytest
from matplotlib.font_manager import get_font

from digiplan_desktop.charts import lettering
from digiplan_desktop.charts.lettering import DETAIL, FIGURE, NAME, TITLE, font_of, shrink, width_of, wrap
from digiplan_desktop.charts.theme import GLYPHS
from digiplan_desktop.paths import FONTS

VOWELS = "aăâeêioôơuưy"
VIETNAMESE = {
    unicodedata.normalize("NFC", case + tone)
    for letter in VOWELS
    for case in (letter, letter.upper())
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
} | {"đ", "Đ"}


@pytest.mark.parametrize("style", [TITLE, NAME, DETAIL, FIGURE], ids=lambda style: style.font)
def test_every_font_holds_all_134_vietnamese_letters_and_the_signs(style):
    assert len(VIETNAMESE) == 146
    letters = get_font(font_of(style).get_file()).get_charmap()
    assert [char for char in {*VIETNAMESE, *"≥≤–…“”%×·"} if ord(char) not in letters] == []


def test_the_text_font_holds_the_status_glyphs():
    letters = get_font(font_of(NAME).get_file()).get_charmap()
    assert [glyph for glyph in GLYPHS.values() if ord(glyph) not in letters] == []


def test_a_title_with_letters_of_rade_names_is_set_in_a_font_that_has_them():
    plain, rade = font_of(TITLE, "Buôn Ma Thuột"), font_of(TITLE, "Buôn Ƀŏng Ĕa")
    assert "BeVietnamPro" in plain.get_file()
    letters = get_font(rade.get_file()).get_charmap()
    assert all(ord(char) in letters for char in "Ƀŏĕ")


def test_lines_stand_far_enough_apart_for_stacked_marks():
    styles = [value for value in vars(lettering).values() if isinstance(value, lettering.Style)]
    assert len(styles) > 10
    assert all(style.leading >= 1.34 * style.size for style in styles)


def test_the_fonts_are_shipped_with_their_licences():
    for licence in ("LICENCE-SourceSans3.txt", "LICENCE-BeVietnamPro.txt"):
        assert "SIL Open Font License" in (FONTS / licence).read_text(encoding="utf-8")


def test_no_line_is_wider_than_asked():
    text = "Thanh toán không dùng tiền mặt trong giao dịch tài chính, mua sắm của cơ quan Đảng, Nhà nước"
    for width in (60, 120, 200, 333):
        lines = wrap(text, NAME, width)
        assert max(width_of(line, NAME) for line in lines) <= width
        assert " ".join(lines) == text


def test_a_dash_does_not_begin_a_line():
    for width in range(60, 260, 5):
        lines = wrap("tổ chức chính trị - xã hội, đơn vị sự nghiệp", NAME, width)
        assert not any(line.startswith("-") for line in lines)


def test_a_word_longer_than_the_line_is_cut():
    lines = wrap("a" * 60, DETAIL, 50)
    assert len(lines) > 1
    assert "".join(lines) == "a" * 60
    assert max(width_of(line, DETAIL) for line in lines) <= 50


def test_a_sign_stays_with_its_number():
    text = "Mới phủ 41% danh sách, cần ≥ 60%"
    for width in range(60, 160, 5):
        assert not any(line.endswith("≥") for line in wrap(text, DETAIL, width))


def test_the_last_line_does_not_hang_alone_when_the_lines_above_can_share():
    lines = wrap(
        "Thành lập mới doanh nghiệp công nghệ số",
        NAME,
        width_of("Thành lập mới doanh nghiệp công nghệ", NAME),
    )
    assert len(lines) == 2
    assert lines[1] != "số"


def test_an_empty_text_has_no_line():
    assert wrap("", NAME, 100) == []


def test_a_number_too_wide_is_set_smaller_and_then_fits():
    style = shrink("12.075 doanh nghiệp", FIGURE, 120)
    assert style.size < FIGURE.size
    assert width_of("12.075 doanh nghiệp", style) <= 120
    assert shrink("9", FIGURE, 120) == FIGURE

"""The look: colours that can be read, fonts with every letter of the province."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from digiplan_desktop import paths
from digiplan_desktop.ui.theme import DARK, LIGHT, apply_theme, current_colours, palette, scaled

LETTERS = "ăâđêôơưĂÂĐÊÔƠƯắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵĕŏŭƀĬ"


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["surface", "sunken", "tint"])
@pytest.mark.parametrize("role", ["text", "secondary", "accent", "danger", "warning", "good"])
def test_words_can_be_read_on_every_ground(colours, ground: str, role: str):
    values = asdict(colours)

    assert contrast(values[role], values[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_the_accent_can_be_read(colours):
    assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_the_palette_holds_the_roles(qapp):
    made = palette(DARK)

    assert made.color(QPalette.ColorRole.Window) == QColor(DARK.sunken)
    assert made.color(QPalette.ColorRole.Base) == QColor(DARK.surface)
    assert made.color(QPalette.ColorRole.Highlight) == QColor(DARK.accent)


def test_the_theme_that_was_applied_is_the_current_one(qapp: QApplication):
    apply_theme(qapp, "dark", 130)
    assert current_colours() == DARK
    assert scaled(100) == 130

    apply_theme(qapp, "light")
    assert current_colours() == LIGHT
    assert scaled(100) == 100


def test_the_shipped_fonts_are_loaded(qapp: QApplication):
    apply_theme(qapp, "light")

    assert {"Source Sans 3", "Be Vietnam Pro"} <= set(QFontDatabase.families())


def test_the_font_of_text_has_the_letters_of_vietnamese_and_rade(qapp):
    font = QRawFont(str(paths.FONTS / "SourceSans3-Regular.ttf"), 14)

    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []

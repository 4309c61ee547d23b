"""Small parts: they take their colour from the theme, and lines never touch."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digiplan_desktop.ui.theme import LIGHT
from digiplan_desktop.ui.widgets import Paragraph, button, label, set_tone
from tests.helpers.pages import speak


def test_a_label_takes_the_colour_of_its_tone_while_it_is_shown(qtbot):
    speak()
    shown = label("Đã lưu")
    qtbot.addWidget(shown)
    shown.show()
    assert shown.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)

    set_tone(shown, "danger")

    assert shown.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.danger)


def test_a_paragraph_is_as_high_as_its_lines_need(qtbot):
    speak()
    page = QWidget()
    qtbot.addWidget(page)
    words = Paragraph("Được ướm thử những dấu chồng: ế ộ ỡ ẵ. " * 8)
    QVBoxLayout(page).addWidget(words)
    page.resize(300, 600)
    page.show()
    narrow = words.heightForWidth(280)

    assert narrow > words.heightForWidth(560)
    assert words.height() >= narrow


def test_a_paragraph_shows_signs_of_markup_as_they_are(qtbot):
    words = Paragraph("a < b & <b>c</b>")
    qtbot.addWidget(words)

    assert "&lt;b&gt;c&lt;/b&gt;" in words.text()
    assert words.accessibleName() == "a < b & <b>c</b>"


def test_a_button_with_an_icon_keeps_its_word_for_a_screen_reader(qtbot):
    speak()
    made = button("Nhập danh sách", "upload")
    qtbot.addWidget(made)

    assert made.accessibleName() == "Nhập danh sách"
    assert not made.icon().isNull()

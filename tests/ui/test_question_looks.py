"""Colours that say something: they follow the state, in the window's own roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digiplan_desktop.ui.entry_header import EntryHeader
from digiplan_desktop.ui.theme import apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_left_is_told_in_the_colour_of_its_weight(
    qapp: QApplication, qtbot: QtBot, theme: str
) -> None:
    colours = apply_theme(qapp, theme)
    header = EntryHeader()
    qtbot.addWidget(header)
    header.show()
    for left, colour in (
        ((3, 0, 0), colours.text),
        ((3, 1, 0), colours.danger),
        ((0, 0, 1), colours.warning),
        ((0, 0, 0), colours.good),
        ((3, 1, 0), colours.danger),
    ):
        header.show_left(*left)
        assert header.missing.palette().windowText().color().name().upper() == colour

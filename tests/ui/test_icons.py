"""Icons take the colour of the theme, and every icon that the code names is shipped."""

from __future__ import annotations

import re

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from digiplan_desktop import paths
from digiplan_desktop.ui.icons import pixmap, redraw_icons, set_icon
from tests.helpers.pages import speak
from tests.helpers.sources import PACKAGE

_NAMED = re.compile(r'(?:set_icon\([^,]+, |icon\(|button\([^\n]*, |TodoCard\([^\n]*, )"([a-z][a-z0-9-]+)"')

# Words in the same place that are roles of the style sheet.
ROLES = {"primary", "quiet", "chip", "status", "link", "segment"}


def _colours(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp):
    assert _colours(pixmap("target", "#00664F", 20, 2).toImage()) == {"#00664f"}


def test_icons_follow_the_theme(qtbot):
    speak(theme="light")
    parent = QWidget()
    qtbot.addWidget(parent)
    button = QPushButton(parent)
    set_icon(button, "target")
    light = button.icon().pixmap(20).toImage()

    speak(theme="dark")
    redraw_icons(parent)

    assert button.icon().pixmap(20).toImage() != light
    speak()


def test_every_icon_that_is_named_is_shipped():
    sources = [file.read_text("utf-8") for file in (PACKAGE / "ui").glob("*.py")]
    named = {name for source in sources for name in _NAMED.findall(source)} - ROLES

    assert len(named) > 10
    assert sorted(name for name in named if not (paths.ICONS / f"{name}.svg").is_file()) == []


def test_every_shipped_icon_is_used():
    sources = "".join(file.read_text("utf-8") for file in (PACKAGE / "ui").glob("*.py"))

    assert sorted(file.stem for file in paths.ICONS.glob("*.svg") if f'"{file.stem}' not in sources) == []

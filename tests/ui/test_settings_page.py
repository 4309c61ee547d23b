"""Settings take effect at once and are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from digiplan_desktop.actions.office import read_office
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.licences_dialog import LicencesDialog, licence_files
from digiplan_desktop.ui.preferences import Preferences
from digiplan_desktop.ui.settings_page import SettingsPage
from digiplan_desktop.ui.theme import DARK, current_colours, current_scale
from tests.helpers.messages import Told
from tests.helpers.pages import context_of, speak


@pytest.fixture
def page(qtbot, workspace: Workspace, tmp_path: Path):
    speak("vi")
    page = SettingsPage(context_of(workspace, tmp_path))
    qtbot.addWidget(page)
    page.show()
    page.refresh_if_needed()
    yield page
    speak("vi")


def test_another_language_is_in_force_and_remembered(qtbot, page: SettingsPage, tmp_path: Path):
    with qtbot.waitSignal(page.context.language_changed):
        page.languages.buttons["en"].click()

    assert current_language() == "en"
    assert Preferences(tmp_path / "window.ini").language == "en"


def test_another_theme_is_in_force_and_remembered(qtbot, page: SettingsPage, tmp_path: Path):
    with qtbot.waitSignal(page.context.theme_changed):
        page.themes.buttons["dark"].click()

    assert current_colours() == DARK
    assert Preferences(tmp_path / "window.ini").theme == "dark"


def test_larger_text_is_in_force_and_remembered(qtbot, page: SettingsPage, tmp_path: Path):
    with qtbot.waitSignal(page.context.language_changed):
        page.scales.buttons["130"].click()

    assert current_scale() == 1.3
    assert Preferences(tmp_path / "window.ini").scale == 130


def test_the_office_is_kept_in_the_store(page: SettingsPage, workspace: Workspace):
    told = Told(page.context)
    page.office["name"].setText("UBND xã Ea Kar")
    page.office["signer_title"].setText("TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH")

    page.save_office.click()

    office = read_office(workspace)
    assert office.name == "UBND xã Ea Kar"
    assert office.signer_title == "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    assert told.changes[0].settings
    assert page.office["signer_title"].text() == "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"


def test_preferences_that_make_no_sense_are_left_aside(tmp_path: Path):
    file = tmp_path / "window.ini"
    file.write_text("[General]\nlanguage=xx\ntheme=pink\nscale=abc\n", encoding="utf-8")

    read = Preferences(file)

    assert (read.language, read.theme, read.scale) == ("vi", "light", 100)


def test_licences_of_fonts_and_icons_can_be_read(qtbot):
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    names = [file.name for file in licence_files()]

    dialog.names.setCurrentRow(names.index("LICENCE-Lucide.txt"))

    assert "ISC License" in dialog.text.toPlainText()
    assert "LICENCE-SourceSans3.txt" in names

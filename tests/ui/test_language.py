"""Both languages are complete at run time, and switching takes effect at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from digiplan_desktop.ui.language import current_language, install_language
from digiplan_desktop.ui.terms import status_word


@pytest.fixture(autouse=True)
def _vietnamese_afterwards(qapp):
    yield
    install_language(qapp, "vi")


def test_words_are_vietnamese_after_vietnamese_is_installed(qapp):
    assert install_language(qapp, "vi")

    assert status_word("on_track") == "Đúng lộ trình"
    assert current_language() == "vi"


def test_the_last_language_that_was_installed_counts(qapp):
    install_language(qapp, "vi")
    install_language(qapp, "en")

    assert status_word("on_track") == "On track"
    assert current_language() == "en"


@pytest.mark.parametrize(("count", "words"), [(1, "1 enterprise"), (2, "2 enterprises")])
def test_english_has_its_plurals(qapp, count: int, words: str):
    install_language(qapp, "en")

    assert QCoreApplication.translate("EnterprisesPage", "%n enterprise(s)", "", count) == words


def test_a_language_without_a_file_is_told(qapp):
    assert not install_language(qapp, "fr")


def test_the_dialogs_of_qt_speak_vietnamese_too(qapp):
    install_language(qapp, "vi")

    assert QCoreApplication.translate("QFileDialog", "Files of type:") == "Loại tệp:"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"

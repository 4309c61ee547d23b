"""Every page opens in both languages and both themes, without a warning of Qt, and shows something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from digiplan_desktop.actions.workspace import create_workspace, open_workspace
from digiplan_desktop.ui.main_window import MainWindow
from digiplan_desktop.ui.page import PAGE_NAMES, PageContext
from digiplan_desktop.ui.preferences import Preferences
from tests.helpers.pages import colours_in, demo_copy, speak, words_in
from tests.helpers.tasks import TasksNow

# Words that are English in Vietnamese offices too, and names.
_ALLOWED = re.compile(r"DigiPlan|English|Excel|Apache|Ctrl|Enter|Esc|VND|TNHH|%|F\d")
_ENGLISH = re.compile(r"\b(the|of|and|is|are|to|with|not|list|save|name|find|all)\b", re.IGNORECASE)


def _window(qtbot, folder: Path, settings: Path) -> MainWindow:
    window = MainWindow(PageContext(TasksNow(), Preferences(settings / "window.ini")))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_workspace(open_workspace(folder))
    return window


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_of_a_demo_opens(qtbot, tmp_path: Path, language: str, theme: str):
    speak(language, theme)
    window = _window(qtbot, demo_copy(tmp_path), tmp_path)

    for name in PAGE_NAMES:
        window.open_page(name)
        for _ in range(4):
            QApplication.processEvents()
        assert colours_in(window.grab().toImage()) > 8, name

    window.close()
    speak()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_of_an_empty_store_says_what_to_do(qtbot, tmp_path: Path, language: str):
    speak(language)
    create_workspace(tmp_path / "empty").close()
    window = _window(qtbot, tmp_path / "empty", tmp_path)

    for name in PAGE_NAMES:
        page = window.open_page(name)
        assert any(word.strip() for word in words_in(page)), name

    window.close()
    speak()


def test_no_english_is_left_in_the_vietnamese_window(qtbot, tmp_path: Path):
    speak("vi")
    window = _window(qtbot, demo_copy(tmp_path), tmp_path)
    found = set()

    for name in PAGE_NAMES:
        window.open_page(name)
        words = {word for word in words_in(window) if str(tmp_path) not in word}
        found |= {word for word in words if _ENGLISH.search(word) and not _ALLOWED.search(word)}

    window.close()
    assert found == set()


def test_every_control_has_a_name_for_a_screen_reader(qtbot, tmp_path: Path):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

    speak("vi")
    window = _window(qtbot, demo_copy(tmp_path), tmp_path)
    nameless = []

    for name in PAGE_NAMES:
        page = window.open_page(name)
        for kind in (QAbstractButton, QComboBox, QLineEdit, QTableView):
            for part in page.findChildren(kind):
                words = (
                    part.accessibleName()
                    or getattr(part, "text", str)()
                    or getattr(part, "placeholderText", str)()
                )
                inner = part.parent() is not None and part.parent().inherits("QTableView")
                inner = inner or (part.parent() is not None and part.parent().inherits("QLineEdit"))
                if part.isVisibleTo(page) and not words and not inner:
                    nameless.append(f"{name}: {type(part).__name__}")

    window.close()
    assert nameless == []

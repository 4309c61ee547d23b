"""Puts the window together: language, look, background worker, crash hook; opens the store after the first paint."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from digiplan_desktop import paths
from digiplan_desktop.ui.crash import install_crash_hook
from digiplan_desktop.ui.language import install_language
from digiplan_desktop.ui.main_window import MainWindow
from digiplan_desktop.ui.page import PageContext
from digiplan_desktop.ui.preferences import Preferences
from digiplan_desktop.ui.tasks import Tasks
from digiplan_desktop.ui.theme import apply_theme


def run_window(
    folder: Path | None = None, *, language: str | None = None, quit_after_paint: bool = False
) -> int:
    """Open the window on a store (the last one, or the usual place, when none is named); give the exit code.

    `language` ("vi" or "en") counts for this run only; None takes the one chosen in Settings.
    """
    preferences = Preferences()
    if _has_no_screen():
        return _say_no_screen(language or preferences.language)
    app = make_application()
    install_crash_hook()
    install_language(app, language or preferences.language)
    apply_theme(app, preferences.theme, preferences.scale)
    window = make_window(preferences)
    if quit_after_paint:
        window.painted.connect(app.quit)
    else:
        place = folder or preferences.folder or paths.default_store()
        window.painted.connect(lambda: window.open_store(place))
    window.show()
    code = app.exec()
    window.context.tasks.close()
    return code


def _has_no_screen() -> bool:
    # Qt itself would end the program with a message for its own developers.
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)


def _say_no_screen(language: str) -> int:
    from digiplan_desktop.errors import DisplayMissing
    from digiplan_desktop.ui.language import load_words
    from digiplan_desktop.ui.messages import text_of

    load_words(language)
    sys.stderr.write(text_of(DisplayMissing()) + "\n")
    return 2


def make_application() -> QApplication:
    """Give the application object, made once."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # Said here, the style costs nothing: setStyle() would make Python's class of styles at each start.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("DigiPlan")
    app.setApplicationDisplayName("DigiPlan")
    app.setDesktopFileName("digiplan")
    return app


def make_window(preferences: Preferences) -> MainWindow:
    """Give the window with its own background worker; nothing is open in it yet."""
    tasks = Tasks()
    window = MainWindow(PageContext(tasks, preferences))
    tasks.setParent(window)
    window.context.setParent(window)
    _follow_desktop(window, preferences)
    return window


def _follow_desktop(window: MainWindow, preferences: Preferences) -> None:
    def follow() -> None:
        app = QApplication.instance()
        if preferences.theme == "system" and isinstance(app, QApplication):
            apply_theme(app, "system", preferences.scale)
            window.context.theme_changed.emit()

    QApplication.styleHints().colorSchemeChanged.connect(follow)

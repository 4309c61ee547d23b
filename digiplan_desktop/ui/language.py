"""The language of every word on screen and in the terminal: Vietnamese unless English is asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from digiplan_desktop import paths

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
DEFAULT_LANGUAGE = "vi"
_installed: list[QTranslator] = []


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a string of a table for translation and give it unchanged; lupdate knows this name.

    PySide6's own function of this name is typed as giving any object.
    """
    return source


def install_language(app: QCoreApplication, language: str = DEFAULT_LANGUAGE) -> bool:
    """Make `app` speak `language` ("vi" or "en") from now on; say whether its translations were found.

    Source strings are English, so English without its file only lacks right plurals.
    """
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
    app.setProperty("digiplanLanguage", language)
    found = [_load(app, name) for name in (f"qtbase_{language}", f"digiplan_{language}")]
    return found[-1]


def load_words(language: str = DEFAULT_LANGUAGE) -> QCoreApplication:
    """Make the words of `language` available to a program that may have no window; give its application object."""
    app = QCoreApplication.instance() or QCoreApplication([])
    install_language(app, language)
    return app


def current_language() -> str:
    """Give the code of the language that was installed last."""
    app = QCoreApplication.instance()
    return str(app.property("digiplanLanguage") or DEFAULT_LANGUAGE) if app is not None else DEFAULT_LANGUAGE


def _load(app: QCoreApplication, name: str) -> bool:
    translator = QTranslator(app)
    if not translator.load(f"{name}.qm", str(paths.TRANSLATIONS)):
        return False
    app.installTranslator(translator)
    _installed.append(translator)
    return True

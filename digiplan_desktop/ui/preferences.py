"""What a person likes the window to be: kept beside the other settings of this account, not in the work store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from digiplan_desktop.ui.language import DEFAULT_LANGUAGE, LANGUAGES
from digiplan_desktop.ui.theme import SCALES, THEMES


def preferences_file() -> Path:
    """Give the place of this account's preferences."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "DigiPlan" / "window.ini"


class Preferences:
    """Language, theme, size of text, and what the window last showed."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or preferences_file()), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The code of the language: "vi" or "en"."""
        found = self._text("language")
        return found if found in LANGUAGES else DEFAULT_LANGUAGE

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def theme(self) -> str:
        """The theme: "system", "light" or "dark"."""
        found = self._text("theme")
        return found if found in THEMES else "light"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def scale(self) -> int:
        """The size of text in percent."""
        found = self._text("scale")
        return int(found) if found.isdecimal() and int(found) in SCALES else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._settings.setValue("scale", str(percent))

    @property
    def folder(self) -> Path | None:
        """The work store that was open last, if any."""
        found = self._text("folder")
        return Path(found) if found else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._settings.setValue("folder", str(folder))

    @property
    def round_id(self) -> str:
        """The round that was chosen last."""
        return self._text("round")

    @round_id.setter
    def round_id(self, record: str) -> None:
        self._settings.setValue("round", record)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt saves it; empty when never saved."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, saved: QByteArray) -> None:
        self._settings.setValue("geometry", saved)

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, ""))

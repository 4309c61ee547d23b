"""The licences of the fonts, icons and libraries that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from digiplan_desktop import paths
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, row

if TYPE_CHECKING:
    from pathlib import Path


class LicencesDialog(QDialog):
    """Names at the left, the text of the chosen one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        self.resize(scaled(820), scaled(560))
        self._files = licence_files()
        self.names = QListWidget()
        self.names.setFixedWidth(scaled(240))
        self.names.addItems([file.stem.removeprefix("LICENCE-") for file in self._files])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.names.currentRowChanged.connect(self._show)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        body = QHBoxLayout()
        body.addWidget(self.names)
        body.addWidget(self.text, 1)
        column.addLayout(body, 1)
        column.addLayout(row(None, close))
        self.names.setCurrentRow(0)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._files):
            self.text.setPlainText(self._files[number].read_text(encoding="utf-8", errors="replace"))


def licence_files() -> list[Path]:
    """Give the licence texts that are shipped, by name."""
    found = [
        *(paths.RESOURCES / "licences").glob("*"),
        *paths.FONTS.glob("LICENCE*"),
        *paths.ICONS.glob("LICENCE*"),
    ]
    return sorted((file for file in found if file.is_file()), key=lambda file: file.stem.casefold())

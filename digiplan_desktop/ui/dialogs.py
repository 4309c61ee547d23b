"""Plain dialogs: a message, a question, a file to read or to write. Buttons carry verbs in the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def show_message(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """Tell something that must be read before going on."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text)
    if details:
        box.setDetailedText(details)
    box.addButton(QCoreApplication.translate("dialogs", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask(parent: QWidget | None, title: str, text: str, deed: str) -> bool:
    """Ask before a deed; `deed` is the verb on the button that does it."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(text)
    accept = box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("dialogs", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is accept


def choose_file(parent: QWidget | None, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Let the user choose a file to read; None when they close the dialog."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(folder or Path.home()), kinds)
    return Path(chosen) if chosen else None


def choose_target(parent: QWidget | None, title: str, kinds: str, suggestion: Path) -> Path | None:
    """Let the user choose where to write a file; None when they close the dialog."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Let the user choose a folder; None when they close the dialog."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder or Path.home()))
    return Path(chosen) if chosen else None

"""A window on a small real store, and the words that a person sees in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from digiplan_desktop.actions.demo import DemoSize, make_demo
from digiplan_desktop.actions.rounds import list_rounds
from digiplan_desktop.actions.workspace import Workspace, open_workspace
from digiplan_desktop.ui.language import install_language
from digiplan_desktop.ui.page import PageContext
from digiplan_desktop.ui.preferences import Preferences
from digiplan_desktop.ui.theme import apply_theme
from tests.helpers.tasks import TasksNow

SMALL = DemoSize(enterprises=240, responses=60, seed=7)
DAY = date(2026, 6, 30)


@lru_cache(maxsize=1)
def _demo_folder() -> Path:
    folder = Path(mkdtemp(prefix="digiplan-demo-")) / "store"
    make_demo(folder, SMALL, day=DAY)
    return folder


def demo_copy(folder: Path) -> Path:
    """Give a copy of a small demo store: 240 enterprises, 60 complete questionnaires."""
    return Path(shutil.copytree(_demo_folder(), folder / "demo"))


def open_demo(folder: Path) -> Workspace:
    """Open such a copy."""
    return open_workspace(demo_copy(folder))


def speak(language: str = "vi", theme: str = "light") -> None:
    """Give the application a language and a theme, as the program does before its window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install_language(app, language)
    apply_theme(app, theme)


def context_of(workspace: Workspace, folder: Path) -> PageContext:
    """Give what a page is made with; work is done at once, the latest round is the current one."""
    context = PageContext(TasksNow(), Preferences(folder / "window.ini"))
    context.workspace = workspace
    rounds = list_rounds(workspace)
    context.choose_round(rounds[0].id if rounds else "")
    return context


def words_in(widget: QWidget) -> Iterator[str]:
    """Give every text that a person can read in a widget now."""
    for part in widget.findChildren(QWidget):
        if part.isVisibleTo(widget):
            text = _text(part)
            if text:
                yield text


def _text(part: QWidget) -> str:
    if isinstance(part, QLabel):
        return part.accessibleName() or part.text()
    if isinstance(part, QAbstractButton):
        return part.text() or part.accessibleName()
    return part.placeholderText() if isinstance(part, QLineEdit) else ""


def colours_in(picture: QImage) -> int:
    """Give the number of colours on every eighth point of a picture; a blank page has one."""
    points = ((x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8))
    return len({picture.pixel(x, y) for x, y in points})

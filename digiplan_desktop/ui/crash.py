"""The last net: an error nobody caught is written to a file and shown, and the program goes on if it can."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from types import TracebackType


def install_crash_hook() -> None:
    """Catch whatever reaches the interpreter: PySide6 brings errors of slots and of overridden methods there too."""
    sys.excepthook = _caught


def crash_file() -> Path:
    """Give the file that crashes are written to."""
    from platformdirs import user_log_path

    return user_log_path("DigiPlan", appauthor=False) / "crash.log"


def write_crash(report: str, file: Path) -> None:
    """Add a report to the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{report}\n")


def _caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    from digiplan_desktop.ui.dialogs import show_message

    title = "DigiPlan"
    # The classes of errors cost start-up time that no good run should pay.
    from digiplan_desktop.errors import UserError

    if isinstance(error, UserError):
        from digiplan_desktop.ui.messages import text_of

        show_message(QApplication.activeWindow(), title, text_of(error))
        return
    report = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(report)
    file = crash_file()
    write_crash(report, file)
    sentence = QCoreApplication.translate(
        "crash",
        "DigiPlan made a mistake and could not finish what you asked for. Everything the status bar called saved "
        "is on the disk. You can go on working; please send the file “{file}” to the people who look after DigiPlan.",
    )
    show_message(QApplication.activeWindow(), title, sentence.format(file=file), report)

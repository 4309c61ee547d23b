"""A keyer in a process of its own, made to be killed: types answers at a random pace and prints what was called saved.

    python -m tests.helpers.entry_child STORE RESPONSE SEED

Prints `ready` once the questionnaire can be typed into, then `saved {"PATH": VALUE, …}` at each `saved` of the page.
After the last question it goes on with notes that are numbered, so that a later note tells an earlier one.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from digiplan_desktop.actions.workspace import Workspace, open_workspace
from digiplan_desktop.ui.entry_page import EntryPage
from digiplan_desktop.ui.tasks import Tasks
from digiplan_desktop.ui.theme import apply_theme
from tests.helpers.entry import ANSWERS, CTRL, Keyer

LONGEST_PAUSE_MS = 25


class RestlessKeyer:
    """Types one letter each time the clock rings, and winds the clock anew."""

    def __init__(self, workspace: Workspace, response_id: str, seed: int) -> None:
        self._random = random.Random(seed)
        self._letters: list[str] = []
        self._notes = 0
        self.page = EntryPage(workspace, Tasks())
        self._keyer = Keyer(self.page)
        self._clock = QTimer(singleShot=True)
        self._clock.timeout.connect(self._strike)
        self.page.saved.connect(lambda _: tell("saved " + json.dumps(dict(self.page.written))))
        self.page.ready.connect(lambda _: self._begin())
        self.page.resize(1166, 640)
        self.page.show()
        self.page.open_response(response_id)

    def _begin(self) -> None:
        tell("ready")
        self._clock.start(0)

    def _strike(self) -> None:
        if not self._letters:
            self._letters = list(self._next_answer())
        self._keyer.type(self._letters.pop(0))
        self._clock.start(self._random.randint(0, LONGEST_PAUSE_MS))

    def _next_answer(self) -> str:
        if not self._keyer.at:  # behind the last question
            self._keyer.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        if self._keyer.at == "note":
            self._notes += 1
            return f"note {self._notes}\n"
        if self._random.random() < 0.1:
            self._keyer.press(Qt.Key.Key_S, CTRL)
        return ANSWERS.get(self._keyer.at, "") + "\n"


def tell(line: str) -> None:
    """Print a line that is read even when this process dies at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder: str, response_id: str, seed: str) -> int:
    """Open the store and type until killed."""
    app = QApplication([])
    apply_theme(app, "light")
    workspace = open_workspace(Path(folder))
    keyer = RestlessKeyer(workspace, response_id, int(seed))
    keyer.page.setWindowTitle(response_id)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

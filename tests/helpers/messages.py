"""What the window told its user: lines of the status bar, moments of saving, pages that were asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from digiplan_desktop.changes import Changes
from digiplan_desktop.ui.page import PageContext


class Told:
    """Keeps everything a page tells its window."""

    def __init__(self, context: PageContext) -> None:
        self.lines: list[str] = []
        self.saved: list[datetime] = []
        self.changes: list[Changes] = []
        self.pages: list[tuple[str, str]] = []
        context.told.connect(self.lines.append)
        context.saved.connect(self._keep_saved)
        context.changed.connect(self._keep_changes)
        context.page_wanted.connect(lambda name, record: self.pages.append((name, record)))

    def _keep_saved(self, at: Any) -> None:
        self.saved.append(at)

    def _keep_changes(self, changes: Any) -> None:
        self.changes.append(changes)

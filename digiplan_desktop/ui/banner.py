"""The strip under the header that says what kind of store this is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from digiplan_desktop.ui.icons import set_icon
from digiplan_desktop.ui.widgets import label


def banner(sentence: str) -> QFrame:
    """Give the strip with a sentence."""
    made = QFrame()
    made.setProperty("role", "banner")
    picture = label("")
    set_icon(picture, "flask-conical", "accent", 16)
    bar = QHBoxLayout(made)
    bar.setContentsMargins(24, 5, 24, 6)
    bar.setSpacing(8)
    bar.addWidget(picture)
    bar.addWidget(label(sentence))
    bar.addStretch(1)
    return made

"""What tests with widgets share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _old_widgets_are_gone(qapp: QApplication) -> Iterator[None]:
    """Delete what pytest-qt has closed: without a running event loop Qt keeps it, and each style sheet costs more."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

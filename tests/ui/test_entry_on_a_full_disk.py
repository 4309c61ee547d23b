"""A disk on which nothing can be written: the window says so, and nothing that was typed is lost."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from digiplan_desktop.ui.entry_page import EntryPage
from digiplan_desktop.ui.tasks import Tasks
from tests.helpers.entry import Keyer, begin, make_round

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digiplan_desktop.actions.workspace import Workspace


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow meanwhile, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def keyer(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> Iterator[Keyer]:
    tasks = Tasks()
    page = EntryPage(workspace, tasks)
    qtbot.addWidget(page)
    page.show()
    yield Keyer(page, qtbot).open(begin(workspace, make_round(workspace)))
    tasks.close()


def test_a_window_that_cannot_save_stays_open_once_and_saves_when_there_is_room(
    keyer: Keyer, workspace: Workspace
) -> None:
    name, response_id = keyer.at, keyer.page.response_id
    keyer.settle()
    with full_disk():
        keyer.type("1")
        assert not keyer.page.close()
        assert keyer.page.isVisible()
        assert keyer.page.notice.isVisible()
    assert keyer.page.close()
    record = workspace.store.record(response_id)
    assert record is not None
    assert record.data[f"q/{name}"] == "1"


def test_whoever_was_told_may_close_all_the_same(keyer: Keyer) -> None:
    keyer.settle()
    with full_disk():
        keyer.type("1")
        assert not keyer.page.close()
        assert keyer.page.close()

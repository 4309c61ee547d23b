"""Saving while a person types: in order, nothing twice, nothing lost when the disk refuses."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digiplan_desktop.errors import StoreNotWritable
from digiplan_desktop.forms.session import Session
from digiplan_desktop.store.storage import Saved
from digiplan_desktop.ui.entry_saving import EntrySaver
from digiplan_desktop.ui.tasks import Tasks
from tests.helpers.forms import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

QUESTIONS = """
| type | name | label |
| text | a    | A     |
| text | b    | B     |
| text | c    | C     |
| settings |
| form_id |
| abc |
"""


class Disk:
    """Takes writes one by one; can be slow until it is let go, and full until it is emptied."""

    def __init__(self) -> None:
        self.written: list[dict[str, object]] = []
        self.free = threading.Event()
        self.free.set()
        self.full = False

    def prepare(self, writes: Mapping[str, object]) -> Callable[[], Saved]:
        def save() -> Saved:
            assert self.free.wait(20)
            if self.full:
                raise StoreNotWritable(Path("store"))
            self.written.append(
                {path: value for path, value in writes.items() if path in {"q/a", "q/b", "q/c"}}
            )
            return Saved(revision="r", heads=("r",), at=datetime.now(UTC))

        return save


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def session() -> Session:
    return Session(form_of(QUESTIONS))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(tasks: Tasks, session: Session, disk: Disk) -> EntrySaver:
    return EntrySaver(tasks, session, disk.prepare)


def test_an_answer_is_saved_once(saver: EntrySaver, session: Session, disk: Disk) -> None:
    session.answer("a", "1")
    assert saver.flush()
    assert saver.flush()
    assert disk.written == [{"q/a": "1"}]


def test_answers_given_while_a_save_is_under_way_go_together_into_the_next(
    saver: EntrySaver, session: Session, disk: Disk, qtbot: QtBot
) -> None:
    disk.free.clear()
    for name, text in (("a", "1"), ("b", "2"), ("c", "3"), ("a", "4")):
        session.answer(name, text)
        saver.save()
    assert saver.pending
    disk.free.set()
    qtbot.waitUntil(lambda: not saver.pending, timeout=20_000)
    assert disk.written == [{"q/a": "1"}, {"q/a": "4", "q/b": "2", "q/c": "3"}]


def test_saved_is_said_only_of_what_is_written(
    saver: EntrySaver, session: Session, disk: Disk, qtbot: QtBot
) -> None:
    called: list[dict[str, object]] = []
    saver.saved.connect(lambda _: called.append({**saver.written, "on disk": len(disk.written)}))
    disk.free.clear()
    session.answer("a", "1")
    saver.save()
    qtbot.wait(50)
    assert called == []
    disk.free.set()
    assert saver.flush()
    assert [(told["q/a"], told["on disk"]) for told in called] == [("1", 1)]


def test_what_a_full_disk_refused_is_kept_and_goes_with_the_next_save(
    saver: EntrySaver, session: Session, disk: Disk
) -> None:
    refused: list[object] = []
    saver.failed.connect(refused.append)
    disk.full = True
    session.answer("a", "1")
    assert not saver.flush()
    assert isinstance(refused[0], StoreNotWritable)
    assert saver.pending
    disk.full = False
    session.answer("b", "2")
    assert saver.flush()
    assert disk.written == [{"q/a": "1", "q/b": "2"}]

"""The background worker: in order, answers on the thread of the window, errors too."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from digiplan_desktop.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_answers_come_in_order_on_the_thread_of_the_window(qtbot, tasks: Tasks):
    seen: list[tuple[int, bool, bool]] = []

    def answer(result: tuple[int, bool]) -> None:
        seen.append((*result, threading.current_thread() is threading.main_thread()))

    def work(number: int) -> tuple[int, bool]:
        return number, threading.current_thread() is threading.main_thread()

    for number in range(200):
        tasks.run(partial(work, number), answer)

    qtbot.waitUntil(lambda: len(seen) == 200)
    assert seen == [(number, False, True) for number in range(200)]


def test_an_error_goes_to_failed(qtbot, tasks: Tasks):
    errors: list[BaseException] = []

    def work() -> None:
        message = "no"
        raise ValueError(message)

    tasks.run(work, lambda _result: None, errors.append)

    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], ValueError)


def test_an_error_that_nobody_takes_reaches_the_hook(qtbot, tasks: Tasks):
    def work() -> None:
        message = "a bug"
        raise RuntimeError(message)

    with qtbot.captureExceptions() as caught:
        tasks.run(work, lambda _result: None)
        qtbot.waitUntil(lambda: len(caught) == 1)

    assert str(caught[0][1]) == "a bug"


def test_busy_lasts_from_the_first_job_to_the_last_answer(qtbot, tasks: Tasks):
    told: list[bool] = []
    gate = threading.Event()
    tasks.busy_changed.connect(told.append)
    tasks.run(gate.wait, lambda _result: None)
    tasks.run(lambda: None, lambda _result: None)
    assert tasks.busy

    gate.set()

    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == [True, False]


def test_the_worker_can_post_progress_to_the_window(qtbot, tasks: Tasks):
    steps: list[int] = []

    def work() -> None:
        for number in range(3):
            tasks.post(partial(steps.append, number))

    tasks.run(work, lambda _result: steps.append(99))

    qtbot.waitUntil(lambda: 99 in steps)
    assert steps == [0, 1, 2, 99]


def test_closing_drops_what_has_not_begun(qapp):
    tasks = Tasks()
    gate, done = threading.Event(), []
    tasks.run(gate.wait, lambda _result: None)
    tasks.run(lambda: done.append(1), lambda _result: None)
    threading.Timer(0.05, gate.set).start()

    tasks.close()

    assert done == []


def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot, tasks: Tasks):
    from PySide6.QtWidgets import QLabel
    from shiboken6 import delete

    label, gate = QLabel(), threading.Event()

    def work() -> str:
        gate.wait()
        return "too late"

    tasks.run(work, label.setText)
    delete(label)
    gate.set()

    qtbot.waitUntil(lambda: not tasks.busy)

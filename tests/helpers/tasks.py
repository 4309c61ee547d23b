"""Background work that is done at once: a page test needs no waiting and no second thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from digiplan_desktop.ui.tasks import Tasks


class TasksNow(Tasks):
    """Runs each job when it is given and answers before `run` returns."""

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], Any],
        failed: Callable[[BaseException], Any] | None = None,
    ) -> None:
        try:
            result = work()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)

    def post(self, call: Callable[[], Any]) -> None:
        call()

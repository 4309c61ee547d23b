"""The one door to the background: work there, answer here."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Tasks(QObject):
    """One background worker: jobs run one at a time, in order.

    Signals:
        busy_changed: true when a job was given and none was under way, false when the last one has answered.
    """

    busy_changed = Signal(bool)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _worker(self) -> ThreadPoolExecutor:
        # Made with the first job: the library is loaded after the first paint.
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="digiplan")

    @property
    def busy(self) -> bool:
        """Whether a job has not answered yet."""
        return self._waiting > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], Any],
        failed: Callable[[BaseException], Any] | None = None,
    ) -> None:
        """Call ``work`` in the background, then ``done`` with its result or ``failed`` with its error here.

        Without ``failed`` an error is raised here, where the crash hook sees it. When ``done`` or ``failed`` is a
        method of an object that Qt has deleted meanwhile, the answer is dropped.
        """

        def answer(future: Future[T]) -> None:
            if future.cancelled():
                return
            error = future.exception()
            answering = partial(done, future.result()) if error is None else partial(failed or _raise, error)
            self.post(partial(self._answer, answering))

        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._worker.submit(work).add_done_callback(answer)

    def post(self, call: Callable[[], Any]) -> None:
        """Call ``call`` on the GUI thread; safe from any thread."""
        self._posted.emit(call)

    def close(self) -> None:
        """Wait for the job under way and drop the rest."""
        if "_worker" in self.__dict__:
            self._worker.shutdown(wait=True, cancel_futures=True)

    def _answer(self, answering: partial[Any]) -> None:
        self._waiting -= 1
        try:
            if _still_there(answering.func):
                answering()
        finally:
            if self._waiting == 0:
                self.busy_changed.emit(False)

    def _call(self, call: Callable[[], Any]) -> None:
        call()


def _still_there(call: Callable[..., Any]) -> bool:
    # A page or dialog may have been closed while its work was under way: nobody is left to hear the answer.
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _raise(error: BaseException) -> None:
    raise error

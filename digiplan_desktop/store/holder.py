"""Who holds a store: an operating system's lock, which ends with its process, and a note that says whose it is."""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from digiplan_desktop.errors import StoreHeld, StoreNotWritable

if TYPE_CHECKING:
    from pathlib import Path


class Holder:
    """The lock of one store folder, held from its making until `release`.

    Raises:
        StoreHeld: Another process, or this one, holds it.
        StoreNotWritable: The folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise _held(folder) from error
        except OSError as error:
            raise StoreNotWritable(folder, str(error)) from error
        try:
            self._note.write_text(json.dumps(_me()), "utf-8")
        except OSError as error:
            self._lock.release()
            raise StoreNotWritable(folder, str(error)) from error

    @property
    def _note(self) -> Path:
        return self._folder / "holder.json"

    def release(self) -> None:
        """Let the next process in."""
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._lock.release()


def _me() -> dict[str, str | int]:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"user": _user(), "machine": socket.gethostname(), "process": os.getpid(), "since": since}


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""  # an account without a name: the machine and the process must do


def _held(folder: Path) -> StoreHeld:
    try:
        note = json.loads((folder / "holder.json").read_text("utf-8"))
        return StoreHeld(
            folder, str(note["user"]), str(note["machine"]), int(note["process"]), str(note["since"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        # The other process has the lock but has not written its note yet.
        return StoreHeld(folder, "", "", 0, "")

"""Reading lists of any usual kind, safely: recognised by content, parsed in a child process with limits."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digiplan_desktop.errors import FileDamaged, FileEmpty, FileProtected, FileTooLarge, SheetMissing
from digiplan_desktop.register.file_kind import FileKind, recognise
from digiplan_desktop.register.sheet_reading import Cell, Merge, Request, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

MEMORY_LIMIT = 400 * 1024 * 1024
"""Address space of the child, in bytes."""
TIME_LIMIT = 4.0
"""Seconds for any file; a large honest one gets more by its size."""
_SECONDS_PER_MEBIBYTE = 0.15
_FREE_MEBIBYTES = 20


@dataclass(frozen=True)
class Table:
    """One sheet. `rows[0]` is the first row as Excel counts; rows end at their last cell that is not empty.

    Attributes:
        sheets: all sheets of the workbook that hold cells, hidden ones too.
        merges: merged cells, counted from 0.
    """

    path: Path
    sheet: str
    sheets: tuple[str, ...]
    rows: list[list[Cell]] = field(repr=False)
    merges: tuple[Merge, ...] = field(default=(), repr=False)


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Read one sheet: the named one, or else the visible one that looks most like a list.

    Raises FileMissing, FileUnreadable, FileEmpty, FileWrongKind, FileProtected, FileDamaged, FileTooLarge or
    SheetMissing.
    """
    from digiplan_desktop.register.headings import rate_sheet

    tables = read_tables(path, sheet)
    return max(tables, key=lambda table: rate_sheet(table.rows, table.merges))


def read_tables(path: Path, sheet: str | None = None) -> tuple[Table, ...]:
    """Read the named sheet, or every visible one that has rows (all when every one is hidden).

    Raises as `read_table` does; FileEmpty when no sheet has a row. Starts a fresh interpreter, so a script that
    calls this must guard its main part with `if __name__ == "__main__"`.
    """
    path = Path(path)
    kind = recognise(path)
    tables = tuple(table for table in _read_in_child(path, kind, sheet) if table.rows)
    if not tables:
        raise FileEmpty(path)
    return tables


def _read_in_child(path: Path, kind: FileKind, sheet: str | None) -> tuple[Table, ...]:
    """Start a fresh interpreter (which works in a frozen program and on Windows) and gather what it sends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    request = Request(str(path.resolve()), kind.name, None if kind.name == "text" else sheet, MEMORY_LIMIT)
    child = context.Process(target=serve, args=(theirs, request), daemon=True)
    child.start()
    theirs.close()
    mebibytes = kind.unpacked / 2**20
    allowed = TIME_LIMIT + max(0.0, mebibytes - _FREE_MEBIBYTES) * _SECONDS_PER_MEBIBYTE
    try:
        return _Gathering(path, sheet).gather(ours, child, allowed)
    finally:
        child.kill()
        child.join()
        child.close()
        ours.close()


class _Gathering:
    """Puts the pieces that a child sends together into tables."""

    def __init__(self, path: Path, wanted: str | None) -> None:
        self._path = path
        self._wanted = wanted
        self._names: tuple[str, ...] = ()
        self._read: list[tuple[str, tuple[Merge, ...], list[list[Cell]]]] = []

    def gather(self, pipe: Connection, child: SpawnProcess, seconds: float) -> tuple[Table, ...]:
        end = time.monotonic() + seconds
        while True:
            if not pipe.poll(max(0.0, end - time.monotonic())):
                raise FileTooLarge(self._path, "seconds", round(seconds), round(seconds))
            try:
                message = pipe.recv()
            except EOFError:
                self._explain_death(child)
            if message[0] == "end":
                return self._tables()
            self._take(message)

    def _take(self, message: tuple[Any, ...]) -> None:
        match message:
            case ("sheets", names, _hidden):
                self._names = names
                if self._wanted is not None and self._wanted not in names and names != ("",):
                    raise SheetMissing(self._path, self._wanted, names)
            case ("sheet", name, merges):
                self._read.append((name, merges, []))
            case ("rows", rows):
                self._read[-1][2].extend(rows)
            case ("problem", "protected"):
                raise FileProtected(self._path)
            case ("problem", "too_large", measure, found, limit):
                raise FileTooLarge(self._path, measure, found, limit)
            case ("problem", "damaged", detail):
                raise FileDamaged(self._path, detail)

    def _explain_death(self, child: SpawnProcess) -> None:
        """A parser that ran out of memory aborts by a signal; one that met nonsense stops with a status."""
        child.join(1)
        if child.exitcode is not None and child.exitcode < 0:
            raise FileTooLarge(self._path, "memory", MEMORY_LIMIT, MEMORY_LIMIT)
        raise FileDamaged(self._path, "the parser gave up")

    def _tables(self) -> tuple[Table, ...]:
        return tuple(
            Table(self._path, name, self._names, _without_empty_end(rows), merges)
            for name, merges, rows in self._read
        )


def _without_empty_end(rows: list[list[Cell]]) -> list[list[Cell]]:
    end = len(rows)
    while end and not any(
        cell != "" and not (isinstance(cell, str) and cell.isspace()) for cell in rows[end - 1]
    ):
        end -= 1
    return rows[:end]

"""The SQLite engine: encrypted, write-ahead log, every commit on the disk before it is acknowledged."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from digiplan_desktop.errors import StoreDamaged, StoreMissing, StoreNotWritable, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGED = {
    "SQLITE_NOTADB",
    "SQLITE_CORRUPT",
    "SQLITE_CORRUPT_VTAB",
    "SQLITE_CORRUPT_INDEX",
    "SQLITE_CORRUPT_SEQUENCE",
}
_CACHE = -16_000  # KiB, as SQLite writes it
_REFUSED = ("SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM")


def open_engine(file: Path, key: bytes, mode: str) -> Engine:
    """Give an engine on an encrypted database.

    Args:
        file: the database file.
        key: 32 random bytes, used as they are, without a derivation that would cost time.
        mode: "rwc" creates the file, "rw" opens it, "ro" only reads, "immutable" reads where nothing can be written.
    """

    def connect() -> Any:
        return _connect(file, key, mode)

    engine = create_engine(
        "sqlite://", creator=connect, module=sqlcipher3, poolclass=QueuePool, pool_size=3, max_overflow=5
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _translate(context.original_exception, file.parent))
    return engine


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Keep many pages in memory meanwhile: rows whose keys are random touch the pages of an index in no order."""
    connection.exec_driver_sql("PRAGMA cache_size = -256000")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {_CACHE}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that holds the write lock from its start; commit at the end."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the store until it is given back."""
    with engine.connect() as connection, connection.begin():
        yield connection


def _connect(file: Path, key: bytes, mode: str) -> Any:
    access = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    try:
        connection = sqlcipher3.connect(
            f"{file.absolute().as_uri()}?{access}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=10,
        )
    except sqlcipher3.Error as error:
        raise _fault(error, file.parent) or error from error
    try:
        _prepare(connection, key, read_only=mode in {"ro", "immutable"})
    except sqlcipher3.Error as error:
        connection.close()
        raise _fault(error, file.parent) or error from error
    return connection


def _prepare(connection: Any, key: bytes, *, read_only: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master")
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = {_CACHE}")


def _begin(connection: Connection) -> None:
    # The driver opens no transaction by itself; IMMEDIATE takes the write lock before anything is read.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _translate(error: BaseException | None, folder: Path) -> None:
    fault = _fault(error, folder) if isinstance(error, sqlcipher3.Error) else None
    if fault is not None:
        raise fault from error


def _fault(error: Any, folder: Path) -> UserError | None:
    """Give the user's error that a driver's error stands for, or nothing when it is a bug of ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name in _DAMAGED:
        return StoreDamaged(folder, str(error))
    if name.startswith("SQLITE_CANTOPEN") and not (folder / "database.db").exists():
        return StoreMissing(folder)
    return StoreNotWritable(folder, str(error)) if name.startswith(_REFUSED) else None

"""The folder of a store: which files it holds, and how a new one comes into being all at once."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from digiplan_desktop.errors import StoreDamaged, StoreExists, StoreMissing, StoreNotWritable, StoreTooNew
from digiplan_desktop.store import clock, keys, tables, writing
from digiplan_desktop.store.engine import open_engine, reading
from digiplan_desktop.store.engine import writing as transaction

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

DATABASE = "database.db"
KEYS = "keys.json"
_UNFINISHED = "unfinished.db"
# What a creation that was cut off may leave behind; `keys.part` is the key file before it is complete.
_LEFTOVERS = {
    KEYS,
    "keys.part",
    "lock",
    "holder.json",
    _UNFINISHED,
    f"{_UNFINISHED}-wal",
    f"{_UNFINISHED}-shm",
}


def create_folder(folder: Path, *, user: str, demo: bool) -> None:
    """Make the folder with an empty store in it; until all is written it counts as no store.

    Raises:
        StoreExists: The folder holds a store or other files.
        StoreNotWritable: It cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        key = keys.make_key(folder / KEYS)
    except OSError as error:
        raise StoreNotWritable(folder, str(error)) from error
    engine = open_engine(folder / _UNFINISHED, key, "rwc")
    with transaction(engine) as connection:
        tables.create_tables(connection)
        writing.set_meta(
            connection,
            schema=str(tables.SCHEMA),
            projection=str(tables.PROJECTION),
            log=secrets.token_hex(8),
            hlc=clock.START,
            user=user,
            demo="yes" if demo else "",
        )
    engine.dispose()
    (folder / _UNFINISHED).replace(folder / DATABASE)
    _synchronise(folder)


def _clear(folder: Path) -> None:
    """Take away what a creation that was cut off left behind."""
    found = {entry.name for entry in folder.iterdir()}
    if not found <= _LEFTOVERS:
        raise StoreExists(folder)
    for name in found - {"lock", "holder.json"}:
        (folder / name).unlink()


def check_present(folder: Path) -> None:
    """Say whether the folder holds a store.

    Raises:
        StoreMissing: It does not.
    """
    if not (folder / DATABASE).is_file():
        raise StoreMissing(folder)


def open_folder(folder: Path, *, read_only: bool) -> Engine:
    """Give the engine of the store in the folder.

    Raises:
        StoreMissing: There is none.
        StoreTooNew: A later version wrote it.
        StoreDamaged: It cannot be decrypted, or is no store inside.
    """
    check_present(folder)
    key = keys.read_key(folder / KEYS)
    if not read_only:
        return _open(folder, key, "rw")
    try:
        return _open(folder, key, "ro")
    except StoreNotWritable:
        # SQLite keeps notes for other readers beside the database. Where it cannot, nobody else can write either,
        # so the file may be read as one that never changes; unless a write-ahead log still belongs to it.
        log = folder / f"{DATABASE}-wal"
        if log.exists() and log.stat().st_size:
            raise
        return _open(folder, key, "immutable")


def _open(folder: Path, key: bytes, mode: str) -> Engine:
    engine = open_engine(folder / DATABASE, key, mode)
    try:
        _check_version(engine, folder)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_version(engine: Engine, folder: Path) -> None:
    with reading(engine) as connection:
        present = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE name = 'meta'"
        ).scalar_one()
        found = writing.get_meta(connection).get("schema", "") if present else ""
    if not found.isdecimal():
        raise StoreDamaged(folder, "schema")
    if int(found) > tables.SCHEMA:
        raise StoreTooNew(folder, int(found), tables.SCHEMA)


def _synchronise(folder: Path) -> None:
    """Bring the folder's new names to the disk, where the system can do that for a folder."""
    with suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)

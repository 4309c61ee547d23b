"""The folder of a store: making, opening, and everything that can be wrong with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from digiplan_desktop.errors import (
    StoreDamaged,
    StoreExists,
    StoreHeld,
    StoreMissing,
    StoreNotWritable,
    StoreTooNew,
)
from digiplan_desktop.store import keys, tables
from digiplan_desktop.store.storage import Store
from digiplan_desktop.store.writing import set_meta
from tests.helpers.sources import ROOT

HOLD = """
import sys
from pathlib import Path
from digiplan_desktop.store.storage import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    """A closed store with one record."""
    with Store.create(tmp_path / "store", user="an", demo=True) as store:
        store.save("r1", "enterprise", {"m/name": "A"})
    return tmp_path / "store"


@contextmanager
def another_process(folder):
    """Open the store in another process until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.communicate()


@contextmanager
def as_nobody():
    """Act as a user who may write nothing here; tests often run as root, whom no permission stops."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_new_store_is_a_database_and_its_key(tmp_path):
    Store.create(tmp_path / "new" / "store").close()

    assert {path.name for path in (tmp_path / "new" / "store").iterdir()} >= {"database.db", "keys.json"}


def test_a_store_remembers_its_user_and_that_it_is_a_demo(folder):
    with Store.open(folder) as store:
        assert (store.user, store.demo, store.folder) == ("an", True, folder)


def test_each_store_has_a_log_and_a_key_of_its_own(folder, tmp_path):
    with Store.create(tmp_path / "other") as other, Store.open(folder) as store:
        assert other.log != store.log
    assert keys.read_key(folder / "keys.json") != keys.read_key(tmp_path / "other" / "keys.json")


def test_only_the_owner_may_read_the_key(folder):
    assert (folder / "keys.json").stat().st_mode & 0o777 == 0o600


def test_no_store_is_made_where_there_is_one(folder):
    with pytest.raises(StoreExists):
        Store.create(folder)
    with Store.open(folder) as store:
        assert store.record("r1") is not None


def test_no_store_is_made_among_other_files(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")

    with pytest.raises(StoreExists):
        Store.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_may_be_made_in_an_empty_folder(tmp_path):
    Store.create(tmp_path).close()

    Store.open(tmp_path).close()


def test_a_creation_that_was_cut_off_is_no_store_and_can_be_done_again(tmp_path):
    (tmp_path / "keys.json").write_text("{}")
    (tmp_path / "unfinished.db").write_bytes(b"half")
    (tmp_path / "lock").touch()

    with pytest.raises(StoreMissing):
        Store.open(tmp_path)
    with Store.create(tmp_path) as store:
        assert store.state().records == 0


@pytest.mark.parametrize("read_only", [False, True])
def test_an_empty_folder_or_none_is_no_store(tmp_path, read_only):
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(StoreMissing):
            Store.open(place, read_only=read_only)
    assert not (tmp_path / "none").exists()


def test_a_store_without_its_key_is_missing(folder):
    (folder / "keys.json").unlink()

    with pytest.raises(StoreMissing):
        Store.open(folder)


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        "{}",
        '{"format": 1, "slots": []}',
        '{"format": 1, "slots": [{"kind": "password"}]}',
        '{"format": 1, "slots": [{"kind": "open", "key": "zz"}]}',
        '{"format": 1, "slots": [{"kind": "open", "key": "aa"}]}',
        json.dumps({"format": 1, "slots": [{"kind": "open", "key": "ab" * 32}]}),
    ],
)
def test_a_wrong_key_file_is_damage(folder, text):
    (folder / "keys.json").write_text(text)

    with pytest.raises(StoreDamaged):
        Store.open(folder)


def test_slots_of_other_kinds_stand_beside_the_open_one(folder):
    content = json.loads((folder / "keys.json").read_text())
    content["slots"].insert(0, {"kind": "password", "salt": "00"})
    (folder / "keys.json").write_text(json.dumps(content))

    Store.open(folder).close()


def test_keys_of_a_later_version_are_refused(folder):
    (folder / "keys.json").write_text('{"format": 2, "slots": {}}')

    with pytest.raises(StoreTooNew) as refused:
        Store.open(folder)
    assert (refused.value.found, refused.value.supported) == (2, 1)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"\x00" * 8192, b"garbage" * 3000])
def test_a_database_that_is_none_is_damage(folder, content):
    (folder / "database.db").write_bytes(content)

    with pytest.raises(StoreDamaged):
        Store.open(folder)


def test_a_database_of_a_later_version_is_refused_in_both_ways(folder):
    with Store.open(folder) as store, store._writing() as connection:
        set_meta(connection, schema=str(tables.SCHEMA + 1))

    for read_only in (False, True):
        with pytest.raises(StoreTooNew) as refused:
            Store.open(folder, read_only=read_only)
        assert (refused.value.found, refused.value.supported) == (tables.SCHEMA + 1, tables.SCHEMA)


def test_a_projection_of_another_version_is_computed_afresh(folder):
    with Store.open(folder) as store, store._writing() as connection:
        digest = store.state().digest
        set_meta(connection, projection="0")
        connection.exec_driver_sql("UPDATE record SET user = 'nobody'")

    with Store.open(folder) as store:
        assert store.state().digest == digest
        assert store.record("r1").changed_by == "an"


def test_a_second_opening_is_refused_and_says_who_holds_the_store(folder):
    with another_process(folder) as holder:
        with pytest.raises(StoreHeld) as refused:
            Store.open(folder)
        assert refused.value.process == holder.pid
        assert refused.value.user
        assert refused.value.machine
        assert refused.value.since[:2] == "20"
        with Store.open(folder, read_only=True) as reader:
            assert reader.record("r1") is not None
    Store.open(folder).close()


def test_the_same_process_cannot_open_a_store_twice(folder):
    with Store.open(folder), pytest.raises(StoreHeld):
        Store.open(folder)


@pytest.mark.parametrize("note", ["", "[]", '{"user": "an"}'])
def test_a_holder_without_a_note_is_a_holder(folder, note):
    with Store.open(folder):
        (folder / "holder.json").write_text(note)
        with pytest.raises(StoreHeld) as refused:
            Store.open(folder)
    assert refused.value.user == ""


def test_a_killed_process_holds_nothing(folder):
    with another_process(folder) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert (folder / "holder.json").exists()
        with Store.open(folder) as store:
            assert store.record("r1") is not None


def test_closing_twice_is_harmless(folder):
    store = Store.open(folder)
    store.close()
    store.close()

    Store.open(folder).close()


def test_a_store_that_could_not_be_opened_is_not_held(folder):
    content = (folder / "database.db").read_bytes()
    (folder / "database.db").write_bytes(b"garbage" * 3000)
    with pytest.raises(StoreDamaged):
        Store.open(folder)
    (folder / "database.db").write_bytes(content)

    Store.open(folder).close()


def test_no_store_is_made_under_a_file(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(StoreNotWritable):
        Store.create(tmp_path / "file" / "store")


@pytest.fixture
def write_protected(folder):
    """A store in a folder that everybody may read and nobody but root may write."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    shutil.copytree(folder, place / "store")
    for path in (place / "store").iterdir():
        path.chmod(0o444)
    (place / "store").chmod(0o555)
    yield place / "store"
    (place / "store").chmod(0o755)
    shutil.rmtree(place)


def test_a_write_protected_store_can_only_be_read(write_protected):
    with as_nobody():
        with pytest.raises(StoreNotWritable):
            Store.open(write_protected)
        with pytest.raises(StoreNotWritable):
            Store.create(write_protected / "inner")
        with Store.open(write_protected, read_only=True) as store:
            assert store.record("r1").data == {"m/name": "A"}


def test_a_write_protected_store_with_unfinished_writes_is_not_read_without_them(write_protected):
    (write_protected / "database.db-wal").write_bytes(b"not yet in the database")

    with as_nobody(), pytest.raises(StoreNotWritable):
        Store.open(write_protected, read_only=True)


def test_a_key_that_this_user_may_not_read_is_told(write_protected):
    (write_protected / "keys.json").chmod(0)

    with as_nobody(), pytest.raises(StoreNotWritable):
        Store.open(write_protected, read_only=True)


def test_a_folder_that_takes_no_note_cannot_be_held(folder):
    (folder / "holder.json").mkdir()

    with pytest.raises(StoreNotWritable):
        Store.open(folder)
    (folder / "holder.json").rmdir()
    Store.open(folder).close()


def test_a_machine_account_without_a_name_can_hold_a_store(folder, monkeypatch):
    def nameless():
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nameless)

    with Store.open(folder), pytest.raises(StoreHeld) as refused:
        Store.open(folder)
    assert refused.value.user == ""
    assert refused.value.process == os.getpid()

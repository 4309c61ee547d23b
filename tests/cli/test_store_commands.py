"""Stores from the command line: held by another, from a later version, damaged, in the way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.command import ROOT, digiplan

HOLD = """
import sys
from pathlib import Path
from digiplan_desktop.store.storage import Store
with Store.open(Path(sys.argv[1])) as store:
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "kho"
    assert digiplan("init", folder, "--user", "Y Thịnh").code == 0
    return folder


def test_a_store_that_is_open_elsewhere_says_who_holds_it(store: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(store)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "held"
        ran = digiplan(
            "round", "create", "--form", "dn01", "--period", "2026", "--regime", "census", store=store
        )
        reading = digiplan("state", "--json", store=store)
        holder.communicate("")
    assert ran.code == 2
    assert str(holder.pid) in ran.err or "Y Thịnh" in ran.err
    assert reading.code == 0, "a reader needs no lock"


def test_a_store_that_its_holder_lost_by_a_kill_opens_again(store: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(store)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
    ran = digiplan("round", "create", "--form", "dn01", "--period", "2026", "--regime", "census", store=store)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_store_of_a_later_version_is_refused_in_words(store: Path, language: str) -> None:
    from digiplan_desktop.store import tables, writing
    from digiplan_desktop.store.engine import writing as transaction
    from digiplan_desktop.store.folder import open_folder

    engine = open_folder(store, read_only=False)
    with transaction(engine) as connection:
        writing.set_meta(connection, schema=str(tables.SCHEMA + 1))
    engine.dispose()
    for verb in (["state"], ["register", "search", "x"], ["check"]):
        ran = digiplan(*verb, store=store, language=language)
        assert ran.code == 2
        assert str(tables.SCHEMA + 1) in ran.err


def test_a_store_is_never_made_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "bao cao.xlsx").write_bytes(b"x")
    ran = digiplan("init", tmp_path)
    assert ran.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["bao cao.xlsx"]


def test_an_empty_store_is_sound_and_counts_nothing(store: Path) -> None:
    assert digiplan("check", "--deep", "--json", store=store).document == {"ok": True, "problems": []}
    state = digiplan("state", "--json", store=store).document
    assert (state["records"], state["revisions"], state["conflicts"], state["waiting"]) == (0, 0, 0, 0)


def test_a_database_with_a_flipped_byte_is_noticed(store: Path) -> None:
    digiplan("round", "create", "--form", "dn01", "--period", "2026", "--regime", "census", store=store)
    database = store / "database.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(bytes(content))
    ran = digiplan("check", "--deep", "--json", store=store)
    assert ran.code in {2, 3}
    assert ran.code == 2 or json.loads(ran.out)["problems"]


def test_a_day_that_is_none_is_refused_in_words(store: Path) -> None:
    ran = digiplan("plan", "progress", "--as-of", "14/06/2026", store=store)
    assert ran.code == 2
    assert "14/06/2026" in ran.err

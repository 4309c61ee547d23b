"""A process killed at a random moment loses nothing that it had called saved, and leaves nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from random import Random

import pytest

from digiplan_desktop.store.storage import Store
from tests.helpers.sources import ROOT

KILLS = int(os.environ.get("DIGIPLAN_KILLS", "6"))

# Saves one answer after the other and says so after each; every fiftieth time imports 300 records in one deed.
WORK = """
import sys
from pathlib import Path
from digiplan_desktop.store.storage import Edit, Store

with Store.open(Path(sys.argv[1])) as store:
    start = store.state().revisions
    print("open", flush=True)
    for number in range(start, start + 100_000):
        saved = store.save(f"r{number % 7}", "response", {f"q/{number % 40}": str(number)})
        print(f"saved r{number % 7} q/{number % 40} {number}", flush=True)
        if number % 50 == 49:
            deed = [Edit(f"i{number}-{one}", "enterprise", {"m/name": str(one)}) for one in range(300)]
            store.save_many(deed)
            print(f"imported i{number}", flush=True)
"""


def work_until_killed(folder, seconds):
    """Let a process work for some time after its first save, kill it, and give what it said."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    said, _ = process.communicate()
    return [line.split() for line in (first + said).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_called_saved_is_missing_after_a_kill(tmp_path, seed):
    random = Random(seed)
    Store.create(tmp_path / "store").close()
    written = {}
    imported = set()
    for _ in range(2):
        for words in work_until_killed(tmp_path / "store", random.uniform(0, 0.4)):
            if words[0] == "saved":
                written[words[1], words[2]] = int(words[3])
            else:
                imported.add(words[1])
    with Store.open(tmp_path / "store") as store:
        assert store.check(deep=True) == ()
        for (record, path), value in written.items():
            # The value that was being saved when the process died may be there too; it is a later one.
            assert int(store.record(record).data[path]) >= value
        parts = [one.id.split("-")[0] for one in store.records("enterprise")]
        assert {parts.count(part) for part in parts} <= {300}
        assert imported <= set(parts)

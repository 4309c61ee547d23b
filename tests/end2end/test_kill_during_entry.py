"""kill -9 at random moments while somebody types: what was called saved is there when the store is opened again."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from digiplan_desktop.actions.questionnaires import start_response
from digiplan_desktop.actions.workspace import create_workspace, open_workspace
from tests.helpers.entry import make_round

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("DIGIPLAN_KILLS", "5"))
LONGEST_LIFE = 2.5


def run_and_kill(folder: Path, response_id: str, seed: int) -> dict[str, object]:
    """Let somebody type for a random while, kill the process, and give what it had called saved, by path."""
    command = [sys.executable, "-m", "tests.helpers.entry_child", str(folder), response_id, str(seed)]
    lines: list[str] = []
    ready = threading.Event()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        reader = threading.Thread(target=read_lines, args=(child, lines, ready))
        reader.start()
        assert ready.wait(60), "the questionnaire did not open"
        time.sleep(random.Random(seed).uniform(0.05, LONGEST_LIFE))
        assert child.poll() is None, "the keyer ended by itself"
        child.kill()
        reader.join()
    promised: dict[str, object] = {}
    for line in lines:
        if line.startswith("saved ") and line.endswith("\n"):
            promised |= json.loads(line.removeprefix("saved "))
    return promised


def read_lines(child: subprocess.Popen[str], lines: list[str], ready: threading.Event) -> None:
    assert child.stdout is not None
    for line in child.stdout:
        lines.append(line)
        ready.set()


def is_kept(path: str, promised: object, found: object) -> bool:
    """Say whether the store has the promised value, or for the numbered notes a later one."""
    if path == "q/note":
        return int(str(found).split()[-1]) >= int(str(promised).split()[-1])
    return found == promised


def lost_answers(
    folder: Path, promises: dict[str, dict[str, object]]
) -> list[tuple[str, str, object, object]]:
    """Give every promised value that the store does not have: response, path, promised, found."""
    lost = []
    with open_workspace(folder) as workspace:
        for response_id, promised in promises.items():
            record = workspace.store.record(response_id)
            data = record.data if record is not None else {}
            lost += [
                (response_id, path, value, data.get(path))
                for path, value in promised.items()
                if not is_kept(path, value, data.get(path))
            ]
    return lost


@pytest.mark.kill
def test_no_answer_that_was_called_saved_is_missing_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with create_workspace(folder, user="Nguyễn Thị Kiểm") as workspace:
        round_id = make_round(workspace)
    promises: dict[str, dict[str, object]] = {}
    for seed in range(KILLS):
        with open_workspace(folder) as workspace:
            response_id = start_response(workspace, round_id)
        promises[response_id] = run_and_kill(folder, response_id, seed)
        assert lost_answers(folder, {response_id: promises[response_id]}) == []
    assert lost_answers(folder, promises) == []
    assert sum(map(len, promises.values())) >= KILLS, "too few answers were saved to prove anything"


def test_a_promise_that_was_broken_would_be_seen(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with create_workspace(folder) as workspace:
        response_id = start_response(workspace, make_round(workspace))
        workspace.store.save(response_id, "response", {"q/emp": "12"})
    assert lost_answers(folder, {response_id: {"q/emp": "12"}}) == []
    assert lost_answers(folder, {response_id: {"q/emp": "13", "q/emp_f": "4"}}) == [
        (response_id, "q/emp", "13", "12"),
        (response_id, "q/emp_f", "4", None),
    ]

"""Runs one race through our engine: reads the plan (JSON) named on the command line, prints the figures as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from digiplan_desktop.forms.compilation import load_form
from digiplan_desktop.forms.session import Session


def load(file: str) -> tuple[Session, float]:
    """Give an empty questionnaire, and how many seconds it took from the file to it."""
    started = time.perf_counter()
    session = Session(load_form(Path(file)))
    return session, time.perf_counter() - started


def answer(session: Session, deed: dict[str, Any], states: list[dict[str, str]]) -> float:
    """Answer one question and read its state, and the choices it decides on; give the seconds."""
    started = time.perf_counter()
    session.answer(deed["ref"], deed["value"])
    session.node(deed["ref"])
    if deed["then"]:
        session.choices(deed["then"], limit=100_000)
    taken = time.perf_counter() - started
    if deed["compared"]:
        states.append(dict(session.values()))
    return taken


def peak_mib() -> float:
    """Give the most memory that the process has had at once."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main() -> None:
    """Load, answer, note the memory, then load again for the warm figure."""
    plan: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    session, first = load(plan["file"])
    states: list[dict[str, str]] = []
    answers = [answer(session, deed, states) for deed in plan["answers"]]
    hub = [answer(session, deed, states) for deed in plan["hub"]]
    memory = peak_mib()
    del session
    loads = [load(plan["file"])[1] for _ in range(plan["loads"])]
    print(
        json.dumps(
            {
                "first": first,
                "loads": loads,
                "answers": answers,
                "hub": hub,
                "memory": memory,
                "states": states,
            }
        )
    )


main()

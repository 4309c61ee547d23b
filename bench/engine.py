"""The questionnaire engine beside its peers: the same forms and the same answers, in turn, in one run.

Peers: JavaRosa (its classes are inside the jar that pyxform brings; needs a JDK) and @getodk/xforms-engine (node 20
with jsdom; installed into build/ at the first run). A peer whose tools are missing is left out and said so.

Each engine has a process of its own for each form: it loads the form cold, answers, notes its memory, and then loads
the form again some times for the warm figure. The values that stand are compared between the engines.

Use: python bench/engine.py [WARM_LOADS]
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers.forms import (
    BILINGUAL,
    Race,
    answers_to_choices,
    answers_to_many,
    compile_rows,
    many_choices,
    many_questions,
)
from peers.functions import EXPRESSIONS, answers_to_functions, functions

from digiplan_desktop.forms.compilation import load_form

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build" / "bench-peers"
WARM_LOADS = 5
OURS, JAVAROSA, WEB_FORMS = "digiplan", "JavaRosa", "xforms-engine"
# This form is there for its values, not for its speed.
FUNCTIONS = "functions"
ANSWER_P95, WORST_HUB = 0.001, 0.050
# Made anew by each engine.
IDENTIFIERS = {"instanceID", "instanceName", "meta"}

Figures = dict[str, Any]
Runner = Callable[[Race, Path, int], Figures]


@dataclass(frozen=True)
class Bar:
    """One thing that must hold."""

    name: str
    held: bool
    found: str


# Engines


def run_ours(race: Race, folder: Path, loads: int) -> Figures:
    """Run a race through our engine, with a cache folder of its own."""
    plan = _write_plan(race, folder, loads)
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    return _figures([sys.executable, str(HERE / "peers" / "digiplan.py"), str(plan)], environment)


def run_web_forms(race: Race, folder: Path, loads: int) -> Figures:
    """Run a race through xforms-engine."""
    script = shutil.copy(HERE / "peers" / "xforms_engine.mjs", BUILD / "web-forms")
    return _figures(["node", "--max-old-space-size=4096", str(script), str(_write_plan(race, folder, loads))])


def run_javarosa(race: Race, folder: Path, loads: int) -> Figures:
    """Run a race through JavaRosa."""
    plan_of = race.plan(loads)
    deeds = [(kind, each) for kind in ("answers", "hub") for each in plan_of[kind]]
    lines = [
        "\t".join(
            (
                kind,
                "compared" if each["compared"] else "",
                each["ref"],
                each["type"],
                each["value"],
                each["then"],
            )
        )
        for kind, each in deeds
    ]
    plan = folder / f"{race.name}.tsv"
    plan.write_text("\n".join([str(race.file), str(loads), *lines]), "utf-8")
    classes = os.pathsep.join((str(_jar()), str(BUILD / "javarosa")))
    return _figures(["java", "-Dfile.encoding=UTF-8", "-cp", classes, "JavaRosaRace", str(plan)])


def _write_plan(race: Race, folder: Path, loads: int) -> Path:
    plan = folder / f"{race.name}.json"
    plan.write_text(json.dumps(race.plan(loads)), "utf-8")
    return plan


def _figures(command: list[str], environment: dict[str, str] | None = None) -> Figures:
    ran = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    if ran.returncode:
        raise SystemExit(f"{command[0]} failed:\n{ran.stderr[-2000:]}")
    figures: Figures = json.loads(ran.stdout.rpartition("RACE ")[2].strip().splitlines()[-1])
    return figures


# Peers


def _jar() -> Path:
    import pyxform

    return Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"


def set_up_javarosa() -> str:
    """Compile the driver of JavaRosa; give why it cannot run, "" when it can."""
    if not (shutil.which("java") and shutil.which("javac")):
        return "no JDK here (java and javac)"
    target = BUILD / "javarosa"
    target.mkdir(parents=True, exist_ok=True)
    source = HERE / "peers" / "JavaRosaRace.java"
    ran = subprocess.run(
        ["javac", "-encoding", "UTF-8", "-cp", str(_jar()), "-d", str(target), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    return f"its driver does not compile: {ran.stderr[-500:]}" if ran.returncode else ""


def set_up_web_forms() -> str:
    """Install xforms-engine once; give why it cannot run, "" when it can."""
    if not (shutil.which("node") and shutil.which("npm")):
        return "no node here (node 20 and npm)"
    target = BUILD / "web-forms"
    target.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "peers" / "package.json").read_text("utf-8")
    stamp = target / "installed.json"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return ""
    (target / "package.json").write_text(wanted, "utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error"]
    ran = subprocess.run(command, cwd=target, capture_output=True, text=True, check=False)
    if ran.returncode:
        return f"npm could not install it: {ran.stderr[-500:]}"
    stamp.write_text(wanted, "utf-8")
    return ""


def engines() -> dict[str, Runner]:
    """Give the engines that can run here, ours first; say which cannot."""
    found: dict[str, Runner] = {OURS: run_ours}
    peers = (JAVAROSA, set_up_javarosa, run_javarosa), (WEB_FORMS, set_up_web_forms, run_web_forms)
    for name, set_up, runner in peers:
        reason = set_up()
        if reason:
            print(f"{name} is left out: {reason}")
        else:
            found[name] = runner
    return found


# Races


def races(folder: Path) -> list[Race]:
    """Generate the forms and what is answered in them."""
    found = []
    for count in (60, 1000):
        survey, choices = many_questions(count)
        path = compile_rows(survey, choices, f"questions{count}", folder, **BILINGUAL)
        found.append(Race(path.stem, path, *answers_to_many(load_form(path))))
    survey, choices = many_choices()
    path = compile_rows(survey, choices, f"choices{len(choices)}", folder)
    found.append(Race(path.stem, path, *answers_to_choices(load_form(path))))
    path = compile_rows(*functions(), FUNCTIONS, folder)
    deeds = answers_to_functions("data")
    found.append(Race(path.stem, path, deeds, deeds[-1:]))
    return found


# Report


def summary(figures: Figures) -> dict[str, float]:
    """Give the figures of the table: seconds, and MiB for memory."""
    answers = sorted(figures["answers"])
    return {
        "first load": figures["first"],
        "load": statistics.median(figures["loads"]),
        "answer p50": statistics.median(answers),
        "answer p95": answers[int(len(answers) * 0.95)],
        "answer max": answers[-1],
        "worst hub": max(figures["hub"]),
        "memory": figures["memory"],
    }


def print_table(race: Race, table: dict[str, dict[str, float]]) -> None:
    """Print one form: each figure of each engine, and the peers' as a ratio to ours."""
    print(f"\n{race.name}: {len(race.answers)} answers, hub answered {len(race.hub)} times")
    print(f"{'':<12}" + "".join(f"{name:>24}" for name in table))
    for row in table[OURS]:
        line = f"{row:<12}"
        for name, figures in table.items():
            ratio = f"({figures[row] / table[OURS][row]:.2f}×)" if name != OURS else ""
            line += f"{_printed(row, figures[row]):>14}{ratio:>10}"
        print(line)


def _printed(row: str, value: float) -> str:
    if row == "memory":
        return f"{value:.0f} MiB"
    return f"{value * 1000:.3f} ms" if row.startswith("answer") else f"{value * 1000:.1f} ms"


def differences(ours: Figures, peer: Figures) -> dict[str, str]:
    """Give by question or calculated value the first time that the engines' values differ (ours / theirs).

    A question that is not asked has the value "" here, and so has an answer that was never given.
    """
    found: dict[str, str] = {}
    if not ours["states"]:
        raise SystemExit("nothing was compared")
    for turn, (mine, theirs) in enumerate(zip(ours["states"], peer["states"], strict=True)):
        for name in mine.keys() | theirs.keys():
            pair = mine.get(name, ""), theirs.get(name, "")
            if pair[0] != pair[1] and name not in IDENTIFIERS:
                found.setdefault(name, f"{pair[0]!r} / {pair[1]!r} (turn {turn})")
    return found


def print_differences(race: Race, peer: str, found: dict[str, str]) -> None:
    """Print what differs from a peer, with the expression where it is one of the generated ones."""
    print(f"  values that differ from {peer}: {len(found)}")
    for name, values in sorted(found.items()):
        expression = EXPRESSIONS[int(name[1:])] if race.name == FUNCTIONS and name[1:].isdigit() else ""
        print(f"    {name} {expression}: {values}".replace(" :", ":"))


def bars(race: Race, table: dict[str, dict[str, float]]) -> list[Bar]:
    """Give the bars of a form; a ratio is how many times what we need."""
    ours = table[OURS]
    found: list[Bar] = []
    if race.name == FUNCTIONS:
        return found
    if race.name == "questions1000":
        found += [
            Bar("answer p95 ≤ 1 ms", ours["answer p95"] <= ANSWER_P95, f"{ours['answer p95'] * 1000:.3f} ms"),
            Bar("worst hub ≤ 50 ms", ours["worst hub"] <= WORST_HUB, f"{ours['worst hub'] * 1000:.1f} ms"),
        ]
    for peer, times in ((JAVAROSA, 1.0), (WEB_FORMS, 3.0)):
        if peer in table:
            for row in ("load", "first load"):
                ratio = table[peer][row] / ours[row]
                found.append(Bar(f"{row} {times:.0f}× {peer}", ratio >= times, f"{ratio:.2f}×"))
            ratio = table[peer]["memory"] / ours["memory"]
            found.append(Bar(f"memory below {peer}", ratio > 1, f"{ratio:.2f}×"))
    return found


def main() -> int:
    """Race, print, and give 1 when a bar is missed; where engines disagree is printed for a person to judge."""
    loads = int(sys.argv[1]) if len(sys.argv) > 1 else WARM_LOADS
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runners = engines()
        for race in races(folder):
            raw = {engine: run(race, folder, loads) for engine, run in runners.items()}
            table = {engine: summary(figures) for engine, figures in raw.items()}
            print_table(race, table)
            for bar in bars(race, table):
                missed += not bar.held
                print(f"  {'held  ' if bar.held else 'MISSED'} {bar.name}: {bar.found}")
            for peer in [engine for engine in raw if engine != OURS]:
                print_differences(race, peer, differences(raw[OURS], raw[peer]))
    return int(missed > 0)


if __name__ == "__main__":
    raise SystemExit(main())

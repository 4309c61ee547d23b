"""Loads a plan from its TOML file. All mistakes of the file are reported together, each with its line."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

from digiplan_desktop.errors import FileDamaged, FileMissing, PlanBroken, Problem
from digiplan_desktop.plan import targets
from digiplan_desktop.plan.plan_reader import Findings, Table, locate_lines
from digiplan_desktop.plan.targets import (
    Aim,
    Baseline,
    BaselineFigure,
    Definition,
    Indicator,
    Measure,
    Plan,
    Source,
    Stage,
    Target,
    Territory,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_KINDS = ("share", "ratio", "mean", "count", "sum")
_COUNTS = ("count", "sum")
_SOURCES = ("survey", "figure", "units")
_TOML_LINE = re.compile(r"at line (\d+)")
_SOME_DAY = date(1970, 1, 1)


def load_plan(path: Path) -> Plan:
    """Give the plan of the file.

    Raises:
        FileMissing, FileDamaged: there is no such file, or it cannot be read.
        PlanBroken: the file is not TOML, or its content does not make a plan; `problems` has every mistake.

    """
    text, digest = _read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlanBroken(path, (_syntax_problem(text, error),)) from error
    findings = Findings(locate_lines(text))
    plan = _read_plan(Table(data, (), findings), digest)
    if findings.problems:
        raise PlanBroken(path, tuple(sorted(findings.problems, key=lambda problem: problem.row)))
    return plan


def _read_text(path: Path) -> tuple[str, str]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileMissing(path) from None
    except OSError as error:
        raise FileDamaged(path, str(error)) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise PlanBroken(path, (Problem("error", "not_utf8", row=line),)) from error
    return text, hashlib.sha256(content).hexdigest()


def _syntax_problem(text: str, error: tomllib.TOMLDecodeError) -> Problem:
    match = _TOML_LINE.search(str(error))
    line = int(match[1]) if match else len(text.splitlines())
    return Problem("error", "toml", row=line, text=str(error))


def _read_plan(file: Table, digest: str) -> Plan:
    head = file.table("plan")
    territories = tuple(_read_territory(table) for table in file.tables("territory"))
    found = tuple(_read_target(table) for table in file.tables("target"))
    measures = tuple(_read_measure(table) for table in file.tables("measure", required=False))
    baselines = tuple(_read_baseline_figure(table) for table in file.tables("baseline", required=False))
    sources = tuple(_read_source(table) for table in file.tables("source", required=False))
    known = [territory.id for territory in territories]
    plan = Plan(
        id=head.text("id"),
        number=head.text("number"),
        title=head.words("title"),
        short=head.words("short"),
        signed=head.day("signed") or _SOME_DAY,
        start=head.day("start") or _SOME_DAY,
        territory=head.choice("territory", known),
        territories=territories,
        targets=found,
        measures=measures,
        baselines=baselines,
        sources=sources,
        notes=_read_notes(head),
        hash=digest,
        neighbours=_read_neighbours(file),
    )
    head.finish()
    file.finish()
    _check_whole(file, plan)
    return plan


def _read_notes(head: Table) -> tuple[Wording, ...]:
    notes = []
    for table in head.tables("notes", required=False):
        notes.append(Wording(table.text("vi"), table.text("en")))
        table.finish()
    return tuple(notes)


def _read_neighbours(file: Table) -> dict[str, tuple[str, ...]]:
    if not file.has("neighbours"):
        return {}
    table = file.table("neighbours")
    return {key: table.texts(key) for key in table.names()}


def _read_territory(table: Table) -> Territory:
    territory = Territory(
        id=table.text("id"),
        name=table.words("name"),
        valid_from=table.day("valid_from", required=False),
        valid_to=table.day("valid_to", required=False),
        districts=table.texts("districts"),
    )
    table.finish()
    return territory


def _read_source(table: Table) -> Source:
    source = Source(table.text("id"), table.words("text"))
    table.finish()
    return source


def _read_measure(table: Table) -> Measure:
    measure = Measure(
        table.text("id"),
        table.words("group"),
        table.words("text"),
        table.choice("kind", (targets.QUALITATIVE,), targets.QUALITATIVE),
    )
    table.finish()
    return measure


def _read_baseline_figure(table: Table) -> BaselineFigure:
    figure = BaselineFigure(
        id=table.text("id"),
        text=table.words("text"),
        operator=table.choice("operator", ("=", ">")),
        value=table.number("value", required=True) or 0.0,
        unit=table.words("unit"),
        date=table.day("date") or _SOME_DAY,
        territory=table.text("territory"),
    )
    table.finish()
    return figure


def _read_target(table: Table) -> Target:
    start = table.table("baseline")
    baseline = Baseline(start.day("date") or _SOME_DAY, start.number("value"))
    start.finish()
    definitions = tuple(_read_definition(each) for each in table.tables("definition", required=False))
    target = Target(
        id=table.text("id"),
        text=table.words("text"),
        short=table.words("short"),
        unit=table.words("unit"),
        indicator=_read_indicator(table.table("indicator"), definitions),
        stages=tuple(_read_stage(each) for each in table.tables("stage")),
        baseline=baseline,
        group=table.text("group", ""),
        counted_from=table.day("counted_from", required=False),
        note=table.words("note", required=False),
    )
    table.finish()
    _check_target(table, target)
    return target


def _read_indicator(table: Table, definitions: tuple[Definition, ...]) -> Indicator:
    kind = table.choice("kind", _KINDS)
    counted = kind in _COUNTS
    indicator = Indicator(
        id=table.text("id"),
        name=table.words("name"),
        kind=kind,
        form=table.text("form", "" if counted else None),
        sources=table.texts("sources", _SOURCES),
        definitions=definitions,
        chosen=table.text("chosen", "" if counted else None),
        events_of=table.text("events_of", None if counted else ""),
    )
    if not indicator.sources:
        table.wrong("key_missing", "sources", "sources")
    if not counted and indicator.chosen and indicator.definition is None:
        table.wrong("reference_unknown", "chosen", indicator.chosen)
    table.finish()
    return indicator


def _read_definition(table: Table) -> Definition:
    definition = Definition(
        id=table.text("id"),
        name=table.words("name"),
        numerator=table.texts("numerator"),
        denominator=table.texts("denominator"),
        where=table.conditions("where"),
        note=table.words("note", required=False),
    )
    if not definition.numerator:
        table.wrong("key_missing", "numerator", "numerator")
    table.finish()
    return definition


def _read_stage(table: Table) -> Stage:
    operator = table.choice("operator", targets.OPERATORS)
    numbered = operator not in {targets.QUALITATIVE, targets.NO_TARGET}
    aim = Aim(
        operator=operator,
        value=table.number("value", required=numbered),
        upper=table.number("upper", required=operator == targets.RANGE),
        printed=table.text("printed", ""),
    )
    stage = Stage(table.day("due") or _SOME_DAY, aim)
    if aim.value is not None and aim.upper is not None and aim.upper < aim.value:
        table.wrong("range_order", "upper", str(aim.upper))
    table.finish()
    return stage


def _check_target(table: Table, target: Target) -> None:
    if not target.stages:
        table.wrong("key_missing", "stage", "stage")
    dues = [stage.due for stage in target.stages]
    if dues != sorted(set(dues)):
        table.wrong("stage_order", "stage", target.id)
    if target.indicator.kind == "ratio":
        for definition in target.indicator.definitions:
            if not definition.denominator:
                table.wrong("key_missing", "definition", "denominator", definition.id)
    _report_doubles(table, "definition", (each.id for each in target.indicator.definitions))


def _check_whole(file: Table, plan: Plan) -> None:
    """Check what only shows when the parts stand side by side: ids that repeat or point nowhere."""
    lists: dict[str, tuple[Any, ...]] = {
        "target": plan.targets,
        "measure": plan.measures,
        "baseline": plan.baselines,
        "territory": plan.territories,
        "source": plan.sources,
    }
    for key, entries in lists.items():
        _report_doubles(file, key, (entry.id for entry in entries))
    ids = {target.id for target in plan.targets}
    for table, target in zip(file.tables("target"), plan.targets, strict=True):
        for key, reference in (("group", target.group), ("indicator", target.indicator.events_of)):
            if reference and reference not in ids:
                table.wrong("reference_unknown", key, reference)


def _report_doubles(table: Table, key: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            table.wrong("duplicate_id", key, each)
        seen.add(each)

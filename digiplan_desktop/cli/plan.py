"""`digiplan plan` and `digiplan estimate`: where targets stand, events of the plan, the estimator alone."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digiplan_desktop.cli.arguments import Day, json_option, language, opened, plain, read_json
from digiplan_desktop.cli.output import give, load_words
from digiplan_desktop.errors import FileMissing, FileNotWritable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.actions.progress import PlanProgress


@click.group("plan")
def plan_verb() -> None:
    """The plan: its targets and its events."""


@plan_verb.command("progress")
@click.option("--as-of", type=Day(), default=None, help="The day to look from; today unless given.")
@click.option("--territory", default="old", show_default=True, help="old (before 1 July 2025) or new.")
@json_option
def progress_verb(as_of: date | None, territory: str, as_json: bool) -> None:
    """Tell where each target stands."""
    from digiplan_desktop.actions.progress import plan_progress
    from digiplan_desktop.plan.plain_values import to_json

    with opened(read_only=True) as workspace:
        progress = plan_progress(workspace, as_of=as_of, territory=territory)
    document = {
        "plan": progress.plan.id,
        "as_of": progress.as_of.isoformat(),
        "territory": progress.territory,
        "invented": progress.invented,
        "targets": [to_json(target) for target in progress.targets],
    }
    load_words(language())
    give(document, as_json=as_json, text=_progress_lines(progress))


def _progress_lines(progress: PlanProgress) -> list[str]:
    from digiplan_desktop.ui.command_words import target_line

    return [target_line(target, language()) for target in progress.targets]


@plan_verb.group("event")
def event_verb() -> None:
    """Events: an enterprise founded or attracted, a figure that an administration reported."""


@event_verb.command("add")
@click.option("--target", required=True, help="Such as T5.")
@click.option("--kind", required=True, help="unit (one enterprise) or figure (a reported number).")
@click.option("--date", "day", type=Day(), required=True)
@click.option("--name", default="")
@click.option("--people", default=0, type=click.IntRange(0))
@click.option("--numerator", default="")
@click.option("--denominator", default="")
@click.option("--document", default="", help="Number of the document that proves it.")
@click.option("--note", default="")
@click.option("--territory", default="", help="old or new when it holds for that one only.")
@json_option
def add_event_verb(day: date, as_json: bool, **fields: Any) -> None:
    """Keep an event."""
    from digiplan_desktop.actions.events import Event, record_event

    with opened() as workspace:
        event_id, _ = record_event(workspace, Event(date=day, **fields))
    give({"id": event_id}, as_json=as_json, text=event_id)


@event_verb.command("withdraw")
@click.argument("event_id", metavar="ID")
@json_option
def withdraw_event_verb(event_id: str, as_json: bool) -> None:
    """Take an event back; its history stays."""
    from digiplan_desktop.actions.events import withdraw_event

    with opened() as workspace:
        withdraw_event(workspace, event_id)
    give({"id": event_id}, as_json=as_json, text=event_id)


@event_verb.command("list")
@click.option("--target", default="")
@json_option
def list_events_verb(target: str, as_json: bool) -> None:
    """List the events."""
    from digiplan_desktop.actions.events import list_events

    with opened(read_only=True) as workspace:
        events = list_events(workspace, target)
    document = {"events": [plain(vars(event)) for event in events]}
    give(
        document,
        as_json=as_json,
        text=[f"{each.id}  {each.target:<4} {each.date}  {each.name}" for each in events],
    )


@plan_verb.command("microdata")
@click.argument("round_id", metavar="ROUND")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--target", default="T1", show_default=True)
@json_option
def microdata_verb(round_id: str, out: Path, target: str, as_json: bool) -> None:
    """Write the rows that a target's figure from a ROUND rests on as CSV, for another program to estimate anew."""
    from digiplan_desktop.actions.microdata import estimation_rows

    with opened(read_only=True) as workspace:
        header, rows = estimation_rows(workspace, round_id, target)
    _write_csv(out, header, rows)
    give(
        {"file": str(out), "rows": len(rows), "columns": list(header)},
        as_json=as_json,
        text=f"{out}  {len(rows)}",
    )


def _write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
    except OSError as error:
        raise FileNotWritable(path, str(error)) from error


@click.command("estimate")
@click.argument("data", type=click.Path(path_type=Path))
@click.argument("design", type=click.Path(path_type=Path))
@json_option
def estimate_verb(data: Path, design: Path, as_json: bool) -> None:
    """Estimate what DESIGN.json asks for from the rows of DATA.csv."""
    from digiplan_desktop.plan.csv_estimates import estimate_csv

    for path in (data, design):
        if not path.is_file():
            raise FileMissing(path)
    asked = read_json(design.read_text(encoding="utf-8-sig"), str(design))
    estimates = [each.to_json() for each in estimate_csv(data, asked)]
    lines = [
        f"{each['id']:<20} {each['estimate']!s:<22} {each['low']} – {each['high']}" for each in estimates
    ]
    give({"estimates": estimates}, as_json=as_json, text=lines)

"""`digiplan round`: survey rounds."""

from __future__ import annotations

from datetime import date

import click

from digiplan_desktop.cli.arguments import Day, json_option, opened
from digiplan_desktop.cli.output import give


@click.group("round")
def round_verb() -> None:
    """Survey rounds: frame, sample, questionnaire."""


@round_verb.command("create")
@click.option("--form", required=True, help="Id of the questionnaire, such as dn01.")
@click.option("--period", required=True, help="Such as 2026-II.")
@click.option(
    "--regime",
    required=True,
    help="census, census_in_progress, probability_sample, convenience or administrative.",
)
@click.option("--territory", default="old", show_default=True, help="old (before 1 July 2025) or new.")
@click.option(
    "--reference-date", type=Day(), default=None, help="The day the results stand for; today unless given."
)
@click.option("--sample", "sample_size", default=0, help="Enterprises to draw; 0 visits the whole frame.")
@click.option("--seed", default="", help="Seed of the draw; made from the period unless given.")
@click.option("--title", default="")
@json_option
def create_verb(as_json: bool, reference_date: date | None, sample_size: int, **words: str) -> None:
    """Make a round: freeze the frame and draw the sample."""
    from digiplan_desktop.actions.rounds import RoundPlan, create_round, drawn_enterprises

    with opened() as workspace:
        wanted = RoundPlan(reference_date=reference_date, sample_size=sample_size, **words)
        made, _ = create_round(workspace, wanted)
        drawn = drawn_enterprises(workspace, made.id)
    document = {
        "round": made.id,
        "form": made.form,
        "period": made.period,
        "regime": made.regime,
        "territory": made.territory,
        "reference_date": made.reference_date.isoformat(),
        "seed": made.seed,
        "frame": made.frame_size,
        "frame_hash": made.frame_hash,
        "strata": [
            {"stratum": name, "population": size, "drawn": taken} for name, size, taken in made.strata
        ],
        "drawn": list(drawn),
    }
    give(document, as_json=as_json, text=f"{made.id}  {made.title}  {made.frame_size} → {len(drawn)}")


@round_verb.command("list")
@json_option
def list_verb(as_json: bool) -> None:
    """List the rounds."""
    from digiplan_desktop.actions.rounds import list_rounds

    with opened(read_only=True) as workspace:
        rounds = list_rounds(workspace)
    document = {
        "rounds": [
            {
                "id": known.id,
                "title": known.title,
                "form": known.form,
                "period": known.period,
                "regime": known.regime,
                "territory": known.territory,
                "reference_date": known.reference_date.isoformat(),
                "frame": known.frame_size,
                "drawn": known.drawn,
                "closed": known.closed,
            }
            for known in rounds
        ]
    }
    give(
        document,
        as_json=as_json,
        text=[f"{known.id}  {known.period:<8} {known.form:<6} {known.title}" for known in rounds],
    )


@round_verb.command("close")
@click.argument("round_id", metavar="ROUND")
@json_option
def close_verb(round_id: str, as_json: bool) -> None:
    """Say that fieldwork has ended: the round's figures are no longer provisional."""
    from digiplan_desktop.actions.rounds import close_round, find_round

    with opened() as workspace:
        close_round(workspace, round_id)
        known = find_round(workspace, round_id)
    give({"round": known.id, "closed": known.closed}, as_json=as_json, text=known.id)

"""`digiplan return`: official Excel returns."""

from __future__ import annotations

from pathlib import Path

import click

from digiplan_desktop.cli.arguments import find_area, json_option, opened
from digiplan_desktop.cli.output import give


@click.group("return")
def return_verb() -> None:
    """Official returns."""


@return_verb.command("list")
@json_option
def list_verb(as_json: bool) -> None:
    """List the returns that can be made."""
    from digiplan_desktop.actions.returns import list_returns

    kinds = list_returns()
    document = {"returns": [{"id": kind.id, "number": kind.number, "title": kind.title} for kind in kinds]}
    give(document, as_json=as_json, text=[f"{kind.id:<8} {kind.number}  {kind.title}" for kind in kinds])


@return_verb.command("make")
@click.argument("return_id", metavar="ID")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--period", required=True, help="Period of the survey round, such as 2026-II.")
@click.option(
    "--area", default="", help="uid or name of a district or commune; the whole territory unless given."
)
@click.option("--territory", default="old", show_default=True)
@json_option
def make_verb(return_id: str, out: Path, period: str, area: str, territory: str, as_json: bool) -> None:
    """Make the return ID as the workbook OUT."""
    from digiplan_desktop.actions.returns import ReturnWish, make_return

    with opened(read_only=True) as workspace:
        wish = ReturnWish(return_id, period=period, area=find_area(workspace, area), territory=territory)
        written = make_return(workspace, wish, out)
    document = {"file": str(written.path), "cells": written.cells, "reconciled": written.reconciled}
    give(document, as_json=as_json, text=str(written.path))

"""`digiplan tour`: the main job from end to end, through the real window without a screen."""

from __future__ import annotations

from pathlib import Path

import click

from digiplan_desktop.cli.arguments import json_option, language
from digiplan_desktop.cli.output import give, say


@click.command("tour")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--out", default=Path("demo-output"), show_default=True, type=click.Path(path_type=Path))
@json_option
def tour_verb(folder: Path, out: Path, as_json: bool) -> None:
    """Fill one questionnaire by keys, make the return, the charts and a picture of every screen."""
    from digiplan_desktop.tour import run_tour

    files = run_tour(folder, out, language=language(), tell=say)
    give({"files": [str(path) for path in files]}, as_json=as_json, text=[str(path) for path in files])

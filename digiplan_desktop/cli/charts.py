"""`digiplan chart`: a chart as on screen, as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from digiplan_desktop.cli.arguments import Day, json_option, language, opened
from digiplan_desktop.cli.output import give, load_words


@click.command("chart")
@click.argument("kind")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--as-of", type=Day(), default=None)
@click.option("--territory", default="old", show_default=True)
@click.option(
    "--year",
    default=None,
    type=int,
    help="Targets due in that year; the nearest that is not past unless given.",
)
@click.option("--target", default="T1", show_default=True, help="For charts of one target.")
@click.option("--theme", default="light", show_default=True, type=click.Choice(["light", "dark"]))
@json_option
def chart_verb(kind: str, out: Path, as_of: date | None, as_json: bool, **wishes: Any) -> None:
    """Draw KIND (bullet, trajectory, dotplot) into OUT (.png, .svg or .pdf)."""
    load_words(language())
    from digiplan_desktop.charts.save import save_figure
    from digiplan_desktop.ui.chart_figures import ChartWish, draw_chart

    wish = ChartWish(kind=kind, as_of=as_of, **wishes)
    with opened(read_only=True) as workspace:
        figure = draw_chart(workspace, wish)
    save_figure(figure, out)
    give({"file": str(out), "kind": kind}, as_json=as_json, text=str(out))

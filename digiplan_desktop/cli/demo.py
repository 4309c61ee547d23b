"""`digiplan demo` and `digiplan init`: make a store."""

from __future__ import annotations

from pathlib import Path

import click

from digiplan_desktop.cli.arguments import json_option, language
from digiplan_desktop.cli.output import give, load_words, say


@click.command("demo")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--enterprises", default=12_075, show_default=True, type=click.IntRange(1))
@click.option("--responses", default=1_032, show_default=True, type=click.IntRange(0))
@click.option("--seed", default=74, show_default=True)
@json_option
def demo_verb(folder: Path, enterprises: int, responses: int, seed: int, as_json: bool) -> None:
    """Make a store with an invented register, a survey round and answers."""
    from digiplan_desktop.actions.demo import DemoSize, make_demo

    load_words(language())
    from digiplan_desktop.ui.command_words import demo_part, demo_result

    size = DemoSize(enterprises=enterprises, responses=responses, seed=seed)
    made = make_demo(folder, size, tell=lambda part, count: say(demo_part(part, count)))
    document = {
        "store": str(folder),
        "enterprises": made.enterprises,
        "responses": made.responses,
        "round": made.round_id,
    }
    give(document, as_json=as_json, text=demo_result(folder, made.enterprises, made.responses))


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--user", default="", help="Name of the person who works here; the account's unless given.")
@json_option
def init_verb(folder: Path, user: str, as_json: bool) -> None:
    """Make a new, empty store."""
    from digiplan_desktop.actions.workspace import create_workspace

    with create_workspace(folder, user=user):
        pass
    give({"store": str(folder)}, as_json=as_json, text=str(folder))

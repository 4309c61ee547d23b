"""`digiplan state` and `digiplan check`: what the store holds, and whether it is sound."""

from __future__ import annotations

from dataclasses import asdict

import click

from digiplan_desktop.cli.arguments import json_option, language, opened
from digiplan_desktop.cli.main import exit_with_problems
from digiplan_desktop.cli.output import give, load_words


@click.command("state")
@json_option
def state_verb(as_json: bool) -> None:
    """Count records, revisions, heads and conflicts, and give the digest of the view."""
    with opened(read_only=True) as workspace:
        document = asdict(workspace.store.state())
    give(document, as_json=as_json, text=[f"{name:<10} {value}" for name, value in document.items()])


@click.command("check")
@click.option("--deep", is_flag=True, help="Also hash every revision and compute the view anew.")
@json_option
def check_verb(deep: bool, as_json: bool) -> None:
    """Check that the store is whole."""
    load_words(language())
    from digiplan_desktop.ui.messages import problem_text

    with opened(read_only=True) as workspace:
        problems = workspace.store.check(deep=deep)
    document = {"ok": not problems, "problems": [asdict(problem) for problem in problems]}
    give(document, as_json=as_json, text=[problem_text(problem) for problem in problems] or "✔")
    if problems:
        exit_with_problems()

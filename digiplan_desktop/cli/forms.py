"""`digiplan form`: questionnaires without a window."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from digiplan_desktop.cli.arguments import json_option, language
from digiplan_desktop.cli.main import exit_with
from digiplan_desktop.cli.output import give, load_words

PROBLEMS_LISTED = 3


@click.group("form")
def form_verb() -> None:
    """Questionnaires."""


@form_verb.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def check_verb(file: Path, as_json: bool) -> None:
    """Compile an XLSForm or XForm and list every problem with its place."""
    from digiplan_desktop.forms.compilation import check_form

    load_words(language())
    from digiplan_desktop.ui.messages import problem_text

    found = check_form(file)
    document = {
        "ok": found.ok,
        "title": found.title,
        "version": found.version,
        "languages": list(found.languages),
        "questions": found.questions,
        "problems": [asdict(problem) for problem in found.problems],
    }
    mark = "✔" if found.ok else "✖"
    lines = [f"{mark} {found.title} {found.version} ({found.questions})", *map(problem_text, found.problems)]
    give(document, as_json=as_json, text=lines)
    if not found.ok:
        exit_with(PROBLEMS_LISTED)


@form_verb.command("list")
@json_option
def list_verb(as_json: bool) -> None:
    """List the questionnaires that ship with the program."""
    from digiplan_desktop.forms.compilation import load_form
    from digiplan_desktop.forms.library import shipped_forms

    forms = [(path.stem, load_form(path)) for path in shipped_forms()]
    document = {"forms": [{"id": name, "title": form.title, "version": form.version} for name, form in forms]}
    give(document, as_json=as_json, text=[f"{name:<6} {form.title}  {form.version}" for name, form in forms])

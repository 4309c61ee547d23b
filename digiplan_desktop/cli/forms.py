"""`digiplan form`: questionnaires without a window."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

import click

from digiplan_desktop.cli.arguments import json_option, language, read_json
from digiplan_desktop.cli.main import exit_with_problems
from digiplan_desktop.cli.output import give, load_words
from digiplan_desktop.errors import FileMissing


@click.group("form")
def form_verb() -> None:
    """Questionnaires."""


@form_verb.command("check")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
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
    lines = [f"{mark} {found.title} {found.version} ({found.questions})"]
    for problem in found.problems:
        # The author's own text, with a caret under the place.
        lines += [problem_text(problem), *(f"    {line}" for line in problem.detail.splitlines())]
    give(document, as_json=as_json, text=lines)
    if not found.ok:
        exit_with_problems()


@form_verb.command("list")
@json_option
def list_verb(as_json: bool) -> None:
    """List the questionnaires that ship with the program."""
    from digiplan_desktop.forms.compilation import load_form
    from digiplan_desktop.forms.library import shipped_forms

    forms = [(path.stem, load_form(path)) for path in shipped_forms()]
    document = {"forms": [{"id": name, "title": form.title, "version": form.version} for name, form in forms]}
    give(document, as_json=as_json, text=[f"{name:<6} {form.title}  {form.version}" for name, form in forms])


@form_verb.command("print")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["vi", "en"]), default=None, help="Language of the sheet.")
@json_option
def print_verb(file: Path, out: Path, lang: str | None, as_json: bool) -> None:
    """Print the questionnaire FILE on A4 sheets as the PDF file OUT, to be filled in by hand."""
    from digiplan_desktop.actions.paper import print_form

    printed = print_form(file, out, lang or language())
    give({"file": str(printed.path), "pages": printed.pages}, as_json=as_json, text=str(printed.path))


@form_verb.command("play")
@click.argument("file", required=False, type=click.Path(path_type=Path, readable=False))
@click.argument("steps", required=False, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--batch",
    type=click.File(encoding="utf-8"),
    help="Many scenarios as one JSON; - reads standard input.",
)
def play_verb(file: Path | None, steps: Path | None, batch: IO[str] | None) -> None:
    """Run the STEPS (JSON) through the questionnaire FILE and print the state after each as JSON."""
    from digiplan_desktop.forms.play import play_batch, play_file

    if batch is not None:
        click.echo(json.dumps(play_batch(read_json(batch.read(), "--batch")), ensure_ascii=False))
        return
    if file is None or steps is None:
        raise click.UsageError(click.get_current_context().get_usage())
    if not steps.is_file():
        raise FileMissing(steps)
    played = play_file(file, read_json(steps.read_text(encoding="utf-8-sig"), str(steps)))
    click.echo(json.dumps(played, ensure_ascii=False))


@form_verb.command("eval")
def eval_verb() -> None:
    """Evaluate a JSON list of expressions from standard input and print the results as JSON."""
    from digiplan_desktop.forms.evaluation import evaluate_questions

    # Not the console's encoding: the list comes from a program.
    questions = read_json(sys.stdin.buffer.read().decode(), "stdin")
    click.echo(json.dumps(evaluate_questions(questions), ensure_ascii=False))

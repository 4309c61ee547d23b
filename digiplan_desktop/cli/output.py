"""What a verb prints: one JSON document on standard output, words for people on standard error."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from digiplan_desktop.errors import UserError


def say(text: str) -> None:
    """Tell a person something; scripts that read standard output are not disturbed."""
    click.echo(text, err=True)


def give(document: Mapping[str, Any], *, as_json: bool, text: str | Sequence[str] = ()) -> None:
    """Print the result: the document as JSON when asked for, else the lines for people."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    lines = [text] if isinstance(text, str) else text
    for line in lines:
        click.echo(line)
    if not lines:
        _say_nothing_found()


def _say_nothing_found() -> None:
    load_words(click.get_current_context().find_root().obj.language)
    from digiplan_desktop.ui.command_words import nothing_found

    say(nothing_found())


def print_error(error: UserError, *, language: str) -> None:
    """Word a user's error as the window would."""
    load_words(language)
    from digiplan_desktop.ui.messages import text_of

    say(text_of(error))


def load_words(language: str) -> None:
    """Make the words of that language available to a command without a window."""
    # Qt asks for a platform only for windows; words need none.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from digiplan_desktop.ui.language import load_words as load

    load(language)

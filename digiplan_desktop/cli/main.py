"""The root command: options that every verb shares, and verbs that are loaded when they are called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from digiplan_desktop import __version__

if TYPE_CHECKING:
    from digiplan_desktop.errors import UserError

# verb: the module in this package that defines it, under the same name with `_` for `-`.
VERBS = {
    "chart": "charts",
    "check": "state",
    "demo": "demo",
    "estimate": "plan",
    "form": "forms",
    "init": "demo",
    "plan": "plan",
    "register": "register",
    "response": "responses",
    "return": "returns",
    "round": "rounds",
    "state": "state",
    "tour": "tour",
}


@dataclass(frozen=True)
class Context:
    """What the options before the verb say."""

    store: Path | None
    language: str


class Verbs(click.Group):
    """Finds a verb's command without importing the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give every verb, in alphabetical order."""
        del ctx
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the command of a verb, or None."""
        del ctx
        if cmd_name not in VERBS:
            return None
        module = import_module(f"digiplan_desktop.cli.{VERBS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_verb")
        return command


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--store", type=click.Path(path_type=Path), help="Folder of the work store.")
@click.option(
    "--lang", type=click.Choice(["vi", "en"]), default=None, help="Language of messages and of the window."
)
@click.option("--quit-after-paint", is_flag=True, help="Close the window after its first paint.")
@click.version_option(__version__, prog_name="digiplan")
@click.pass_context
def root(ctx: click.Context, store: Path | None, lang: str | None, quit_after_paint: bool) -> None:
    """Keep the register, record surveys, see where each target stands, hand over returns.

    Without a verb the window opens.
    """
    ctx.obj = Context(store=store, language=lang or "vi")
    if ctx.invoked_subcommand is None:
        from digiplan_desktop.app import run_window

        ctx.exit(run_window(store, language=lang, quit_after_paint=quit_after_paint))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code: 0 done, 2 the user's error, 3 done with problems; a bug raises."""
    _speak_utf8()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    try:
        result = root.main(args=arguments, prog_name="digiplan", standalone_mode=False)
    except _user_error() as error:
        from digiplan_desktop.cli.output import print_error

        print_error(error, language=_language_in(arguments))
        return 2
    except click.exceptions.Abort:
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return result if isinstance(result, int) else 0


def _user_error() -> type[UserError]:
    # Asked for only when something was raised: the window must not wait for classes it may never need.
    from digiplan_desktop.errors import UserError

    return UserError


def exit_with_problems() -> NoReturn:
    """End a verb that is done with problems listed."""
    click.get_current_context().exit(3)


def _speak_utf8() -> None:
    # A Windows console and a pipe under the C locale would refuse Vietnamese letters.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _language_in(arguments: Sequence[str]) -> str:
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return "vi"

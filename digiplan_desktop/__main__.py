"""Entry point of `digiplan`, of `python -m digiplan_desktop` and of the frozen program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> None:
    """Run the command line; without a verb it opens the window."""
    if getattr(sys, "frozen", False):
        # A frozen program starts itself again for each child process.
        import multiprocessing

        multiprocessing.freeze_support()
    options = window_options(sys.argv[1:])
    if options is not None:
        from digiplan_desktop.app import run_window

        sys.exit(run_window(**options))
    from digiplan_desktop.cli.main import run

    sys.exit(run())


def window_options(arguments: Sequence[str]) -> dict[str, Any] | None:
    """Give what `app.run_window` needs when the arguments ask for the window and nothing else.

    The command line (`cli/main.py`) reads the same options and words every mistake; loading it would take a tenth
    of the time to the first paint.
    """
    options: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "--quit-after-paint":
            options["quit_after_paint"] = True
        elif argument == "--store" and (folder := next(rest, "")):
            options["folder"] = Path(folder)
        elif argument == "--lang" and (language := next(rest, "")) in {"vi", "en"}:
            options["language"] = language
        else:
            return None
    return options


if __name__ == "__main__":
    main()

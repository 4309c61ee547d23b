"""Entry point of `digiplan`, of `python -m digiplan_desktop` and of the frozen program."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; without a verb it opens the window."""
    if getattr(sys, "frozen", False):
        # A frozen program starts itself again for each child process.
        import multiprocessing

        multiprocessing.freeze_support()
    from digiplan_desktop.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()

"""The first window must not wait for libraries that it does not show."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "sqlalchemy",
    "sqlcipher3",
    "matplotlib",
    "numpy",
    "openpyxl",
    "xlsxwriter",
    "pyxform",
    "python_calamine",
)


def _imported_by(*names: str) -> set[str]:
    code = f"import sys\nfor name in {names!r}: __import__(name)\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


@pytest.mark.parametrize(
    "name", ["digiplan_desktop.cli.main", "digiplan_desktop.app", "digiplan_desktop.ui.main_window"]
)
def test_the_way_to_the_first_window_imports_no_heavy_library(name: str):
    assert _imported_by(name).isdisjoint(HEAVY)


def test_the_command_line_does_not_load_qt():
    assert "PySide6" not in _imported_by("digiplan_desktop.cli.main")

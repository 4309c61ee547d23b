from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from digiplan_desktop.__main__ import window_options
from tests.helpers.command import ROOT


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["--store", "kho", "--lang", "en"], {"folder": Path("kho"), "language": "en"}),
        (["--quit-after-paint"], {"quit_after_paint": True}),
    ],
)
def test_the_window_alone_is_asked_for_without_the_command_line(
    arguments: list[str], options: dict[str, object]
):
    assert window_options(arguments) == options


@pytest.mark.parametrize(
    "arguments",
    [["demo", "kho"], ["--lang", "fr"], ["--store"], ["--help"], ["--store", "kho", "state"], ["--lang=en"]],
)
def test_a_verb_and_every_mistake_is_for_the_command_line(arguments: list[str]):
    assert window_options(arguments) is None


def test_the_window_opens_without_loading_the_command_line(tmp_path: Path):
    opened = subprocess.run(
        [
            sys.executable,
            "-X",
            "importtime",
            "-m",
            "digiplan_desktop",
            "--store",
            str(tmp_path),
            "--quit-after-paint",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    imported = {line.rpartition("|")[2].strip() for line in opened.stderr.splitlines()}
    assert "digiplan_desktop.ui.main_window" in imported
    assert imported.isdisjoint({"click", "sqlalchemy", "matplotlib", "numpy", "openpyxl", "pyxform"})


def test_without_a_screen_the_window_is_refused_in_words() -> None:
    names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-m", "digiplan_desktop", "--lang", "en"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "no screen" in ran.stderr
    assert "Traceback" not in ran.stderr

"""PySide6 6.12.0 on Python 3.11 loses one reference to True at each emit, and the interpreter then aborts."""

from __future__ import annotations

import re
import sys
import tomllib

import PySide6
from PySide6.QtCore import QObject, Signal

from tests.helpers.sources import ROOT

BROKEN = "6.12.0"


class Source(QObject):
    """Emits."""

    changed = Signal()


def test_fifty_emits_lose_no_reference_to_true():
    source = Source()
    source.changed.emit()
    before = sys.getrefcount(True)

    for _ in range(50):
        source.changed.emit()

    assert sys.getrefcount(True) > before - 25


def test_the_broken_release_is_ruled_out_wherever_pyside_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    qt = [requirement for requirement in asked if requirement.startswith("PySide6")]

    assert len(qt) == 2
    assert all(f"!={BROKEN}" in requirement for requirement in qt)


def test_the_pinned_release_is_the_one_that_runs():
    pins = (ROOT / "requirements" / "runtime.txt").read_text("utf-8")
    pinned = re.search(r"^pyside6-essentials==(\S+)", pins, re.MULTILINE)

    assert pinned is not None
    assert pinned[1] == PySide6.__version__ != BROKEN

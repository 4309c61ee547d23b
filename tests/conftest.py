"""What every test starts from: Qt without a screen, folders of its own, the same examples each time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digiplan_desktop.actions.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent

# Before Qt is loaded by any test, and for every program that a test starts.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)
# A user's settings and stores are neither read nor written.
_HOME = Path(tempfile.mkdtemp(prefix="digiplan-tests-"))
os.environ["XDG_DATA_HOME"] = str(_HOME / "data")
os.environ["XDG_CONFIG_HOME"] = str(_HOME / "config")
os.environ["XDG_CACHE_HOME"] = str(_HOME / "cache")

# `ci` tries the same examples at each run, so that a red run is red again; `search` looks for new ones.
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_configure(config: pytest.Config) -> None:
    """Compile the translations when they are older than their sources; once, not in each parallel worker."""
    if not hasattr(config, "workerinput") and _stale_translations():
        subprocess.run([sys.executable, str(ROOT / "translations" / "compile.py")], check=True)


def pytest_unconfigure() -> None:
    """Take away the folders that stood for the user's."""
    shutil.rmtree(_HOME, ignore_errors=True)


def _stale_translations() -> bool:
    for source in (ROOT / "translations").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Give Qt the style that the program gives it."""
    return ["digiplan", "-style", "Fusion"]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty store of its own, open."""
    from digiplan_desktop.actions.workspace import create_workspace

    with create_workspace(tmp_path / "store", user="Nguyễn Thị Kiểm") as workspace:
        yield workspace

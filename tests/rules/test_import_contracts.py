"""The layers of the package hold, and the check that says so sees a breach."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.helpers.sources import PACKAGE, ROOT


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(command), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_contracts_hold():
    result = _lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


def test_a_core_module_that_imports_qt_breaks_a_contract(tmp_path: Path):
    shutil.copytree(PACKAGE, tmp_path / "digiplan_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "digiplan_desktop" / "text.py").open("a", encoding="utf-8") as module:
        module.write("\nfrom PySide6.QtCore import QObject\n")

    result = _lint_imports(tmp_path)

    assert result.returncode == 1
    assert "Qt only in ui, app and tour" in result.stdout

"""Compile the translations: run by a developer and by `build.spec`, called by hatchling as a build hook.

Qt loads only compiled translations (`.qm`); they are made here and never kept in git.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import PySide6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
PACKAGE = "digiplan_desktop"


def qt_tool(name: str) -> str:
    """Give the path of a command that comes inside PySide6: there it is found in pip's isolated build too."""
    folder = Path(PySide6.__file__).parent
    found = shutil.which(name, path=str(folder))
    if found is None:
        raise FileNotFoundError(folder / name)
    return found


def update_translations(sources: Sequence[Path], package: Path) -> None:
    """Bring the given `.ts` files up to date with the texts of the package's Python files.

    Given a folder, lupdate passes Python by unless the extension is named. English is the language of the
    source, so its file holds the plural forms only.
    """
    for source in sources:
        plurals = ["-pluralonly"] if source.stem.endswith("_en") else []
        command = [qt_tool("lupdate"), "-silent", "-extensions", "py", "-no-obsolete", "-locations", "none"]
        subprocess.run([*command, *plurals, str(package), "-ts", str(source)], check=True)  # noqa: S603


def compile_translations() -> Sequence[Path]:
    """Compile every translation and say where the results are."""
    sources = sorted(HERE.glob("*.ts"))
    for source in sources:
        subprocess.run([qt_tool("lrelease"), "-silent", str(source)], check=True)  # noqa: S603
    return [source.with_suffix(".qm") for source in sources]


class CompileTranslations(BuildHookInterface):
    """Hatchling's hook: put the compiled translations and the shipped resources inside the package.

    An editable install only compiles: it finds both beside the package (see `digiplan_desktop/paths.py`).
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what a wheel takes in."""
        compiled = compile_translations()
        if version == "editable" or self.target_name != "wheel":
            return
        included = build_data["force_include"]
        included[str(HERE.parent / "resources")] = f"{PACKAGE}/resources"
        for path in compiled:
            included[str(path)] = f"{PACKAGE}/translations/{path.name}"


def main(arguments: Sequence[str]) -> None:
    """Compile; with `--update`, read the program's texts first."""
    if "--update" in arguments:
        update_translations(sorted(HERE.glob("digiplan_*.ts")), HERE.parent / PACKAGE)
    compile_translations()


if __name__ == "__main__":
    main(sys.argv[1:])

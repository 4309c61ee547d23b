"""Runs the real LibreOffice without a window: recalculates workbooks and prints them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path


def convert(path: Path, folder: Path, to: str) -> Path:
    """Convert the document and give the new file; each call has a profile of its own, so calls never meet."""
    program = shutil.which("soffice")
    assert program, "LibreOffice Calc is needed for this test: install libreoffice-calc-nogui"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = [
            program,
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            to,
        ]
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(path)],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
    made = folder / f"{path.stem}.{to.partition(':')[0]}"
    assert made.exists(), f"LibreOffice made nothing of {path.name}: {done.stdout} {done.stderr}"
    return made


def recalculate(path: Path, folder: Path) -> Path:
    """Load the workbook, compute every formula anew and save it as .xlsx."""
    return convert(path, folder, "xlsx:Calc MS Excel 2007 XML")


def print_pages(path: Path, folder: Path, dpi: int = 60) -> list[Path]:
    """Print the workbook to pages as pictures, in order."""
    program = shutil.which("pdftoppm")
    assert program, "pdftoppm is needed for this test: install poppler-utils"
    pdf = convert(path, folder, "pdf")
    subprocess.run(
        [program, "-png", "-r", str(dpi), str(pdf), str(folder / path.stem)], check=True, timeout=120
    )
    return sorted(folder.glob(f"{path.stem}-*.png"))

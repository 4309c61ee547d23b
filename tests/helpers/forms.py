"""Questionnaires written as tables in a test: they become real workbooks and are compiled like any other."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from digiplan_desktop.forms.compilation import load_form

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Form

SHEETS = ("survey", "choices", "settings", "soft_checks", "entities")


def read_tables(text: str) -> dict[str, list[list[str]]]:
    """Give the rows of each sheet; a line `| name |` begins a sheet, the first table is the survey.

    In a cell a broken bar stands for the bar that would end the cell.
    """
    tables: dict[str, list[list[str]]] = {}
    sheet = "survey"
    for line in text.strip().splitlines():
        cells = [cell.strip().replace("¦", "|") for cell in line.strip().strip("|").split("|")]
        if len(cells) == 1 and cells[0] in SHEETS:
            sheet = cells[0]
        elif any(cells):
            tables.setdefault(sheet, []).append(cells)
    return tables


def write_workbook(path: Path, text: str) -> Path:
    """Write the tables as a workbook."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in read_tables(text).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    book.save(path)
    return path


@lru_cache(maxsize=64)
def form_of(text: str, **files: str) -> Form:
    """Give the compiled form of the tables, with data files beside it (towns="name,label\\n…" is towns.csv)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / f"{name}.csv").write_text(content, encoding="utf-8")
        return load_form(write_workbook(Path(folder) / "form.xlsx", text))

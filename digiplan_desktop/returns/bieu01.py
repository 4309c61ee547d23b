"""Biểu 01/CNS-KH74, results of the plan's targets by administrative unit: as a workbook and as a preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.returns.columns import bieu01_columns, number_label
from digiplan_desktop.returns.printing import printed_text
from digiplan_desktop.returns.table import build_table

if TYPE_CHECKING:
    from pathlib import Path

    from digiplan_desktop.returns.content import Bieu01


@dataclass(frozen=True)
class Written:
    """What was written: the file, the number of filled cells of its table, whether it agrees with the engine."""

    path: Path
    cells: int
    reconciled: bool


@dataclass(frozen=True)
class PreviewColumn:
    """A column as the window shows it."""

    key: str
    number: str
    group: str
    heading: str


@dataclass(frozen=True)
class PreviewRow:
    """A row as the window shows it: texts in the order of the columns, as they are printed."""

    uid: str
    level: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """The table of a return for the screen."""

    columns: tuple[PreviewColumn, ...]
    rows: tuple[PreviewRow, ...]


def write_bieu01(path: Path, data: Bieu01) -> Written:
    """Write the return as an .xlsx workbook, replacing a file of that name.

    Raises:
        FileNotWritable: the folder is missing or read-only, or another program holds the file.
    """
    from digiplan_desktop.returns.workbook import ReturnWorkbook

    workbook = ReturnWorkbook(path, data)
    workbook.save()
    return Written(path, workbook.cells, workbook.found.agrees)


def bieu01_table(data: Bieu01) -> Preview:
    """Give the same cells as the workbook's table, as texts."""
    columns = bieu01_columns(data.targets)
    heads = tuple(
        PreviewColumn(
            column.key,
            number_label(column, columns).replace("\n", ""),
            column.group,
            f"{column.heading}: {column.part.lower()}" if column.part else column.heading,
        )
        for column in columns
    )
    rows = tuple(
        PreviewRow(
            line.row.uid, line.row.level, tuple(printed_text(column, line, data) for column in columns)
        )
        for line in build_table(data, 0).lines
    )
    return Preview(heads, rows)

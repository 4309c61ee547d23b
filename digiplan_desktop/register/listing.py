"""From an office's workbook to enterprises, refusals and warnings: every row is accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from digiplan_desktop.errors import NameColumnMissing
from digiplan_desktop.register.entries import Entry, ListRows, ListWarning, Refusal, Skipped
from digiplan_desktop.register.headings import Heading, find_heading, headings_seen
from digiplan_desktop.register.legacy_text import convert, detect_encoding, has_unicode_letters
from digiplan_desktop.register.sheet_rows import ListContext, Seen, SheetReader
from digiplan_desktop.register.workbook import Table, read_tables

if TYPE_CHECKING:
    from digiplan_desktop.register.areas import Catalogue
    from digiplan_desktop.register.row_areas import Decisions
    from digiplan_desktop.register.sheet_reading import Cell

_NO_DECISIONS: Decisions = MappingProxyType({})
_Prepared = tuple[Table, Heading, list[ListWarning]]
_KEY_FIELDS = frozenset({"tax_code", "address", "area_text", "legal_rep", "phone", "reg_date", "activity"})


@dataclass(frozen=True)
class EnterpriseList:
    """A list as read.

    Attributes:
        columns: field to heading as written, of the first sheet.
        sheet: the sheet read; several are joined by ", ".
        header_rows: the heading's rows in the first sheet, counted from 1.
        rows: how many rows the sheets have; each is an entry, a refusal or skipped.
    """

    entries: tuple[Entry, ...]
    refusals: tuple[Refusal, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[ListWarning, ...]
    columns: Mapping[str, str]
    sheet: str
    header_rows: tuple[int, ...]
    rows: int


def read_list(
    path: Path,
    catalogue: Catalogue,
    *,
    sheet: str | None = None,
    on: date | None = None,
    decisions: Decisions = _NO_DECISIONS,
) -> EnterpriseList:
    """Read a list of enterprises.

    Without `sheet` the sheet that looks most like a list is read, and those with the same columns too (offices
    keep one sheet a commune); other sheets are named among the skipped. `on` is the day for which areas are
    looked up (default: today). Raises what `read_tables` does, and NameColumnMissing.
    """
    found = [_prepare(table) for table in read_tables(Path(path), sheet)]
    chosen = _choose(found)
    if not chosen:
        table = max((table for table, _, _ in found), key=lambda table: len(table.rows))
        raise NameColumnMissing(Path(path), table.sheet, headings_seen(table.rows))
    context = ListContext(catalogue, decisions, on or date.today())  # noqa: DTZ011 - a local day
    return _gather(_read_sheets(chosen, context), chosen)


def _read_sheets(chosen: list[_Prepared], context: ListContext) -> ListRows:
    """Read the chosen sheets one after the other; an enterprise counts once in all of them."""
    rows = ListRows()
    seen = Seen()
    for table, heading, warnings in chosen:
        part = SheetReader(table, heading, context, seen).read()
        rows.entries += part.entries
        rows.refusals += part.refusals
        rows.skipped += part.skipped
        rows.warnings += [*warnings, *part.warnings]
    read = {table.sheet for table, _, _ in chosen}
    others = (name for name in chosen[0][0].sheets if name and name not in read)
    rows.skipped += [Skipped(0, "other_sheet", name) for name in others]
    return rows


def _gather(rows: ListRows, chosen: list[_Prepared]) -> EnterpriseList:
    heading = chosen[0][1]
    return EnterpriseList(
        tuple(rows.entries),
        tuple(rows.refusals),
        tuple(rows.skipped),
        tuple(rows.warnings),
        {name: title for name, title in heading.titles.items() if name != "seq"},
        ", ".join(table.sheet for table, _, _ in chosen),
        tuple(range(heading.first + 1, heading.last + 2)),
        sum(len(table.rows) for table, _, _ in chosen),
    )


def _prepare(table: Table) -> tuple[Table, Heading | None, list[ListWarning]]:
    """Bring old encodings into Unicode, column by column, and look for the heading."""
    warnings = []
    rows = table.rows
    columns = [_marked_texts(rows, column) for column in range(max(map(len, rows)))]
    usual = detect_encoding(chain.from_iterable(columns))
    for column, texts in enumerate(columns):
        # One heading says too little by itself: "M· sè thuÕ" could be either encoding.
        encoding = detect_encoding(texts) or ("" if not texts or has_unicode_letters(texts) else usual)
        if encoding:
            _convert_column(rows, column, encoding)
            warnings.append(
                ListWarning(0, _first_text(rows, column), encoding, "legacy_encoding", table.sheet)
            )
    return replace(table, rows=rows), find_heading(rows, table.merges), warnings


def _marked_texts(rows: list[list[Cell]], column: int) -> list[str]:
    """Give the texts of a column that have more than plain letters."""
    cells = (row[column] for row in rows if column < len(row))
    return [cell for cell in cells if isinstance(cell, str) and not cell.isascii()]


def _convert_column(rows: list[list[Cell]], column: int, encoding: str) -> None:
    for row in rows:
        if column < len(row):
            cell = row[column]
            if isinstance(cell, str) and not cell.isascii():
                row[column] = convert(cell, encoding)


def _first_text(rows: list[list[Cell]], column: int) -> str:
    return next((str(row[column]) for row in rows if column < len(row) and row[column] != ""), "")


def _choose(
    found: list[tuple[Table, Heading | None, list[ListWarning]]],
) -> list[_Prepared]:
    """Take the best list, and the other sheets that are lists of the same shape, in the workbook's order."""
    lists = [(table, heading, warnings) for table, heading, warnings in found if heading is not None]
    if not lists:
        return []
    best = max(lists, key=lambda item: (min(item[1].score, 12), len(item[0].rows)))[1]
    wanted = _KEY_FIELDS & best.columns.keys()
    return [
        item
        for item in lists
        if item[1] is best or (wanted and wanted == _KEY_FIELDS & item[1].columns.keys())
    ]

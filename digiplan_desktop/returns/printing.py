"""How the figures of a return are printed: number formats, the same as text, and the room a text takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.returns.columns import Kind
from digiplan_desktop.returns.table import NONE
from digiplan_desktop.text import format_number

if TYPE_CHECKING:
    from digiplan_desktop.returns.columns import Column
    from digiplan_desktop.returns.content import Bieu01
    from digiplan_desktop.returns.table import Line, Table

# The Vietnamese locale code makes LibreOffice print 1.234,5; Excel follows the machine's own settings.
_LOCALE = "[$-42A]"
COUNT_FORMAT = f'{_LOCALE}#,##0;{_LOCALE}-#,##0;"-"'
WHOLE_FORMAT = f"{_LOCALE}#,##0"
LIMIT_FORMAT = f"{_LOCALE}0.0%"
PRECISE_FORMAT = f"{_LOCALE}0.000000%"
# A bold digit of Times New Roman at 11 points, and what a cell keeps free at its sides, in pixels.
_DIGIT, _PADDING = 7.4, 9


def share_decimals(value: float, threshold: float | None) -> int:
    """Give how many decimals of a percentage keep it on its side of the threshold: one, or more near it."""
    decimals = 1
    while threshold is not None and decimals < 6 and _changes_side(value, threshold, decimals):
        decimals += 1
    return decimals


def share_format(value: float, threshold: float | None, *, bracketed: bool) -> str:
    """Give the number format of a share."""
    pattern = f"0.{'0' * share_decimals(value, threshold)}%"
    return f'{_LOCALE}"("{pattern}")"' if bracketed else f"{_LOCALE}{pattern}"


def _changes_side(value: float, threshold: float, decimals: int) -> bool:
    rounded = round(value, decimals + 2)
    return (rounded >= threshold) != (value >= threshold) or (rounded > threshold) != (value > threshold)


def printed_text(column: Column, line: Line, data: Bieu01) -> str:
    """Give a cell as it reads on paper: 1.234, 28,5%, (28,5%), -, …, x."""
    words = {"number": line.number, "name": line.row.name, "note": line.row.note}
    if column.key in words:
        return words[column.key]
    cell = line.cells[column.key]
    if isinstance(cell.value, str):
        return cell.value
    if column.kind in {Kind.COUNT, Kind.ESTIMATE}:
        return format_number(cell.value) if cell.value else NONE
    threshold = threshold_of(column, data) if column.kind is Kind.SHARE else None
    share = f"{format_number(100 * cell.value, share_decimals(cell.value, threshold))}%"
    return f"({share})" if cell.bracketed else share


def threshold_of(column: Column, data: Bieu01) -> float | None:
    """Give the number of the target that the column belongs to, as a share."""
    return next((target.threshold for target in data.targets if target.id == column.target), None)


def column_widths(table: Table, data: Bieu01) -> tuple[int, ...]:
    """Give the columns' widths in pixels: as laid out, or wider where a number needs it."""
    return tuple(max(column.width, _needed(column, table, data)) for column in table.columns)


def _needed(column: Column, table: Table, data: Bieu01) -> int:
    if column.kind in {Kind.LABEL, Kind.NOTE}:
        return 0
    longest = max(len(printed_text(column, line, data)) for line in table.lines)
    return round(longest * _DIGIT) + _PADDING


def text_lines(text: str, per_line: int) -> int:
    """Estimate how many lines the text takes in a cell that holds about `per_line` letters."""
    lines = 0
    for paragraph in text.split("\n"):
        used, count = 0, 1
        for word in paragraph.split(" "):
            if used and used + 1 + len(word) > per_line:
                count, used = count + 1, 0
            used += len(word) + (1 if used else 0)
        lines += count
    return lines

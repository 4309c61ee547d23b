"""The body of Biểu 01 as cells: each with its value and, where one is due, the live formula that gives it."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from digiplan_desktop.returns.columns import Column, Kind, bieu01_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.returns.content import Bieu01, Bieu01Row

# Signs of Vietnamese statistical tables: none, not available yet, not applicable.
NONE = "-"
PENDING = "…"
NOT_APPLICABLE = "x"

Value = float | int | str
# Known for every unit, collected or not.
_WHOLE_FRAME = frozenset({"listed", "surveyed"})
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Cell:
    """A value and its formula ("" for a plain value); a bracketed share is one of low reliability."""

    value: Value
    formula: str = ""
    bracketed: bool = False


@dataclass(frozen=True)
class Line:
    """One printed row: the row it shows, its number in the first column, the rows it sums, its cells by column key."""

    row: Bieu01Row
    number: str
    children: tuple[int, ...]
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Table:
    """Columns and lines; `first_row` is the sheet row (from 0) of the first line."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    first_row: int

    def address(self, line: int, key: str) -> str:
        """Give the cell's address without dollar signs ("H13")."""
        letter = column_letter(next(i for i, column in enumerate(self.columns) if column.key == key))
        return f"{letter}{self.first_row + line + 1}"


def build_table(data: Bieu01, first_row: int) -> Table:
    """Compute all cells; parents are sums of their children, whatever figures they carry themselves."""
    table = Table(bieu01_columns(data.targets), (), first_row)
    numbers = _numbers(data.rows)
    lines: dict[int, Line] = {}
    # From the last row up, so that children stand before their parents.
    for index in reversed(range(len(data.rows))):
        children = children_of(data.rows, index)
        below = tuple(lines[child] for child in children)
        cells = _Cells(table, index, data.rows[index], children, below).fill()
        lines[index] = Line(data.rows[index], numbers[index], children, cells)
    return Table(table.columns, tuple(lines[index] for index in range(len(data.rows))), first_row)


def children_of(rows: Sequence[Bieu01Row], index: int) -> tuple[int, ...]:
    """Give the places of the rows directly below that row in the tree."""
    found = []
    for place in range(index + 1, len(rows)):
        if rows[place].level <= rows[index].level:
            break
        if rows[place].level == rows[index].level + 1:
            found.append(place)
    return tuple(found)


def column_letter(index: int) -> str:
    """Give the letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _numbers(rows: Sequence[Bieu01Row]) -> list[str]:
    depth = max(row.level for row in rows)
    numbers: list[str] = []
    counts = [0, 0, 0]
    for row in rows:
        counts[row.level] += 1
        counts[row.level + 1 :] = [0] * (len(counts) - row.level - 1)
        number = counts[row.level]
        roman = row.level == 1 and depth == 2
        numbers.append("" if row.level == 0 else roman_numeral(number) if roman else str(number))
    return numbers


def roman_numeral(number: int) -> str:
    """Give a number under 40 in Roman letters."""
    letters = ""
    for value, letter in _ROMAN:
        while number >= value:
            letters += letter
            number -= value
    return letters


@dataclass(frozen=True)
class _Cells:
    """Fills the cells of one line from its row and the lines below it."""

    table: Table
    index: int
    row: Bieu01Row
    children: tuple[int, ...]
    below: tuple[Line, ...]

    def fill(self) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        for column in self.table.columns:
            if column.kind in {Kind.COUNT, Kind.ESTIMATE}:
                cells[column.key] = self._quantity(column.key, cells)
        for column in self.table.columns:
            if column.ratio is not None:
                cells[column.key] = self._share(column, column.ratio, cells)
            elif column.kind in {Kind.LIMIT, Kind.FLAG}:
                cells[column.key] = self._evidence(column, cells)
        return cells

    def _address(self, key: str) -> str:
        return self.table.address(self.index, key)

    def _quantity(self, key: str, cells: dict[str, Cell]) -> Cell:
        own = _own_figure(self.row, key)
        if own is None:
            return Cell(NOT_APPLICABLE)
        if not self.children:
            return Cell(_sign_if_not_collected(self.row, key, own))
        total = _sum([line.cells[key].value for line in self.below])
        addition = self._addition(key)
        if key in _WHOLE_FRAME:
            return Cell(total, f"={addition}")
        formula = (
            f'=IF({self._address("surveyed")}=0,IF({self._address("listed")}=0,0,"{PENDING}"),{addition})'
        )
        if cells["surveyed"].value == 0:
            return Cell(0 if cells["listed"].value == 0 else PENDING, formula)
        return Cell(total, formula)

    def _addition(self, key: str) -> str:
        addresses = [self.table.address(child, key) for child in self.children]
        contiguous = self.children[-1] - self.children[0] == len(self.children) - 1
        return f"SUM({addresses[0]}:{addresses[-1]})" if contiguous else f"SUM({','.join(addresses)})"

    def _share(self, column: Column, ratio: tuple[str, str], cells: dict[str, Cell]) -> Cell:
        above, below = (cells[key].value for key in ratio)
        if NOT_APPLICABLE in (above, below):
            return Cell(NOT_APPLICABLE)
        formula = self._share_formula(column.key, ratio)
        if isinstance(above, str) or isinstance(below, str):
            return Cell(PENDING, formula)
        flag = self.row.measures[column.target].flag if column.target else ""
        return Cell(above / below if below else NONE, formula, bracketed="u" in flag)

    def _share_formula(self, key: str, ratio: tuple[str, str]) -> str:
        above, below = (self._address(part) for part in ratio)
        quotient = f'IF({below}=0,"{NONE}",{above}/{below})'
        return f"={quotient}" if key == "coverage" else f'=IF(ISTEXT({below}),"{PENDING}",{quotient})'

    def _evidence(self, column: Column, cells: dict[str, Cell]) -> Cell:
        measure = self.row.measures[column.target]
        share = cells[f"{column.target}.share"].value
        if column.kind is Kind.FLAG:
            return Cell("" if share in (PENDING, NONE) else measure.flag)
        if share in (PENDING, NONE):
            return Cell(share)
        limit = measure.low if column.key.endswith("low") else measure.high
        return Cell(NOT_APPLICABLE if limit is None else limit)


def _sum(parts: Sequence[Value]) -> float | int:
    numbers = [part for part in parts if not isinstance(part, str)]
    return sum(numbers) if all(isinstance(number, int) for number in numbers) else fsum(numbers)


def _own_figure(row: Bieu01Row, key: str) -> float | int | None:
    target, _, name = key.rpartition(".")
    figure: float | int | None = getattr(row.measures[target] if target else row, name)
    return figure


def _sign_if_not_collected(row: Bieu01Row, key: str, figure: float | int) -> Value:
    if key not in _WHOLE_FRAME and row.listed > 0 and row.surveyed == 0:
        return PENDING
    return figure

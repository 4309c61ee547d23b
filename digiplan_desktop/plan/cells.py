"""Weighting cells: strata of a round, with those that hold too few answers counted together with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.results import MergedStratum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SMALLER = {"large": ("medium", "small", "micro"), "medium": ("small", "micro"), "small": ("micro",)}
_SIZES = ("large", "medium", "small", "unknown", "micro")


@dataclass(frozen=True)
class Cell:
    """A weighting cell: N units of the frame, r of them resolved."""

    population: int
    answered: int

    @property
    def lonely(self) -> bool:
        """Whether a variance cannot be computed from it: fewer than two answers, and not all units."""
        return self.answered < 2 and self.answered < self.population


@dataclass(frozen=True)
class Cells:
    """The cells in use.

    Attributes:
        cells: by label. of_stratum: label of the cell of each stratum with a population.
        merged: what was merged, in order.
    """

    cells: Mapping[str, Cell]
    of_stratum: Mapping[str, str]
    merged: tuple[MergedStratum, ...]


def split_stratum(label: str) -> tuple[str, str]:
    """Give (district, size class) of a stratum label "district|size"."""
    district, _, size = label.partition("|")
    return district, size


def merge_lonely(strata: Mapping[str, Cell], neighbours: Mapping[str, tuple[str, ...]]) -> Cells:
    """Merge every lonely stratum until none is left, or only one cell.

    A stratum goes to the next smaller size class of its district, else to the same class of a neighbouring
    district, else to any class of its district, else to the same class anywhere, else to the next label.
    Larger classes go first, so that the order of the input does not matter.
    """
    cells = {label: cell for label, cell in strata.items() if cell.population > 0}
    into = {label: label for label in cells}
    merged: list[MergedStratum] = []
    while len(cells) > 1:
        lonely = min((label for label, cell in cells.items() if cell.lonely), key=_order, default=None)
        if lonely is None:
            break
        partner = next(label for label in _partners(lonely, neighbours, sorted(cells)) if label in cells)
        cell = cells.pop(lonely)
        merged.append(MergedStratum(lonely, partner, cell.population, cell.answered))
        other = cells[partner]
        cells[partner] = Cell(other.population + cell.population, other.answered + cell.answered)
        into = {label: partner if target == lonely else target for label, target in into.items()}
    return Cells(cells, into, tuple(merged))


def _order(label: str) -> tuple[int, str]:
    size = split_stratum(label)[1]
    return (_SIZES.index(size) if size in _SIZES else len(_SIZES), label)


def _partners(label: str, neighbours: Mapping[str, tuple[str, ...]], labels: list[str]) -> Iterator[str]:
    """Give labels to merge with, best first; some of them may not exist."""
    district, size = split_stratum(label)
    for smaller in _SMALLER.get(size, ("micro",) if size == "unknown" else ()):
        yield f"{district}|{smaller}"
    for neighbour in neighbours.get(district, ()):
        yield f"{neighbour}|{size}"
    others = [other for other in labels if other != label]
    yield from (other for other in others if split_stratum(other)[0] == district)
    yield from (other for other in others if split_stratum(other)[1] == size)
    yield from (other for other in others if other > label)
    yield from others

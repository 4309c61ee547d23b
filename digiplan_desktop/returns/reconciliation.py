"""Does the table say what the engine says? Recomputed sums and shares against the figures handed over."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.returns.columns import Column
    from digiplan_desktop.returns.content import Bieu01
    from digiplan_desktop.returns.table import Line, Table

# Shares are compared as printed to five decimals; sums of weights carry rounding of the last bits only.
SHARE_TOLERANCE = 5e-7
_SUM_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Reconciliation:
    """What was compared.

    Attributes:
        lines_off: sum lines of which at least one cell differs from the engine's own figure.
        shares_off: ids of targets whose share in the first line differs from the engine's estimate.
    """

    lines_off: int
    shares_off: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """True when nothing differs."""
        return not self.lines_off and not self.shares_off


def reconcile(data: Bieu01, table: Table) -> Reconciliation:
    """Compare every sum line and the first line's shares."""
    sums = [column for column in table.columns if column.key in _summed_keys(data)]
    return Reconciliation(
        lines_off=sum(_differs(line, sums) for line in table.lines if line.children),
        shares_off=tuple(
            target.id for target in data.targets if not _share_agrees(target.id, target.estimate, table)
        ),
    )


def _summed_keys(data: Bieu01) -> set[str]:
    keys = {"listed", "surveyed", "active", "weighted_active"}
    for target in data.targets:
        keys |= {f"{target.id}.{name}" for name in ("positive", "weighted_positive", "weighted_eligible")}
    return keys


def _differs(line: Line, columns: list[Column]) -> bool:
    return not all(_agrees(line, column.key) for column in columns)


def _agrees(line: Line, key: str) -> bool:
    target, _, name = key.rpartition(".")
    own = getattr(line.row.measures[target] if target else line.row, name)
    value = line.cells[key].value
    if isinstance(value, str):
        return own is None or own == 0
    return own is not None and isclose(value, own, rel_tol=_SUM_TOLERANCE, abs_tol=_SUM_TOLERANCE)


def _share_agrees(target: str, estimate: float | None, table: Table) -> bool:
    value = table.lines[0].cells[f"{target}.share"].value
    if isinstance(value, str) or estimate is None:
        return isinstance(value, str) and estimate is None
    return abs(value - estimate) < SHARE_TOLERANCE

"""What a row of a list becomes: an enterprise, a refusal, or a row passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | bool


@dataclass(frozen=True)
class Entry:
    """One enterprise. `row` counts from 1 as Excel shows it; `fields` has only what the row says."""

    row: int
    id: str
    fields: Mapping[str, Value]
    sheet: str = ""


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken: the column's heading, the value as written, a code of `reasons.REFUSALS`.

    `other_row` is the row that this one repeats, for a duplicate.
    """

    row: int
    column: str
    value: str
    reason: str
    sheet: str = ""
    other_row: int = 0


@dataclass(frozen=True)
class Skipped:
    """A row that is no enterprise, and why: a code of `reasons.SKIPS`; row 0 stands for a whole sheet."""

    row: int
    reason: str
    sheet: str = ""
    text: str = ""


@dataclass(frozen=True)
class ListWarning:
    """Something in a row that was taken deserves a look: a code of `reasons.WARNINGS`.

    `candidates` are the units that an area text might mean; row 0 or the heading's row speaks of a column.
    """

    row: int
    column: str
    value: str
    reason: str
    sheet: str = ""
    candidates: tuple[str, ...] = ()


@dataclass
class ListRows:
    """Everything that was read from one or more sheets."""

    entries: list[Entry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[ListWarning] = field(default_factory=list)

"""The estimator on any CSV file: `digiplan estimate DATA.csv DESIGN.json`.

The design is the JSON object of the command line contract: strata, psu, population, weights, poststrata, ask.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digiplan_desktop.errors import DesignBroken, FileDamaged, FileEmpty, FileMissing, Problem
from digiplan_desktop.plan import estimates, intervals
from digiplan_desktop.plan.estimates import Estimate, Question, estimate
from digiplan_desktop.plan.survey_design import Design, DesignRows, make_design, post_stratify

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from pathlib import Path

_MISSING = {"", "NA", "NaN", "nan", "."}


@dataclass(frozen=True)
class NamedEstimate:
    """The answer to one entry of `ask`; merged: lonely strata counted with another, for the variance."""

    id: str
    estimate: Estimate
    merged: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """Give the plain mapping that the command line prints."""
        found = self.estimate
        return {
            "id": self.id,
            "estimate": found.value,
            "se": found.se,
            "df": found.df,
            "low": found.low,
            "high": found.high,
            "interval": found.interval,
            "n": found.n,
            "merged": [list(pair) for pair in self.merged],
        }


def estimate_csv(path: Path, design: Mapping[str, Any]) -> list[NamedEstimate]:
    """Answer every question of the design on the file.

    Raises:
        FileMissing, FileEmpty, FileDamaged: the file cannot be read as CSV with a header.
        DesignBroken: columns, numbers or keywords that do not fit; every one of them is listed.

    """
    if not isinstance(design, Mapping):
        raise DesignBroken(path, (Problem("error", "wrong_type", text=str(design)[:80], detail="object"),))
    table = _Table(path, _read_rows(path))
    asked = _read_asked(table, design)
    sample = _read_design(table, design)
    table.refuse_if_broken()
    return [
        NamedEstimate(asked_id, estimate(sample, question), sample.merged) for asked_id, question in asked
    ]


class _Table:
    """The rows of the file, and every problem met while reading the design from them."""

    def __init__(self, path: Path, rows: list[dict[str, str]]) -> None:
        self.path = path
        self.rows = rows
        self._problems: list[Problem] = []

    def problem(self, code: str, column: str = "", text: str = "", row: int = 0, detail: str = "") -> None:
        self._problems.append(Problem("error", code, row=row, column=column, text=text, detail=detail))

    def refuse_if_broken(self) -> None:
        if self._problems:
            raise DesignBroken(self.path, tuple(self._problems))

    def texts(self, column: object) -> list[str] | None:
        """Give a column, None (and a problem) when there is none of that name."""
        if not isinstance(column, str) or column not in self.rows[0]:
            self.problem("column_missing", column=str(column))
            return None
        return [row[column] or "" for row in self.rows]

    def numbers(self, column: object) -> list[float | None] | None:
        """Give a column as numbers, None for a missing one; a problem for the first that is no number."""
        texts = self.texts(column)
        if texts is None:
            return None
        values: list[float | None] = []
        for row, text in enumerate(texts, start=2):
            try:
                values.append(_number(text))
            except ValueError:
                self.problem("not_a_number", column=str(column), text=text, row=row)
                return None
        return values

    def full_numbers(self, column: str) -> list[float] | None:
        """Give a column of positive numbers without gaps."""
        values = self.numbers(column)
        if values is None:
            return None
        full = [value for value in values if value is not None and value > 0]
        if len(full) == len(values):
            return full
        row = next(row for row, value in enumerate(values, start=2) if value is None or value <= 0)
        self.problem("not_positive", column=column, text=self.rows[row - 2][column], row=row)
        return None


def _read_rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file, restval="") if any(row.values())]
    except FileNotFoundError:
        raise FileMissing(path) from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileDamaged(path, str(error)) from error
    if not rows:
        raise FileEmpty(path)
    return rows


def _number(text: str) -> float | None:
    if text.strip() in _MISSING:
        return None
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _read_design(table: _Table, design: Mapping[str, Any]) -> Design:
    strata = table.texts(design["strata"]) if design.get("strata") else [""] * len(table.rows)
    psu = table.texts(design["psu"]) if design.get("psu") else None
    weights = table.full_numbers(design["weights"]) if design.get("weights") else None
    population = _read_population(table, design, strata)
    groups, totals = _read_post_strata(table, design)
    table.refuse_if_broken()
    sample = make_design(DesignRows(strata or [], psu, population, weights))
    _check_population(table, sample)
    return sample if groups is None else post_stratify(sample, groups, totals)


def _read_population(
    table: _Table, design: Mapping[str, Any], strata: Sequence[str] | None
) -> dict[str, float]:
    if not design.get("population"):
        return {}
    values = table.full_numbers(design["population"])
    if values is None or strata is None:
        return {}
    population: dict[str, float] = {}
    for row, (stratum, value) in enumerate(zip(strata, values, strict=True), start=2):
        if population.setdefault(stratum, value) != value:
            table.problem("population_varies", column=design["population"], text=stratum, row=row)
            break
    return population


def _check_population(table: _Table, sample: Design) -> None:
    for stratum in sample.strata:
        if stratum.population is not None and stratum.population < stratum.sampled:
            table.problem("population_too_small", text=stratum.label)


def _read_post_strata(
    table: _Table, design: Mapping[str, Any]
) -> tuple[Sequence[Hashable] | None, dict[Hashable, float]]:
    wanted = design.get("poststrata")
    if not wanted:
        return None, {}
    if not isinstance(wanted, Mapping) or not isinstance(wanted.get("totals"), Mapping):
        table.problem("wrong_type", text=str(wanted)[:80], detail="{by, totals}")
        return None, {}
    groups = table.texts(wanted.get("by"))
    totals = _read_totals(table, wanted["totals"])
    if groups is None:
        return None, {}
    for group in sorted(set(groups) - totals.keys()):
        table.problem("total_missing", column=wanted["by"], text=group)
    for group in sorted(map(str, totals.keys() - set(groups))):
        table.problem("group_empty", column=wanted["by"], text=group)
    return groups, totals


def _read_totals(table: _Table, known: Mapping[str, Any]) -> dict[Hashable, float]:
    totals: dict[Hashable, float] = {}
    for group, total in known.items():
        if isinstance(total, int | float) and not isinstance(total, bool) and total > 0:
            totals[str(group)] = float(total)
        else:
            table.problem("not_positive", text=f"{group}: {total}")
    return totals


def _read_asked(table: _Table, design: Mapping[str, Any]) -> list[tuple[str, Question]]:
    asked = design.get("ask") or []
    if not isinstance(asked, list) or not asked:
        table.problem("nothing_asked")
        return []
    found = []
    for number, entry in enumerate(asked, start=1):
        question = _read_question(table, entry if isinstance(entry, Mapping) else {})
        if question is not None:
            found.append((str(entry.get("id", number)), question))
    return found


def _read_question(table: _Table, entry: Mapping[str, Any]) -> Question | None:
    kind = entry.get("kind")
    if kind not in estimates.KINDS:
        table.problem("kind_unknown", text=str(kind))
        return None
    interval = entry.get("interval") or (intervals.LOGIT if kind == estimates.SHARE else intervals.WALD)
    if interval not in intervals.KINDS:
        table.problem("interval_unknown", text=str(interval))
        return None
    y = _read_y(table, entry)
    x = table.numbers(entry.get("x", "")) if kind == estimates.RATIO else None
    if y is None or (kind == estimates.RATIO and x is None):
        return None
    return Question(kind, y, x, _read_domain(table, entry), interval)


def _read_y(table: _Table, entry: Mapping[str, Any]) -> Sequence[float | None] | None:
    column = entry.get("y", "")
    if entry["kind"] != estimates.SHARE or "equals" not in entry:
        return table.numbers(column)
    texts = table.texts(column)
    if texts is None:
        return None
    wanted = entry["equals"]
    return [None if text.strip() in _MISSING else float(_matches(text, wanted)) for text in texts]


def _read_domain(table: _Table, entry: Mapping[str, Any]) -> list[int] | None:
    domain = entry.get("domain")
    if not domain:
        return None
    columns = {column: table.texts(column) for column in domain}
    if any(texts is None for texts in columns.values()):
        return None
    return [
        number
        for number, row in enumerate(table.rows)
        if all(_matches(row[column] or "", wanted) for column, wanted in domain.items())
    ]


def _matches(text: str, wanted: object) -> bool:
    """Whether a cell says the wanted value: the same text, or the same number ("1" and 1.0)."""
    if isinstance(wanted, bool):
        return text.strip().casefold() == str(wanted).casefold()
    if text.strip() == str(wanted).strip():
        return True
    try:
        return isinstance(wanted, int | float) and float(text) == wanted
    except ValueError:
        return False

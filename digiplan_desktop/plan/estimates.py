"""Means, shares, totals and ratios of a sampling design, in the whole or in a domain.

A domain never cuts rows out of the design: rows outside it keep their place in the strata and count as zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.intervals import LOGIT, Interval, Spread, share_interval, value_interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.plan.survey_design import Design

MEAN = "mean"
TOTAL = "total"
SHARE = "share"
RATIO = "ratio"
KINDS = (MEAN, TOTAL, SHARE, RATIO)


@dataclass(frozen=True)
class Question:
    """What is asked of a design.

    Attributes:
        kind: "mean", "total", "share" (y is 0 or 1) or "ratio" (Σwy/Σwx).
        y, x: a number for each row of the design, None where it is missing; x for a ratio only.
        rows: rows of the domain; None: all. Rows with a missing value leave the domain.
        interval: one of `intervals.KINDS`; for totals, and values outside 0-1, it is always "wald".

    """

    kind: str
    y: Sequence[float | None]
    x: Sequence[float | None] | None = None
    rows: Sequence[int] | None = None
    interval: str = LOGIT
    level: float = 0.95


@dataclass(frozen=True)
class Estimate:
    """An answer: None where it is undefined (empty domain, no degrees of freedom).

    Attributes:
        value: estimate; `se` its standard error; df: PSUs − strata within the domain.
        numerator, denominator: weighted sums Σwy and Σw (Σwx of a ratio; 1 of a total).
        n: rows of the domain.
        interval: the kind of interval that was used in the end.

    """

    value: float | None
    se: float | None
    df: int
    n: int
    numerator: float
    denominator: float
    low: float | None
    high: float | None
    interval: str


def estimate(design: Design, question: Question) -> Estimate:
    """Answer one question."""
    rows = _usable_rows(design, question)
    above = [question.y[row] or 0.0 for row in rows]
    below = [1.0] * len(rows) if question.x is None else [question.x[row] or 0.0 for row in rows]
    numerator = math.fsum(design.weights[row] * value for row, value in zip(rows, above, strict=True))
    if question.kind == TOTAL:
        denominator, value = 1.0, numerator
        influence = dict(zip(rows, above, strict=True))
    else:
        denominator = math.fsum(design.weights[row] * value for row, value in zip(rows, below, strict=True))
        if not rows or denominator == 0:
            return Estimate(None, None, 0, len(rows), numerator, denominator, None, None, question.interval)
        value = numerator / denominator
        influence = {
            row: (one - value * other) / denominator
            for row, one, other in zip(rows, above, below, strict=True)
        }
    se = math.sqrt(max(design.variance(influence), 0.0)) if rows else 0.0
    df = design.degrees_of_freedom(rows)
    found = _interval(design, question, rows, (value, se, df))
    known = None if math.isnan(se) else se
    return Estimate(value, known, df, len(rows), numerator, denominator, found.low, found.high, found.kind)


def _usable_rows(design: Design, question: Question) -> list[int]:
    rows = range(len(design.weights)) if question.rows is None else question.rows
    usable = [row for row in rows if question.y[row] is not None]
    if question.x is None:
        return usable
    return [row for row in usable if question.x[row] is not None]


def _interval(
    design: Design, question: Question, rows: Sequence[int], found: tuple[float, float, int]
) -> Interval:
    value, se, df = found
    # R counts every row of a post-stratified design here, because its domains keep them with weight zero.
    size = len(rows) if design.post_strata is None else len(design.weights)
    spread = Spread(value, se, df, size, question.level)
    if math.isnan(se):
        return Interval(None, None, question.interval)
    if question.kind == TOTAL or not _is_share(question, rows, value):
        return value_interval(spread)
    if value in {0.0, 1.0}:
        spread = Spread(value, se, df, len(rows), question.level)
    return share_interval(spread, question.interval, certain=design.complete(rows))


def _is_share(question: Question, rows: Sequence[int], value: float) -> bool:
    """Whether the estimate is a proportion, so that an interval of proportions fits it."""
    if question.kind == SHARE or 0 < value < 1:
        return True
    return question.kind == MEAN and all(question.y[row] in {0, 1} for row in rows)

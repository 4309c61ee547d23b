"""Confidence intervals of shares and of other estimates.

Sources: logit and beta as in `svyciprop` of the R package survey (Lumley); Korn and Graubard, "Analysis of
Health Surveys" (1999), p. 64; Wilson (1927) with the effective sample size; Clopper and Pearson (1934).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.distributions import beta_quantile, student_quantile

if TYPE_CHECKING:
    from collections.abc import Callable

LOGIT = "logit"
WILSON = "wilson"
BETA = "beta"
KORN_GRAUBARD = "korn-graubard"
WALD = "wald"
CLOPPER_PEARSON = "clopper-pearson"
NONE = "none"
KINDS = (LOGIT, WILSON, BETA, KORN_GRAUBARD, WALD)


@dataclass(frozen=True)
class Spread:
    """What an interval is made from.

    Attributes:
        value: the estimate (shares: fraction). se: its standard error. df: degrees of freedom.
        n: rows that the effective sample size is adjusted by (`n − 1` degrees of freedom).

    """

    value: float
    se: float
    df: int
    n: int
    level: float = 0.95


@dataclass(frozen=True)
class Interval:
    """Low and high end, None when undefined, and the kind that was really used."""

    low: float | None
    high: float | None
    kind: str


def share_interval(spread: Spread, kind: str, *, certain: bool = False) -> Interval:
    """Give the interval of a share.

    At 0 and 1, where the linearised variance vanishes, it is Clopper-Pearson on n, unless the sample is the
    whole population (`certain`): then nothing is uncertain.
    """
    if spread.se == 0 and (certain or 0 < spread.value < 1):
        return Interval(spread.value, spread.value, kind)
    if spread.value <= 0 or spread.value >= 1:
        return clopper_pearson(round(spread.value) * spread.n, spread.n, spread.level)
    return _finite(*_FORMULAS[kind](spread), kind)


def value_interval(spread: Spread) -> Interval:
    """Give the symmetric interval of a mean, total or ratio: estimate ± t·se."""
    return _finite(*_wald(spread), WALD)


def clopper_pearson(successes: int, n: int, level: float = 0.95) -> Interval:
    """Give the exact binomial interval of `successes` out of n."""
    tail = (1 - level) / 2
    low = beta_quantile(tail, successes, n - successes + 1) if successes > 0 else 0.0
    high = beta_quantile(1 - tail, successes + 1, n - successes) if successes < n else 1.0
    return Interval(low, high, CLOPPER_PEARSON)


def _finite(low: float, high: float, kind: str) -> Interval:
    if math.isnan(low) or math.isnan(high):
        return Interval(None, None, kind)
    return Interval(low, high, kind)


def _student(spread: Spread) -> float:
    return student_quantile((1 + spread.level) / 2, spread.df)


def _wald(spread: Spread) -> tuple[float, float]:
    reach = _student(spread) * spread.se
    return spread.value - reach, spread.value + reach


def _logit(spread: Spread) -> tuple[float, float]:
    share = spread.value
    centre = math.log(share / (1 - share))
    reach = _student(spread) * spread.se / (share * (1 - share))
    return _expit(centre - reach), _expit(centre + reach)


def _expit(value: float) -> float:
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return math.exp(value) / (1 + math.exp(value))


def _wilson(spread: Spread) -> tuple[float, float]:
    share, score = spread.value, _student(spread)
    size = share * (1 - share) / spread.se**2
    scale = 1 + score**2 / size
    centre = (share + score**2 / (2 * size)) / scale
    reach = score / scale * math.sqrt(share * (1 - share) / size + score**2 / (4 * size**2))
    return centre - reach, centre + reach


def _beta(spread: Spread) -> tuple[float, float]:
    share, score = spread.value, _student(spread)
    reference = student_quantile((1 + spread.level) / 2, spread.n - 1)
    size = share * (1 - share) / spread.se**2 * (reference / score) ** 2
    if math.isnan(size):
        return math.nan, math.nan
    tail = (1 - spread.level) / 2
    low = beta_quantile(tail, size * share, size * (1 - share) + 1)
    return low, beta_quantile(1 - tail, size * share + 1, size * (1 - share))


_FORMULAS: dict[str, Callable[[Spread], tuple[float, float]]] = {
    LOGIT: _logit,
    WILSON: _wilson,
    BETA: _beta,
    KORN_GRAUBARD: _beta,
    WALD: _wald,
}

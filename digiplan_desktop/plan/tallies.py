"""Shares from counts: the stratified estimator when each cell is known by four numbers.

It gives what `estimates.estimate` gives on the rows, without touching them, so that sums kept by a store suffice.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.estimates import Estimate
from digiplan_desktop.plan.intervals import LOGIT, Spread, share_interval

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True)
class Tally:
    """One cell: N units in the frame, r resolved, m of those in the domain, s of those with y = 1."""

    population: int
    answered: int
    inside: int
    successes: int

    @property
    def weight(self) -> float:
        """Give w = N/r."""
        return self.population / self.answered if self.answered else 0.0

    def squares(self, share: float) -> float:
        """Give (1 − f)·r/(r − 1)·Σ(e − ē)² of e = w·d(y − share) before division by Σwd."""
        fraction = self.answered / self.population
        if fraction >= 1 or not self.inside:
            return 0.0
        if self.answered < 2:
            return math.nan
        high, low = self.weight * (1 - share), -self.weight * share
        failures, outside = self.inside - self.successes, self.answered - self.inside
        mean = (self.successes * high + failures * low) / self.answered
        deviations = self.successes * (high - mean) ** 2 + failures * (low - mean) ** 2 + outside * mean**2
        return (1 - fraction) * self.answered / (self.answered - 1) * deviations


def estimate_share(tallies: Collection[Tally], interval: str = LOGIT) -> Estimate:
    """Give Σwdy/Σwd with its standard error and interval; value None when the domain is empty."""
    n = sum(tally.inside for tally in tallies)
    numerator = math.fsum(tally.weight * tally.successes for tally in tallies)
    denominator = math.fsum(tally.weight * tally.inside for tally in tallies)
    if not n:
        return Estimate(None, None, 0, 0, numerator, denominator, None, None, interval)
    successes = sum(tally.successes for tally in tallies)
    share = float(successes == n) if successes in {0, n} else numerator / denominator
    variance = math.fsum(tally.squares(share) for tally in tallies) / denominator**2
    df = sum(tally.inside - 1 for tally in tallies if tally.inside)
    if math.isnan(variance):
        return Estimate(share, None, df, n, numerator, denominator, None, None, interval)
    certain = all(tally.answered >= tally.population for tally in tallies if tally.inside)
    se = math.sqrt(variance)
    found = share_interval(Spread(share, se, df, n), interval, certain=certain)
    return Estimate(share, se, df, n, numerator, denominator, found.low, found.high, found.kind)

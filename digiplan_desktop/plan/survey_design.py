"""A sampling design with its rows: strata, clusters, weights, finite populations, post-strata.

Values by row are kept in parallel lists. The variance is that of Taylor linearisation and of the first
stage alone: PSU totals of weighted linearised values within strata, with the finite population correction of
the stratum (Särndal, Swensson and Wretman, "Model Assisted Survey Sampling", 1992, chapter 5).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence


@dataclass(frozen=True)
class StratumSample:
    """One stratum: PSUs in the sample, and in the population (None: infinite, no correction)."""

    label: str
    sampled: int
    population: float | None

    @property
    def fraction(self) -> float:
        """Sampling fraction f of the first stage."""
        return 0.0 if self.population is None else self.sampled / self.population

    @property
    def lonely(self) -> bool:
        """Whether its variance cannot be computed: one PSU that is not all there is."""
        return self.sampled < 2 and self.fraction < 1


@dataclass(frozen=True)
class PostStrata:
    """Known totals: the group of each row and the weights before adjustment."""

    groups: tuple[Hashable, ...]
    weights_before: tuple[float, ...]


@dataclass(frozen=True)
class Design:
    """A sample ready for estimates.

    Attributes:
        weights: final weight of each row.
        psu: number of the PSU of each row; psu_stratum: number of the stratum of each PSU.
        strata: the strata after merging lonely ones; merged: (stratum, counted with) pairs, in order.

    """

    weights: tuple[float, ...]
    psu: tuple[int, ...]
    psu_stratum: tuple[int, ...]
    strata: tuple[StratumSample, ...]
    post_strata: PostStrata | None = None
    merged: tuple[tuple[str, str], ...] = ()

    def degrees_of_freedom(self, rows: Iterable[int]) -> int:
        """PSUs less strata, both counted among the rows."""
        units = {self.psu[row] for row in rows if self.weights[row] > 0}
        return len(units) - len({self.psu_stratum[unit] for unit in units})

    def complete(self, rows: Iterable[int]) -> bool:
        """Whether every stratum of the rows was taken whole, so that nothing is left to chance."""
        strata = {self.psu_stratum[self.psu[row]] for row in rows}
        return all(self.strata[number].fraction >= 1 for number in strata)

    def variance(self, influence: Mapping[int, float]) -> float:
        """Give the variance of Σ w·e for linearised values e by row; rows not named count as zero."""
        weighted = self._weighted(influence)
        totals: defaultdict[int, float] = defaultdict(float)
        for row, value in weighted.items():
            totals[self.psu[row]] += value
        by_stratum: defaultdict[int, list[float]] = defaultdict(list)
        for unit, total in totals.items():
            by_stratum[self.psu_stratum[unit]].append(total)
        return math.fsum(
            _stratum_variance(self.strata[number], values) for number, values in by_stratum.items()
        )

    def _weighted(self, influence: Mapping[int, float]) -> dict[int, float]:
        if self.post_strata is None:
            return {row: self.weights[row] * value for row, value in influence.items()}
        means = _group_means(self.post_strata, influence)
        groups = self.post_strata.groups
        return {
            row: self.weights[row] * (influence.get(row, 0.0) - means[groups[row]])
            for row in range(len(groups))
        }


@dataclass(frozen=True)
class DesignRows:
    """What is known of each row before the design is made; all lists have one entry per row.

    Attributes:
        strata: label of the stratum. psu: cluster id within the stratum, None when rows are the PSUs.
        population: PSUs of the row's stratum in the population, None without a correction.
        weights: given weights; None: population / sampled PSUs, or 1 without a population.

    """

    strata: Sequence[str]
    psu: Sequence[Hashable] | None = None
    population: Mapping[str, float] = field(default_factory=dict)
    weights: Sequence[float] | None = None


def make_design(rows: DesignRows) -> Design:
    """Number strata and PSUs, give weights, and merge lonely strata for the variance (weights stay).

    A lonely stratum is counted with the next label in sorted order, the last one with the label before it.
    """
    psu, psu_labels = _number_units(rows)
    sampled: defaultdict[str, int] = defaultdict(int)
    for label in psu_labels:
        sampled[label] += 1
    weights = rows.weights
    if weights is None:
        weights = [
            rows.population[label] / sampled[label] if rows.population else 1.0 for label in rows.strata
        ]
    samples = {
        label: StratumSample(label, count, rows.population.get(label))
        for label, count in sorted(sampled.items())
    }
    kept, merged = _merge_neighbours(samples)
    numbers = {label: number for number, label in enumerate(kept)}
    final = {label: label for label in kept} | dict(merged)
    return Design(
        weights=tuple(weights),
        psu=tuple(psu),
        psu_stratum=tuple(numbers[_follow(final, label)] for label in psu_labels),
        strata=tuple(kept.values()),
        merged=tuple(merged),
    )


def post_stratify(design: Design, groups: Sequence[Hashable], totals: Mapping[Hashable, float]) -> Design:
    """Scale the weights so that each group's sum is its known total."""
    sums: defaultdict[Hashable, float] = defaultdict(float)
    for group, weight in zip(groups, design.weights, strict=True):
        sums[group] += weight
    adjusted = tuple(
        weight * totals[group] / sums[group] for group, weight in zip(groups, design.weights, strict=True)
    )
    post_strata = PostStrata(tuple(groups), design.weights)
    return Design(adjusted, design.psu, design.psu_stratum, design.strata, post_strata, design.merged)


def _number_units(rows: DesignRows) -> tuple[list[int], list[str]]:
    """Give the PSU number of each row and the stratum label of each PSU."""
    if rows.psu is None:
        return list(range(len(rows.strata))), list(rows.strata)
    numbers: dict[tuple[str, Hashable], int] = {}
    psu = [numbers.setdefault(key, len(numbers)) for key in zip(rows.strata, rows.psu, strict=True)]
    return psu, [label for label, _ in numbers]


def _merge_neighbours(
    samples: dict[str, StratumSample],
) -> tuple[dict[str, StratumSample], list[tuple[str, str]]]:
    kept = dict(samples)
    merged: list[tuple[str, str]] = []
    for label in samples:
        if label not in kept or not kept[label].lonely or len(kept) == 1:
            continue
        labels = list(kept)
        position = labels.index(label)
        into = labels[position + 1] if position + 1 < len(labels) else labels[position - 1]
        kept[into] = _join(kept[into], kept.pop(label))
        merged.append((label, into))
    return kept, merged


def _join(into: StratumSample, other: StratumSample) -> StratumSample:
    known = into.population is not None and other.population is not None
    population = (into.population or 0) + (other.population or 0) if known else None
    return StratumSample(into.label, into.sampled + other.sampled, population)


def _follow(final: Mapping[str, str], label: str) -> str:
    while final[label] != label:
        label = final[label]
    return label


def _stratum_variance(stratum: StratumSample, totals: Sequence[float]) -> float:
    """Give (1 − f)·n/(n − 1)·Σ(t − t̄)², where PSUs without a total of their own have t = 0."""
    count, fraction = stratum.sampled, stratum.fraction
    if fraction >= 1:
        return 0.0
    if count < 2:
        return math.nan
    mean = math.fsum(totals) / count
    squares = math.fsum((total - mean) ** 2 for total in totals) + (count - len(totals)) * mean * mean
    return (1 - fraction) * count / (count - 1) * squares


def _group_means(post_strata: PostStrata, influence: Mapping[int, float]) -> dict[Hashable, float]:
    sums: defaultdict[Hashable, float] = defaultdict(float)
    weights: defaultdict[Hashable, float] = defaultdict(float)
    for row, (group, weight) in enumerate(zip(post_strata.groups, post_strata.weights_before, strict=True)):
        sums[group] += weight * influence.get(row, 0.0)
        weights[group] += weight
    return {group: sums[group] / weights[group] for group in sums}

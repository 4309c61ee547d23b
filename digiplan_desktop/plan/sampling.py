"""Drawing a sample that anybody can check by hand: permanent random numbers, allocation, replacements.

The random number of a unit depends on nothing but the seed and the unit's key, so the order of the list, the
machine and later entries in the register do not matter, and a larger sample contains the smaller one
(sequential simple random sampling, Ohlsson, "Coordination of samples using permanent random numbers", 1995).
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.distributions import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

PROPORTIONAL = "proportional"
NEYMAN = "neyman"
POWER = "power"
METHODS = (PROPORTIONAL, NEYMAN, POWER)
FLOOR = 2


def prn(seed: str, key: str) -> float:
    """Give the permanent random number of a unit, strictly between 0 and 1.

    It is (h + ½)/2^64, where h is the first eight bytes (big-endian) of the SHA-256 of "seed|key" in UTF-8.
    """
    digest = hashlib.sha256(f"{seed}|{key}".encode()).digest()
    return (int.from_bytes(digest[:8], "big") + 0.5) / 2**64


@dataclass(frozen=True)
class SampleSize:
    """Units needed.

    Attributes:
        infinite: answers needed in an endless population. answers: in this one. drawn: units to draw for them.
    """

    infinite: int
    answers: int
    drawn: int


def sample_size(
    population: int, margin: float, *, share: float = 0.5, response_rate: float = 1.0, level: float = 0.95
) -> SampleSize:
    """Give the size of a simple random sample for a share.

    Args:
        population: N.
        margin: half-width of the interval as a fraction, such as 0.03.
        share: the share expected; 0.5 is the most careful.
        response_rate: the part of the drawn units that will answer, above 0 and up to 1.
        level: confidence level.

    """
    z = normal_quantile((1 + level) / 2)
    infinite = z * z * share * (1 - share) / margin**2
    answers = infinite / (1 + infinite / population)
    needed = min(_ceil(answers), population)
    return SampleSize(_ceil(infinite), needed, min(_ceil(needed / response_rate), population))


def allocate(
    populations: Mapping[str, int],
    size: int,
    *,
    method: str = PROPORTIONAL,
    take_all: Collection[str] = (),
    shares: Mapping[str, float] | None = None,
    floor: int = FLOOR,
) -> dict[str, int]:
    """Give the units to draw in each stratum.

    Strata of `take_all` are drawn whole. The rest of `size` is shared out in proportion to N (proportional),
    N·√(p(1 − p)) (neyman, p from the last round or ½) or √N (power), never below `floor` nor above N, and
    rounded by largest remainders so that the sum is exactly `size`, or as near to it as whole strata, floors
    and populations allow.
    """
    taken = {label: count for label, count in populations.items() if label in take_all}
    others = {label: count for label, count in populations.items() if label not in take_all and count > 0}
    measures = {
        label: _measure(method, count, (shares or {}).get(label, 0.5)) for label, count in others.items()
    }
    low = {label: min(floor, count) for label, count in others.items()}
    quotas = _share_out(measures, max(size - sum(taken.values()), 0), low, others)
    rounded = _round_to_sum(quotas)
    return {label: taken.get(label, rounded.get(label, 0)) for label in populations}


@dataclass(frozen=True)
class Drawn:
    """A drawn sample.

    Attributes:
        selected: ids in the order of strata and, within, of their numbers.
        replacements: the other ids of each stratum in the order in which they may be released.
    """

    selected: tuple[str, ...]
    replacements: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class SamplingUnit:
    """A unit of the frame: record id, stratum, and the key its number is made from (the tax code, or the id)."""

    id: str
    stratum: str
    key: str


def draw(units: Iterable[SamplingUnit], allocation: Mapping[str, int], seed: str) -> Drawn:
    """Sort each stratum by (number, key); the first units are the sample, the next ones the replacements."""
    strata: defaultdict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for unit in units:
        strata[unit.stratum].append((prn(seed, unit.key), unit.key, unit.id))
    selected: list[str] = []
    replacements: dict[str, tuple[str, ...]] = {}
    for stratum in sorted(strata):
        ids = [unit_id for _, _, unit_id in sorted(strata[stratum])]
        count = allocation.get(stratum, 0)
        selected += ids[:count]
        replacements[stratum] = tuple(ids[count:])
    return Drawn(tuple(selected), replacements)


def _ceil(value: float) -> int:
    """Round up, but not because of the last bits of a float."""
    return math.ceil(value - 1e-9)


def _measure(method: str, population: int, share: float) -> float:
    if method == NEYMAN:
        return population * math.sqrt(share * (1 - share))
    return math.sqrt(population) if method == POWER else float(population)


def _share_out(
    measures: Mapping[str, float], size: int, low: Mapping[str, int], high: Mapping[str, int]
) -> dict[str, float]:
    """Give quotas in proportion to the measures within [low, high]: one factor for all strata, cut off at both.

    The sum of the cut quotas grows with the factor, so bisection finds the factor that meets the size.
    """
    if sum(low.values()) >= size:
        return {label: float(count) for label, count in low.items()}
    if sum(high.values()) <= size:
        return {label: float(count) for label, count in high.items()}

    def quotas(factor: float) -> dict[str, float]:
        return {
            label: min(max(factor * measure, low[label]), high[label]) for label, measure in measures.items()
        }

    below, above = 0.0, 1.0
    while sum(quotas(above).values()) < size and above < 1e18:
        above *= 2
    for _ in range(200):
        middle = (below + above) / 2
        if sum(quotas(middle).values()) < size:
            below = middle
        else:
            above = middle
    return quotas(above)


def _round_to_sum(quotas: Mapping[str, float]) -> dict[str, int]:
    """Round down and give the missing units to the largest remainders; ties by the order of labels."""
    whole = {label: math.floor(quota + 1e-9) for label, quota in quotas.items()}
    missing = round(sum(quotas.values())) - sum(whole.values())
    by_remainder = sorted(quotas, key=lambda label: (whole[label] - quotas[label], label))
    for label in by_remainder[: max(missing, 0)]:
        whole[label] += 1
    return whole

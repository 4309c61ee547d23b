"""Drawing a sample that anybody can check by hand: permanent random numbers, allocation, replacements.

The random number of a unit depends on nothing but the seed and the unit's key, so the order of the list, the
machine and later entries in the register do not matter, and a larger sample contains the smaller one
(sequential simple random sampling, Ohlsson, "Coordination of samples using permanent random numbers", 1995).
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.distributions import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

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


def allocate_proportional(
    populations: Mapping[str, int], size: int, *, take_all: Collection[str] = (), floor: int = FLOOR
) -> dict[str, int]:
    """Give the units to draw in each stratum, in proportion to its population N.

    Strata of `take_all` are drawn whole. The rest of `size` is shared out, never below `floor` nor above N, and
    rounded by largest remainders so that the sum is exactly `size`, or as near to it as whole strata, floors
    and populations allow.
    """
    return _allocate(dict(populations), populations, size, take_all, floor)


def allocate_neyman(
    populations: Mapping[str, int],
    size: int,
    shares: Mapping[str, float],
    *,
    take_all: Collection[str] = (),
    floor: int = FLOOR,
) -> dict[str, int]:
    """The same in proportion to N·√(p(1 − p)), with p from the last round, ½ where it is unknown."""
    measures = {
        label: count * math.sqrt(shares.get(label, 0.5) * (1 - shares.get(label, 0.5)))
        for label, count in populations.items()
    }
    return _allocate(measures, populations, size, take_all, floor)


def allocate_power(
    populations: Mapping[str, int], size: int, *, take_all: Collection[str] = (), floor: int = FLOOR
) -> dict[str, int]:
    """The same in proportion to √N: for when each district matters more than the whole."""
    measures = {label: math.sqrt(count) for label, count in populations.items()}
    return _allocate(measures, populations, size, take_all, floor)


def sort_by_prn(keys: Iterable[str], *, seed: str) -> tuple[str, ...]:
    """Give the keys of one stratum in the order in which they are drawn: by (number, key)."""
    return tuple(key for _, key in sorted((prn(seed, key), key) for key in keys))


def draw(keys: Iterable[str], size: int, *, seed: str) -> tuple[str, ...]:
    """Give the first `size` keys of one stratum; a key is the tax code, or the record id where there is none."""
    return sort_by_prn(keys, seed=seed)[:size]


def list_replacements(keys: Iterable[str], size: int, *, seed: str) -> tuple[str, ...]:
    """Give the keys that were not drawn, in the order in which they may be released."""
    return sort_by_prn(keys, seed=seed)[size:]


def _ceil(value: float) -> int:
    """Round up, but not because of the last bits of a float."""
    return math.ceil(value - 1e-9)


def _allocate(
    measures: Mapping[str, float],
    populations: Mapping[str, int],
    size: int,
    take_all: Collection[str],
    floor: int,
) -> dict[str, int]:
    taken = {label: count for label, count in populations.items() if label in take_all}
    high = {label: count for label, count in populations.items() if label not in taken}
    low = {label: min(floor, count) for label, count in high.items()}
    wanted = {label: measures[label] for label in high}
    quotas = _share_out(wanted, size - sum(taken.values()), low, high)
    rounded = _round_to_sum(quotas)
    return {label: taken.get(label, rounded.get(label, 0)) for label in populations}


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

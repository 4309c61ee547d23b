"""Quality flags of a figure and how far its frame is covered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan import results

if TYPE_CHECKING:
    from collections.abc import Iterable

MINIMUM_ANSWERS = 30
MINIMUM_DF = 8
PROVINCE_HALF_WIDTH = 0.10
DOMAIN_HALF_WIDTH = 0.15
MAXIMUM_IMPUTED = 0.20
# Half-widths are compared with a limit people write as 10 points: the last bit of a float must not decide.
_EPSILON = 1e-9


@dataclass(frozen=True)
class Soundness:
    """What the flags are decided from.

    Attributes:
        n: usable answers in the domain. df: degrees of freedom, None for a complete count.
        half_width: of the interval as a fraction, None without one. limit: widest allowed half-width.
        imputed: share of the weight that comes from merged strata.
        provisional: fieldwork goes on. broken: another frame or definition than the plan's.
    """

    n: int
    df: int | None = None
    half_width: float | None = None
    limit: float = PROVINCE_HALF_WIDTH
    imputed: float = 0.0
    provisional: bool = False
    broken: bool = False


def quality_flags(soundness: Soundness) -> str:
    """Give the letters in the order ":", "u", "e", "p", "b"; "" when nothing is to be said."""
    found = (
        (results.FLAG_NONE, soundness.n == 0),
        (results.FLAG_UNRELIABLE, soundness.n > 0 and _unreliable(soundness)),
        (results.FLAG_IMPUTED, soundness.imputed > MAXIMUM_IMPUTED + _EPSILON),
        (results.FLAG_PROVISIONAL, soundness.provisional),
        (results.FLAG_BREAK, soundness.broken),
    )
    return "".join(letter for letter, holds in found if holds)


def _unreliable(soundness: Soundness) -> bool:
    """Whether too few answers, degrees of freedom or digits stand behind the figure; never of a full count."""
    if soundness.df is None:
        return False
    wide = soundness.half_width is None or soundness.half_width > soundness.limit + _EPSILON
    return soundness.n < MINIMUM_ANSWERS or soundness.df < MINIMUM_DF or wide


@dataclass(frozen=True)
class StratumCoverage:
    """Resolved units of a stratum out of those that were to be visited (`planned`)."""

    stratum: str
    population: int
    planned: int
    resolved: int

    @property
    def share(self) -> float:
        """Resolved / planned, 0 where nothing was planned."""
        return min(self.resolved / self.planned, 1.0) if self.planned else 0.0


@dataclass(frozen=True)
class Coverage:
    """Coverage 0-1 of all strata together, weighted by their frame size, and the least covered stratum."""

    share: float | None
    worst_stratum: str = ""
    worst_share: float | None = None


def measure_coverage(strata: Iterable[StratumCoverage]) -> Coverage:
    """Give Σ N_h (resolved_h / planned_h) / Σ N_h: in a census this is resolved / frame."""
    known = [stratum for stratum in strata if stratum.population > 0]
    total = sum(stratum.population for stratum in known)
    if not total:
        return Coverage(None)
    share = sum(stratum.population * stratum.share for stratum in known) / total
    worst = min(known, key=lambda stratum: (stratum.share, stratum.stratum))
    return Coverage(share, worst.stratum, worst.share)

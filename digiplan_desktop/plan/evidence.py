"""What a figure rests on, as plain values: survey rounds with their answers, and plan events.

The caller fills these from its store; nothing here reads one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

CENSUS = "census"
CENSUS_IN_PROGRESS = "census_in_progress"
PROBABILITY_SAMPLE = "probability_sample"
CONVENIENCE = "convenience"
ADMINISTRATIVE = "administrative"
REGIMES = (CENSUS, CENSUS_IN_PROGRESS, PROBABILITY_SAMPLE, CONVENIENCE, ADMINISTRATIVE)

COMPLETE = "I"
PARTIAL = "P"
REFUSAL = "R"
NO_CONTACT = "NC"
OTHER = "O"
UNKNOWN_HOUSING = "UH"
UNKNOWN_OTHER = "UO"
INELIGIBLE = "ineligible"
PENDING = ""
DISPOSITIONS = (COMPLETE, PARTIAL, REFUSAL, NO_CONTACT, OTHER, UNKNOWN_HOUSING, UNKNOWN_OTHER, INELIGIBLE)


@dataclass(frozen=True)
class StratumFrame:
    """One stratum of a round's frozen frame.

    Attributes:
        stratum: "district|size class", such as "D643-1|micro".
        population: N, units in the frame.
        drawn: units to be visited; equals N in a census.

    """

    stratum: str
    population: int
    drawn: int


@dataclass(frozen=True)
class UnitResponse:
    """How one visited unit ended, and the facts of its answers.

    Attributes:
        stratum: the stratum of the frozen frame it was drawn from, not of its answers.
        area: unit_uid of the commune, `district`: uid of the old district.
        disposition: AAPOR code: "I" complete, "P" partial, "R" refusal, "NC" no contact, "O" other,
            "UH"/"UO" eligibility unknown, "ineligible" (closed, moved away, duplicate), "" still under way.
        facts: number by question or calculation name; a missing name is a missing answer.

    """

    stratum: str
    area: str
    district: str
    disposition: str
    facts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class RoundEvidence:
    """A survey round as far as it has come.

    Attributes:
        id: record id of the round.
        form: questionnaire id.
        regime: one of `REGIMES`.
        reference_date: the day the results stand for.
        territory: "old" or "new".
        strata: the frozen frame; responses of a stratum that is not listed are ignored and noted.
        responses: one per visited unit; at most one per frame unit.
        open: whether fieldwork still goes on (flag "p").
        frame_hash: names the frame.
        frame_by_area: commune uid → number of frame units there; needed for coverage by commune only.

    """

    id: str
    form: str
    regime: str
    reference_date: date
    territory: str
    strata: tuple[StratumFrame, ...]
    responses: tuple[UnitResponse, ...]
    open: bool = False
    frame_hash: str = ""
    title: str = ""
    frame_by_area: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def frame_size(self) -> int:
        """N over all strata."""
        return sum(stratum.population for stratum in self.strata)

    @property
    def drawn(self) -> int:
        """Units to be visited over all strata."""
        return sum(stratum.drawn for stratum in self.strata)


@dataclass(frozen=True)
class EventEvidence:
    """One plan event.

    Attributes:
        target: "T5".
        kind: "unit" (one enterprise founded or attracted) or "figure" (a number an administration reported).
        date: founding or decision date of a unit; the day a figure stands for.
        enterprise: record id or tax code, "" when unknown; a unit named twice counts once.
        people: staff of a unit, None when unknown.
        numerator, denominator: of a figure; a reported count has only a numerator.
        document: number of the document that proves it, "" when there is none.
        territory: "old", "new", or "" when it counts for both.

    """

    id: str
    target: str
    kind: str
    date: date
    name: str = ""
    enterprise: str = ""
    people: int | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    document: str = ""
    note: str = ""
    territory: str = ""


@dataclass(frozen=True)
class Evidence:
    """Everything known on one day: all rounds (any order, any form) and all plan events."""

    rounds: tuple[RoundEvidence, ...] = ()
    events: tuple[EventEvidence, ...] = ()

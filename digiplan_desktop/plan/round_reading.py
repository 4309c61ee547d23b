"""A survey round read by one definition: resolved units in their weighting cells, coverage, bounds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from digiplan_desktop.plan import evidence
from digiplan_desktop.plan.cells import Cell, Cells, merge_lonely, split_stratum
from digiplan_desktop.plan.outcomes import Outcome, read_outcome
from digiplan_desktop.plan.quality import Coverage, StratumCoverage, measure_coverage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.plan.evidence import RoundEvidence, StratumFrame, UnitResponse
    from digiplan_desktop.plan.targets import Definition


class ResolvedUnit(NamedTuple):
    """One resolved unit with the label of its weighting cell."""

    cell: str
    response: UnitResponse
    outcome: Outcome


@dataclass(frozen=True)
class RoundReading:
    """What a round says about one definition.

    Attributes:
        units: resolved units, those outside the domain included.
        strata: coverage of each stratum, in the order of the frame.
        strays: responses whose stratum is not in the frame; they are left out.
        surplus: answers beyond the number of units in their stratum's frame.
    """

    round: RoundEvidence
    definition: Definition
    units: tuple[ResolvedUnit, ...]
    cells: Cells
    strata: tuple[StratumCoverage, ...]
    strays: int
    surplus: int

    @property
    def population(self) -> int:
        """Units of the frame."""
        return sum(stratum.population for stratum in self.strata)

    @property
    def complete(self) -> bool:
        """Whether every unit of the frame is resolved, so that the figure is a count and not an estimate."""
        return bool(self.strata) and all(stratum.resolved >= stratum.population for stratum in self.strata)

    @property
    def counts_all(self) -> bool:
        """Whether no interval belongs to the figure: a finished census or an administrative list."""
        return self.round.regime == evidence.ADMINISTRATIVE or (
            self.complete and self.round.regime != evidence.CONVENIENCE
        )

    @property
    def imputed(self) -> float:
        """Share of the frame that lies in strata counted with another one."""
        whole = self.population
        return sum(merged.population for merged in self.cells.merged) / whole if whole else 0.0

    @property
    def silent_districts(self) -> tuple[str, ...]:
        """Districts of the frame without a single resolved unit; units of no known district form none."""
        heard: Counter[str] = Counter()
        for stratum in self.strata:
            heard[split_stratum(stratum.stratum)[0]] += stratum.resolved
        return tuple(sorted(district for district, resolved in heard.items() if district and not resolved))

    def coverage(self, district: str = "") -> Coverage:
        """Give how much of the frame, or of one district's frame, is resolved."""
        return measure_coverage(
            stratum
            for stratum in self.strata
            if not district or split_stratum(stratum.stratum)[0] == district
        )

    def bounds(self) -> tuple[float, float] | None:
        """Give the least and the greatest share that the open units can still lead to; None for an empty frame.

        With every unit of the frame inside the domain these are [Σy/N, (Σy + N − r)/N].
        """
        inside = [unit.outcome.y for unit in self.units if unit.outcome.inside]
        outside = len(self.units) - len(inside)
        possible = self.population - outside
        if possible <= 0:
            return None
        still_open = max(self.population - len(self.units), 0)
        return sum(inside) / possible, (sum(inside) + still_open) / possible


def read_round(
    survey: RoundEvidence, definition: Definition, neighbours: Mapping[str, tuple[str, ...]]
) -> RoundReading:
    """Read every response of the round by the definition and form the weighting cells."""
    frame = {stratum.stratum: stratum for stratum in survey.strata if stratum.population > 0}
    read = [
        (response, outcome)
        for response in survey.responses
        if response.stratum in frame and (outcome := read_outcome(definition, response)) is not None
    ]
    resolved = Counter(response.stratum for response, _ in read)
    populations = {label: max(stratum.population, resolved[label]) for label, stratum in frame.items()}
    cells = merge_lonely(
        {label: Cell(population, resolved[label]) for label, population in populations.items()}, neighbours
    )
    return RoundReading(
        round=survey,
        definition=definition,
        units=tuple(ResolvedUnit(cells.of_stratum[each.stratum], each, outcome) for each, outcome in read),
        cells=cells,
        strata=tuple(
            _cover(survey, stratum, populations[label], resolved[label]) for label, stratum in frame.items()
        ),
        strays=sum(response.stratum not in frame for response in survey.responses),
        surplus=sum(max(resolved[label] - stratum.population, 0) for label, stratum in frame.items()),
    )


def _cover(survey: RoundEvidence, stratum: StratumFrame, population: int, resolved: int) -> StratumCoverage:
    planned = stratum.drawn if survey.regime == evidence.PROBABILITY_SAMPLE else population
    return StratumCoverage(stratum.stratum, population, planned, resolved)


def restrict_round(survey: RoundEvidence, territory: str, districts: tuple[str, ...]) -> RoundEvidence:
    """Give the part of a round that lies in some districts: exact, because no stratum crosses a district."""
    kept = frozenset(districts)
    strata = tuple(each for each in survey.strata if split_stratum(each.stratum)[0] in kept)
    labels = {each.stratum for each in strata}
    responses = tuple(each for each in survey.responses if each.stratum in labels)
    return replace(survey, territory=territory, strata=strata, responses=responses)

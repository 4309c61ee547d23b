"""Estimates of an indicator from a survey round, for the whole, the old districts or the communes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digiplan_desktop.plan import estimates, evidence, intervals
from digiplan_desktop.plan.cells import split_stratum
from digiplan_desktop.plan.estimates import Estimate, Question, estimate
from digiplan_desktop.plan.quality import DOMAIN_HALF_WIDTH, PROVINCE_HALF_WIDTH, Soundness, quality_flags
from digiplan_desktop.plan.results import DomainEstimate
from digiplan_desktop.plan.round_reading import RoundReading, read_round
from digiplan_desktop.plan.survey_design import DesignRows, make_design
from digiplan_desktop.plan.tallies import Tally, estimate_share

if TYPE_CHECKING:
    from collections.abc import Callable

    from digiplan_desktop.plan.evidence import RoundEvidence, UnitResponse
    from digiplan_desktop.plan.targets import Definition, Indicator, Plan

DISTRICT = "district"
AREA = "area"
TOTAL = "total"
NO_ANSWERS = Estimate(None, None, 0, 0, 0.0, 0.0, None, None, intervals.NONE)


def estimate_domains(
    plan: Plan, survey: RoundEvidence, indicator: Indicator, by: str, definition: Definition | None = None
) -> tuple[DomainEstimate, ...]:
    """Give one estimate for each domain, sorted by uid; districts and communes without answers included.

    Args:
        plan: for the neighbours of districts.
        survey: the round. A round whose `frame_by_area` is empty gives only the communes that answered.
        indicator: a survey indicator (share, ratio or mean).
        by: "district", "area" or "total".
        definition: the frozen definition of the indicator when None.

    """
    chosen = definition or indicator.definition
    if chosen is None:
        return ()
    reading = read_round(survey, chosen, plan.neighbours)
    found = estimate_reading(reading, indicator.kind, _DOMAIN_OF[by])
    counts = _count_answers(reading, by)
    domains = sorted(_known_domains(reading, by) | counts.keys())
    return tuple(
        _domain_estimate(
            reading, indicator.kind, (by, domain), found.get(domain, NO_ANSWERS), counts.get(domain, (0, 0))
        )
        for domain in domains
    )


def estimate_reading(
    reading: RoundReading, kind: str, domain_of: Callable[[UnitResponse], str]
) -> dict[str, Estimate]:
    """Give the estimate of each domain that has resolved units; fractions for shares and ratios."""
    if reading.round.regime == evidence.CONVENIENCE:
        return _plain_counts(reading, domain_of)
    if kind == estimates.SHARE:
        return _shares(reading, domain_of)
    return _ratios(reading, kind, domain_of)


def _shares(reading: RoundReading, domain_of: Callable[[UnitResponse], str]) -> dict[str, Estimate]:
    counts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for unit in reading.units:
        cells = counts[domain_of(unit.response)]
        if unit.outcome.inside:
            cell = cells[unit.cell]
            cell[0] += 1
            cell[1] += unit.outcome.y == 1
    return {
        domain: estimate_share(
            [
                Tally(
                    reading.cells.cells[label].population,
                    reading.cells.cells[label].answered,
                    inside,
                    successes,
                )
                for label, (inside, successes) in cells.items()
            ]
        )
        for domain, cells in counts.items()
    }


def _ratios(
    reading: RoundReading, kind: str, domain_of: Callable[[UnitResponse], str]
) -> dict[str, Estimate]:
    population = {label: float(cell.population) for label, cell in reading.cells.cells.items()}
    design = make_design(DesignRows([unit.cell for unit in reading.units], population=population))
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, unit in enumerate(reading.units):
        members = rows[domain_of(unit.response)]
        if unit.outcome.inside:
            members.append(row)
    y = [unit.outcome.y for unit in reading.units]
    x = [unit.outcome.x for unit in reading.units]
    interval = intervals.LOGIT if kind == estimates.RATIO else intervals.WALD
    return {
        domain: estimate(design, Question(estimates.RATIO, y, x, members, interval))
        for domain, members in rows.items()
    }


def _plain_counts(reading: RoundReading, domain_of: Callable[[UnitResponse], str]) -> dict[str, Estimate]:
    """Give sums without weights: units that were picked by hand stand for nobody else."""
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for unit in reading.units:
        total = sums[domain_of(unit.response)]
        if unit.outcome.inside:
            total[0] += unit.outcome.y
            total[1] += unit.outcome.x
            total[2] += 1
    return {
        domain: Estimate(None, None, 0, int(n), above, below, None, None, intervals.NONE)
        for domain, (above, below, n) in sums.items()
    }


def _district(response: UnitResponse) -> str:
    return response.district


def _area(response: UnitResponse) -> str:
    return response.area


def whole(_response: UnitResponse) -> str:
    """Give the one domain that holds every response."""
    return ""


_DOMAIN_OF: dict[str, Callable[[UnitResponse], str]] = {DISTRICT: _district, AREA: _area, TOTAL: whole}


def _known_domains(reading: RoundReading, by: str) -> set[str]:
    if by == DISTRICT:
        return {split_stratum(stratum.stratum)[0] for stratum in reading.strata}
    if by == AREA:
        return set(reading.round.frame_by_area)
    return {""}


def _count_answers(reading: RoundReading, by: str) -> dict[str, tuple[int, int]]:
    """Give (resolved units, operating units among them) of each domain."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for unit in reading.units:
        count = counts[_DOMAIN_OF[by](unit.response)]
        count[0] += 1
        operating = (
            unit.response.disposition == evidence.COMPLETE and unit.response.facts.get("status", 1) == 1
        )
        count[1] += operating
    return {domain: (resolved, operating) for domain, (resolved, operating) in counts.items()}


def _domain_estimate(
    reading: RoundReading, kind: str, place: tuple[str, str], found: Estimate, counts: tuple[int, int]
) -> DomainEstimate:
    by, domain = place
    population, coverage = _frame_of(reading, by, domain, counts[0])
    estimated = found.value is not None and not reading.counts_all
    return DomainEstimate(
        by=by,
        domain=domain,
        share=found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        n=found.n,
        n_active=counts[1],
        answered=counts[0],
        population=population,
        se=found.se if estimated else None,
        df=found.df,
        low=found.low if estimated else None,
        high=found.high if estimated else None,
        interval=found.interval if estimated else intervals.NONE,
        flags=reading_flags(reading, found, half_width_limit(kind, by)),
        coverage=coverage,
    )


def _frame_of(reading: RoundReading, by: str, domain: str, resolved: int) -> tuple[int, float | None]:
    """Give the frame units of a domain and how much of it is covered."""
    if by == AREA:
        population = reading.round.frame_by_area.get(domain, 0)
        sampled = reading.round.regime == evidence.PROBABILITY_SAMPLE
        return population, min(resolved / population, 1.0) if population and not sampled else None
    inside = [
        stratum.population
        for stratum in reading.strata
        if by == TOTAL or split_stratum(stratum.stratum)[0] == domain
    ]
    return sum(inside), reading.coverage(domain).share if inside else None


def half_width_limit(kind: str, by: str) -> float:
    """Give the widest half-width of a sound interval: a fraction, or points for a mean of percentages."""
    limit = PROVINCE_HALF_WIDTH if by == TOTAL else DOMAIN_HALF_WIDTH
    return limit * 100 if kind == estimates.MEAN else limit


def reading_flags(reading: RoundReading, found: Estimate, limit: float) -> str:
    """Give the quality letters of an estimate from this reading; `limit` as of `half_width_limit`."""
    half_width = None if found.low is None or found.high is None else (found.high - found.low) / 2
    return quality_flags(
        Soundness(
            n=found.n,
            df=None if reading.counts_all else found.df,
            half_width=half_width,
            limit=limit,
            imputed=reading.imputed,
            provisional=reading.round.open,
        )
    )

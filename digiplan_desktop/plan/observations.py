"""One dated figure of a target with everything it rests on, from a round, a reported figure or plan events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digiplan_desktop.plan import evidence, intervals
from digiplan_desktop.plan.results import FLAG_BREAK, DefinitionEstimate, MergedStratum, Note
from digiplan_desktop.plan.round_estimates import (
    NO_ANSWERS,
    TOTAL,
    estimate_reading,
    half_width_limit,
    reading_flags,
    whole,
)
from digiplan_desktop.plan.round_reading import RoundReading, read_round
from digiplan_desktop.plan.status import Measured

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digiplan_desktop.plan.estimates import Estimate
    from digiplan_desktop.plan.evidence import EventEvidence, RoundEvidence
    from digiplan_desktop.plan.targets import Definition, Indicator, Plan, Stage, Target

SURVEY = "survey"
FIGURE = "figure"
UNITS = "units"


@dataclass(frozen=True)
class Observation:
    """A figure in the unit of its target.

    Attributes:
        source: "survey", "figure" or "units".
        measured: what the status is decided from.
        se, df, interval: of an estimate; None and "none" for exact figures.
        numerator, denominator: weighted sums (survey), reported numbers (figure) or the count.
        other fields: see `results.TargetProgress`.
    """

    source: str
    measured: Measured
    se: float | None = None
    df: int | None = None
    interval: str = intervals.NONE
    numerator: float | None = None
    denominator: float | None = None
    flags: str = ""
    regime: str = evidence.ADMINISTRATIVE
    round: str = ""
    frame: int = 0
    frame_hash: str = ""
    worst_stratum: str = ""
    worst_coverage: float | None = None
    definition: str = ""
    definitions: tuple[DefinitionEstimate, ...] = ()
    merged: tuple[MergedStratum, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def date(self) -> date:
        """The day the figure stands for."""
        return self.measured.date


def scale_of(indicator: Indicator) -> float:
    """Give what a fraction is multiplied by to be in the target's unit."""
    return 100.0 if indicator.kind in {"share", "ratio"} else 1.0


def observe_round(plan: Plan, indicator: Indicator, survey: RoundEvidence) -> Observation | None:
    """Estimate every definition of the indicator from a round; the frozen one makes the figure."""
    chosen = indicator.definition
    if chosen is None:
        return None
    readings = {each.id: read_round(survey, each, plan.neighbours) for each in indicator.definitions}
    found = {key: _estimate(reading, indicator) for key, reading in readings.items()}
    reading, estimate = readings[chosen.id], found[chosen.id]
    scale = scale_of(indicator)
    measured = _measure(reading, estimate, indicator)
    broken = survey.territory != plan.territory
    flags = reading_flags(reading, estimate, half_width_limit(indicator.kind, TOTAL)) + (
        FLAG_BREAK if broken else ""
    )
    coverage = reading.coverage()
    return Observation(
        source=SURVEY,
        measured=measured,
        se=_scaled(estimate.se, scale) if measured.low is not None else None,
        df=estimate.df if measured.low is not None else None,
        interval=estimate.interval if measured.low is not None else intervals.NONE,
        numerator=estimate.numerator,
        denominator=estimate.denominator,
        flags=flags,
        regime=survey.regime,
        round=survey.id,
        frame=reading.population,
        frame_hash=survey.frame_hash,
        worst_stratum=coverage.worst_stratum,
        worst_coverage=coverage.worst_share,
        definition=chosen.id,
        definitions=tuple(
            _side_by_side(each, found[each.id], indicator, exact=reading.counts_all)
            for each in indicator.definitions
        ),
        merged=reading.cells.merged,
        notes=_round_notes(reading),
    )


def observe_figure(target: Target, event: EventEvidence) -> Observation | None:
    """Read a number reported by an administration; None when it does not suffice for the indicator."""
    if event.numerator is None:
        return None
    numerator = float(event.numerator)
    denominator = None if event.denominator is None else float(event.denominator)
    if target.indicator.kind in {"count", "sum"}:
        value = numerator
    elif denominator:
        value = scale_of(target.indicator) * numerator / denominator
    else:
        return None
    return Observation(
        source=FIGURE,
        measured=Measured(event.date, value, lower_bound=value, upper_bound=value, n=1, sampled=False),
        numerator=numerator,
        denominator=denominator,
        notes=() if event.document.strip() else (Note("undocumented", (1,)),),
    )


def observe_units(
    target: Target, events: Iterable[EventEvidence], stage: Stage, as_of: date
) -> Observation | None:
    """Count plan events, or sum their staff, within the counting period up to the day; None without any.

    A unit named twice counts once. What is proved by a document is the certain lower bound.
    """
    units = [event for event in events if event.target == target.indicator.events_of and event.kind == "unit"]
    last = min(as_of, stage.due)
    first = target.counted_from or target.baseline.date
    counted = _distinct(event for event in units if first <= event.date <= last)
    if target.indicator.kind == "sum" and counted and all(event.people is None for event in counted):
        return None
    if not units:
        return None
    value, proved = _total(target.indicator, counted), _total(target.indicator, _documented(counted))
    return Observation(
        source=UNITS,
        measured=Measured(last, value, lower_bound=proved, n=len(counted), sampled=False),
        numerator=value,
        notes=_unit_notes(target.indicator, counted, len(units)),
    )


def _estimate(reading: RoundReading, indicator: Indicator) -> Estimate:
    return estimate_reading(reading, indicator.kind, whole).get("", NO_ANSWERS)


def _measure(reading: RoundReading, estimate: Estimate, indicator: Indicator) -> Measured:
    scale = scale_of(indicator)
    bounds = reading.bounds() if indicator.kind == "share" else None
    exact = reading.counts_all
    return Measured(
        date=reading.round.reference_date,
        value=_value(estimate, scale),
        low=None if exact else _scaled(estimate.low, scale),
        high=None if exact else _scaled(estimate.high, scale),
        lower_bound=None if bounds is None else bounds[0] * scale,
        upper_bound=None if bounds is None else bounds[1] * scale,
        n=estimate.n,
        coverage=reading.coverage().share,
        sampled=not exact,
        hand_picked=reading.round.regime == evidence.CONVENIENCE,
        silent_districts=len(reading.silent_districts),
    )


def _side_by_side(
    definition: Definition, estimate: Estimate, indicator: Indicator, *, exact: bool
) -> DefinitionEstimate:
    scale = scale_of(indicator)
    return DefinitionEstimate(
        id=definition.id,
        name=definition.name,
        chosen=definition.id == indicator.chosen,
        value=_value(estimate, scale),
        low=None if exact else _scaled(estimate.low, scale),
        high=None if exact else _scaled(estimate.high, scale),
        n=estimate.n,
    )


def _value(estimate: Estimate, scale: float) -> float | None:
    """Multiply before dividing: 29 of 100 is 29 %, not 28.999999999999996 %."""
    return None if estimate.value is None else scale * estimate.numerator / estimate.denominator


def _scaled(value: float | None, scale: float) -> float | None:
    return None if value is None else value * scale


def _round_notes(reading: RoundReading) -> tuple[Note, ...]:
    census = reading.round.regime == evidence.CENSUS and not reading.complete
    in_progress = reading.round.regime == evidence.CENSUS_IN_PROGRESS and not reading.complete
    found: tuple[tuple[str, tuple[float | int | str, ...]], ...] = (
        ("census_incomplete", (len(reading.units), reading.population) if census else ()),
        ("missing_at_random", (len(reading.units), reading.population) if in_progress or census else ()),
        ("silent_districts", reading.silent_districts),
        ("merged_strata", (len(reading.cells.merged),) if reading.cells.merged else ()),
        ("strays", (reading.strays,) if reading.strays else ()),
        ("surplus", (reading.surplus,) if reading.surplus else ()),
    )
    return tuple(Note(code, values) for code, values in found if values)


def _distinct(events: Iterable[EventEvidence]) -> list[EventEvidence]:
    """Keep the first of the events that name the same enterprise; one without a name stands for itself."""
    kept: dict[str, EventEvidence] = {}
    for event in sorted(events, key=lambda event: (event.date, event.id)):
        kept.setdefault(event.enterprise or f"event {event.id}", event)
    return list(kept.values())


def _documented(events: Iterable[EventEvidence]) -> list[EventEvidence]:
    return [event for event in events if event.document.strip()]


def _total(indicator: Indicator, events: list[EventEvidence]) -> float:
    if indicator.kind == "sum":
        return float(sum(event.people or 0 for event in events))
    return float(len(events))


def _unit_notes(indicator: Indicator, counted: list[EventEvidence], recorded: int) -> tuple[Note, ...]:
    undocumented = len(counted) - len(_documented(counted))
    unknown_staff = sum(event.people is None for event in counted) if indicator.kind == "sum" else 0
    found = (
        ("undocumented", undocumented),
        ("staff_unknown", unknown_staff),
        ("not_counted", recorded - len(counted)),
    )
    return tuple(Note(code, (number,)) for code, number in found if number)

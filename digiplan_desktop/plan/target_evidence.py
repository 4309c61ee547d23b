"""The observations that bear on one target, and the choice of the one to judge a due date by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.observations import (
    FIGURE,
    SURVEY,
    UNITS,
    Observation,
    observe_figure,
    observe_round,
    observe_units,
)
from digiplan_desktop.plan.results import SeriesPoint
from digiplan_desktop.plan.round_reading import restrict_round
from digiplan_desktop.plan.status import MAXIMUM_AGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digiplan_desktop.plan.evidence import EventEvidence, Evidence, RoundEvidence
    from digiplan_desktop.plan.targets import Plan, Stage, Target

QUARTER = 92


@dataclass(frozen=True)
class TargetEvidence:
    """A target with what is known of it by a day.

    Attributes:
        dated: surveys and reported figures, oldest first. Counts of events are made anew for each due date.
        events: all plan events of the territory, those of other targets included.
    """

    target: Target
    dated: tuple[Observation, ...]
    events: tuple[EventEvidence, ...]
    as_of: date

    def observe(self, stage: Stage) -> Observation | None:
        """Give the figure to judge a due date by: from the best source that has one near enough to the day.

        For a due date that is past, a figure of that very quarter goes before any other.
        """
        day = min(self.as_of, stage.due)
        found = [self._best(source, stage, day) for source in self.target.indicator.sources]
        known = [observation for observation in found if observation is not None]
        for reach in (QUARTER, MAXIMUM_AGE) if self.as_of > stage.due else (MAXIMUM_AGE,):
            for observation in known:
                if abs((observation.date - day).days) <= reach:
                    return observation
        return known[0] if known else None

    def earlier_result(self, stage: Stage, present: Observation | None) -> tuple[date, float] | None:
        """Give what was reached by an earlier due date, from evidence older than the present observation."""
        if UNITS in self.target.indicator.sources and (present is None or present.source == UNITS):
            counted = observe_units(self.target, self.events, stage, self.as_of)
            if counted is None or counted.measured.value is None:
                return None
            return stage.due, counted.measured.value
        last = self.as_of if present is None else present.date
        dated = [
            (each.date, each.measured.value)
            for each in self.dated
            if each.measured.value is not None
            and each.date < last
            and abs((each.date - stage.due).days) <= MAXIMUM_AGE
        ]
        return min(dated, key=lambda each: abs((each[0] - stage.due).days), default=None)

    def series(self, stage: Stage) -> tuple[SeriesPoint, ...]:
        """Give the dated values of all sources, oldest first; of counts one point for each day of an event."""
        points = [_point(each) for each in self.dated]
        if UNITS in self.target.indicator.sources:
            last = min(self.as_of, stage.due)
            of = self.target.indicator.events_of
            days = {
                event.date
                for event in self.events
                if event.kind == "unit" and event.target == of and event.date <= last
            }
            points += [_point(observe_units(self.target, self.events, stage, day)) for day in days]
        return tuple(sorted(filter(None, points), key=lambda point: (point.date, point.source)))

    def _best(self, source: str, stage: Stage, day: date) -> Observation | None:
        """Give the latest observation of a source; once the due date is past, the one nearest to it."""
        if source == UNITS:
            return observe_units(self.target, self.events, stage, self.as_of)
        dated = [each for each in self.dated if each.source == source]
        return min(dated, key=lambda each: abs((each.date - day).days), default=None)


def _point(observation: Observation | None) -> SeriesPoint | None:
    value = None if observation is None else observation.measured.value
    if observation is None or value is None:
        return None
    measured = observation.measured
    return SeriesPoint(measured.date, value, measured.low, measured.high, observation.source)


def gather_evidence(
    plan: Plan, evidence: Evidence, *, as_of: date, territory: str
) -> Iterator[TargetEvidence]:
    """Give the evidence of each target, up to the day and for the territory."""
    rounds = tuple(_rounds_of(plan, evidence, territory, as_of))
    events = tuple(event for event in evidence.events if event.territory in {"", territory})
    for target in plan.targets:
        found = (*_surveys(plan, target, rounds), *_figures(target, events, as_of))
        dated = sorted(filter(None, found), key=lambda each: each.date)
        yield TargetEvidence(target, tuple(dated), events, as_of)


def _rounds_of(plan: Plan, evidence: Evidence, territory: str, as_of: date) -> Iterator[RoundEvidence]:
    """Give the rounds of a territory; where a round covers a wider one, the part that belongs here."""
    districts = next((each.districts for each in plan.territories if each.id == territory), ())
    for survey in evidence.rounds:
        if survey.reference_date > as_of:
            continue
        if survey.territory == territory:
            yield survey
        elif districts:
            part = restrict_round(survey, territory, districts)
            if part.strata:
                yield part


def _surveys(plan: Plan, target: Target, rounds: tuple[RoundEvidence, ...]) -> Iterator[Observation | None]:
    if SURVEY in target.indicator.sources:
        for survey in rounds:
            if survey.form == target.indicator.form:
                yield observe_round(plan, target.indicator, survey)


def _figures(target: Target, events: tuple[EventEvidence, ...], as_of: date) -> Iterator[Observation | None]:
    if FIGURE in target.indicator.sources:
        for event in events:
            if event.target == target.id and event.kind == "figure" and event.date <= as_of:
                yield observe_figure(target, event)

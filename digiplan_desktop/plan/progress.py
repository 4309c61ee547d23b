"""Where a whole plan stands on a day: every target for every due date, from all the evidence.

Note codes beside a figure, with their values (worded in ui/messages.py):

    census_incomplete (answered, frame)    a census that is not finished is weighted like a sample
    missing_at_random (answered, frame)    the interval assumes that the open units are like their cell
    silent_districts (uid, …)              districts of the frame without any answer
    merged_strata (number)                 strata counted together
    strays (number), surplus (number)      responses outside the frame; more answers than units in a stratum
    missing_units (number)                 units a demand of 100 % still lacks, by the weighted sums
    undocumented (number)                  events or figures without a document
    staff_unknown (number)                 new enterprises whose staff is unknown
    not_counted (number)                   events outside the counting period, or named twice
    observed_after_due (days)              the figure is from after the due date
    from_first_result ()                   the path starts at the result of the earlier due date
    two_classes (worst, best)              the ends of the interval fall into different states
    floor (units)                          the path demands no more than so many whole units by now
    interval_holds_baseline (baseline)     below the baseline, but not surely
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digiplan_desktop.plan.course import Course, clamp, pace_needed
from digiplan_desktop.plan.results import Note, TargetProgress
from digiplan_desktop.plan.status import Demand, combine_statuses, decide_status, meets
from digiplan_desktop.plan.target_evidence import TargetEvidence, gather_evidence
from digiplan_desktop.plan.targets import EQUAL, NO_WORDS

if TYPE_CHECKING:
    from datetime import date

    from digiplan_desktop.plan.evidence import Evidence
    from digiplan_desktop.plan.observations import Observation
    from digiplan_desktop.plan.targets import Plan, Stage, Target


def measure_progress(
    plan: Plan, evidence: Evidence, *, as_of: date, territory: str
) -> tuple[TargetProgress, ...]:
    """Measure every target of the plan for each of its due dates.

    Args:
        plan: from `plan_file.load_plan`.
        evidence: all rounds and events; what is later than `as_of` or of another territory is left out.
        as_of: the day the question is asked for.
        territory: id of one of the plan's territories.

    Returns:
        One `TargetProgress` for each target and due date, in the order of the plan.

    """
    found = [
        _measure_stage(known, number)
        for known in gather_evidence(plan, evidence, as_of=as_of, territory=territory)
        for number in range(len(known.target.stages))
    ]
    return tuple(_with_compound(entry, found) for entry in found)


def _measure_stage(known: TargetEvidence, number: int) -> TargetProgress:
    target, stage = known.target, known.target.stages[number]
    observation = known.observe(stage)
    course, notes = _course(known, number, observation)
    demand = Demand(stage.aim, stage.due, percent=target.percent, counted=target.indicator.kind == "count")
    measured = None if observation is None else observation.measured
    verdict = decide_status(demand, measured, course, known.as_of)
    entry = replace(
        _blank(target, stage),
        status=verdict.status,
        reason=verdict.reason,
        reason_values=verdict.values,
        planned=_planned(target, number, known.as_of),
        series=known.series(stage),
    )
    if course is not None:
        begun, start = course.start
        entry = replace(entry, expected=course.expected(known.as_of), baseline=start, baseline_date=begun)
    if observation is None:
        return replace(entry, notes=verdict.notes)
    entry = _with_observation(entry, observation)
    entry = replace(entry, notes=(*observation.notes, *notes, *_beside(entry), *verdict.notes))
    return _with_pace(entry, demand, course)


def _beside(entry: TargetProgress) -> tuple[Note, ...]:
    """Say how late a figure is, and how many units a demand of 100 % still lacks: never "about 100 %"."""
    late = 0 if entry.reference_date is None else (entry.reference_date - entry.due).days
    lacking = 0.0
    if entry.operator == EQUAL and entry.denominator is not None:
        lacking = entry.denominator - (entry.numerator or 0.0)
    found = (("observed_after_due", late), ("missing_units", lacking))
    return tuple(Note(code, (number,)) for code, number in found if number > 1e-9)


def _blank(target: Target, stage: Stage) -> TargetProgress:
    definition = target.indicator.definition
    return TargetProgress(
        id=target.id,
        due=stage.due,
        year=stage.year,
        kind=target.indicator.kind,
        text=target.text,
        short=target.short,
        unit=target.unit,
        aim=stage.aim,
        operator=stage.aim.operator,
        status="",
        reason="",
        group=target.group,
        definition=target.indicator.chosen,
        definition_name=NO_WORDS if definition is None else definition.name,
    )


def _with_observation(entry: TargetProgress, observation: Observation) -> TargetProgress:
    measured = observation.measured
    return replace(
        entry,
        value=measured.value,
        low=measured.low,
        high=measured.high,
        lower_bound=measured.lower_bound,
        upper_bound=measured.upper_bound,
        n=measured.n,
        coverage=measured.coverage,
        reference_date=measured.date,
        se=observation.se,
        df=observation.df,
        interval=observation.interval,
        numerator=observation.numerator,
        denominator=observation.denominator,
        flags=observation.flags,
        source=observation.source,
        regime=observation.regime,
        round=observation.round,
        frame=observation.frame,
        frame_hash=observation.frame_hash,
        worst_stratum=observation.worst_stratum,
        worst_coverage=observation.worst_coverage,
        definitions=observation.definitions,
        merged=observation.merged,
    )


def _with_pace(entry: TargetProgress, demand: Demand, course: Course | None) -> TargetProgress:
    """Add gap, pace and projection; they need a number to reach."""
    value, target, day = entry.value, entry.aim.value, entry.reference_date
    if value is None or target is None or day is None:
        return entry
    pace = None if meets(entry.aim, value) else pace_needed(day, value, entry.due, target)
    entry = replace(entry, gap=target - value, pace_needed=pace)
    if course is None or day >= entry.due:
        return entry
    ends = [None if end is None else course.projection(day, end) for end in (value, entry.low, entry.high)]
    middle, low, high = (clamp(end, percent=demand.percent, counted=demand.counted) for end in ends)
    return replace(
        entry,
        ratio=course.ratio(day, value),
        projection=middle,
        projection_low=low,
        projection_high=high,
    )


def _course(
    known: TargetEvidence, number: int, observation: Observation | None
) -> tuple[Course | None, tuple[Note, ...]]:
    """Give the path that decides the status of a due date.

    The first due date starts at the baseline. A later one starts, once the earlier date is past, at the result
    of that date; until then it leads through the earlier aim.
    """
    target, stage = known.target, known.target.stages[number]
    if stage.aim.value is None:
        return None, ()
    end = (stage.due, stage.aim.value)
    day = known.as_of if observation is None else observation.date
    if number and day > target.stages[number - 1].due:
        result = known.earlier_result(target.stages[number - 1], observation)
        return (None, ()) if result is None else (Course((result, end)), (Note("from_first_result"),))
    if target.baseline.value is None:
        return None, ()
    begin = (target.baseline.date, target.baseline.value)
    return Course((begin, *_aims(target, number), end)), ()


def _aims(target: Target, number: int) -> tuple[tuple[date, float], ...]:
    return tuple(
        (stage.due, stage.aim.value) for stage in target.stages[:number] if stage.aim.value is not None
    )


def _planned(target: Target, number: int, as_of: date) -> float | None:
    """Give the plan's own demand on a day: straight lines through its target points.

    Where the beginning is unknown it begins with the first aim.
    """
    stage = target.stages[number]
    if stage.aim.value is None:
        return None
    points = (*_aims(target, number), (stage.due, stage.aim.value))
    if target.baseline.value is not None:
        points = ((target.baseline.date, target.baseline.value), *points)
    return Course(points).expected(as_of) if as_of >= points[0][0] else None


def _with_compound(entry: TargetProgress, found: list[TargetProgress]) -> TargetProgress:
    """Add the state of the whole sentence of the plan to each of its parts."""
    if not entry.group:
        return entry
    parts = [each.status for each in found if each.group == entry.group and each.due == entry.due]
    return replace(entry, together=combine_statuses(parts))

"""Which of the fifteen states a target is in. Pure decisions on numbers; words belong to the pages.

The tests run in a fixed order and the first that hits decides:

1. no demand, or a demand without a number; 2. no observation; 3. what is certain whatever is still open;
4. too little coverage, then too old an observation; 5. met; 6. due and not met; 7. no baseline;
8. progress made against progress required by the day of the observation.

Reason codes, with the numbers in `Verdict.values`:

    no_target (), qualitative (), no_observation ()
    certain (bound, aim)           met or missed whatever the open units will say
    point (value, aim)             an exact figure meets, exceeds or misses
    interval (low, high, aim)      the whole interval meets or exceeds, or the aim lies within it
    due (value, aim)               the due date is here and the figure falls short
    convenience (), silent_districts (number), coverage (share, 0.6), few_answers (n, 30),
    half_width (points, 10)        too little coverage
    old (days, 400)                the observation is too far from the day it is asked for
    no_baseline (value, aim)
    not_begun (value,)             the path starts later
    ratio (ρ, expected, value)     progress made / progress required
    floor (expected, value)        a small count whose path demands no whole unit more
    below_baseline (value, baseline)
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digiplan_desktop.plan import results, targets
from digiplan_desktop.plan.results import Note, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.plan.course import Course
    from digiplan_desktop.plan.targets import Aim

MINIMUM_COVERAGE = 0.60
MINIMUM_ANSWERS = 30
MAXIMUM_HALF_WIDTH = 10.0
MAXIMUM_AGE = 400
SMALL_COUNT = 5.0
_CLASSES = (
    (0.95, results.ON_TRACK),
    (0.80, results.SLIGHTLY_BEHIND),
    (0.50, results.BEHIND),
    (0.0, results.FAR_BEHIND),
)
# A figure that is the aim but for the last bits of a float is the aim.
_EPSILON = 1e-9

GREY = (results.NO_DATA, results.LOW_COVERAGE, results.STALE, results.INCONCLUSIVE, results.NO_BASELINE)
_WORST_FIRST = (
    results.REGRESSING,
    results.FAR_BEHIND,
    results.BEHIND,
    results.SLIGHTLY_BEHIND,
    results.ON_TRACK,
    results.MET,
    results.EXCEEDED,
    results.QUALITATIVE,
    results.NO_TARGET,
)


@dataclass(frozen=True)
class Demand:
    """What is asked, by when; `percent`: the unit is percent, `counted`: only whole numbers exist."""

    aim: Aim
    due: date
    percent: bool = True
    counted: bool = False


@dataclass(frozen=True)
class Measured:
    """One observation in the unit of the target.

    Attributes:
        date: the day it stands for. value: None when only counts without weights exist.
        low, high: 95 % interval, None for an exact figure.
        lower_bound, upper_bound: certain without assumptions, None when unknown.
        n, coverage: usable answers, and share (0-1) of the frame resolved; judged only when `sampled`.
        sampled: the figure is an estimate, not a full count.
        hand_picked: a convenience sample.
        silent_districts: districts of the frame without any answer.
    """

    date: date
    value: float | None
    low: float | None = None
    high: float | None = None
    lower_bound: float | None = None
    upper_bound: float | None = None
    n: int = 0
    coverage: float | None = None
    sampled: bool = True
    hand_picked: bool = False
    silent_districts: int = 0


def meets(aim: Aim, value: float) -> bool:
    """Whether the value fulfils the aim; of a range the lower end counts."""
    if aim.value is None:
        return False
    slack = _EPSILON * max(1.0, abs(aim.value))
    return value > aim.value + slack if aim.operator == targets.ABOVE else value >= aim.value - slack


def exceeds(aim: Aim, value: float) -> bool:
    """Whether the value lies strictly beyond: above "at least", above the upper end of a range."""
    limit = {targets.AT_LEAST: aim.value, targets.RANGE: aim.upper}.get(aim.operator)
    return limit is not None and value > limit + _EPSILON * max(1.0, abs(limit))


def decide_status(demand: Demand, measured: Measured | None, course: Course | None, as_of: date) -> Verdict:
    """Give the state of a target on a day.

    Args:
        demand: aim and due date.
        measured: the observation to judge by, None when there is none.
        course: the path to the aim, None when its beginning is unknown.
        as_of: the day the question is asked for.

    """
    aim = demand.aim
    if aim.operator == targets.NO_TARGET:
        return Verdict(results.NO_TARGET, "no_target")
    if aim.operator == targets.QUALITATIVE or aim.value is None:
        return Verdict(results.QUALITATIVE, "qualitative")
    if measured is None or (measured.value is None and measured.lower_bound is None):
        return Verdict(results.NO_DATA, "no_observation")
    return (
        _decide_certain(demand, measured, as_of)
        or _decide_coverage(demand, measured)
        or _decide_age(demand, measured, as_of)
        or _decide_reached(demand, measured, as_of)
        or _decide_pace(demand, measured, course)
    )


def _decide_certain(demand: Demand, measured: Measured, as_of: date) -> Verdict | None:
    """Test 3: the open units cannot change the answer."""
    aim, lower, upper = demand.aim, measured.lower_bound, measured.upper_bound
    target = aim.value or 0.0
    if lower is not None and meets(aim, lower):
        if not measured.sampled and measured.value is not None and exceeds(aim, measured.value):
            return Verdict(results.EXCEEDED, "point", (measured.value, aim.upper or target))
        return Verdict(results.MET, "certain", (lower, target))
    if upper is not None and as_of >= demand.due and not meets(aim, upper):
        return Verdict(results.MISSED, "certain", (upper, target))
    return None


def _decide_coverage(demand: Demand, measured: Measured) -> Verdict | None:
    """Test 4, first half: too little is known to say anything else."""
    if measured.hand_picked or measured.value is None:
        return Verdict(results.LOW_COVERAGE, "convenience")
    if measured.sampled:
        return _decide_sample(demand, measured)
    return None


def _decide_sample(demand: Demand, measured: Measured) -> Verdict | None:
    if measured.silent_districts:
        return Verdict(results.LOW_COVERAGE, "silent_districts", (measured.silent_districts,))
    if measured.coverage is not None and measured.coverage < MINIMUM_COVERAGE - _EPSILON:
        return Verdict(results.LOW_COVERAGE, "coverage", (measured.coverage, MINIMUM_COVERAGE))
    if measured.n < MINIMUM_ANSWERS:
        return Verdict(results.LOW_COVERAGE, "few_answers", (measured.n, MINIMUM_ANSWERS))
    return _decide_width(measured) if demand.percent else None


def _decide_width(measured: Measured) -> Verdict | None:
    if measured.low is None or measured.high is None:
        return None
    half_width = (measured.high - measured.low) / 2
    if half_width > MAXIMUM_HALF_WIDTH + _EPSILON:
        return Verdict(results.LOW_COVERAGE, "half_width", (half_width, MAXIMUM_HALF_WIDTH))
    return None


def _decide_age(demand: Demand, measured: Measured, as_of: date) -> Verdict | None:
    """Test 4, second half. After the due date an observation ages by its distance from that date alone."""
    days = abs((min(as_of, demand.due) - measured.date).days)
    return Verdict(results.STALE, "old", (days, MAXIMUM_AGE)) if days > MAXIMUM_AGE else None


def _decide_reached(demand: Demand, measured: Measured, as_of: date) -> Verdict | None:
    """Tests 5 and 6."""
    aim, value = demand.aim, measured.value or 0.0
    target = aim.value or 0.0
    low, high = measured.low, measured.high
    exact = low is None or high is None
    floor, ceiling = (value, value) if low is None or high is None else (low, high)
    numbers = (value, target) if exact else (floor, ceiling, target)
    reason = "point" if exact else "interval"
    if meets(aim, floor):
        beyond = exceeds(aim, floor)
        if beyond and aim.upper is not None:
            numbers = (*numbers[:-1], aim.upper)
        return Verdict(results.EXCEEDED if beyond else results.MET, reason, numbers)
    if meets(aim, value):
        return Verdict(results.INCONCLUSIVE, "interval", numbers)
    if as_of < demand.due:
        return None
    if meets(aim, ceiling):
        return Verdict(results.INCONCLUSIVE, "interval", numbers)
    return Verdict(results.MISSED, "due", (value, target))


def _decide_pace(demand: Demand, measured: Measured, course: Course | None) -> Verdict:
    """Tests 7 and 8."""
    value, target = measured.value or 0.0, demand.aim.value or 0.0
    if course is None:
        return Verdict(results.NO_BASELINE, "no_baseline", (value, target))
    begun, start = course.start
    if value < start - _EPSILON:
        return _decide_fall(measured, start)
    expected = course.expected(measured.date)
    ratio = course.ratio(measured.date, value)
    if measured.date <= begun or ratio is None:
        return Verdict(results.ON_TRACK, "not_begun", (value,))
    status = _class_of(ratio)
    small = demand.counted and target <= SMALL_COUNT and value >= math.floor(expected + _EPSILON)
    if small and status in {results.BEHIND, results.FAR_BEHIND}:
        note = Note("floor", (math.floor(expected + _EPSILON),))
        return Verdict(results.SLIGHTLY_BEHIND, "floor", (expected, value), (note,))
    return Verdict(status, "ratio", (ratio, expected, value), _span(measured, course))


def _decide_fall(measured: Measured, start: float) -> Verdict:
    """Below the baseline: a fall only where the interval excludes the baseline."""
    numbers = (measured.value or 0.0, start)
    if measured.high is not None and measured.high >= start:
        return Verdict(
            results.FAR_BEHIND, "below_baseline", numbers, (Note("interval_holds_baseline", (start,)),)
        )
    return Verdict(results.REGRESSING, "below_baseline", numbers)


def _class_of(ratio: float) -> str:
    for limit, status in _CLASSES:
        if ratio >= limit - _EPSILON:
            return status
    return results.REGRESSING


def _span(measured: Measured, course: Course) -> tuple[Note, ...]:
    """Say so when the two ends of the interval fall into different classes."""
    if measured.low is None or measured.high is None:
        return ()
    ends = [course.ratio(measured.date, end) for end in (measured.low, measured.high)]
    classes = [_class_of(ratio) for ratio in ends if ratio is not None]
    return (Note("two_classes", tuple(classes)),) if len(set(classes)) > 1 else ()


def combine_statuses(statuses: Sequence[str]) -> str:
    """Give the state of a compound target: missed beats grey, grey beats the worst part."""
    if results.MISSED in statuses:
        return results.MISSED
    for order in (GREY, _WORST_FIRST):
        for status in order:
            if status in statuses:
                return status
    return results.NO_DATA

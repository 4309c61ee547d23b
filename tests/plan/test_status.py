from __future__ import annotations

from datetime import date, timedelta

import pytest

from digiplan_desktop.plan.course import Course
from digiplan_desktop.plan.results import STATES
from digiplan_desktop.plan.status import Demand, Measured, combine_statuses, decide_status, meets
from digiplan_desktop.plan.targets import Aim

START, DUE = date(2021, 12, 31), date(2025, 12, 31)
THREE_QUARTERS = START + timedelta(days=(DUE - START).days * 3 // 4)
AT_LEAST_20 = Aim(">=", 20)
ABOVE_90 = Aim(">", 90)
ALL = Aim("=", 100)
PEOPLE = Aim("range", 500, 1000)
FEW = Aim("range", 1, 5)


def status(aim, measured, *, on=THREE_QUARTERS, baseline=0.0, percent=True, counted=False):
    course = None if baseline is None or aim.value is None else Course(((START, baseline), (DUE, aim.value)))
    return decide_status(Demand(aim, DUE, percent=percent, counted=counted), measured, course, on)


def sample(value, reach=2.0, *, on=THREE_QUARTERS, **more):
    return Measured(
        on,
        value,
        value - reach,
        value + reach,
        n=more.pop("n", 500),
        coverage=more.pop("coverage", 0.8),
        **more,
    )


def exact(value, *, on=THREE_QUARTERS):
    return Measured(on, value, lower_bound=value, upper_bound=value, n=1, sampled=False)


def test_there_are_fifteen_states():
    assert len(set(STATES)) == 15


def test_a_target_without_a_demand_or_without_a_number_is_never_judged():
    assert status(Aim("none"), sample(40.0)).status == "no_target"
    assert status(Aim("qualitative"), sample(40.0)).status == "qualitative"


def test_without_an_observation_there_is_no_data():
    assert status(AT_LEAST_20, None).status == "no_data"
    assert status(AT_LEAST_20, Measured(DUE, None)).status == "no_data"


def test_a_confirmed_lower_bound_meets_whatever_the_coverage():
    found = status(AT_LEAST_20, sample(40.0, n=12, coverage=0.3, lower_bound=21.0, upper_bound=90.0))
    assert (found.status, found.reason, found.values) == ("met", "certain", (21.0, 20))


def test_an_upper_bound_below_the_aim_misses_on_the_due_date_and_not_before():
    measured = sample(10.0, n=12, coverage=0.3, lower_bound=3.0, upper_bound=19.9)
    assert status(AT_LEAST_20, measured, on=DUE).reason == "certain"
    assert status(AT_LEAST_20, measured, on=DUE).status == "missed"
    assert status(AT_LEAST_20, measured).status == "low_coverage"


@pytest.mark.parametrize(
    ("measured", "reason"),
    [
        (sample(15.0, coverage=0.599), "coverage"),
        (sample(15.0, n=29), "few_answers"),
        (sample(15.0, reach=10.1), "half_width"),
        (sample(15.0, silent_districts=1), "silent_districts"),
        (sample(15.0, hand_picked=True), "convenience"),
    ],
)
def test_too_little_coverage_comes_before_any_comparison(measured, reason):
    found = status(AT_LEAST_20, measured)
    assert (found.status, found.reason) == ("low_coverage", reason)


@pytest.mark.parametrize(
    "measured", [sample(15.0, coverage=0.6), sample(15.0, n=30), sample(15.0, reach=10.0)]
)
def test_the_limits_of_coverage_themselves_suffice(measured):
    assert status(AT_LEAST_20, measured).status != "low_coverage"


def test_an_observation_older_than_400_days_is_stale():
    old, fresh = THREE_QUARTERS - timedelta(days=401), THREE_QUARTERS - timedelta(days=400)
    assert status(AT_LEAST_20, sample(15.0, on=old)).status == "stale"
    assert status(AT_LEAST_20, sample(15.0, on=fresh)).status != "stale"


def test_the_verdict_on_a_past_due_date_does_not_age():
    assert status(AT_LEAST_20, sample(15.0, on=DUE), on=DUE + timedelta(days=2000)).status == "missed"


def test_low_coverage_comes_before_age():
    old = THREE_QUARTERS - timedelta(days=900)
    assert status(AT_LEAST_20, sample(15.0, coverage=0.1, on=old)).status == "low_coverage"


@pytest.mark.parametrize(
    ("aim", "measured", "expected"),
    [
        (AT_LEAST_20, exact(20.0), "met"),
        (AT_LEAST_20, exact(20.1), "exceeded"),
        (AT_LEAST_20, sample(22.0, reach=2.0), "met"),
        (AT_LEAST_20, sample(28.5, reach=2.8), "exceeded"),
        (AT_LEAST_20, sample(21.0, reach=2.0), "inconclusive"),
        (ABOVE_90, exact(90.1), "met"),
        (ABOVE_90, exact(100.0), "met"),
        (ALL, exact(100.0), "met"),
        (ALL, sample(100.0, reach=0.3), "inconclusive"),
    ],
)
def test_reached_shares(aim, measured, expected):
    assert status(aim, measured).status == expected


@pytest.mark.parametrize(
    ("aim", "value", "expected"),
    [
        (PEOPLE, 499.0, "missed"),
        (PEOPLE, 500.0, "met"),
        (PEOPLE, 1000.0, "met"),
        (PEOPLE, 1001.0, "exceeded"),
        (PEOPLE, 1150.0, "exceeded"),
        (FEW, 0.0, "missed"),
        (FEW, 1.0, "met"),
        (FEW, 5.0, "met"),
        (FEW, 6.0, "exceeded"),
        (Aim("range", 5, 10), 4.0, "missed"),
        (Aim("range", 5, 10), 10.0, "met"),
        (Aim(">=", 50), 50.0, "met"),
    ],
)
def test_counts_and_ranges_on_the_due_date(aim, value, expected):
    assert status(aim, exact(value, on=DUE), on=DUE, percent=False, counted=True).status == expected


@pytest.mark.parametrize(
    ("aim", "measured", "expected"),
    [
        (ABOVE_90, exact(90.0, on=DUE), "missed"),
        (ALL, exact(99.6, on=DUE), "missed"),
        (AT_LEAST_20, exact(19.99, on=DUE), "missed"),
        (AT_LEAST_20, sample(17.0, reach=2.0, on=DUE), "missed"),
        (AT_LEAST_20, sample(19.0, reach=2.0, on=DUE), "inconclusive"),
    ],
)
def test_shares_on_the_due_date(aim, measured, expected):
    assert status(aim, measured, on=DUE).status == expected


def test_nothing_is_rounded_across_the_aim():
    assert status(Aim(">=", 60), exact(59.7, on=DUE), on=DUE).status == "missed"
    assert status(Aim(">=", 60), exact(59.9999999, on=DUE), on=DUE).status == "missed"


def test_the_last_bits_of_a_float_do_not_decide():
    assert status(AT_LEAST_20, exact(100 * (1 - 0.8), on=DUE), on=DUE).status == "met"
    assert status(ABOVE_90, exact(90 * (1 + 2e-16), on=DUE), on=DUE).status == "missed"


def test_without_a_baseline_the_path_is_not_judged():
    found = status(AT_LEAST_20, sample(15.0), baseline=None)
    assert (found.status, found.values) == ("no_baseline", (15.0, 20))


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (0.95, "on_track"),
        (0.949, "slightly_behind"),
        (0.80, "slightly_behind"),
        (0.799, "behind"),
        (0.50, "behind"),
        (0.499, "far_behind"),
        (0.0, "far_behind"),
    ],
)
def test_classes_of_progress(ratio, expected):
    course = Course(((START, 10.0), (DUE, 90.0)))
    value = 10 + ratio * (course.expected(THREE_QUARTERS) - 10)
    found = decide_status(Demand(Aim(">=", 90), DUE), exact(value), course, THREE_QUARTERS)
    assert found.status == expected


def test_a_fall_needs_an_interval_that_excludes_the_baseline():
    fallen = status(Aim(">=", 60), sample(10.0, reach=2.0), baseline=15.0)
    unsure = status(Aim(">=", 60), sample(14.0, reach=2.0), baseline=15.0)
    assert fallen.status == "regressing"
    assert unsure.status == "far_behind"
    assert [note.code for note in unsure.notes] == ["interval_holds_baseline"]
    assert status(Aim(">=", 60), exact(14.0), baseline=15.0).status == "regressing"


def test_an_interval_over_two_classes_is_told():
    found = status(AT_LEAST_20, sample(12.0, reach=2.0))
    assert found.status == "slightly_behind"
    assert found.notes[0].values == ("behind", "slightly_behind")


def test_an_interval_that_reaches_below_the_baseline_is_told():
    found = status(Aim(">=", 60), sample(11.0, reach=2.0), baseline=10.0)
    assert found.notes[0].values == ("regressing", "far_behind")


def test_an_interval_above_a_range_exceeds_its_upper_end():
    found = status(PEOPLE, sample(1100.0, reach=50.0), percent=False)
    assert (found.status, found.values) == ("exceeded", (1050.0, 1150.0, 1000))


def test_an_estimate_without_an_interval_is_judged_by_its_value():
    measured = Measured(THREE_QUARTERS, 12.0, n=500, coverage=0.9)
    assert status(AT_LEAST_20, measured).status == "slightly_behind"


def test_without_an_aim_nothing_is_met():
    assert not meets(Aim("none"), 40.0)


def test_none_of_one_at_three_quarters_is_slightly_behind():
    found = status(FEW, exact(0.0), percent=False, counted=True)
    assert (found.status, found.reason) == ("slightly_behind", "floor")
    assert found.notes[0].values == (0,)


def test_none_of_five_at_three_quarters_is_far_behind():
    assert status(Aim("range", 5, 10), exact(0.0), percent=False, counted=True).status == "far_behind"
    assert status(Aim("range", 5, 10), exact(3.0), percent=False, counted=True).status == "slightly_behind"


def test_before_the_path_begins_nothing_is_late():
    assert status(AT_LEAST_20, exact(0.0, on=START), on=START).reason == "not_begun"


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("met", "met"), "met"),
        (("exceeded", "met"), "met"),
        (("met", "behind"), "behind"),
        (("on_track", "far_behind"), "far_behind"),
        (("met", "no_data"), "no_data"),
        (("behind", "low_coverage"), "low_coverage"),
        (("missed", "no_data"), "missed"),
        (("inconclusive", "no_baseline"), "inconclusive"),
        ((), "no_data"),
    ],
)
def test_a_compound_target_is_as_good_as_its_worst_part(parts, whole):
    assert combine_statuses(parts) == whole

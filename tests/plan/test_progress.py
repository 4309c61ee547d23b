from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from digiplan_desktop import paths
from digiplan_desktop.plan.evidence import EventEvidence, Evidence
from digiplan_desktop.plan.plain_values import to_json
from digiplan_desktop.plan.plan_file import load_plan
from digiplan_desktop.plan.progress import measure_progress
from tests.helpers.rounds import make_round

MID_2025 = date(2025, 6, 30)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def plan():
    return load_plan(paths.PLANS / "kh74-2023.toml")


@pytest.fixture
def measure(plan):
    def measured(*evidence, on=TODAY, territory="old"):
        known = Evidence(
            rounds=tuple(each for each in evidence if not isinstance(each, EventEvidence)),
            events=tuple(each for each in evidence if isinstance(each, EventEvidence)),
        )
        return {
            (each.id, each.year): each
            for each in measure_progress(plan, known, as_of=on, territory=territory)
        }

    return measured


def unit(number, day=date(2024, 3, 1), **more):
    return EventEvidence(
        f"e{number}", more.pop("target", "T5"), "unit", day, document=more.pop("document", "QĐ 1"), **more
    )


def figure(target, numerator, denominator=None, day=date(2025, 12, 31), **more):
    below = None if denominator is None else Decimal(denominator)
    return EventEvidence(
        f"f{target}", target, "figure", day, numerator=Decimal(numerator), denominator=below, **more
    )


def census(yes, no, **more):
    return make_round({"D643-1|micro": (yes + no, yes + no, yes, no, 0)}, regime="census", **more)


def notes(entry):
    return {note.code: note.values for note in entry.notes}


def test_every_target_has_a_row_for_each_of_its_due_dates(measure):
    found = measure()
    assert len(found) == 16
    assert {entry.status for entry in found.values()} == {"no_data", "qualitative", "no_target"}
    assert all(entry.value is None for entry in found.values())


def test_a_sample_shows_estimate_interval_coverage_and_definitions(measure):
    survey = make_round(
        {"D643-1|micro": (900, 300, 60, 180, 10), "D643-1|large": (12, 12, 9, 2, 1)},
        regime="probability_sample",
    )
    entry = measure(survey)["T1", 2025]
    assert entry.value == pytest.approx(100 * (60 * 900 / 250 + 9) / (240 * 900 / 250 + 11))
    assert entry.low < entry.value < entry.high
    assert (entry.interval, entry.source, entry.regime, entry.n) == (
        "logit",
        "survey",
        "probability_sample",
        251,
    )
    assert entry.coverage == pytest.approx((900 * 250 / 300 + 12) / 912)
    assert (entry.worst_stratum, entry.frame) == ("D643-1|micro", 912)
    assert [(each.id, each.chosen) for each in entry.definitions] == [
        ("wide", False),
        ("mid", True),
        ("strict", False),
    ]
    assert entry.definitions[1].value == entry.value
    assert entry.definitions[2].value == 0
    assert entry.status == "exceeded"
    assert entry.lower_bound < entry.low < entry.high < entry.upper_bound


def test_a_share_without_baseline_is_not_judged_until_the_first_result(measure):
    entry = measure(census(25, 75))["T1", 2030]
    assert (entry.status, entry.expected) == ("no_baseline", None)
    assert entry.planned == pytest.approx(20 + 70 * 327 / 1826)
    assert entry.pace_needed == pytest.approx(65 / (1826 / 365.25))
    assert entry.projection is None
    assert entry.gap == 65


def test_the_later_path_starts_at_the_first_result(measure):
    first, second = census(25, 75), census(29, 71, on=date(2026, 6, 30), id="second")
    entry = measure(first, second)["T1", 2030]
    assert (entry.baseline, entry.baseline_date) == (25, date(2025, 12, 31))
    assert entry.round == "second"
    assert entry.expected == pytest.approx(25 + 65 * 327 / 1826)
    assert entry.ratio == pytest.approx(4 / (65 * 181 / 1826))
    assert entry.status == "behind"
    assert "from_first_result" in notes(entry)
    assert entry.projection == pytest.approx(25 + 4 * 1826 / 181)
    assert [point.value for point in entry.series] == [25, 29]


def test_a_past_target_is_judged_by_the_figure_nearest_to_its_due_date(measure):
    early, near, late = (
        census(10, 90, on=date(2025, 1, 15), id="early"),
        census(21, 79, on=date(2026, 1, 15), id="near"),
        census(50, 50, on=date(2026, 10, 1), id="late"),
    )
    entry = measure(early, near, late)["T1", 2025]
    assert (entry.round, entry.status) == ("near", "exceeded")
    assert notes(entry)["observed_after_due"] == (15,)


def test_later_evidence_is_not_known_yet(measure):
    assert measure(census(10, 90), on=date(2025, 12, 30))["T1", 2025].status == "no_data"


def test_an_unfinished_census_is_weighted_and_says_so(measure):
    survey = make_round({"D643-1|micro": (100, 100, 30, 40, 0)}, regime="census", open=True)
    entry = measure(survey)["T1", 2025]
    assert entry.low is not None
    assert notes(entry)["census_incomplete"] == (70, 100)
    assert entry.flags == "p"
    assert (entry.lower_bound, entry.status, entry.reason) == (30, "met", "certain")


def test_hand_picked_enterprises_can_only_meet_for_certain(measure):
    few = make_round({"D643-1|micro": (100, 100, 15, 5, 0)}, regime="convenience")
    many = make_round({"D643-1|micro": (100, 100, 25, 5, 0)}, regime="convenience")
    assert (measure(few)["T1", 2025].status, measure(few)["T1", 2025].reason) == (
        "low_coverage",
        "convenience",
    )
    assert measure(many)["T1", 2025].status == "met"
    assert measure(many)["T1", 2025].value is None


def test_a_silent_district_keeps_the_whole_unjudged(measure):
    survey = make_round({"D643-1|micro": (900, 900, 190, 610, 0), "D656-1|micro": (30, 30, 0, 0, 0)})
    entry = measure(survey)["T1", 2030]
    assert (entry.status, entry.reason) == ("low_coverage", "silent_districts")
    assert notes(entry)["silent_districts"] == ("D656-1",)
    assert [(each.stratum, each.into) for each in entry.merged] == [("D656-1|micro", "D643-1|micro")]


def test_the_tax_offices_figure_goes_before_the_survey(measure):
    survey = replace(census(1, 1), responses=())
    entry = measure(survey, figure("T3a", 11_952, 12_000, document="CV 12"))["T3a", 2025]
    assert (entry.source, entry.value, entry.interval) == ("figure", pytest.approx(99.6), "none")
    assert (entry.status, entry.reason) == ("missed", "certain")
    assert notes(entry)["missing_units"] == (48,)
    assert "undocumented" not in notes(entry)


def test_an_old_figure_gives_way_to_a_fresh_survey(measure):
    survey = make_round({"D643-1|micro": (50, 50, 50, 0, 0)}, regime="census")
    answered = tuple(
        replace(each, facts={**each.facts, "ei": 1.0, "kpi_ei": 1.0}) for each in survey.responses
    )
    survey = replace(survey, responses=answered)
    entry = measure(survey, figure("T3a", 5, 10, day=date(2024, 1, 1)))["T3a", 2025]
    assert (entry.source, entry.value, entry.status) == ("survey", 100, "met")


def test_a_past_target_prefers_a_figure_of_its_own_quarter_to_a_later_survey(measure):
    survey = census(40, 60, on=date(2026, 11, 1))
    found = measure(survey, figure("T1", 30, 100, day=date(2025, 12, 31)))
    assert (found["T1", 2025].source, found["T1", 2025].value) == ("figure", 30)
    assert (found["T1", 2030].source, found["T1", 2030].value, found["T1", 2030].baseline) == (
        "survey",
        40,
        30,
    )


def test_a_figure_without_a_denominator_is_no_share(measure):
    assert measure(figure("T3a", 5))["T3a", 2025].status == "no_data"
    assert measure(figure("T3a", 5, 0))["T3a", 2025].status == "no_data"


def test_a_figure_without_a_number_says_nothing(measure):
    empty = EventEvidence("f", "T6", "figure", MID_2025)
    assert measure(empty)["T6", 2025].status == "no_data"


def test_an_undocumented_figure_is_used_and_says_so(measure):
    entry = measure(figure("T6", 2))["T6", 2025]
    assert (entry.value, entry.status) == (2, "met")
    assert notes(entry) == {"undocumented": (1,)}


def test_a_wider_round_without_any_stratum_of_the_old_province_says_nothing(measure):
    survey = make_round({"D555-1|micro": (9, 9, 5, 4, 0)}, regime="census", territory="new")
    assert measure(survey)["T1", 2025].status == "no_data"


def test_a_round_counts_the_units_it_drew():
    assert make_round({"A|micro": (90, 30, 1, 1, 0), "A|large": (4, 4, 0, 0, 0)}).drawn == 34


def test_new_enterprises_are_counted_within_the_period_and_once(measure):
    events = [unit(number, enterprise=f"60{number}") for number in range(8)]
    events += [
        unit("twice", enterprise="600"),
        unit("early", date(2022, 12, 31)),
        unit("late", date(2026, 1, 1)),
        unit("bare", document=""),
    ]
    found = measure(*events)
    entry = found["T5", 2025]
    assert (entry.value, entry.lower_bound, entry.n, entry.source) == (9, 8, 9, "units")
    assert (entry.status, entry.reason) == ("missed", "due")
    assert notes(entry) == {"undocumented": (1,), "not_counted": (3,)}
    assert found["T5", 2030].value == 10


def test_a_count_on_its_way_has_path_pace_and_projection(measure):
    events = [unit(number) for number in range(12)]
    entry = measure(*events, on=MID_2025)["T5", 2025]
    assert entry.expected == pytest.approx(20 * 911 / 1095)
    assert entry.ratio == pytest.approx(12 / entry.expected)
    assert entry.status == "behind"
    assert entry.pace_needed == pytest.approx(8 / (184 / 365.25))
    assert entry.projection == 14
    assert entry.gap == 8


def test_the_later_count_goes_through_the_first_aim_until_that_is_due(measure):
    events = [unit(number) for number in range(16)]
    before = measure(*events, on=MID_2025)["T5", 2030]
    assert (before.baseline, before.baseline_date) == (0, date(2023, 1, 1))
    assert before.expected == pytest.approx(20 * 911 / 1095)
    assert before.status == "on_track"
    after = measure(*events, on=TODAY)["T5", 2030]
    assert (after.baseline, after.baseline_date) == (16, date(2025, 12, 31))
    assert after.status == "far_behind"


def test_staff_is_summed_and_unknown_staff_is_told(measure):
    events = [unit(1, people=300), unit(2, people=250), unit(3)]
    entry = measure(*events, on=MID_2025)["T5b", 2025]
    assert (entry.value, entry.status) == (550, "met")
    assert notes(entry)["staff_unknown"] == (1,)


def test_staff_that_nobody_knows_is_no_data_and_not_zero(measure):
    found = measure(unit(1), unit(2), on=MID_2025)
    assert found["T5b", 2025].status == "no_data"
    assert (found["T5", 2025].together, found["T5", 2025].group) == ("no_data", "T5")


def test_the_compound_target_is_missed_when_a_part_is(measure):
    found = measure(*[unit(number, people=60) for number in range(12)])
    assert (found["T5", 2025].status, found["T5b", 2025].status) == ("missed", "met")
    assert {found["T5", 2025].together, found["T5b", 2025].together} == {"missed"}


def test_more_than_the_range_is_beyond_it_and_no_failure(measure):
    found = measure(*[unit(number, people=50) for number in range(23)])
    assert (found["T5b", 2025].value, found["T5b", 2025].status) == (1150, "exceeded")


def test_a_reported_zero_of_one_to_five_is_slightly_behind_at_mid_term(measure):
    entry = measure(figure("T6", 0, day=MID_2025), on=MID_2025)["T6", 2025]
    assert (entry.value, entry.status, entry.reason) == (0, "slightly_behind", "floor")


def test_the_qualitative_target_shows_its_level_and_is_never_judged(measure):
    entry = measure(figure("T4", 80, 200))["T4", 2025]
    assert (entry.value, entry.status, entry.gap, entry.pace_needed) == (40, "qualitative", None, None)


def test_the_old_province_is_cut_out_of_a_round_of_the_new_one(measure):
    strata = {"D643-1|micro": (100, 100, 30, 70, 0), "D555-1|micro": (100, 100, 90, 10, 0)}
    survey = make_round(strata, regime="census", territory="new")
    assert measure(survey)["T1", 2025].value == 30
    whole = measure(survey, territory="new")["T1", 2025]
    assert (whole.value, whole.flags) == (60, "b")


def test_a_round_of_the_old_province_says_nothing_of_the_new_one(measure):
    assert measure(census(30, 70), territory="new")["T1", 2025].status == "no_data"


def test_events_of_the_other_territory_do_not_count(measure):
    assert measure(unit(1, territory="new"), unit(2, territory="old"), unit(3))["T5", 2025].value == 2


def test_progress_is_plain_json(measure):
    entry = measure(census(25, 75))["T1", 2025]
    document = json.loads(json.dumps(to_json(entry), allow_nan=False))
    assert document["due"] == "2025-12-31"
    assert document["short"] == {"vi": "Ứng dụng công nghệ số", "en": "Digital technology in use"}
    assert document["aim"]["operator"] == ">="
    assert document["value"] == 25
    assert {"low", "high", "n", "coverage", "flags", "expected", "status", "pace_needed"} <= set(document)


def test_what_json_cannot_say_becomes_null():
    assert to_json({"a": (float("nan"), float("inf"), 1.5, None)}) == {"a": [None, None, 1.5, None]}

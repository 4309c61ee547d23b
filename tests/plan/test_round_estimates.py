from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digiplan_desktop import paths
from digiplan_desktop.plan.evidence import RoundEvidence, StratumFrame, UnitResponse
from digiplan_desktop.plan.outcomes import OUTSIDE, Outcome, read_outcome
from digiplan_desktop.plan.plan_file import load_plan
from digiplan_desktop.plan.round_estimates import estimate_domains
from digiplan_desktop.plan.round_reading import read_round, restrict_round
from digiplan_desktop.plan.targets import Condition, Definition, Wording
from tests.helpers.r_survey import run_r
from tests.helpers.rounds import NO, YES, make_round

DATA = Path(__file__).resolve().parents[1] / "data" / "digiplan_resp.csv"
SHARE = Definition("d", Wording("y", "y"), ("y",), where=(Condition("status", "=", 1),))


@pytest.fixture(scope="module")
def plan():
    return load_plan(paths.PLANS / "kh74-2023.toml")


@pytest.fixture(scope="module")
def digital(plan):
    return plan.target("T1").indicator


def province():
    """The invented province of the estimator's test survey, as a round."""
    with DATA.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    sizes = {row["cell"]: int(row["N_c"]) for row in rows}
    return RoundEvidence(
        id="r",
        form="dn01",
        regime="probability_sample",
        reference_date=date(2025, 12, 31),
        territory="old",
        strata=tuple(StratumFrame(cell, size, size) for cell, size in sizes.items()),
        responses=tuple(
            UnitResponse(
                row["cell"],
                row["xa"],
                row["huyen"],
                "I" if row["elig"] == "1" else "ineligible",
                {"status": 1.0, "legal_form": 1.0, "kpi_digital_mid": float(row["y"])},
            )
            for row in rows
        ),
    )


def response(disposition="I", **facts):
    return UnitResponse("s", "w", "d", disposition, facts)


def test_the_figures_of_the_invented_province_are_those_of_r(plan, digital):
    [whole] = estimate_domains(plan, province(), digital, "total")
    assert round(whole.share, 10) == 0.2846679931
    assert round(whole.se, 10) == 0.0143702627
    assert (round(whole.low, 10), round(whole.high, 10)) == (0.2573239780, 0.3136903780)
    assert (whole.n, whole.df, whole.flags) == (956, 898, "")
    lak = next(
        each for each in estimate_domains(plan, province(), digital, "district") if each.domain == "Lắk"
    )
    assert (round(lak.share, 10), round(lak.se, 10), lak.df, lak.n) == (0.1826677995, 0.0888933171, 16, 20)
    assert lak.flags == "u"


def test_a_ratio_of_sums_equals_r(plan, tmp_path):
    script = """
    vn <- data.frame(h = rep(c("a|micro", "a|large"), c(6, 4)), N = rep(c(60, 9), c(6, 4)),
                     out = c(5, 8, 2, 9, 4, 7, 30, 20, 10, 60), nc = c(1, 6, 2, 3, 4, 5, 30, 10, 5, 45))
    d <- svydesign(id = ~1, strata = ~h, fpc = ~N, data = vn)
    say("ratio", coef(svyratio(~nc, ~out, d)), SE(svyratio(~nc, ~out, d)), degf(d), c(0, 0))
    """
    value, se, df, *_ = run_r(script, tmp_path)["ratio"]
    out = (5, 8, 2, 9, 4, 7, 30, 20, 10, 60)
    cashless = (1, 6, 2, 3, 4, 5, 30, 10, 5, 45)
    survey = make_round(
        {"a|micro": (60, 6, 0, 0, 0), "a|large": (9, 4, 0, 0, 0)}, regime="probability_sample"
    )
    survey = replace(
        survey,
        form="cq02",
        responses=tuple(
            UnitResponse("a|micro" if row < 6 else "a|large", "w", "a", "I", {"out_v": x, "out_nc_v": y})
            for row, (x, y) in enumerate(zip(out, cashless, strict=True))
        ),
    )
    [found] = estimate_domains(plan, survey, plan.target("T4").indicator, "total")
    assert found.share == pytest.approx(value, rel=1e-10)
    assert found.se == pytest.approx(se, rel=1e-10)
    assert found.df == df


@pytest.mark.parametrize("by", ["district", "area"])
def test_domains_add_up_to_the_whole(plan, digital, by):
    parts = estimate_domains(plan, province(), digital, by)
    [whole] = estimate_domains(plan, province(), digital, "total")
    assert sum(part.numerator for part in parts) == pytest.approx(whole.numerator, rel=1e-12)
    assert sum(part.denominator for part in parts) == pytest.approx(whole.denominator, rel=1e-12)
    assert sum(part.n for part in parts) == whole.n
    assert sum(part.answered for part in parts) == whole.answered == 1032


def test_a_commune_without_answers_is_listed_with_nothing(plan, digital):
    survey = make_round({"A|micro": (40, 40, 6, 6, 0)}, frame_by_area={"A-W1": 20, "A-W2": 12, "A-W3": 8})
    first, _, last = estimate_domains(plan, survey, digital, "area")
    assert (first.domain, first.n, first.population, first.coverage) == ("A-W1", 6, 20, 6 / 20)
    assert (last.domain, last.share, last.flags, last.coverage) == ("A-W3", None, ":", 0)


def test_a_finished_census_is_a_count_without_an_interval(plan, digital):
    survey = make_round({"A|micro": (10, 10, 3, 6, 1), "A|large": (1, 1, 1, 0, 0)}, regime="census")
    [found] = estimate_domains(plan, survey, digital, "total")
    assert (found.share, found.numerator, found.denominator) == (0.4, 4, 10)
    assert (found.se, found.low, found.interval, found.flags, found.coverage) == (None, None, "none", "", 1)


def test_hand_picked_units_are_counted_and_not_weighted(plan, digital):
    survey = make_round({"A|micro": (100, 100, 3, 6, 1)}, regime="convenience")
    [found] = estimate_domains(plan, survey, digital, "total")
    assert (found.share, found.low, found.numerator, found.denominator, found.n) == (None, None, 3, 9, 9)


def test_bounds_move_with_the_open_units_only(digital):
    survey = make_round({"A|micro": (100, 100, 30, 20, 0)})
    assert read_round(survey, digital.definition, {}).bounds() == (0.30, 0.80)
    with_closed = make_round({"A|micro": (100, 100, 30, 20, 10)})
    assert read_round(with_closed, digital.definition, {}).bounds() == (30 / 90, 70 / 90)


def test_bounds_hold_however_the_open_units_turn_out(digital):
    partly = read_round(make_round({"A|micro": (12, 12, 3, 2, 1)}), digital.definition, {})
    low, high = partly.bounds()
    for yes in range(7):
        for no in range(7 - yes):
            finished = make_round({"A|micro": (12, 12, 3 + yes, 2 + no, 1 + 6 - yes - no)})
            inside = [
                unit.outcome
                for unit in read_round(finished, digital.definition, {}).units
                if unit.outcome.inside
            ]
            share = sum(outcome.y for outcome in inside) / len(inside)
            assert low - 1e-12 <= share <= high + 1e-12


def test_responses_outside_the_frame_and_beyond_it_are_noticed(digital):
    survey = make_round({"A|micro": (3, 3, 4, 1, 0)})
    stray = UnitResponse("Z|micro", "w", "Z", "I", YES)
    reading = read_round(replace(survey, responses=(*survey.responses, stray)), digital.definition, {})
    assert (reading.strays, reading.surplus, reading.population) == (1, 2, 5)


def test_a_silent_district_is_named_even_though_its_cells_were_merged(digital):
    survey = make_round({"A|micro": (40, 40, 5, 5, 0), "B|micro": (30, 30, 0, 0, 0)})
    reading = read_round(survey, digital.definition, {"B": ("A",)})
    assert reading.silent_districts == ("B",)
    assert [(each.stratum, each.into) for each in reading.cells.merged] == [("B|micro", "A|micro")]
    assert reading.imputed == 30 / 70


def test_part_of_a_wider_round_is_cut_out_by_district(digital):
    survey = make_round({"A|micro": (40, 40, 5, 5, 0), "B|micro": (30, 30, 1, 9, 0)}, territory="new")
    part = restrict_round(survey, "old", ("A",))
    assert (part.frame_size, len(part.responses), part.territory) == (40, 10, "old")


@pytest.mark.parametrize(
    ("unit", "outcome"),
    [
        (response(status=1.0, y=1.0), Outcome(inside=True, y=1.0, x=1.0)),
        (response(status=1.0, y=0.0), Outcome(inside=True, y=0.0, x=1.0)),
        (response(status=2.0), OUTSIDE),
        (response("ineligible"), OUTSIDE),
        (response(y=1.0), None),
        (response(status=1.0), None),
        (response("P", status=1.0, y=0.0), None),
        (response("R"), None),
        (response("", status=1.0, y=1.0), None),
    ],
)
def test_a_response_is_inside_outside_or_open(unit, outcome):
    assert read_outcome(SHARE, unit) == outcome


@pytest.mark.parametrize(
    ("operator", "held"),
    [("=", (2,)), ("!=", (1, 3)), ("<", (1,)), ("<=", (1, 2)), (">", (3,)), (">=", (2, 3))],
)
def test_conditions_compare_numbers(operator, held):
    definition = Definition("d", Wording("y", "y"), ("y",), where=(Condition("ei", operator, 2),))
    assert tuple(ei for ei in (1, 2, 3) if read_outcome(definition, response(ei=ei, y=1)).inside) == held


def test_one_failed_condition_settles_the_matter_before_a_missing_answer():
    both = replace(SHARE, where=(Condition("legal_form", "!=", 7), Condition("status", "=", 1)))
    assert read_outcome(both, response(status=3.0)) == OUTSIDE
    assert read_outcome(both, response(legal_form=2.0)) is None


def test_branches_are_no_enterprises(plan, digital):
    survey = make_round({"A|micro": (4, 4, 2, 2, 0)}, regime="census")
    branch = replace(survey.responses[0], facts={**YES, "legal_form": 7.0})
    survey = replace(survey, responses=(branch, *survey.responses[1:]))
    [found] = estimate_domains(plan, survey, digital, "total")
    assert (found.numerator, found.denominator) == (1, 3)
    assert NO["kpi_digital_mid"] == 0


def test_a_count_of_events_has_no_domains(plan):
    assert estimate_domains(plan, make_round({}), plan.target("T5").indicator, "district") == ()


def test_a_frame_that_is_all_closed_has_no_bounds(digital):
    assert read_round(make_round({"A|micro": (3, 3, 0, 0, 3)}), digital.definition, {}).bounds() is None


def test_a_mean_of_percentages_is_judged_in_points(plan):
    survey = make_round({"A|micro": (400, 400, 40, 40, 0)})
    paid = tuple(
        replace(each, facts={**each.facts, "rev": 10.0 + number % 7, "pay_in_pct": 40.0 + number % 5})
        for number, each in enumerate(survey.responses)
    )
    [found] = estimate_domains(plan, replace(survey, responses=paid), plan.target("T4b").indicator, "total")
    assert 40 < found.low < found.share < found.high < 44
    assert (found.flags, found.interval) == ("", "wald")

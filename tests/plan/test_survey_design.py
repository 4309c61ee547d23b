from __future__ import annotations

import math

import pytest

from digiplan_desktop.plan.estimates import Question, estimate
from digiplan_desktop.plan.survey_design import DesignRows, make_design, post_stratify


def test_weights_are_population_over_sample_when_none_are_given():
    design = make_design(DesignRows(["a", "a", "b", "b"], population={"a": 10, "b": 30}))
    assert design.weights == (5, 5, 15, 15)


def test_a_lonely_stratum_is_joined_for_the_variance_and_keeps_its_weight():
    design = make_design(DesignRows(["a", "b", "b", "c"], population={"a": 7, "b": 8, "c": 1}))
    assert design.merged == (("a", "b"),)
    assert design.weights == (7, 4, 4, 1)
    assert [(stratum.label, stratum.sampled, stratum.population) for stratum in design.strata] == [
        ("b", 3, 15),
        ("c", 1, 1),
    ]
    assert estimate(design, Question("mean", [1.0, 2.0, 4.0, 9.0], interval="wald")).se > 0


def test_the_last_lonely_stratum_is_joined_with_the_one_before():
    design = make_design(DesignRows(["a", "a", "b"]))
    assert design.merged == (("b", "a"),)


def test_one_unit_of_many_has_an_estimate_and_no_error():
    found = estimate(
        make_design(DesignRows(["a"], population={"a": 9})), Question("mean", [4.0], interval="wald")
    )
    assert (found.value, found.se, found.low) == (4, None, None)


def test_rows_outside_a_domain_keep_their_place_in_the_variance():
    design = make_design(DesignRows(["a"] * 6, population={"a": 60}))
    y = [1.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    part = estimate(design, Question("total", y, rows=[0, 1, 2], interval="wald"))
    alone = make_design(DesignRows(["a"] * 3, population={"a": 30}))
    subset = estimate(alone, Question("total", y[:3], interval="wald"))
    assert part.value == subset.value
    assert part.se > subset.se


def test_a_missing_value_leaves_the_domain_and_not_the_sample():
    design = make_design(DesignRows(["a"] * 4, population={"a": 40}))
    found = estimate(design, Question("mean", [1.0, None, 3.0, 5.0], interval="wald"))
    assert (found.value, found.n, found.df) == (3, 3, 2)


def test_post_stratified_weights_sum_to_the_known_totals():
    design = make_design(DesignRows(["a"] * 5, population={"a": 50}))
    groups = ["m", "f", "m", "f", "f"]
    adjusted = post_stratify(design, groups, {"m": 20, "f": 33})
    assert (
        math.fsum(weight for weight, group in zip(adjusted.weights, groups, strict=True) if group == "f")
        == 33
    )
    known = estimate(adjusted, Question("total", [1.0, 0.0, 1.0, 0.0, 0.0], interval="wald"))
    assert known.value == pytest.approx(20)
    assert known.se == pytest.approx(0, abs=1e-9)

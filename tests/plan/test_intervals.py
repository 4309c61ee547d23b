from __future__ import annotations

import math

import pytest

from digiplan_desktop.plan.intervals import KINDS, Spread, clopper_pearson, share_interval, value_interval


@pytest.mark.parametrize("kind", KINDS)
def test_a_share_of_zero_or_one_has_an_exact_interval_and_not_an_empty_one(kind):
    none = share_interval(Spread(0.0, 0.0, 28, 30), kind)
    every = share_interval(Spread(1.0, 0.0, 28, 30), kind)
    assert (none.kind, every.kind) == ("clopper-pearson", "clopper-pearson")
    assert none.low == 0
    assert none.high == pytest.approx(1 - 0.025 ** (1 / 30), rel=1e-10)
    assert every.low == pytest.approx(0.025 ** (1 / 30), rel=1e-10)
    assert every.high == 1


def test_a_full_count_of_zero_is_certain():
    found = share_interval(Spread(0.0, 0.0, 28, 30), "logit", certain=True)
    assert (found.low, found.high) == (0, 0)


def test_a_share_without_variance_is_a_point():
    found = share_interval(Spread(0.4, 0.0, 28, 30), "beta")
    assert (found.low, found.high) == (0.4, 0.4)


@pytest.mark.parametrize("kind", ["logit", "wilson", "beta", "korn-graubard"])
def test_intervals_of_shares_stay_within_zero_and_one_where_wald_leaves_them(kind):
    spread = Spread(0.02, 0.02, 20, 50)
    found = share_interval(spread, kind)
    assert 0 < found.low < 0.02 < found.high < 1
    assert share_interval(spread, "wald").low < 0


def test_without_degrees_of_freedom_there_is_no_interval():
    assert share_interval(Spread(0.3, 0.1, 0, 1), "logit").low is None
    assert value_interval(Spread(12.0, 3.0, 0, 1)).high is None


def test_clopper_pearson_is_the_textbook_interval():
    found = clopper_pearson(4, 20)
    assert found.low == pytest.approx(0.0573340, abs=5e-7)
    assert found.high == pytest.approx(0.4366140, abs=5e-7)


def test_korn_graubard_is_wider_with_few_degrees_of_freedom():
    few = share_interval(Spread(0.3, 0.05, 4, 60), "beta")
    many = share_interval(Spread(0.3, 0.05, 59, 60), "beta")
    assert few.high - few.low > many.high - many.low
    assert math.isclose(share_interval(Spread(0.3, 0.05, 4, 60), "korn-graubard").low, few.low)


def test_korn_graubard_needs_degrees_of_freedom():
    assert share_interval(Spread(0.3, 0.1, 0, 1), "beta").low is None

from __future__ import annotations

import math

import pytest

from digiplan_desktop.plan.distributions import (
    beta_quantile,
    beta_tails,
    f_quantile,
    normal_quantile,
    student_quantile,
)
from tests.helpers.r_survey import run_r

STUDENT = [
    (p, df) for p in (0.6, 0.95, 0.975, 0.9995, 0.999999999) for df in (1, 2, 3.5, 16, 197, 898, 12_000, 1e6)
]
BETA = [
    (p, a, b)
    for p in (1e-6, 0.025, 0.5, 0.975)
    for a, b in ((0.5, 0.5), (0.5, 4), (3, 1), (20, 100), (300, 700), (30_000, 2), (1e5, 3e5))
]


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    lines = [f'cat("t:{p}:{df}", sprintf("%.17g", qt({p!r}, {df!r})), "\\n")' for p, df in STUDENT]
    lines += [
        f'cat("b:{p}:{a}:{b}", sprintf("%.17g", qbeta({p!r}, {a!r}, {b!r})), "\\n")' for p, a, b in BETA
    ]
    lines += [
        'cat("f", sprintf("%.17g", qf(.95, 3, 20)), "\\n")',
        'cat("z", sprintf("%.17g", qnorm(.975)), "\\n")',
    ]
    return {key: values[0] for key, values in run_r("\n".join(lines), tmp_path_factory.mktemp("r")).items()}


@pytest.mark.parametrize(("p", "df"), STUDENT)
def test_quantiles_of_student_equal_those_of_r(expected, p, df):
    assert math.isclose(student_quantile(p, df), expected[f"t:{p}:{df}"], rel_tol=1e-11)


@pytest.mark.parametrize(("p", "a", "b"), BETA)
def test_quantiles_of_beta_equal_those_of_r(expected, p, a, b):
    assert math.isclose(beta_quantile(p, a, b), expected[f"b:{p}:{a}:{b}"], rel_tol=1e-10)


def test_quantiles_of_f_and_of_the_normal_equal_those_of_r(expected):
    assert math.isclose(f_quantile(0.95, 3, 20), expected["f"], rel_tol=1e-11)
    assert math.isclose(normal_quantile(0.975), expected["z"], rel_tol=1e-13)


def test_student_is_symmetric_and_nears_the_normal():
    assert student_quantile(0.025, 16) == -student_quantile(0.975, 16)
    assert student_quantile(0.5, 3) == 0
    assert student_quantile(0.975, math.inf) == normal_quantile(0.975)


def test_student_without_degrees_of_freedom_is_undefined():
    assert math.isnan(student_quantile(0.975, 0))


def test_the_tails_of_beta_keep_the_digits_of_the_smaller_one():
    lower, upper = beta_tails(0.5, 200, 3)
    assert lower < 1e-50
    assert lower > 0
    assert upper == 1
    assert beta_tails(0.3, 2, 3)[0] == pytest.approx(0.3483, abs=1e-12)


def test_the_ends_of_beta_are_zero_and_one():
    assert (beta_quantile(0, 2, 3), beta_quantile(1, 2, 3)) == (0, 1)
    assert (beta_tails(0, 2, 3), beta_tails(1, 2, 3)) == ((0, 1), (1, 0))

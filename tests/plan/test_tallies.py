from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from digiplan_desktop.plan.estimates import Question, estimate
from digiplan_desktop.plan.survey_design import DesignRows, make_design
from digiplan_desktop.plan.tallies import Tally, estimate_share


@st.composite
def cells(draw):
    found = []
    for _ in range(draw(st.integers(1, 5))):
        successes = draw(st.integers(0, 6))
        inside = successes + draw(st.integers(0, 6))
        answered = max(inside + draw(st.integers(0, 4)), 2)
        found.append(Tally(answered + draw(st.integers(0, 50)), answered, inside, successes))
    return found


def rows_of(tallies):
    strata, y, domain = [], [], []
    for label, tally in enumerate(tallies):
        for number in range(tally.answered):
            if number < tally.inside:
                domain.append(len(strata))
            strata.append(str(label))
            y.append(float(number < tally.successes))
    design = make_design(
        DesignRows(strata, population={str(label): tally.population for label, tally in enumerate(tallies)})
    )
    return design, Question("share", y, rows=domain)


@given(cells())
def test_counts_by_cell_give_what_the_rows_give(tallies):
    found, expected = estimate_share(tallies), estimate(*rows_of(tallies))
    assert (found.n, found.df) == (expected.n, expected.df)
    for name in ("value", "se", "numerator", "denominator", "low", "high"):
        one, other = getattr(found, name), getattr(expected, name)
        assert (one is None) == (other is None), name
        assert one is None or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12), name


def test_a_cell_that_was_taken_whole_adds_no_variance():
    assert estimate_share([Tally(10, 10, 10, 4)]).se == 0


def test_an_empty_domain_has_no_share():
    assert estimate_share([Tally(10, 5, 0, 0)]).value is None


def test_a_single_answer_leaves_the_variance_unknown():
    found = estimate_share([Tally(10, 1, 1, 1), Tally(10, 5, 5, 2)])
    assert found.value is not None
    assert (found.se, found.low) == (None, None)

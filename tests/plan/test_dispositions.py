from __future__ import annotations

import pytest

from digiplan_desktop.plan.dispositions import final_disposition, response_rates


@pytest.mark.parametrize(
    ("status", "result", "code"),
    [
        (1, 1, "I"),
        (1, 2, "P"),
        (1, 3, ""),
        (1, 4, "R"),
        (1, 5, "NC"),
        (2, 1, "ineligible"),
        (3, 1, "ineligible"),
        (4, 5, "UO"),
        (5, 1, "ineligible"),
        (6, 1, "ineligible"),
        (7, 4, "R"),
    ],
)
def test_a_visit_ends_as_its_answers_say(status, result, code):
    assert final_disposition({"status": status, "result": result}) == code


def test_an_agency_has_no_status_and_is_judged_by_the_result():
    assert final_disposition({"result": 1.0}) == "I"
    assert final_disposition({"result": 5.0}) == "NC"


def test_response_rates_are_those_of_the_worked_example():
    rates = response_rates(["I"] * 956 + ["ineligible"] * 76 + ["UO"] * 468)
    assert round(rates.eligibility, 4) == 0.9264
    assert round(rates.rr1 * 100, 1) == 67.1
    assert round(rates.rr3 * 100, 1) == 68.8
    assert rates.rr5 == 1


def test_partial_answers_count_in_the_even_rates_only_and_pending_ones_nowhere():
    rates = response_rates(["I", "I", "P", "R", "", ""])
    assert (rates.rr1, rates.rr2) == (0.5, 0.75)
    assert response_rates(["", ""]).rr1 is None

"""Choices that a filter closes are taken back, however long the chain of lists."""

from __future__ import annotations

from tests.helpers.scenario import Scenario

PLACES = """
| survey |
|        | type                | name     | label | choice_filter          |
|        | select_one province | province | P     |                        |
|        | select_one district | district | D     | of = ${province}       |
|        | select_one commune  | commune  | C     | of = ${district}       |
|        | select_multiple way | ways     | W     | of = ${commune}        |
| choices |
|        | list_name | name | label | of |
|        | province  | 66   | 66    |    |
|        | province  | 54   | 54    |    |
|        | district  | d1   | d1    | 66 |
|        | district  | d2   | d2    | 54 |
|        | commune   | c1   | c1    | d1 |
|        | commune   | c2   | c2    | d2 |
|        | way       | w1   | w1    | c1 |
|        | way       | w2   | w2    | c1 |
"""


def test_another_province_takes_back_district_commune_and_all_that_hangs_on_them() -> None:
    form = Scenario(PLACES).answers(province="66", district="d1", commune="c1", ways="w1 w2")
    form.answer("province", "54").holds(district="", commune="", ways="")


def test_what_is_still_offered_stays() -> None:
    form = Scenario(PLACES).answers(province="66", district="d1", commune="c1", ways="w2")
    form.answer("district", "d1").holds(commune="c1", ways="w2")

"""The comparison of the table with the engine's own figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digiplan_desktop.returns.reconciliation import reconcile
from digiplan_desktop.returns.table import build_table
from tests.helpers.returns import invented_return

DATA = invented_return()


def found_in(data):
    return reconcile(data, build_table(data, 12))


def changed_row(place, **changes):
    rows = list(DATA.rows)
    rows[place] = replace(rows[place], **changes)
    return replace(DATA, rows=tuple(rows))


def changed_target(**changes):
    return replace(DATA, targets=(replace(DATA.targets[0], **changes), *DATA.targets[1:]))


def test_figures_that_fit_agree():
    assert found_in(DATA).agrees


@pytest.mark.parametrize("figure", ["listed", "surveyed", "active", "weighted_active"])
def test_a_district_that_is_not_the_sum_of_its_communes_is_found(figure):
    data = changed_row(6, **{figure: getattr(DATA.rows[6], figure) + 1})
    found = found_in(data)
    assert not found.agrees
    assert found.lines_off == 1


def test_a_weighted_sum_off_by_a_thousandth_is_found():
    measure = DATA.rows[0].measures["T2"]
    measures = {
        **DATA.rows[0].measures,
        "T2": replace(measure, weighted_positive=measure.weighted_positive + 0.001),
    }
    assert found_in(changed_row(0, measures=measures)).lines_off == 1


def test_an_estimate_that_differs_by_a_millionth_is_found_by_its_target():
    found = found_in(changed_target(estimate=DATA.targets[0].estimate + 1e-6))
    assert found.shares_off == ("T1",)
    assert not found.agrees


def test_rounding_in_the_last_bits_is_no_difference():
    assert found_in(changed_target(estimate=DATA.targets[0].estimate * (1 + 1e-12))).agrees


def test_a_share_without_an_estimate_of_the_engine_does_not_agree():
    assert found_in(changed_target(estimate=None)).shares_off == ("T1",)


def test_no_answers_at_all_agree_with_no_estimate():
    data = invented_return(empty=tuple(row.name for row in DATA.rows))
    targets = tuple(replace(target, estimate=None, se=None, low=None, high=None) for target in data.targets)
    assert found_in(replace(data, targets=targets)).agrees

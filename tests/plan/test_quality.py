from __future__ import annotations

import pytest

from digiplan_desktop.plan.quality import Soundness, StratumCoverage, measure_coverage, quality_flags


@pytest.mark.parametrize(
    ("soundness", "flags"),
    [
        (Soundness(n=0), ":"),
        (Soundness(n=30, df=8, half_width=0.10), ""),
        (Soundness(n=29, df=8, half_width=0.10), "u"),
        (Soundness(n=30, df=7, half_width=0.10), "u"),
        (Soundness(n=30, df=8, half_width=0.1001), "u"),
        (Soundness(n=30, df=8, half_width=0.1001, limit=0.15), ""),
        (Soundness(n=30, df=8, half_width=None), "u"),
        (Soundness(n=4, df=None), ""),
        (Soundness(n=99, df=90, half_width=0.05, imputed=0.2), ""),
        (Soundness(n=99, df=90, half_width=0.05, imputed=0.21), "e"),
        (Soundness(n=9, df=7, half_width=0.3, imputed=0.5, provisional=True, broken=True), "uepb"),
    ],
)
def test_letters_say_what_is_weak(soundness, flags):
    assert quality_flags(soundness) == flags


def test_coverage_of_a_census_is_resolved_over_frame():
    found = measure_coverage([StratumCoverage("a", 100, 100, 50), StratumCoverage("b", 300, 300, 300)])
    assert found.share == 350 / 400
    assert (found.worst_stratum, found.worst_share) == ("a", 0.5)


def test_coverage_of_a_sample_weighs_what_was_drawn_by_the_frame():
    micro, large = StratumCoverage("micro", 9000, 100, 40), StratumCoverage("large", 10, 10, 10)
    assert measure_coverage([micro, large]).share == pytest.approx((9000 * 0.4 + 10) / 9010)


def test_a_stratum_that_was_not_drawn_is_not_covered():
    assert measure_coverage([StratumCoverage("a", 50, 0, 0)]).share == 0
    assert measure_coverage([]).share is None

from __future__ import annotations

from datetime import date

import pytest

from digiplan_desktop.plan.course import Course, clamp, pace_needed

COURSE = Course(((date(2021, 1, 1), 6.0), (date(2025, 1, 1), 20.0)))


def test_the_path_is_straight_and_flat_beyond_its_ends():
    assert COURSE.expected(date(2020, 5, 1)) == 6
    assert COURSE.expected(date(2023, 1, 1)) == pytest.approx(13, abs=0.01)
    assert COURSE.expected(date(2026, 1, 1)) == 20


def test_an_earlier_aim_bends_the_path():
    bent = Course(((date(2023, 1, 1), 0.0), (date(2025, 12, 31), 20.0), (date(2030, 12, 31), 50.0)))
    assert bent.expected(date(2025, 12, 31)) == 20
    assert bent.expected(date(2030, 12, 31)) == 50
    assert 20 < bent.expected(date(2026, 6, 1)) < 23


def test_the_ratio_is_progress_made_over_progress_required():
    assert COURSE.ratio(date(2024, 1, 1), 12.5) == pytest.approx(6.5 / 10.5, rel=1e-3)
    assert COURSE.ratio(date(2021, 1, 1), 6.0) is None


def test_the_projection_goes_on_at_the_same_pace():
    assert COURSE.projection(date(2023, 1, 1), 10.0) == pytest.approx(14, abs=0.01)
    assert COURSE.projection(date(2021, 1, 1), 10.0) is None


def test_projections_stay_possible():
    assert clamp(130.0, percent=True, counted=False) == 100
    assert clamp(-4.0, percent=True, counted=False) == 0
    assert clamp(17.9, percent=False, counted=True) == 17
    assert clamp(17.9, percent=False, counted=False) == 17.9


def test_the_pace_needed_is_per_year_and_ends_with_the_target():
    assert pace_needed(date(2025, 12, 31), 20.0, date(2030, 12, 31), 90.0) == pytest.approx(14, rel=1e-3)
    assert pace_needed(date(2025, 12, 31), 90.0, date(2030, 12, 31), 90.0) is None
    assert pace_needed(date(2030, 12, 31), 20.0, date(2030, 12, 31), 90.0) is None

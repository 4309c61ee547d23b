"""From targets to the rows and captions of the bullet chart."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from digiplan_desktop.charts.theme import Tone
from digiplan_desktop.plan.results import STATES
from digiplan_desktop.plan.targets import Aim
from digiplan_desktop.ui.chart_words import chart_rows, headline, tone_of
from tests.helpers.pages import speak
from tests.helpers.targets import a_count, a_target


@pytest.fixture(autouse=True)
def _vietnamese(qapp):
    speak("vi")
    yield
    speak("vi")


def _progress(*targets):
    return SimpleNamespace(of_year=lambda year: [target for target in targets if target.year == year])


def test_the_headline_counts_what_is_met_and_names_what_is_behind():
    progress = _progress(a_target(status="met"), a_count(status="behind"))

    assert (
        headline(progress, 2025) == "1/2 chỉ tiêu năm 2025 đã đạt; đang chậm: doanh nghiệp số thành lập mới"
    )


def test_the_headline_counts_many_that_are_behind():
    progress = _progress(*(a_count(status="far_behind") for _ in range(3)))

    assert headline(progress, 2025) == "0/3 chỉ tiêu năm 2025 đã đạt; 3 chỉ tiêu đang chậm"


def test_targets_without_a_number_are_not_counted():
    progress = _progress(a_target(status="qualitative"), a_target(status="no_target"), a_target(status="met"))

    assert headline(progress, 2025) == "1/1 chỉ tiêu năm 2025 đã đạt"


def test_what_cannot_be_judged_is_said():
    progress = _progress(a_target(status="low_coverage"), a_target(status="no_data"))

    assert headline(progress, 2025).endswith("; 2 chỉ tiêu chưa kết luận được")


def test_a_share_is_scaled_so_that_its_aim_stands_at_four_fifths():
    (row,) = chart_rows([a_target()])

    assert row.scale_max == 25.0
    assert (row.value_text, row.aim, row.tone) == ("16,6%", 20.0, Tone.ON_TRACK)
    assert [tick.label for tick in row.ticks] == ["≥ 20%", "0"]


def test_a_high_share_ends_at_a_hundred():
    (row,) = chart_rows([a_target(aim=Aim(">", 90.0))])

    assert row.scale_max == 100.0


def test_a_range_shows_both_ends():
    (row,) = chart_rows([a_count(aim=Aim("range", 500.0, 1000.0), value=310.0)])

    assert (row.aim, row.range_end, row.scale_max) == (500.0, 1000.0, 1080.0)
    assert [tick.label for tick in row.ticks] == ["500", "1.000", "0"]


def test_a_figure_without_enough_evidence_is_hatched_and_has_no_path():
    target = a_target(status="low_coverage", reason="coverage", reason_values=(0.4, 0.6), expected=17.0)

    (row,) = chart_rows([target])

    assert row.insufficient
    assert row.expected is None


def test_a_target_without_a_number_has_no_shades():
    (row,) = chart_rows([a_target(aim=Aim("qualitative"), status="qualitative", reason="qualitative")])

    assert row.qualitative
    assert row.scale_max == 100.0


@pytest.mark.parametrize("status", STATES)
def test_every_status_has_a_tone(status: str):
    assert tone_of(status) in Tone

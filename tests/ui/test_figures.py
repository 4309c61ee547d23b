"""Numbers of the plan as they are printed: with their unit, and never rounded across the aim."""

from __future__ import annotations

import pytest

from digiplan_desktop.plan.targets import Aim, Wording
from digiplan_desktop.ui.figures import aim_text, interval_text, percent_text, value_text
from tests.helpers.pages import speak
from tests.helpers.targets import a_count, a_target


@pytest.fixture(autouse=True)
def _vietnamese(qapp):
    speak("vi")
    yield
    speak("vi")


def test_a_share_has_one_decimal_and_a_count_none():
    assert value_text(a_target(), 16.58) == "16,6%"
    assert value_text(a_count(), 9.0) == "9"


def test_english_writes_a_point():
    speak("en")

    assert value_text(a_target(), 16.58) == "16.6%"


def test_an_unknown_value_is_a_dash():
    assert value_text(a_target(), None) == "–"


@pytest.mark.parametrize(
    ("aim", "value", "printed"),
    [
        (60.0, 59.7, "59,7%"),
        (60.0, 59.97, "59,97%"),
        (100.0, 99.996, "99,996%"),
        (20.0, 20.04, "20,04%"),
        (20.0, 20.0, "20,0%"),
    ],
)
def test_rounding_never_crosses_the_aim(aim: float, value: float, printed: str):
    assert value_text(a_target(aim=Aim(">=", aim)), value) == printed


def test_a_mean_in_percent_is_written_as_a_share():
    target = a_target(kind="mean", unit=Wording("% (bình quân)", "% (mean)"))

    assert value_text(target, 62.34) == "62,3%"


@pytest.mark.parametrize(
    ("aim", "printed"),
    [
        (Aim(">=", 20.0), "≥ 20%"),
        (Aim(">", 90.0), "> 90%"),
        (Aim("=", 100.0), "100%"),
        (Aim("qualitative"), ""),
    ],
)
def test_an_aim_is_printed_with_its_sign(aim: Aim, printed: str):
    assert aim_text(a_target(aim=aim)) == printed


def test_a_range_is_printed_from_end_to_end():
    assert aim_text(a_count(aim=Aim("range", 500.0, 1000.0))) == "500–1.000"


def test_the_interval_says_how_sure_it_is():
    assert interval_text(a_target()) == "KTC 95%: 15,2–18,1%"
    assert interval_text(a_target(low=None, high=None)) == ""


def test_a_fraction_becomes_percent():
    assert percent_text(0.4149) == "41%"
    assert percent_text(None) == "–"

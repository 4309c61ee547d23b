"""The trajectory, looked at through its artists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digiplan_desktop.charts.theme import DARK, LIGHT
from digiplan_desktop.charts.trajectory import trajectory_chart
from tests.helpers.charts import (
    TRAJECTORY_TEXT,
    artist,
    clipped_texts,
    colliding_texts,
    digital_trajectory,
    names_of,
)

DATA = digital_trajectory()


def words(figure, gid):
    return [part.get_text() for part in figure.axes[0].get_children() if part.get_gid() == gid]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("width", [8.4, 11.2, 14.0])
def test_no_word_is_clipped_or_touches_another(theme, width):
    figure = trajectory_chart(DATA, TRAJECTORY_TEXT, theme, width=width)
    assert clipped_texts(figure) == []
    assert colliding_texts(figure) == []


@pytest.mark.parametrize("value", [2.0, 18.0, 20.0, 55.0, 88.0, 97.0])
def test_labels_keep_apart_wherever_the_results_lie(value):
    seen = tuple(
        replace(one, value=value, low=max(value - 2, 0), high=min(value + 2, 100))
        for one in DATA.observations
    )
    ahead = replace(DATA.projection, value=value, low=max(value - 9, 0), high=min(value + 9, 100))
    figure = trajectory_chart(replace(DATA, observations=seen, projection=ahead), TRAJECTORY_TEXT, LIGHT)
    assert clipped_texts(figure) == []
    assert colliding_texts(figure) == []


def test_time_and_value_are_drawn_to_scale():
    figure = trajectory_chart(DATA, TRAJECTORY_TEXT, LIGHT)
    xs, ys = artist(figure, "result").get_data()
    days = [seen.on.toordinal() for seen in DATA.observations]
    assert (xs[3] - xs[0]) / (xs[1] - xs[0]) == pytest.approx((days[3] - days[0]) / (days[1] - days[0]))
    assert (ys[0] - ys[3]) / (ys[0] - ys[1]) == pytest.approx((16.6 - 6.0) / (8.4 - 6.0))


def test_the_required_path_meets_the_targets():
    figure = trajectory_chart(DATA, TRAJECTORY_TEXT, LIGHT)
    legs = [part for part in figure.axes[0].lines if part.get_gid() == "path"]
    targets = [part for part in figure.axes[0].lines if part.get_gid() == "target"]
    for leg, target in zip(legs, targets, strict=True):
        assert leg.get_xdata()[-1] == pytest.approx(target.get_xdata()[0])
        assert leg.get_ydata()[-1] == pytest.approx(target.get_ydata()[0])


def test_the_projection_starts_at_the_last_result():
    figure = trajectory_chart(DATA, TRAJECTORY_TEXT, LIGHT)
    line, result = artist(figure, "projection"), artist(figure, "result")
    assert line.get_xdata()[0] == result.get_xdata()[-1]
    assert line.get_ydata()[0] == result.get_ydata()[-1]


def test_the_gap_is_shown_only_with_its_words_and_with_room_for_it():
    assert "gap" in names_of(trajectory_chart(DATA, TRAJECTORY_TEXT, LIGHT))
    assert "gap" not in names_of(trajectory_chart(replace(DATA, gap=""), TRAJECTORY_TEXT, LIGHT))
    near = replace(DATA, projection=replace(DATA.projection, value=89.0, high=95.0))
    assert "gap" not in names_of(trajectory_chart(near, TRAJECTORY_TEXT, LIGHT))


def test_one_result_alone_has_an_upright_interval():
    figure = trajectory_chart(replace(DATA, observations=DATA.observations[-1:]), TRAJECTORY_TEXT, LIGHT)
    xs, ys = artist(figure, "interval").get_data()
    assert xs[0] == xs[1]
    assert ys[0] > ys[1]


def test_without_any_result_the_path_and_the_targets_remain():
    figure = trajectory_chart(replace(DATA, observations=(), projection=None), TRAJECTORY_TEXT, LIGHT)
    assert {"path", "target"} <= names_of(figure)
    assert "result" not in names_of(figure)


def test_many_years_are_named_sparsely_and_the_last_one_always():
    figure = trajectory_chart(replace(DATA, first_year=1990, last_year=2045), TRAJECTORY_TEXT, LIGHT)
    years = [word for word in words(figure, "axis") if not word.endswith("%")]
    assert years[-1] == "2045"
    assert len(years) < 30
    assert colliding_texts(figure) == []


def test_a_day_in_the_middle_of_a_year_stands_in_its_middle():
    middle = replace(DATA.observations[0], on=date(2021, 7, 2))
    figure = trajectory_chart(replace(DATA, observations=(middle,)), TRAJECTORY_TEXT, LIGHT)
    year = next(
        part
        for part in figure.axes[0].get_children()
        if part.get_gid() == "axis" and part.get_text() == "2021"
    )
    assert artist(figure, "result").get_xdata()[0] == pytest.approx(year.get_position()[0], abs=1)

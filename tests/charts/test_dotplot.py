"""The dot plot, looked at through its artists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digiplan_desktop.charts.dotplot import dot_plot
from digiplan_desktop.charts.theme import DARK, LIGHT
from tests.helpers.charts import (
    DOT_SCALE,
    DOT_TEXT,
    DOT_WORDS,
    artist,
    clipped_texts,
    colliding_texts,
    district_rows,
    names_of,
)


def draw(rows=None, theme=LIGHT, scale=DOT_SCALE, width=11.2):
    return dot_plot(district_rows() if rows is None else rows, scale, DOT_WORDS, DOT_TEXT, theme, width=width)


def height_of(figure, row):
    return artist(figure, f"{row}:name").get_position()[1]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("width", [8.4, 11.2, 14.0])
def test_no_word_is_clipped_or_touches_another(theme, width):
    figure = draw(theme=theme, width=width)
    assert clipped_texts(figure) == []
    assert colliding_texts(figure) == []


def test_a_long_name_of_an_area_is_set_smaller_rather_than_cut():
    rows = [replace(row, name=f"Thành phố Buôn Ma Thuột và {row.name}") for row in district_rows()]
    figure = draw(rows)
    assert clipped_texts(figure) == []
    assert colliding_texts(figure) == []


def test_reliable_areas_stand_in_the_order_of_their_estimates():
    figure = draw(list(reversed(district_rows())))
    ranked = sorted((row for row in district_rows() if row.reliable), key=lambda row: -row.value)
    heights = [height_of(figure, row.id) for row in ranked]
    assert heights == sorted(heights)


def test_unreliable_areas_stand_below_all_others_however_high_their_estimate():
    figure = draw()
    lowest = max(height_of(figure, row.id) for row in district_rows() if row.reliable)
    for row in district_rows():
        if not row.reliable:
            assert height_of(figure, row.id) > lowest
            assert artist(figure, f"{row.id}:name").get_color() == LIGHT.secondary
    assert artist(figure, "D9:value").get_markerfacecolor() == LIGHT.surface
    assert artist(figure, "D0:value").get_markerfacecolor() == LIGHT.bar


def test_without_unreliable_areas_there_is_no_heading_for_them():
    figure = draw([row for row in district_rows() if row.reliable])
    assert "unreliable" not in names_of(figure)


def test_dots_and_intervals_are_drawn_to_the_scale_of_the_references():
    figure = draw()
    aim, whole = artist(figure, "aim").get_xdata()[0], artist(figure, "whole").get_xdata()[0]
    unit = (whole - aim) / 8.5
    row = district_rows()[0]
    assert artist(figure, "D0:value").get_xdata()[0] == pytest.approx(aim + (row.value - 20) * unit)
    assert list(artist(figure, "D0:interval").get_xdata()) == pytest.approx(
        [aim + (row.low - 20) * unit, aim + (row.high - 20) * unit]
    )


def test_an_area_without_answers_has_a_line_but_no_dot():
    names = names_of(draw())
    assert "D99:name" in names
    assert "D99:value" not in names


def test_only_a_decided_verdict_is_printed_in_the_accent_colour():
    figure = draw()
    assert artist(figure, "D1:verdict").get_color() == LIGHT.bar
    assert artist(figure, "D2:verdict").get_color() == LIGHT.secondary


def test_references_may_be_left_out():
    names = names_of(draw(scale=replace(DOT_SCALE, target=None, whole=None)))
    assert not names & {"aim", "whole", "reference_label"}


def test_references_close_to_one_another_keep_their_labels_apart():
    close = replace(DOT_SCALE, whole=replace(DOT_SCALE.whole, value=20.4))
    assert colliding_texts(draw(scale=close)) == []


def test_no_areas_at_all_give_an_empty_plot_with_its_words():
    figure = draw([])
    assert clipped_texts(figure) == []
    assert "aim" in names_of(figure)

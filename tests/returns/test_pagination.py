"""Where a printed return breaks into pages."""

from __future__ import annotations

import pytest

from digiplan_desktop.returns.pagination import Paper, choose_row_height, row_height

PAPER = Paper(width=742.0, height=477.0, sheet_width=1400)


def rows_on_last_page(height, room, *, opening, repeated, rows):
    used, on_page = opening, 0
    for _ in range(rows):
        if used + height > room:
            used, on_page = repeated, 0
        used += height
        on_page += 1
    return on_page, used


def test_a_sheet_wider_than_the_paper_gets_more_room_in_height_as_it_is_scaled_down():
    assert PAPER.room == pytest.approx(477.0 / (742.0 / 1050.0))
    assert Paper(742.0, 477.0, 500).room == pytest.approx(477.0)


def test_what_fits_on_one_page_keeps_the_usual_height():
    assert choose_row_height(PAPER, 245.0, 100.0, [1] * 8, 262.0) == 16.5


@pytest.mark.parametrize("rows", range(22, 130, 7))
def test_the_foot_shares_its_page_with_rows_of_the_table(rows):
    height = choose_row_height(PAPER, 245.0, 100.0, [1] * rows, 262.0)
    on_page, used = rows_on_last_page(height, PAPER.room, opening=245.0, repeated=100.0, rows=rows)
    assert on_page >= 3
    assert used + 262.0 <= PAPER.room


def test_rows_of_several_lines_are_higher():
    assert row_height(16.5, 1) == 16.5
    assert row_height(16.5, 3) == 3 + 3 * 13.5

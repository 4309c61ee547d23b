from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digiplan_desktop.plan.cells import Cell, merge_lonely


def cells(**counts):
    return {label.replace("_", "|"): Cell(*count) for label, count in counts.items()}


def steps(found):
    return [(step.stratum, step.into) for step in found.merged]


def test_cells_with_two_answers_or_all_of_them_stay_alone():
    found = merge_lonely(cells(A_micro=(40, 2), A_large=(1, 1)), {})
    assert steps(found) == []
    assert found.of_stratum == {"A|micro": "A|micro", "A|large": "A|large"}


def test_a_lonely_cell_goes_to_the_next_smaller_class_of_its_district():
    found = merge_lonely(cells(A_micro=(40, 5), A_small=(9, 4), A_medium=(3, 1)), {})
    assert steps(found) == [("A|medium", "A|small")]
    assert found.cells["A|small"] == Cell(12, 5)


def test_an_empty_cell_takes_the_next_class_along():
    found = merge_lonely(cells(A_micro=(40, 5), A_medium=(3, 1), A_large=(2, 0)), {})
    assert steps(found) == [("A|large", "A|medium"), ("A|medium", "A|micro")]
    assert found.of_stratum["A|large"] == "A|micro"
    assert found.cells == {"A|micro": Cell(45, 6)}


def test_the_smallest_class_goes_to_a_neighbouring_district_the_nearest_first():
    strata = cells(A_micro=(40, 1), B_micro=(50, 6), C_micro=(60, 7))
    assert steps(merge_lonely(strata, {"A": ("C", "B")})) == [("A|micro", "C|micro")]


def test_without_neighbours_any_class_of_the_district_comes_first():
    strata = cells(A_micro=(40, 1), A_small=(9, 4), B_micro=(50, 6))
    assert steps(merge_lonely(strata, {})) == [("A|micro", "A|small")]


def test_strata_without_units_are_left_out():
    assert "A|large" not in merge_lonely(cells(A_micro=(4, 2), A_large=(0, 0)), {}).of_stratum


LABELS = st.sampled_from(
    [f"{district}|{size}" for district in "ABC" for size in ("micro", "small", "large", "unknown")]
)
STRATA = st.dictionaries(
    LABELS,
    st.tuples(st.integers(0, 30), st.integers(0, 4)).map(lambda each: Cell(max(each), each[1])),
    min_size=1,
)


@given(STRATA, st.randoms(use_true_random=False))
def test_nothing_is_lost_and_the_order_of_the_frame_does_not_matter(strata, chance):
    found = merge_lonely(strata, {"A": ("B",), "B": ("A", "C"), "C": ("B",)})
    assert sum(cell.population for cell in found.cells.values()) == sum(
        cell.population for cell in strata.values()
    )
    assert len(found.cells) <= 1 or not any(cell.lonely for cell in found.cells.values())
    labels = list(strata)
    chance.shuffle(labels)
    again = merge_lonely(
        {label: strata[label] for label in labels}, {"A": ("B",), "B": ("A", "C"), "C": ("B",)}
    )
    assert again.of_stratum == found.of_stratum

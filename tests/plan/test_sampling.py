from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digiplan_desktop.plan.sampling import SamplingUnit, allocate, draw, prn, sample_size

VECTORS = {"6000000001": 0.386824603352, "6000000002": 0.116722899806, "6012345678": 0.759575001300}
KEYS = [f"60{number:08}" for number in range(400)]


def units(keys):
    return [SamplingUnit(f"id-{key}", "a" if int(key) % 3 else "b", key) for key in keys]


@pytest.mark.parametrize("key", VECTORS)
def test_permanent_random_numbers_are_the_published_ones(key):
    assert round(prn("DigiPlan/2025-Q4/v1", key), 12) == VECTORS[key]


def test_the_order_of_the_list_does_not_matter():
    shuffled = random.Random(3).sample(KEYS, len(KEYS))
    assert draw(units(KEYS), {"a": 20, "b": 9}, "s") == draw(units(shuffled), {"a": 20, "b": 9}, "s")


def test_a_larger_sample_holds_the_smaller_one_and_goes_on_with_its_replacements():
    small, large = draw(units(KEYS), {"a": 20, "b": 9}, "s"), draw(units(KEYS), {"a": 25, "b": 9}, "s")
    assert set(small.selected) < set(large.selected)
    assert set(large.selected) - set(small.selected) == set(small.replacements["a"][:5])


def test_new_entries_do_not_disturb_the_order_of_the_others():
    before = draw(units(KEYS), {}, "s").replacements["a"]
    after = draw(units([*KEYS, "6099999998"]), {}, "s").replacements["a"]
    assert tuple(key for key in after if key in before) == before


def test_another_seed_gives_another_sample():
    assert draw(units(KEYS), {"a": 20}, "s").selected != draw(units(KEYS), {"a": 20}, "t").selected


def test_proportional_allocation_takes_large_strata_whole_and_meets_the_size():
    frame = {"d1|micro": 3795, "d1|small": 800, "d1|large": 12, "d2|micro": 400, "d2|medium": 3}
    found = allocate(frame, 500, take_all={"d1|large"})
    assert sum(found.values()) == 500
    assert found["d1|large"] == 12
    assert found["d2|medium"] == 2
    assert found["d1|micro"] == pytest.approx((500 - 12 - 2) * 3795 / (3795 + 800 + 400), abs=1)


def test_neyman_draws_more_where_the_share_is_near_one_half():
    frame = {"a": 1000, "b": 1000}
    found = allocate(frame, 100, method="neyman", shares={"a": 0.5, "b": 0.02})
    assert sum(found.values()) == 100
    assert found["a"] == pytest.approx(100 * 0.5 / (0.5 + 0.14), abs=1)


def test_power_allocation_lies_between_equal_and_proportional():
    assert allocate({"a": 10_000, "b": 100}, 110, method="power") == {"a": 100, "b": 10}


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 500), min_size=1, max_size=12),
    st.integers(0, 3000),
    st.sampled_from(["proportional", "neyman", "power"]),
)
def test_an_allocation_keeps_floors_and_populations_and_sums_exactly(frame, size, method):
    found = allocate(frame, size, method=method)
    least = sum(min(2, count) for count in frame.values())
    assert sum(found.values()) == min(max(size, least), sum(frame.values()))
    assert all(min(2, frame[label]) <= number <= frame[label] for label, number in found.items())


def test_the_sizes_of_the_design_guide():
    found = sample_size(12_075, 0.03, response_rate=0.68)
    assert (found.answers, found.drawn) == (981, 1443)


def test_a_small_population_is_drawn_whole_at_most():
    assert sample_size(50, 0.01, response_rate=0.2).drawn == 50

from __future__ import annotations

import pytest

from digiplan_desktop.register.sizes import sector_group, size_class


@pytest.mark.parametrize(
    ("emp", "capital", "revenue", "sector", "size"),
    [
        (10, "3000", None, "production", "micro"),
        (10, "3000.01", None, "production", "small"),
        (10, "50000", "3000", "production", "micro"),
        (11, "1", None, "production", "small"),
        (100, None, "50000", "production", "small"),
        (101, "20000", None, "production", "medium"),
        (200, "100000", None, "production", "medium"),
        (201, "1", None, "production", "large"),
        (10, None, "10000", "trade", "micro"),
        (50, "50000", None, "trade", "small"),
        (51, "50000", None, "trade", "medium"),
        (100, "100000", "999999", "trade", "medium"),
        (100, "100001", "300001", "trade", "large"),
        (101, "1", "1", "trade", "large"),
        (5, "1000", None, "", "micro"),
        (60, "15000", None, "", "unknown"),
        (5, None, None, "trade", "unknown"),
        (None, "1000", "1000", "trade", "unknown"),
        ("", "", "", "trade", "unknown"),
        ("25", "4000.5", "", "trade", "small"),
    ],
)
def test_the_class_follows_persons_and_the_kinder_of_revenue_and_capital(emp, capital, revenue, sector, size):
    assert size_class(emp, capital, revenue, sector) == size


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("01260", "production"),
        ("4390", "production"),
        ("46321", "trade"),
        ("96", "trade"),
        ("A", "production"),
        ("F", "production"),
        ("G", "trade"),
        ("V", "trade"),
        ("", ""),
        ("4", ""),
    ],
)
def test_industry_codes_fall_into_two_groups(code, group):
    assert sector_group(code) == group

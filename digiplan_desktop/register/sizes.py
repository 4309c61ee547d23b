"""Size classes of enterprises by Decree 80/2021/NĐ-CP, article 5.

A class takes persons and, of revenue and capital, at least one within its limits. Limits are in
resources/register/sme_size_nd80.csv, money there in billion đồng.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from digiplan_desktop.paths import RESOURCES

TABLE = RESOURCES / "register" / "sme_size_nd80.csv"
SIZES = ("micro", "small", "medium", "large", "unknown")
PRODUCTION = "production"
"""Agriculture, forestry, fishery, industry and construction: sections A to F of both classifications."""
TRADE = "trade"
"""Trade and services: section G and after."""
_CLASSES = {"siêu nhỏ": "micro", "nhỏ": "small", "vừa": "medium"}
_LAST_DIVISION_OF_F = 43
_MILLION_PER_BILLION = 1_000


@dataclass(frozen=True)
class SizeLimits:
    """The upper limits of a class: persons, and revenue and capital in million đồng."""

    size: str
    persons: int
    revenue: Decimal
    capital: Decimal


@cache
def _limits() -> dict[str, tuple[SizeLimits, ...]]:
    """Give the limits of each sector group, the smallest class first."""
    groups: dict[str, list[SizeLimits]] = {PRODUCTION: [], TRADE: []}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            group = PRODUCTION if "A-F" in row["sector_group"] else TRADE
            groups[group].append(
                SizeLimits(
                    _CLASSES[row["class"]],
                    int(row["si_employees_max"]),
                    Decimal(row["revenue_max_bn_vnd"]) * _MILLION_PER_BILLION,
                    Decimal(row["capital_max_bn_vnd"]) * _MILLION_PER_BILLION,
                )
            )
    return {group: tuple(limits) for group, limits in groups.items()}


def sector_group(code: str) -> str:
    """Give "production" or "trade" for an industry code (a section's letter, or digits), "" when unknown."""
    code = code.strip()
    if code[:1].isalpha():
        return PRODUCTION if code[0].upper() <= "F" else TRADE
    if not code[:2].isdigit() or len(code) < 2:
        return ""
    return PRODUCTION if int(code[:2]) <= _LAST_DIVISION_OF_F else TRADE


def size_class(
    emp: str | int | None, capital: str | int | None, revenue: str | int | None, sector: str
) -> str:
    """Give the size class: "micro", "small", "medium", "large", or "unknown" when the facts do not decide.

    `emp` in persons, `capital` and `revenue` in million đồng as decimal text. Without a sector group the class
    stands only if both groups give the same.
    """
    persons, owned, sold = _number(emp), _number(capital), _number(revenue)
    if persons is None or (owned is None and sold is None):
        return "unknown"
    groups = (sector,) if sector else (PRODUCTION, TRADE)
    found = {_classify(persons, owned, sold, _limits()[group]) for group in groups}
    return found.pop() if len(found) == 1 else "unknown"


def _classify(
    persons: Decimal, capital: Decimal | None, revenue: Decimal | None, limits: tuple[SizeLimits, ...]
) -> str:
    for limit in limits:
        money = (capital is not None and capital <= limit.capital) or (
            revenue is not None and revenue <= limit.revenue
        )
        if persons <= limit.persons and money:
            return limit.size
    return "large"


def _number(value: str | int | None) -> Decimal | None:
    if value is None or value == "":
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        return None

"""What one answered questionnaire says about one definition."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan import evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.plan.evidence import UnitResponse
    from digiplan_desktop.plan.targets import Condition, Definition


@dataclass(frozen=True)
class Outcome:
    """A resolved unit: d, y and x of the estimator (x is 1 for a share or a simple mean)."""

    inside: bool
    y: float
    x: float


OUTSIDE = Outcome(inside=False, y=0.0, x=0.0)


def read_outcome(definition: Definition, response: UnitResponse) -> Outcome | None:
    """Give the outcome of a response; None when it leaves the question open.

    Only complete questionnaires are read: in a partial one a calculation over missing answers would count as
    "no". A condition that fails settles the matter even when another one cannot be judged.
    """
    if response.disposition == evidence.INELIGIBLE:
        return OUTSIDE
    if response.disposition != evidence.COMPLETE:
        return None
    inside = _holds_all(definition.where, response.facts)
    if inside is None:
        return None
    if not inside:
        return OUTSIDE
    y = _product(definition.numerator, response.facts)
    x = _product(definition.denominator, response.facts)
    return None if y is None or x is None else Outcome(inside=True, y=y, x=x)


def _holds_all(conditions: tuple[Condition, ...], facts: Mapping[str, float]) -> bool | None:
    """Join conditions by "and" in three-valued logic; None means unknown."""
    unknown = False
    for condition in conditions:
        value = facts.get(condition.fact)
        if value is None:
            unknown = True
        elif not _compare(value, condition):
            return False
    return None if unknown else True


def _compare(value: float, condition: Condition) -> bool:
    match condition.operator:
        case "=":
            return value == condition.value
        case "!=":
            return value != condition.value
        case "<":
            return value < condition.value
        case "<=":
            return value <= condition.value
        case ">":
            return value > condition.value
        case _:
            return value >= condition.value


def _product(names: tuple[str, ...], facts: Mapping[str, float]) -> float | None:
    values = [facts.get(name) for name in names]
    known = [value for value in values if value is not None]
    return math.prod(known) if len(known) == len(values) else None

"""What one answered questionnaire says about one definition."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, NamedTuple

from digiplan_desktop.plan import evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digiplan_desktop.plan.evidence import UnitResponse
    from digiplan_desktop.plan.targets import Condition, Definition


class Outcome(NamedTuple):
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
        elif not _COMPARE[condition.operator](value, condition.value):
            return False
    return None if unknown else True


_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _product(names: tuple[str, ...], facts: Mapping[str, float]) -> float | None:
    product = 1.0
    for name in names:
        value = facts.get(name)
        if value is None:
            return None
        product *= value
    return product

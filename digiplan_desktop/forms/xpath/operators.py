"""Arithmetic and comparison of values (XPath 1.0 §3.4-3.5, with dates as numbers)."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from datetime import tzinfo

from digiplan_desktop.forms.xpath.values import NAN, Moment, Value, boolean_of, number_of, string_of


def divide(dividend: float, divisor: float) -> float:
    """Divide as IEEE 754 does: by zero gives an infinity or NaN."""
    if divisor:
        return dividend / divisor
    if dividend == 0 or math.isnan(dividend) or math.isnan(divisor):
        return NAN
    return math.copysign(math.inf, dividend) * math.copysign(1.0, divisor)


def remainder(dividend: float, divisor: float) -> float:
    """Give the remainder with the sign of the dividend (XPath 1.0 §3.5)."""
    if math.isinf(dividend) or divisor == 0 or math.isnan(divisor):
        return NAN
    return math.fmod(dividend, divisor)


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divide,
    "mod": remainder,
}
ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
EQUALITY: dict[str, Callable[[object, object], bool]] = {"=": operator.eq, "!=": operator.ne}


def compare_equal(sign: str, left: Value, right: Value, zone: tzinfo | None) -> bool:
    """Compare with = or !=; a node-set holds if any of its nodes does."""
    if isinstance(left, list) or isinstance(right, list):
        return _compare_nodes(sign, left, right, zone)
    return _compare_atoms(sign, left, right, zone)


def _compare_nodes(sign: str, left: Value, right: Value, zone: tzinfo | None) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return EQUALITY[sign](boolean_of(left), boolean_of(right))
    lefts = [node.string() for node in left] if isinstance(left, list) else [left]
    rights = [node.string() for node in right] if isinstance(right, list) else [right]
    return any(_compare_atoms(sign, a, b, zone) for a in lefts for b in rights)


def _compare_atoms(sign: str, left: Value, right: Value, zone: tzinfo | None) -> bool:
    compare = EQUALITY[sign]
    if isinstance(left, str) and isinstance(right, str):
        return compare(left, right)
    if isinstance(left, bool) or isinstance(right, bool):
        return compare(boolean_of(left), boolean_of(right))
    if isinstance(left, float | Moment) or isinstance(right, float | Moment):
        return compare(number_of(left, zone), number_of(right, zone))
    return compare(string_of(left), string_of(right))


def compare_order(sign: str, left: Value, right: Value, zone: tzinfo | None) -> bool:
    """Compare with <, <=, > or >=, always as numbers; a node-set holds if any of its nodes does."""
    compare = ORDER[sign]
    if not isinstance(left, list) and not isinstance(right, list):
        return compare(number_of(left, zone), number_of(right, zone))
    return any(compare(a, b) for a in _numbers(left, zone) for b in _numbers(right, zone))


def _numbers(value: Value, zone: tzinfo | None) -> list[float]:
    if isinstance(value, list):
        return [number_of(node.string(), zone) for node in value]
    return [number_of(value, zone)]

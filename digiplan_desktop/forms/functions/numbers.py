"""Functions on numbers (XPath 1.0 §4.4, ODK XForms §8)."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import tzinfo
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.values import NAN, Value, number_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.context import Context
    from digiplan_desktop.forms.xpath.nodes import Node


def numbers_of(values: tuple[Value, ...], zone: tzinfo | None) -> list[float]:
    """Give the numbers of values, every node of a node-set by itself."""
    found: list[float] = []
    for value in values:
        if isinstance(value, list):
            found += [number_of(node.string(), zone) for node in value]
        else:
            found.append(number_of(value, zone))
    return found


def _number(context: Context, value: Value | None = None) -> float:
    return number_of([context.node] if value is None else value, context.env.zone)


def _sum(context: Context, nodes: list[Node]) -> float:
    return math.fsum(_finite_or_nan(numbers_of((nodes,), context.env.zone)))


def _finite_or_nan(numbers: list[float]) -> list[float]:
    # fsum refuses inf - inf, which is NaN in XPath.
    return [NAN] if math.inf in numbers and -math.inf in numbers else numbers


def _floor(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else float(math.floor(number))


def _ceiling(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else float(math.ceil(number))


def _round(number: float) -> float:
    """Round to the nearest whole number, halves towards positive infinity (XPath 1.0 §4.4)."""
    return number if math.isnan(number) or math.isinf(number) else float(math.floor(number + 0.5))


def _round_to(number: float, places: float = 0.0) -> float:
    """Round to decimal places, halves away from zero (web-forms and Enketo agree against XPath 1.0's round)."""
    if math.isnan(number) or math.isinf(number) or math.isnan(places) or math.isinf(places):
        return NAN if math.isnan(places) or math.isinf(places) else number
    digits = max(-330, min(330, int(places)))
    try:
        return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))
    except ArithmeticError:
        return number


def _int(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else float(math.trunc(number))


def _least(context: Context, *values: Value) -> float:
    return _extreme(min, numbers_of(values, context.env.zone))


def _greatest(context: Context, *values: Value) -> float:
    return _extreme(max, numbers_of(values, context.env.zone))


def _extreme(choose: Callable[[list[float]], float], numbers: list[float]) -> float:
    if not numbers or any(math.isnan(number) for number in numbers):
        return NAN
    return choose(numbers)


def _pow(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return math.inf
    except ValueError:
        return NAN if base else math.inf


def _guarded(apply: Callable[..., float]) -> Callable[..., float]:
    """Give NaN where the mathematical function has no value, infinity where it overflows."""

    def call(*numbers: float) -> float:
        try:
            return apply(*numbers)
        except ValueError:
            return NAN
        except OverflowError:
            return math.inf

    return call


def _logarithm(apply: Callable[[float], float]) -> Callable[[float], float]:
    guarded = _guarded(apply)
    return lambda number: -math.inf if number == 0 else guarded(number)


def _random() -> float:
    return random.random()  # noqa: S311  a form's chance, not a secret


def _absolute(number: float) -> float:
    return abs(number)


def _pi() -> float:
    return math.pi


CORE = (
    Function("number", _number, "value?", contextual=True),
    Function("sum", _sum, "nodes", contextual=True),
    Function("floor", _floor, "number"),
    Function("ceiling", _ceiling, "number"),
    Function("round", _round, "number"),
)
FUNCTIONS = (
    Function("round", _round_to, "number number?"),
    Function("int", _int, "number"),
    Function("min", _least, "value*", contextual=True),
    Function("max", _greatest, "value*", contextual=True),
    Function("pow", _pow, "number number"),
    Function("abs", _absolute, "number"),
    Function("sqrt", _guarded(math.sqrt), "number"),
    Function("exp", _guarded(math.exp), "number"),
    Function("exp10", lambda number: _pow(10.0, number), "number"),
    Function("log", _logarithm(math.log), "number"),
    Function("log10", _logarithm(math.log10), "number"),
    Function("sin", _guarded(math.sin), "number"),
    Function("cos", _guarded(math.cos), "number"),
    Function("tan", _guarded(math.tan), "number"),
    Function("asin", _guarded(math.asin), "number"),
    Function("acos", _guarded(math.acos), "number"),
    Function("atan", _guarded(math.atan), "number"),
    Function("atan2", _guarded(math.atan2), "number number"),
    Function("pi", _pi),
    Function("random", _random),
)

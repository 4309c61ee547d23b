"""How many boxes an answer needs on paper, from its type and its constraint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.syntax import Call, Chain, Expression, Literal, Path, walk

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Definition

_FIXED = {
    "date": "##/##/####",
    "time": "##:##",
    "dateTime": "##/##/#### ##:##",
}
_WHOLE_DIGITS, _DECIMALS = 8, 2
_MOST = 20
_DIGITS = r"(?:\[0-9\]|\\d|[0-9])(?:\{\d+(?:,\d+)?\})?"
_CODE = re.compile(rf"\^?((?:{_DIGITS})+)(?:\((?:(-)\??)?((?:{_DIGITS})+)\)\??)?\$?")
_DIGIT = re.compile(r"(?:\[0-9\]|\\d|[0-9])(?:\{(?:\d+,)?(\d+)\})?")


def box_pattern(kind: str, definition: Definition, language: str) -> str:
    """Give the pattern of boxes of an answer ("##/##/####"), "" for one that is written on a line."""
    constraint = definition.bind.expressions.get("constraint", "")
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == "integer":
        return grouped(min(whole_digits(constraint, definition), _MOST))
    if kind == "decimal":
        point = "," if language == "vi" else "."
        return grouped(min(whole_digits(constraint, definition), _MOST)) + point + "#" * _DECIMALS
    return _code_pattern(constraint) if kind == "text" else ""


def grouped(digits: int) -> str:
    """Give boxes for so many digits, in groups of three from the right; a short number stays whole."""
    if digits <= 4:
        return "#" * digits
    head, groups = digits % 3, digits // 3
    return " ".join(["#" * head] * bool(head) + ["###"] * groups)


def whole_digits(constraint: str, definition: Definition, depth: int = 3) -> int:
    """Give how many digits the greatest allowed whole part has; a usual number of them when nothing bounds it.

    A bound that is another question ("not more than B1") is that question's own bound.
    """
    limits = [_digits(limit, definition, depth) for limit in _upper_limits(constraint)]
    return min((found for found in limits if found), default=_WHOLE_DIGITS)


def _digits(limit: Expression, definition: Definition, depth: int) -> int:
    if isinstance(limit, Literal) and isinstance(limit.value, float):
        return len(str(int(limit.value)))
    if isinstance(limit, Path) and limit.absolute and limit.steps and depth:
        found = _definition_at([step.name for step in limit.steps], definition)
        if found is not None:
            return whole_digits(found.bind.expressions.get("constraint", ""), found, depth - 1)
    return 0


def _definition_at(names: list[str], definition: Definition) -> Definition | None:
    found: Definition | None = [*definition.upwards()][-1]
    for name in names[1:]:
        found = found.children.get(name) if found is not None else None
    return found


def _upper_limits(constraint: str) -> Iterator[Expression]:
    """Give what the answer must not exceed, looking only at conditions that must all hold."""
    if not constraint:
        return
    try:
        waiting: list[Expression] = [parse(constraint)]
    except XPathError:
        return
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Chain):
            continue
        if node.rest[0][0] == "and":
            waiting += [node.first, *(operand for _, operand in node.rest)]
        elif node.rest[0][0] in {"<", "<="} and _is_answer(node.first):
            yield node.rest[0][1]


def _is_answer(node: Expression) -> bool:
    return isinstance(node, Path) and [step.axis for step in node.steps] == ["self"]


def _code_pattern(constraint: str) -> str:
    """Give boxes for a text that must consist of digits: "##########-###" for ^[0-9]{10}(-?[0-9]{3})?$."""
    try:
        calls = [node for node in walk(parse(constraint)) if isinstance(node, Call) and node.name == "regex"]
    except XPathError:
        return ""
    for call in calls:
        match call.arguments:
            case [_, Literal(value=str() as pattern)] if found := _CODE.fullmatch(pattern):
                boxes = "#" * _count(found[1])
                tail = f"-{'#' * _count(found[3])}" if found[3] else ""
                return boxes + tail if len(boxes + tail) <= _MOST else ""
    return ""


def _count(pattern: str) -> int:
    return sum(int(found[1] or 1) for found in _DIGIT.finditer(pattern))

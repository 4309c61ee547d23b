"""Functions on choices and truth (ODK XForms §8): selected, checklist, if, coalesce, once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.nodes import Node
from digiplan_desktop.forms.xpath.values import Value, boolean_of, number_of, string_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.context import Context, Evaluator


def _selected(answer: str, choice: str) -> bool:
    return choice.strip() in answer.split()


def _selected_at(answer: str, place: float) -> str:
    choices = answer.split()
    whole = not math.isnan(place) and not math.isinf(place)
    return choices[int(place)] if whole and 0 <= int(place) < len(choices) else ""


def _count_selected(answer: str) -> float:
    return float(len(answer.split()))


def _if(context: Context, condition: Evaluator, then: Evaluator, otherwise: Evaluator) -> Value:
    return then(context) if boolean_of(condition(context)) else otherwise(context)


def _coalesce(context: Context, *values: Evaluator) -> Value:
    """Give the first value that is neither empty nor NaN; later ones are not even evaluated."""
    for value in values:
        text = string_of(value(context))
        if text not in ("", "NaN"):
            return text
    return ""


def _once(context: Context, value: Evaluator) -> Value:
    """Give the node's own value when it has one: the argument is evaluated one time only."""
    own = context.node.string()
    if own:
        return own
    found = value(context)
    return "" if isinstance(found, float) and math.isnan(found) else found


def _not(value: bool) -> bool:  # noqa: FBT001  XPath's argument
    return not value


def _true() -> bool:
    return True


def _false() -> bool:
    return False


def _boolean(value: bool) -> bool:  # noqa: FBT001  XPath's argument
    return value


def _boolean_from_string(text: str) -> bool:
    return text.strip() == "true" or number_of(text) == 1


def _truths(values: tuple[Value, ...]) -> list[bool]:
    found: list[bool] = []
    for value in values:
        if isinstance(value, list):
            found += [bool(node.string()) for node in value]
        else:
            found.append(boolean_of(value))
    return found


def _within(count: float, least: float, most: float) -> bool:
    return (least < 0 or count >= least) and (most < 0 or count <= most)


def _checklist(least: float, most: float, *values: Value) -> bool:
    """Say whether between `least` and `most` values are true; a negative bound is none."""
    return _within(sum(_truths(values)), least, most)


def _weighted_checklist(context: Context, least: float, most: float, *values: Value) -> bool:
    """Say whether the weights of the true values add up to something in the bounds."""
    truths = _truths(values[0::2])
    weights: list[float] = []
    for value in values[1::2]:
        nodes = value if isinstance(value, list) else [value]
        weights += [number_of([each] if isinstance(each, Node) else each, context.env.zone) for each in nodes]
    total = math.fsum(weight for truth, weight in zip(truths, weights, strict=False) if truth)
    return _within(total, least, most)


def _choice_name(context: Context, value: str, path: str) -> str:
    return context.env.choice_label(value, path, context.node)


def _is_language(attribute: Node) -> bool:
    return attribute.name == "lang" and attribute.prefix == "xml"


def _lang(context: Context, wanted: str) -> bool:
    node: Node | None = context.node
    while node is not None:
        found = next((each.text for each in node.attributes if _is_language(each)), None)
        if found is not None:
            return found.lower() == wanted.lower() or found.lower().startswith(wanted.lower() + "-")
        node = node.parent
    return False


CORE = (
    Function("boolean", _boolean, "boolean"),
    Function("not", _not, "boolean"),
    Function("true", _true),
    Function("false", _false),
    Function("lang", _lang, "string", contextual=True),
)
FUNCTIONS = (
    Function("if", _if, "lazy lazy lazy", contextual=True),
    Function("coalesce", _coalesce, "lazy+", contextual=True),
    Function("once", _once, "lazy", contextual=True),
    Function("selected", _selected, "string string"),
    Function("is-selected", _selected, "string string"),
    Function("selected-at", _selected_at, "string number"),
    Function("count-selected", _count_selected, "string"),
    Function("boolean-from-string", _boolean_from_string, "string"),
    Function("checklist", _checklist, "number number value*"),
    Function("weighted-checklist", _weighted_checklist, "number number value*", contextual=True),
    Function("jr:choice-name", _choice_name, "string string", contextual=True),
)

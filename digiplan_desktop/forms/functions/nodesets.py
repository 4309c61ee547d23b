"""Functions on node-sets and instances (XPath 1.0 §4.1, ODK XForms §8)."""

from __future__ import annotations

import math

from digiplan_desktop.forms.functions.digests import shuffle
from digiplan_desktop.forms.xpath.axes import iterate_repeats
from digiplan_desktop.forms.xpath.context import Context, EvaluationError, Evaluator
from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.nodes import ATTRIBUTE, ELEMENT, Node, in_document_order
from digiplan_desktop.forms.xpath.values import Value, number_of, string_of


def _count(nodes: list[Node]) -> float:
    return float(len(nodes))


def _last(context: Context) -> float:
    return float(context.size)


def _position(context: Context, nodes: list[Node] | None = None) -> float:
    """Without an argument XPath's; with one, the node's place among its same-named siblings (ODK)."""
    if nodes is None:
        return float(context.position)
    if not nodes:
        raise EvaluationError("position of nothing")
    return float(next(place for place, each in enumerate(iterate_repeats(nodes[0]), 1) if each is nodes[0]))


def _first(context: Context, nodes: list[Node] | None) -> Node | None:
    return context.node if nodes is None else next(iter(nodes), None)


def _local_name(context: Context, nodes: list[Node] | None = None) -> str:
    node = _first(context, nodes)
    return node.name if node is not None else ""


def _name(context: Context, nodes: list[Node] | None = None) -> str:
    node = _first(context, nodes)
    if node is None:
        return ""
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


def _namespace_uri(context: Context, nodes: list[Node] | None = None) -> str:
    node = _first(context, nodes)
    return node.namespace if node is not None else ""


def _id(context: Context, value: Value) -> list[Node]:
    texts = [node.string() for node in value] if isinstance(value, list) else [string_of(value)]
    wanted = {name for text in texts for name in text.split()}
    everything = [node for node in context.node.root().descendants() if node.kind == ELEMENT]
    found: dict[str, Node] = {}
    for node in everything:
        name = next(
            (each.text for each in node.attributes if each.kind == ATTRIBUTE and each.name == "id"), ""
        )
        if name in wanted:
            found.setdefault(name, node)
    return in_document_order(list(found.values()))


def _current(context: Context) -> list[Node]:
    return [context.current]


def _instance(context: Context, name: str) -> list[Node]:
    root = context.env.instances.get(name)
    if root is None:
        raise EvaluationError(f"no instance {name}")
    return [root]


def _indexed_repeat(context: Context, target: list[Node], *places: Value) -> list[Node]:
    """Give the nodes of `target` inside the repeat instances of the given positions (pairs of repeat, index)."""
    if len(places) % 2:
        raise EvaluationError("indexed-repeat needs an index for every repeat")
    for repeat, place in zip(places[0::2], places[1::2], strict=True):
        if not isinstance(repeat, list):
            raise EvaluationError("indexed-repeat needs repeats")
        wanted = number_of(place, context.env.zone)
        groups = {id(node): rank for group in _by_parent(repeat) for rank, node in enumerate(group, 1)}
        target = [node for node in target if _rank_above(node, groups) == wanted]
    return target


def _by_parent(nodes: list[Node]) -> list[list[Node]]:
    groups: dict[int, list[Node]] = {}
    for node in nodes:
        groups.setdefault(id(node.parent), []).append(node)
    return list(groups.values())


def _rank_above(node: Node, ranks: dict[int, int]) -> float:
    found: Node | None = node
    while found is not None:
        if id(found) in ranks:
            return float(ranks[id(found)])
        found = found.parent
    return math.nan


def _randomize(context: Context, nodes: list[Node], seed: Evaluator | None = None) -> list[Node]:
    return shuffle(nodes, None if seed is None else seed(context), context.env.zone)


def _pulldata(context: Context, instance: str, wanted: str, column: str, value: str) -> str:
    """Give one cell of the row of an instance whose `column` is `value`; "" when there is none."""
    root = context.env.instances.get(instance)
    if root is None:
        raise EvaluationError(f"no instance {instance}")
    top = next((child for child in root.children if child.kind == ELEMENT), root)
    rows = context.env.lookup(top, "*", column, value)
    cells = rows[0].children if rows else []
    return next((cell.string() for cell in cells if cell.name == wanted), "")


CORE = (
    Function("current", _current, contextual=True),
    Function("count", _count, "nodes"),
    Function("last", _last, contextual=True),
    Function("position", _position, contextual=True),
    Function("id", _id, "value", contextual=True),
    Function("local-name", _local_name, "nodes?", contextual=True),
    Function("name", _name, "nodes?", contextual=True),
    Function("namespace-uri", _namespace_uri, "nodes?", contextual=True),
)
FUNCTIONS = (
    Function("position", _position, "nodes?", contextual=True),
    Function("instance", _instance, "string", contextual=True),
    Function("indexed-repeat", _indexed_repeat, "nodes nodes number value*", contextual=True),
    Function("randomize", _randomize, "nodes lazy?", contextual=True),
    Function("pulldata", _pulldata, "string string string string", contextual=True),
)

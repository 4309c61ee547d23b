"""The axes of XPath 1.0 §2.2 and its node tests; nodes come in axis order, not live ones never."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.context import Environment
from digiplan_desktop.forms.xpath.nodes import ATTRIBUTE, COMMENT, ELEMENT, INSTRUCTION, TEXT, Node

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.syntax import Step

Axis = Callable[[Node], list[Node]]
Test = Callable[[Node, Environment], bool]


def _child(node: Node) -> list[Node]:
    return [child for child in node.content() if child.live]


def _ancestors(node: Node) -> list[Node]:
    found = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def _siblings(node: Node) -> tuple[list[Node], int]:
    if node.parent is None or node.kind == ATTRIBUTE:
        return [], 0
    content = node.parent.content()
    return content, next((index for index, each in enumerate(content) if each is node), 0)


def _following_siblings(node: Node) -> list[Node]:
    siblings, place = _siblings(node)
    return [each for each in siblings[place + 1 :] if each.live]


def _preceding_siblings(node: Node) -> list[Node]:
    siblings, place = _siblings(node)
    return [each for each in siblings[:place][::-1] if each.live]


def _following(node: Node) -> list[Node]:
    found = []
    if node.kind == ATTRIBUTE and node.parent is not None:
        found = list(node.parent.descendants())
    for place in [node, *_ancestors(node)]:
        for sibling in _following_siblings(place):
            found += [sibling, *sibling.descendants()]
    return found


def _preceding(node: Node) -> list[Node]:
    found = []
    for place in [node, *_ancestors(node)]:
        for sibling in _preceding_siblings(place):
            found += [*list(sibling.descendants())[::-1], sibling]
    return found


def _self(node: Node) -> list[Node]:
    return [node]


def _parent(node: Node) -> list[Node]:
    return [node.parent] if node.parent is not None else []


def _attribute(node: Node) -> list[Node]:
    return node.attributes


def _nothing(_node: Node) -> list[Node]:
    return []


AXES: dict[str, Axis] = {
    "ancestor": _ancestors,
    "ancestor-or-self": lambda node: [node, *_ancestors(node)],
    "attribute": _attribute,
    "child": _child,
    "descendant": lambda node: list(node.descendants()),
    "descendant-or-self": lambda node: [node, *node.descendants()],
    "following": _following,
    "following-sibling": _following_siblings,
    "namespace": _nothing,
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": _preceding_siblings,
    "self": _self,
}
REVERSE = frozenset(("ancestor", "ancestor-or-self", "preceding", "preceding-sibling"))
_KINDS = {"text": TEXT, "comment": COMMENT, "processing-instruction": INSTRUCTION}


def node_test(step: Step) -> Test:
    """Give the test of a step; an unprefixed name fits any namespace, for instances carry the form's own."""
    if step.test == "node":
        return lambda _node, _env: True
    if step.test != "name":
        kind, target = _KINDS[step.test], step.name
        return lambda node, _env: node.kind == kind and (not target or node.name == target)
    return _name_test(step)


def _name_test(step: Step) -> Test:
    principal = ATTRIBUTE if step.axis == "attribute" else ELEMENT
    name, prefix = step.name, step.prefix
    if prefix:
        return lambda node, env: (
            node.kind == principal and name in (node.name, "*") and _in_namespace(node, prefix, env)
        )
    if name == "*":
        return lambda node, _env: node.kind == principal
    return lambda node, _env: node.name == name and node.kind == principal


def _in_namespace(node: Node, prefix: str, env: Environment) -> bool:
    return node.prefix == prefix or (bool(node.namespace) and env.namespaces.get(prefix) == node.namespace)


def iterate_repeats(node: Node) -> Iterator[Node]:
    """Give the nodes of the same name beside a node, itself included."""
    if node.parent is None:
        yield node
        return
    yield from (each for each in node.parent.children if each.name == node.name and each.kind == ELEMENT)

"""What an expression sees while it runs: a context node in an environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo

from digiplan_desktop.forms.xpath.nodes import ELEMENT, Node
from digiplan_desktop.forms.xpath.values import Value

# Nodes one expression may look at: a second or so. A filter over 13,000 choices without an index needs 40,000.
MAX_STEPS = 1_000_000


class Environment:
    """Everything outside the node tree that an expression may ask for.

    Attributes:
        zone: the zone of local times; None is this machine's.
        now: the clock.
        instances: roots of secondary (and the primary) instances by id.
        root: where absolute paths start; None is the root of the context node's own tree.
        singles: the one node of each reference that lies in no repeat.
        namespaces: prefixes that expressions use.
        itext: gives the text of an itext id in the current language; "" when unknown.
        choice_label: gives the label of a choice of the select question at a path, seen from a node.
    """

    def __init__(self, *, zone: tzinfo | None = None, now: Callable[[], datetime] | None = None) -> None:
        self.zone = zone
        self.now = now if now is not None else _utc_now
        self.instances: Mapping[str, Node] = {}
        self.singles: Mapping[str, Node] = {}
        self.root: Node | None = None
        self.namespaces: Mapping[str, str] = {}
        self.itext: Callable[[str], str] = _no_text
        self.choice_label: Callable[[str, str, Node], str] = _no_choice
        self.indexes: dict[tuple[int, str, str], dict[str, list[Node]]] = {}
        self._steps = 0

    def begin(self) -> None:
        """Start counting anew: another expression is about to be evaluated."""
        self._steps = 0

    def spend(self, nodes: int) -> None:
        """Count nodes that are looked at; raises `EvaluationError` for an expression that looks at too many."""
        self._steps += nodes
        if self._steps > MAX_STEPS:
            raise EvaluationError("too many steps")

    def lookup(self, parent: Node, name: str, column: str, value: str) -> list[Node]:
        """Give the children `name` of a static node whose child `column` is `value`, by a lazily made hash index."""
        key = (id(parent), name, column)
        index = self.indexes.get(key)
        if index is None:
            index = self.indexes[key] = _make_index(parent, name, column)
        return index.get(value, [])


def _make_index(parent: Node, name: str, column: str) -> dict[str, list[Node]]:
    index: dict[str, list[Node]] = {}
    for row in parent.children:
        if row.kind == ELEMENT and name in (row.name, "*"):
            for cell in row.children:
                if cell.name == column:
                    rows = index.setdefault(cell.string(), [])
                    if not rows or rows[-1] is not row:
                        rows.append(row)
    return index


class Context:
    """The node an expression is evaluated at, its place among its like, and the node `current()` means."""

    __slots__ = ("current", "env", "node", "position", "size")

    def __init__(self, node: Node, env: Environment, current: Node | None = None) -> None:
        self.node = node
        self.env = env
        self.current = node if current is None else current
        self.position = 1
        self.size = 1


Evaluator = Callable[[Context], Value]


class EvaluationError(Exception):
    """An expression that compiled but has no value on this data (a text where nodes are needed …)."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _no_text(_text_id: str) -> str:
    return ""


def _no_choice(_value: str, _path: str, _node: Node) -> str:
    return ""

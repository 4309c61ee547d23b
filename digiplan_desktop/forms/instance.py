"""A live instance: the node tree of one response, kept true by running only the rules that a change touches."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from digiplan_desktop.forms.canonical import canonical_result
from digiplan_desktop.forms.growth import FormNode, all_below, grow, own_source
from digiplan_desktop.forms.xpath.context import Context, Environment, EvaluationError
from digiplan_desktop.forms.xpath.nodes import DOCUMENT, Node
from digiplan_desktop.forms.xpath.values import Value, boolean_of, parse_number, string_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.history import Journal
    from digiplan_desktop.forms.model import Definition, Model, Rule

# No household has a thousand members: a larger count is a slip of the keyboard, and would stop the window.
MAX_REPEATS = 1_000
MAX_COUNTS = 50
# Repeats inside repeats multiply; what they grow together stays within this.
MAX_NODES = 50_000


class Instance:
    """The tree of one response and the machinery that keeps it consistent.

    Attributes:
        changed: the nodes whose state differs since the last `take_changes`.
        journal: where texts and children are noted before they change; None while nobody wants to know.
    """

    def __init__(
        self, model: Model, *, now: Callable[[], datetime] | None = None, zone: tzinfo | None = None
    ) -> None:
        self.model = model
        self.env = Environment(now=now, zone=zone)
        self.env.instances = model.instances
        self.env.indexes = model.indexes
        self.singles: dict[str, Node] = {}
        self.env.singles = self.singles
        self.document = Node(DOCUMENT)
        self.changed: dict[int, FormNode] = {}
        self.journal: Journal | None = None
        self._queue: list[tuple[int, int, Rule, FormNode]] = []
        self._queued: set[tuple[int, int]] = set()
        self._serial = 0
        self._grown = 0
        self.root = grow(model.root, model.root.template, self.document, self.singles)
        self.document.children.append(self.root)

    # Finding nodes

    def nodes_of(self, definition: Definition, below: FormNode | None = None) -> Iterator[FormNode]:
        """Give the instances of a definition in document order, all or below one node."""
        single = self.singles.get(definition.ref)
        if single is not None:
            yield single  # type: ignore[misc]
            return
        start = below if below is not None else self.root
        steps = [each for each in definition.upwards() if each.depth > start.definition.depth]
        nodes = [start]
        for step in reversed(steps):
            nodes = [child for node in nodes for child in node.children if child.name == step.name]  # type: ignore[misc]
        yield from nodes

    def context(self, node: Node) -> Context:
        """Give the context in which the expressions of a node run."""
        return Context(node, self.env)

    # Running rules

    def compute_all(self, *, keep: set[int] | None = None) -> None:
        """Run every rule once in order; nodes in `keep` keep a value that a calculation would overwrite."""
        kept = keep or set()
        for rule in self.model.rules:
            for node in list(self._targets(rule)):
                if rule.attribute == "calculate" and id(node) in kept:
                    continue
                self._apply(rule, node)
        self._queue.clear()
        self._queued.clear()
        for rule in [rule for rule in self.model.rules if rule.attribute == "count"]:
            for node in list(self._targets(rule)):
                self._enqueue(rule, node)
        self.settle()

    def set_text(self, node: FormNode, text: str) -> None:
        """Store a value and bring everything that depends on it up to date."""
        if node.text == text:
            return
        self._replace(node, text)
        self.settle()

    def _replace(self, node: FormNode, text: str) -> None:
        if self.journal is not None:
            self.journal.note_text(node)
        node.text = text
        self._touch(node)

    def settle(self) -> None:
        """Run the queued rules, each after everything it reads.

        Only a count can be queued anew by what it did itself; it may do so a few times, not for ever.
        """
        counted: Counter[int] = Counter()
        while self._queue:
            _, _, rule, node = heapq.heappop(self._queue)
            self._queued.discard((id(rule), id(node)))
            if rule.attribute == "count":
                counted[id(node)] += 1
                if counted[id(node)] > MAX_COUNTS:
                    continue
            self._apply(rule, node)

    def _touch(self, node: FormNode) -> None:
        """Note that a node's value or presence changed, and queue what reads it."""
        self.changed[id(node)] = node
        own = node.definition.rules.get("constraint")
        if own is not None:
            self._enqueue(own, node)
        for rule, pivot in self.model.readers.get(node.definition.ref, ()):
            for target in self._targets(rule, self._ancestor(node, pivot)):
                self._enqueue(rule, target)

    def _targets(self, rule: Rule, below: FormNode | None = None) -> Iterator[FormNode]:
        """Give the nodes a rule runs at; a repeat's count runs at what the repeat stands in."""
        definition = rule.definition
        if rule.attribute == "count" and definition.parent is not None:
            definition = definition.parent
        return self.nodes_of(definition, below)

    def _ancestor(self, node: FormNode, definition: Definition) -> FormNode | None:
        found: Node | None = node
        while isinstance(found, FormNode):
            if found.definition is definition:
                return found
            found = found.parent
        return None

    def _enqueue(self, rule: Rule, node: FormNode) -> None:
        key = (id(rule), id(node))
        if key not in self._queued:
            self._queued.add(key)
            self._serial += 1
            heapq.heappush(self._queue, (rule.rank, self._serial, rule, node))

    def _apply(self, rule: Rule, node: FormNode) -> None:
        if rule.attribute == "count":
            # There may be no instance yet: the count is seen from a place where one would stand.
            place = FormNode(rule.definition, node)
            self._fit_count(node, rule.definition, whole_number(self.evaluate(rule, place)))
        else:
            _APPLY[rule.attribute](self, node, self.evaluate(rule, node))

    def evaluate(self, rule: Rule, node: FormNode) -> Value:
        """Give the value of a rule at a node; an expression that fails on this data has none."""
        self.env.begin()
        try:
            return rule.evaluate(Context(node, self.env))
        except EvaluationError:
            return ""

    def apply_calculate(self, node: FormNode, value: Value) -> None:
        """Store a calculated value."""
        text = canonical_result(node.definition.bind.type, value)
        if text != node.text:
            self._replace(node, text)

    def apply_relevant(self, node: FormNode, value: Value) -> None:
        """Open or close a node with everything below it."""
        relevant = boolean_of(value)
        if relevant != node.own_relevant:
            node.own_relevant = relevant
            parent = node.parent
            self._spread(node, parent.live if parent is not None else True)

    def _spread(self, node: FormNode, live: bool) -> None:  # noqa: FBT001  a state, not an option
        live = live and node.own_relevant
        if live == node.live:
            return
        node.live = live
        self._touch(node)
        for child in node.children:
            self._spread(child, live)  # type: ignore[arg-type]

    def apply_flag(self, node: FormNode, name: str, value: Value) -> None:
        """Set read-only, required or valid."""
        flag = boolean_of(value)
        if getattr(node, name) != flag:
            setattr(node, name, flag)
            self.changed[id(node)] = node

    def apply_constraint(self, node: FormNode, value: Value) -> None:
        """Note whether the value satisfies its constraint; an empty one always does."""
        self.apply_flag(node, "valid", True if not node.text else value)

    def _fit_count(self, parent: FormNode, definition: Definition, wanted: int) -> None:
        present = [child for child in parent.children if child.name == definition.name]
        for surplus in present[wanted:]:
            self._take_out(surplus)  # type: ignore[arg-type]
        for _ in range(wanted - len(present)):
            if self._grown > MAX_NODES:
                break
            place = sum(1 for child in parent.children if child.name == definition.name)
            self._put_in(parent, definition, key=f"{place:04}")

    # Repeats

    def add_repeat(self, parent: FormNode, definition: Definition, *, key: str = "") -> FormNode:
        """Add an instance of a repeat after the last one and compute it."""
        node = self._put_in(parent, definition, key=key)
        self.settle()
        return node

    def _put_in(self, parent: FormNode, definition: Definition, *, key: str = "") -> FormNode:
        if self.journal is not None:
            self.journal.note_family(parent)
        node = grow(definition, own_source(definition, key), parent, self.singles)
        node.key = key
        self._grown += len(all_below(node))
        places = [index for index, child in enumerate(parent.children) if child.name == definition.name]
        parent.children.insert(places[-1] + 1 if places else self._place(parent, definition), node)
        node.live = parent.live
        self._mark_below(node)
        return node

    def _place(self, parent: FormNode, definition: Definition) -> int:
        """Give where the first instance of a repeat stands among its siblings."""
        before = set()
        for name in parent.definition.children:
            if name == definition.name:
                break
            before.add(name)
        return sum(1 for child in parent.children if child.name in before)

    def remove_repeat(self, node: FormNode) -> None:
        """Take an instance of a repeat away and bring what depended on it up to date."""
        self._take_out(node)
        self.settle()

    def _take_out(self, node: FormNode) -> None:
        parent = node.parent
        if parent is None:
            return
        if self.journal is not None:
            self.journal.note_family(parent)
        gone = all_below(node)
        self._grown -= len(gone)
        for below in gone:
            self._touch(below)
        parent.children.remove(node)
        self._forget(node)
        if isinstance(parent, FormNode):
            self.changed[id(parent)] = parent
        for sibling in parent.children:
            if isinstance(sibling, FormNode) and sibling.definition is node.definition:
                self._touch(sibling)

    def _forget(self, gone: FormNode) -> None:
        """Drop a removed node and everything below it from what is queued and what is reported as changed."""
        ids = {id(node) for node in all_below(gone)}
        self._queue = [item for item in self._queue if id(item[3]) not in ids]
        heapq.heapify(self._queue)
        self._queued = {(id(item[2]), id(item[3])) for item in self._queue}
        self.changed = {key: node for key, node in self.changed.items() if key not in ids}

    def _mark_below(self, node: FormNode) -> None:
        for below in all_below(node):
            below.live = node.live
            self._touch(below)
            for rule in below.definition.rules.values():
                self._enqueue(rule, below)
            for child in below.definition.children.values():
                if child.repeat is not None and child.repeat.count is not None:
                    self._enqueue(child.repeat.count, below)

    # Undoing

    def restore(
        self, texts: Iterable[tuple[FormNode, str]], families: Iterable[tuple[Node, list[Node]]]
    ) -> None:
        """Put texts and instances of repeats back as they were, without running what calculates or counts."""
        for parent, children in families:
            present = {id(child) for child in children}
            gone = [child for child in parent.children if id(child) not in present]
            parent.children[:] = children
            for child in gone:
                self._forget(child)  # type: ignore[arg-type]
            if isinstance(parent, FormNode):
                self.changed.update((id(node), node) for node in all_below(parent))
        # What was taken out still knows its parent: only walking down says what is in the tree.
        inside = {id(node) for node in all_below(self.root)}
        for node, text in texts:
            node.text = text
            if id(node) in inside:
                self.changed[id(node)] = node
        self._look_again()

    def _look_again(self) -> None:
        """Ask every rule anew what is relevant, required, read-only and valid."""
        for node in all_below(self.root):
            above = node.parent
            node.live = node.own_relevant and (above is None or above.live)
        for rule in self.model.rules:
            if rule.attribute not in ("calculate", "count"):
                for node in list(self._targets(rule)):
                    self._apply(rule, node)
        self._queue.clear()
        self._queued.clear()

    def take_changes(self) -> list[FormNode]:
        """Give the nodes changed since the last call."""
        found = list(self.changed.values())
        self.changed = {}
        return found


_APPLY: Mapping[str, Callable[[Instance, FormNode, Value], None]] = {
    "calculate": Instance.apply_calculate,
    "relevant": Instance.apply_relevant,
    "readonly": lambda instance, node, value: instance.apply_flag(node, "own_readonly", value),
    "required": lambda instance, node, value: instance.apply_flag(node, "required", value),
    "constraint": Instance.apply_constraint,
}


def whole_number(value: Value) -> int:
    """Give a count as a whole number from 0 to the most a repeat may have; 0 for what is none, a date included."""
    number = value if isinstance(value, float) else parse_number(string_of(value))
    return 0 if math.isnan(number) else int(min(max(number, 0), MAX_REPEATS))

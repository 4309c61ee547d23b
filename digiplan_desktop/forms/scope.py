"""What a form knows of the paths in its expressions: the node they must mean, and what they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from digiplan_desktop.forms.model import Definition, Read
from digiplan_desktop.forms.xpath.syntax import Call, Expression, Path, Step, parts

_PLAIN_AXES = frozenset(("child", "self", "parent"))


def _starts_at_current(path: Path) -> bool:
    return isinstance(path.start, Call) and path.start.name == "current"


def _is_plain(step: Step) -> bool:
    return step.axis in _PLAIN_AXES and not step.predicates and step.name != "*"


def _move(definition: Definition, step: Step) -> Definition | None:
    if step.axis == "parent":
        return definition.parent
    if step.axis == "self":
        return definition
    return definition.children.get(step.name)


class FormScope:
    """The scope of the expressions of one definition (see `xpath.paths.Scope`)."""

    def __init__(self, root: Definition, bound: Definition) -> None:
        self._root = root
        self._bound = bound

    def single(self, path: Path) -> str | None:
        """Give the reference of the one node that a plain path outside every repeat means."""
        found, steps = self._begin(path)
        for step in steps:
            if found is None or not _is_plain(step):
                return None
            found = _move(found, step)
        return None if found is None or found.in_repeat else found.ref

    def _begin(self, path: Path) -> tuple[Definition | None, tuple[Step, ...]]:
        if path.absolute:
            if not path.steps or path.steps[0].name != self._root.name or not _is_plain(path.steps[0]):
                return None, ()
            return self._root, path.steps[1:]
        if path.start is not None and not _starts_at_current(path):
            return None, ()
        return self._bound, path.steps

    def anchor(self, path: Path) -> tuple[int, int] | None:
        """Give where an absolute path starts: the deepest repeat it shares with the bound node.

        The last step never binds (it may count the repeat), and a predicate on a step ends the binding.
        """
        if not path.absolute or not self._bound.in_repeat:
            return None
        found, steps = self._begin(path)
        shared = None
        above = {id(each) for each in self._bound.upwards()}
        for used, step in enumerate(steps[:-1], 2):
            if found is None or not _is_plain(step):
                break
            found = _move(found, step)
            if found is not None and found.repeat is not None and id(found) in above:
                shared = (self._bound.depth - found.depth, used)
        return shared

    def anchor_definition(self, path: Path) -> Definition:
        """Give the definition at the anchor of an absolute path; the root without one."""
        anchor = self.anchor(path)
        if anchor is None:
            return self._root
        return list(self._bound.upwards())[anchor[0]]


class ReadCollector:
    """Walks an expression over definitions and gathers what it reads."""

    def __init__(self, root: Definition, bound: Definition) -> None:
        self._root = root
        self._bound = bound
        self._scope = FormScope(root, bound)
        self.reads: dict[tuple[str, str], Read] = {}
        self.unknown: list[tuple[Path, Step]] = []
        self.reads_itself = False

    def collect(self, expression: Expression, here: frozenset[Definition]) -> frozenset[Definition]:
        """Note every read of the expression and give the definitions its nodes may have."""
        if isinstance(expression, Path):
            return self._collect_path(expression, here)
        found = [self.collect(part, here) for part in parts(expression)]
        if isinstance(expression, Call):
            return self._of_call(expression, found)
        return frozenset().union(*found) if found else frozenset()

    def _of_call(self, call: Call, found: list[frozenset[Definition]]) -> frozenset[Definition]:
        if call.name == "current":
            return frozenset((self._bound,))
        if call.name == "instance" or not found:
            return frozenset()
        return found[0]

    def _collect_path(self, path: Path, here: frozenset[Definition]) -> frozenset[Definition]:
        nodes, pivot, steps = self._begin(path, here)
        for step in steps:
            if step.axis in ("ancestor", "preceding", "following", "descendant-or-self"):
                pivot = self._root
            moved = frozenset(_targets(nodes, step))
            if nodes and not moved and step.test == "name" and step.axis == "child":
                self.unknown.append((path, step))
            nodes = moved
            pivot = min((pivot, *nodes), key=lambda each: each.depth)
            for predicate in step.predicates:
                self.collect(predicate, nodes)
        self._note(nodes, pivot, path)
        return nodes

    def _begin(
        self, path: Path, here: frozenset[Definition]
    ) -> tuple[frozenset[Definition], Definition, tuple[Step, ...]]:
        if path.absolute:
            first = path.steps[0] if path.steps else None
            pivot = self._scope.anchor_definition(path)
            if first is None or first.axis != "child":
                return frozenset((self._root,)), self._root, path.steps
            if first.name not in (self._root.name, "*"):
                self.unknown.append((path, first))
                return frozenset(), pivot, ()
            start = frozenset((self._root,))
            for predicate in first.predicates:
                self.collect(predicate, start)
            return self._skip_to(path, pivot)
        if path.start is not None:
            started = self.collect(path.start, here)
            return started, self._bound if _starts_at_current(path) else self._root, path.steps
        return here, self._bound if here == frozenset((self._bound,)) else self._root, path.steps

    def _skip_to(
        self, path: Path, pivot: Definition
    ) -> tuple[frozenset[Definition], Definition, tuple[Step, ...]]:
        anchor = self._scope.anchor(path)
        used = anchor[1] if anchor is not None else 1
        return frozenset((pivot,)), pivot, path.steps[used:]

    def _note(self, nodes: Iterable[Definition], pivot: Definition, path: Path) -> None:
        for node in nodes:
            if node is self._bound and (
                path.absolute or path.start is not None or path.steps[-1].axis != "self"
            ):
                self.reads_itself = True
            self.reads[node.ref, pivot.ref] = Read(node, pivot)


def _targets(nodes: frozenset[Definition], step: Step) -> Iterable[Definition]:
    for node in nodes:
        yield from (
            each for each in _along(node, step.axis) if step.test != "name" or step.name in (each.name, "*")
        )


def _along(node: Definition, axis: str) -> Iterable[Definition]:
    gather = _AXES.get(axis)
    return gather(node) if gather is not None else ()


def _siblings(node: Definition) -> Iterable[Definition]:
    return node.parent.children.values() if node.parent is not None else ()


def _everything(node: Definition) -> Iterable[Definition]:
    return list(list(node.upwards())[-1].below())


_AXES: dict[str, Callable[[Definition], Iterable[Definition]]] = {
    "child": lambda node: node.children.values(),
    "self": lambda node: (node,),
    "parent": lambda node: (node.parent,) if node.parent is not None else (),
    "descendant": lambda node: list(node.below())[1:],
    "descendant-or-self": lambda node: list(node.below()),
    "ancestor": lambda node: list(node.upwards())[1:],
    "ancestor-or-self": lambda node: list(node.upwards()),
    "following-sibling": _siblings,
    "preceding-sibling": _siblings,
    "following": _everything,
    "preceding": _everything,
}

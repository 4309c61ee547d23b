"""Compiles location paths, step by step, with short ways for what questionnaires use most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from digiplan_desktop.forms.xpath.axes import AXES, REVERSE, node_test
from digiplan_desktop.forms.xpath.context import Context, EvaluationError, Evaluator
from digiplan_desktop.forms.xpath.nodes import ELEMENT, Node, in_document_order
from digiplan_desktop.forms.xpath.syntax import Call, Chain, Expression, Filter, Literal, Path, Step, walk
from digiplan_desktop.forms.xpath.values import boolean_of, string_of

Nodes = Callable[[Context], list[Node]]
StepRunner = Callable[[Context, list[Node]], list[Node]]


class Scope(Protocol):
    """What a form knows of the paths in an expression of one of its nodes."""

    def single(self, path: Path) -> str | None:
        """Give the reference of the one node the path can mean; None when it may be any number."""

    def anchor(self, path: Path) -> tuple[int, int] | None:
        """Give where an absolute path inside a repeat starts: (levels up from the bound node, steps used)."""


class PathCompiler:
    """Compiles paths and filters; `value` compiles the expressions inside predicates."""

    def __init__(self, value: Callable[[Expression], Evaluator], scope: Scope | None) -> None:
        self._value = value
        self._scope = scope
        self._depth = 0

    def nodes(self, path: Path) -> Nodes:
        """Compile a path to its node-set in document order."""
        single = self._single(path)
        if single is not None:
            return _single_nodes(single)
        start, skipped = self._start(path)
        runners = [self._step(step) for step in path.steps[skipped:]]
        if not runners:
            return start
        if len(runners) == 1:
            only = runners[0]
            return lambda context: only(context, start(context))
        return _walked(start, runners)

    def single_string(self, path: Path) -> Callable[[Context], str] | None:
        """Compile a path that can mean one node only straight to its text; None for any other."""
        ref = self._single(path)
        if ref is None:
            return None

        def evaluate(context: Context) -> str:
            node = context.env.singles[ref]
            return node.string() if node.live else ""

        return evaluate

    def filtered(self, expression: Filter) -> Nodes:
        """Compile a primary expression with predicates."""
        primary = self._value(expression.primary)
        predicates = [self._predicate(each) for each in expression.predicates]

        def evaluate(context: Context) -> list[Node]:
            found = primary(context)
            if not isinstance(found, list):
                raise EvaluationError("a predicate needs nodes")
            for predicate in predicates:
                found = predicate(context, found)
            return found

        return evaluate

    def _single(self, path: Path) -> str | None:
        if self._scope is None or (self._depth and not path.absolute):
            return None
        return self._scope.single(path)

    def _start(self, path: Path) -> tuple[Nodes, int]:
        if path.start is not None:
            return self._start_nodes(path.start), 0
        if not path.absolute:
            return (lambda context: [context.node]), 0
        anchor = self._scope.anchor(path) if self._scope is not None else None
        if anchor is None:
            return _root, 0
        levels, used = anchor
        return (lambda context: [_up(context.current, levels)]), used

    def _start_nodes(self, start: Expression) -> Nodes:
        value = self._value(start)

        def evaluate(context: Context) -> list[Node]:
            found = value(context)
            if not isinstance(found, list):
                raise EvaluationError("a path needs nodes to start from")
            return found

        return evaluate

    def _step(self, step: Step) -> StepRunner:
        predicates = list(step.predicates)
        indexed = self._indexed(step)
        if indexed is not None:
            runner, predicates = indexed, predicates[1:]
            return _then(runner, [self._predicate(each) for each in predicates]) if predicates else runner
        axis = _axis_runner(step)
        if not predicates:
            return _each(axis, step.axis)
        return _each(_filtered_axis(axis, [self._predicate(each) for each in predicates]), step.axis)

    def _indexed(self, step: Step) -> StepRunner | None:
        """Use a hash index for `name[column = expression]` where the expression does not look at the row."""
        column, wanted = _split_equality(step)
        if column is None or wanted is None:
            return None
        value, slow = (
            self._inner(wanted),
            _each(_filtered_axis(_axis_runner(step), [self._predicate(step.predicates[0])]), "child"),
        )
        name = step.name

        def run(context: Context, nodes: list[Node]) -> list[Node]:
            found = value(context)
            single = isinstance(found, str) or (isinstance(found, list) and len(found) == 1)
            if len(nodes) != 1 or not nodes[0].static or not single:
                return slow(context, nodes)
            return context.env.lookup(nodes[0], name, column, string_of(found))

        return run

    def _inner(self, expression: Expression) -> Evaluator:
        self._depth += 1
        value = self._value(expression)
        self._depth -= 1
        return value

    def _predicate(self, expression: Expression) -> StepRunner:
        if isinstance(expression, Literal) and isinstance(expression.value, float):
            wanted = expression.value
            return lambda _context, nodes: [node for place, node in enumerate(nodes, 1) if place == wanted]
        value = self._inner(expression)

        def keep(context: Context, nodes: list[Node]) -> list[Node]:
            context.env.spend(len(nodes))
            inner = Context(context.node, context.env, context.current)
            inner.size = len(nodes)
            kept = []
            for place, node in enumerate(nodes, 1):
                inner.node, inner.position = node, place
                found = value(inner)
                if found == place if type(found) is float else boolean_of(found):
                    kept.append(node)
            return kept

        return keep


def _root(context: Context) -> list[Node]:
    root = context.env.root
    return [context.current.root() if root is None else root]


def _up(node: Node, levels: int) -> Node:
    for _ in range(levels):
        if node.parent is None:
            raise EvaluationError("above the root")
        node = node.parent
    return node


def _single_nodes(ref: str) -> Nodes:
    def evaluate(context: Context) -> list[Node]:
        node = context.env.singles[ref]
        return [node] if node.live else []

    return evaluate


def _walked(start: Nodes, runners: list[StepRunner]) -> Nodes:
    def evaluate(context: Context) -> list[Node]:
        nodes = start(context)
        for runner in runners:
            if not nodes:
                break
            nodes = runner(context, nodes)
        return nodes

    return evaluate


def _axis_runner(step: Step) -> Callable[[Context, Node], list[Node]]:
    if step.axis == "child" and step.test == "name" and not step.prefix and step.name != "*":
        name = step.name
        return lambda _context, node: [
            child for child in node.children if child.name == name and child.live and child.kind == ELEMENT
        ]
    axis, test = AXES[step.axis], node_test(step)
    return lambda context, node: [each for each in axis(node) if test(each, context.env)]


def _filtered_axis(
    axis: Callable[[Context, Node], list[Node]], predicates: list[StepRunner]
) -> Callable[[Context, Node], list[Node]]:
    def run(context: Context, node: Node) -> list[Node]:
        nodes = axis(context, node)
        for predicate in predicates:
            nodes = predicate(context, nodes)
        return nodes

    return run


def _each(axis: Callable[[Context, Node], list[Node]], name: str) -> StepRunner:
    """Run an axis from every node; only several starts, or a reverse axis, can disturb the order."""

    def run(context: Context, nodes: list[Node]) -> list[Node]:
        if len(nodes) == 1:
            found = axis(context, nodes[0])
            context.env.spend(len(found))
            return in_document_order(found) if name in REVERSE else found
        gathered = []
        for node in nodes:
            found = axis(context, node)
            context.env.spend(len(found) + 1)
            gathered += found
        return gathered if _keeps_order(name, nodes) else in_document_order(gathered)

    return run


def _keeps_order(axis: str, nodes: list[Node]) -> bool:
    """Say whether an axis from several nodes in order gives its nodes in order: so do the children of siblings."""
    if axis in ("self", "attribute"):
        return True
    return axis == "child" and bool(nodes) and all(node.parent is nodes[0].parent for node in nodes)


def _then(runner: StepRunner, predicates: list[StepRunner]) -> StepRunner:
    def run(context: Context, nodes: list[Node]) -> list[Node]:
        found = runner(context, nodes)
        for predicate in predicates:
            found = predicate(context, found)
        return found

    return run


def _split_equality(step: Step) -> tuple[str | None, Expression | None]:
    first = step.predicates[0] if step.predicates else None
    if step.axis != "child" or step.test != "name" or step.prefix or not isinstance(first, Chain):
        return None, None
    if len(first.rest) != 1 or first.rest[0][0] != "=":
        return None, None
    for column, wanted in ((first.first, first.rest[0][1]), (first.rest[0][1], first.first)):
        name = _column(column)
        if name is not None and not _looks_at_row(wanted):
            return name, wanted
    return None, None


def _column(expression: Expression) -> str | None:
    if (
        not isinstance(expression, Path)
        or expression.absolute
        or expression.start
        or len(expression.steps) != 1
    ):
        return None
    step = expression.steps[0]
    plain = step.axis == "child" and step.test == "name" and not step.predicates and step.name != "*"
    return step.name if plain and not step.prefix else None


def _looks_at_row(expression: Expression) -> bool:
    """Say whether a value may differ from row to row: a relative path, or a function of the context."""
    for part in walk(expression):
        if isinstance(part, Path) and not part.absolute and part.start is None:
            return True
        if isinstance(part, Call) and part.name in (
            "position",
            "last",
            "name",
            "local-name",
            "random",
            "string",
            "number",
        ):
            return True
    return False

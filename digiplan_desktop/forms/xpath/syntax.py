"""The syntax tree of an expression: immutable values, each with the offset where it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A quoted text or a number."""

    value: str | float
    position: int


@dataclass(frozen=True, slots=True)
class Negation:
    """Unary minus."""

    operand: Expression
    position: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Operators of one precedence from left to right: a long sum is one chain, not a deep tree."""

    first: Expression
    rest: tuple[tuple[str, Expression], ...]
    position: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function call; the name keeps its prefix (jr:choice-name)."""

    name: str
    arguments: tuple[Expression, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Step:
    """One location step.

    Attributes:
        test: "name", "node", "text", "comment" or "processing-instruction".
        name: the local name, "*" for any; the target of a processing-instruction test.
        prefix: the namespace prefix, "" without one.
    """

    axis: str
    test: str
    prefix: str
    name: str
    predicates: tuple[Expression, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Path:
    """A location path: absolute, relative, or starting from the nodes of `start`."""

    absolute: bool
    start: Expression | None
    steps: tuple[Step, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A primary expression with predicates: (…)[1]."""

    primary: Expression
    predicates: tuple[Expression, ...]
    position: int


Expression = Literal | Negation | Chain | Call | Path | Filter


def parts(expression: Expression) -> Iterator[Expression]:
    """Give the direct sub-expressions, predicates included."""
    match expression:
        case Negation(operand=operand):
            yield operand
        case Chain(first=first, rest=rest):
            yield first
            yield from (operand for _, operand in rest)
        case Call(arguments=arguments):
            yield from arguments
        case Filter(primary=primary, predicates=predicates):
            yield primary
            yield from predicates
        case Path(start=start, steps=steps):
            if start is not None:
                yield start
            for step in steps:
                yield from step.predicates


def walk(expression: Expression) -> Iterator[Expression]:
    """Give the expression and everything inside it, outer first."""
    waiting = [expression]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(parts(found))

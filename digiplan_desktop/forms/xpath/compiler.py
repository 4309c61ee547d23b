"""Compiles a syntax tree to closures: `compile_expression(…)(context)` gives the value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.context import Context, EvaluationError, Evaluator
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.nodes import Node, in_document_order
from digiplan_desktop.forms.xpath.operators import ARITHMETIC, EQUALITY, ORDER, compare_equal, compare_order
from digiplan_desktop.forms.xpath.paths import PathCompiler, Scope
from digiplan_desktop.forms.xpath.syntax import Call, Chain, Expression, Filter, Literal, Negation, Path
from digiplan_desktop.forms.xpath.values import Value, boolean_of, number_of, string_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.function import Function, Library

Strings = Callable[[Context], str]
Numbers = Callable[[Context], float]
Booleans = Callable[[Context], bool]


def compile_expression(
    expression: Expression, library: Library, scope: Scope | None = None, *, lenient: bool = False
) -> Evaluator:
    """Give the closure of an expression; raises `XPathError` for what no data could make right.

    With `lenient` a wrong function call fails only when it is evaluated.
    """
    return Compiler(library, scope, lenient=lenient).value(expression)


class Compiler:
    """Compiles by asked-for type, so that a number is never made a text on its way."""

    def __init__(self, library: Library, scope: Scope | None = None, *, lenient: bool = False) -> None:
        self._library = library
        self._lenient = lenient
        self._paths = PathCompiler(self.value, scope)

    def value(self, expression: Expression) -> Evaluator:
        """Compile to whatever type the expression has."""
        match expression:
            case Literal(value=value):
                return lambda _context: value
            case Path():
                return self._paths.nodes(expression)
            case Call():
                return self._call(expression)
            case Chain():
                return self._chain(expression)
            case Negation(operand=operand):
                number = self.number(operand)
                return lambda context: -number(context)
            case Filter():
                return self._paths.filtered(expression)

    def string(self, expression: Expression) -> Strings:
        """Compile to a text."""
        if isinstance(expression, Path):
            single = self._paths.single_string(expression)
            if single is not None:
                return single
        value = self.value(expression)
        return lambda context: string_of(value(context))

    def number(self, expression: Expression) -> Numbers:
        """Compile to a number."""
        value = self.value(expression)

        def evaluate(context: Context) -> float:
            found = value(context)
            return found if type(found) is float else number_of(found, context.env.zone)

        return evaluate

    def boolean(self, expression: Expression) -> Booleans:
        """Compile to a boolean."""
        value = self.value(expression)

        def evaluate(context: Context) -> bool:
            found = value(context)
            return found if found is True or found is False else boolean_of(found)

        return evaluate

    def nodes(self, expression: Expression) -> Callable[[Context], list[Node]]:
        """Compile to a node-set; a literal or a sum can never be one."""
        if isinstance(expression, Literal | Negation) or _is_not_union(expression):
            raise XPathError("not_nodes", expression.position)
        value = self.value(expression)

        def evaluate(context: Context) -> list[Node]:
            found = value(context)
            if not isinstance(found, list):
                raise EvaluationError("a node-set is needed")
            return found

        return evaluate

    def _chain(self, chain: Chain) -> Evaluator:
        sign = chain.rest[0][0]
        if sign in ("or", "and"):
            return self._logic(chain, until=sign == "or")
        if sign == "|":
            return self._union(chain)
        if sign in ARITHMETIC:
            return self._arithmetic(chain)
        return self._comparison(chain)

    def _logic(self, chain: Chain, *, until: bool) -> Evaluator:
        operands = [self.boolean(operand) for operand in (chain.first, *(each for _, each in chain.rest))]

        def evaluate(context: Context) -> bool:
            return next((until for operand in operands if operand(context) is until), not until)

        return evaluate

    def _union(self, chain: Chain) -> Evaluator:
        operands = [self.nodes(operand) for operand in (chain.first, *(each for _, each in chain.rest))]
        return lambda context: in_document_order([node for operand in operands for node in operand(context)])

    def _arithmetic(self, chain: Chain) -> Evaluator:
        first = self.number(chain.first)
        rest = [(ARITHMETIC[sign], self.number(operand)) for sign, operand in chain.rest]

        def evaluate(context: Context) -> float:
            total = first(context)
            for apply, operand in rest:
                total = apply(total, operand(context))
            return total

        return evaluate

    def _comparison(self, chain: Chain) -> Evaluator:
        found = self._operand(chain.first)
        for sign, operand in chain.rest:
            found = _compared(sign, found, self._operand(operand))
        return found

    def _operand(self, expression: Expression) -> Evaluator:
        """Compile one side of a comparison: a question that can be one node only is its text, "" while irrelevant."""
        single = self._paths.single_string(expression) if isinstance(expression, Path) else None
        return single if single is not None else self.value(expression)

    def _call(self, call: Call) -> Evaluator:
        try:
            return self._checked_call(call)
        except XPathError as error:
            if not self._lenient:
                raise
            return _failing(error)

    def _checked_call(self, call: Call) -> Evaluator:
        function = self._library.get(call.name)
        if function is None:
            raise XPathError("unknown_function", call.position, call.name)
        if not function.takes(len(call.arguments)):
            raise XPathError("arity", call.position, call.name)
        return _applied(function, [self._argument(*each) for each in self._kinds(function, call)])

    def _kinds(self, function: Function, call: Call) -> list[tuple[str, Expression]]:
        return list(zip(function.kinds(len(call.arguments)), call.arguments, strict=True))

    def _argument(self, kind: str, expression: Expression) -> Callable[[Context], object]:
        compilers: dict[str, Callable[[Expression], Callable[[Context], object]]] = {
            "string": self.string,
            "number": self.number,
            "boolean": self.boolean,
            "nodes": self.nodes,
            "value": self.value,
        }
        if kind == "lazy":
            value = self.value(expression)
            return lambda _context: value
        return compilers[kind](expression)


def _failing(error: XPathError) -> Evaluator:
    """Give a closure that fails only when it is asked: behind a false guard it never is."""

    def evaluate(_context: Context) -> Value:
        raise EvaluationError(str(error))

    return evaluate


def _is_not_union(expression: Expression) -> bool:
    return isinstance(expression, Chain) and expression.rest[0][0] != "|"


def _compared(sign: str, left: Evaluator, right: Evaluator) -> Evaluator:
    if sign in EQUALITY:
        return lambda context: compare_equal(sign, left(context), right(context), context.env.zone)
    if sign not in ORDER:
        raise XPathError("syntax", 0, sign)
    return lambda context: compare_order(sign, left(context), right(context), context.env.zone)


def _applied(function: Function, arguments: list[Callable[[Context], object]]) -> Evaluator:
    call = function.call
    if function.contextual:
        return lambda context: call(context, *[argument(context) for argument in arguments])
    if len(arguments) == 1:
        only = arguments[0]
        return lambda context: call(only(context))
    if len(arguments) == 2:
        first, second = arguments
        return lambda context: call(first(context), second(context))
    return lambda context: call(*[argument(context) for argument in arguments])


__all__ = ["Compiler", "Value", "compile_expression"]

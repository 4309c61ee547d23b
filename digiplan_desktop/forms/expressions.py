"""Compiles the expressions of a form, each in the scope of its node, and gathers what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.forms.faults import Fault, Faults
from digiplan_desktop.forms.functions.library import ODK_LIBRARY
from digiplan_desktop.forms.model import Definition, Read, Rule
from digiplan_desktop.forms.scope import FormScope, ReadCollector
from digiplan_desktop.forms.xpath.compiler import compile_expression
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.syntax import Call, Expression, Literal, walk

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.context import Context, Evaluator
    from digiplan_desktop.forms.xpath.function import Function
    from digiplan_desktop.forms.xpath.values import Value


# What these say of a node decides its value or presence: they cannot wait for it.
_OWN_VALUE = frozenset(("calculate", "relevant", "readonly", "required"))


class ExpressionCompiler:
    """Compiles every expression of one form."""

    def __init__(self, root: Definition, instances: set[str], faults: Faults) -> None:
        self._root = root
        self._instances = instances
        self._faults = faults

    def rule(self, attribute: str, bound: Definition, text: str) -> Rule | None:
        """Give the rule of one attribute; None when it has a fault, which is noted."""
        tree = self._parse(attribute, bound, text)
        if tree is None:
            return None
        try:
            evaluate = compile_expression(tree, ODK_LIBRARY, FormScope(self._root, bound))
        except XPathError as error:
            self._fault(error, attribute, bound, text)
            self._find_more(tree, attribute, bound, text)
            return None
        reads = self._reads(tree, attribute, bound, text)
        return Rule(attribute, bound, text, evaluate, reads)

    def value(self, attribute: str, bound: Definition, text: str) -> tuple[Evaluator, tuple[Read, ...]]:
        """Give the closure and the reads of an expression that is no rule (an output, a choice list)."""
        rule = self.rule(attribute, bound, text)
        return (rule.evaluate, rule.reads) if rule is not None else (_nothing, ())

    def _parse(self, attribute: str, bound: Definition, text: str) -> Expression | None:
        try:
            return parse(text)
        except XPathError as error:
            self._fault(error, attribute, bound, text)
            return None

    def _fault(self, error: XPathError, attribute: str, bound: Definition, text: str) -> None:
        self._faults.add(Fault(error.code, bound.ref, attribute, text, error.position, error.text))

    def _find_more(self, tree: Expression, attribute: str, bound: Definition, text: str) -> None:
        """Look for every further unknown function and wrong number of arguments, not just the first."""
        for part in walk(tree):
            if isinstance(part, Call):
                function = ODK_LIBRARY.get(part.name)
                if function is None or not function.takes(len(part.arguments)):
                    self._fault(_call_error(part, function), attribute, bound, text)

    def _reads(self, tree: Expression, attribute: str, bound: Definition, text: str) -> tuple[Read, ...]:
        collector = ReadCollector(self._root, bound)
        collector.collect(tree, frozenset((bound,)))
        for path, step in collector.unknown:
            name = f"{step.prefix}:{step.name}" if step.prefix else step.name
            self._faults.add(Fault("unknown_reference", bound.ref, attribute, text, path.position, name))
        self._check_instances(tree, attribute, bound, text)
        if collector.reads_itself and attribute in _OWN_VALUE:
            severity = "error" if attribute == "calculate" else "warning"
            self._faults.add(Fault("self_reference", bound.ref, attribute, text, -1, bound.name, severity))
        return tuple(
            read
            for read in collector.reads.values()
            if read.definition is not bound or attribute == "choices"
        )

    def _check_instances(self, tree: Expression, attribute: str, bound: Definition, text: str) -> None:
        for part in walk(tree):
            if isinstance(part, Call) and part.name in ("instance", "pulldata") and part.arguments:
                name = part.arguments[0]
                if isinstance(name, Literal) and name.value not in self._instances:
                    fault = Fault(
                        "unknown_reference", bound.ref, attribute, text, name.position, str(name.value)
                    )
                    self._faults.add(fault)


def _call_error(call: Call, function: Function | None) -> XPathError:
    return XPathError("unknown_function" if function is None else "arity", call.position, call.name)


def _nothing(_context: Context) -> Value:
    return ""

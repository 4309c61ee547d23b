"""Conditions of a questionnaire in words: "A3 = 1 (Đang hoạt động)" for `/data/g/status = '1'`.

What cannot be put in words stands as the form writes it, with question numbers in place of its paths: a skip
instruction that is hard to read is better than one that is wrong.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from digiplan_desktop.actions.paper_phrases import phrases_of
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.syntax import Call, Chain, Expression, Literal, Negation, Path
from digiplan_desktop.text import format_date, format_number

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Definition

_SIGNS = {"=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_OPPOSITES = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_ARITHMETIC = {"+": "+", "-": "−", "*": "×", "div": "÷", "mod": "mod"}
_REFERENCE = re.compile(r"\s?(/[\w.-]+(?:/[\w.-]+)+)\s?")
_LONGEST_CALCULATION = 90
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# A condition that is part of an "or" over one question: what comes before the value, and the value.
Atom = tuple[str, str]


class Unreadable(Exception):
    """An expression that has no words."""


class Names(Protocol):
    """How the printed form names questions and answers."""

    def number(self, definition: Definition) -> str:
        """Give the number of a question, "" for what is not asked."""

    def value_label(self, definition: Definition, value: str) -> str:
        """Give the words of a value of a question with choices, "" for others."""


class Conditions:
    """Words for the expressions of one form.

    Attributes:
        phrases: the words of the language.
    """

    def __init__(self, root: Definition, names: Names, language: str) -> None:
        self._root = root
        self._names = names
        self._language = language
        self.phrases = phrases_of(language)

    def skip(self, text: str, definition: Definition) -> str:
        """Give the instruction for a `relevant` expression; "" when the question is always asked."""
        plain = text.replace(" ", "")
        if plain in {"", "true()"}:
            return ""
        if plain == "false()":
            return self.phrases.never
        return self.phrases.skip.format(condition=self.words(text, definition))

    def words(self, text: str, definition: Definition) -> str:
        """Give an expression of a definition in words."""
        try:
            return _Wording(self, definition).expression(parse(text))
        except (Unreadable, XPathError):
            return " ".join(_REFERENCE.sub(lambda found: f" {self._named(found[1])} ", text).split())

    def _named(self, ref: str) -> str:
        found: Definition | None = self._root
        for name in ref.split("/")[2:]:
            found = found.children.get(name) if found is not None else None
        return ref if found is None else self.name(found)

    def name(self, definition: Definition, *, explained: bool = False) -> str:
        """Give the number of a question, or the name of a calculated value and how it is calculated."""
        number = self._names.number(definition)
        if number:
            # "1 > 5" would read as two numbers.
            return self.phrases.question.format(number=number) if number.isdigit() else number
        name = self.phrases.calculated.format(name=definition.name)
        calculation = self._calculation(definition) if explained else ""
        return f"{name} (= {calculation})" if calculation else name

    def _calculation(self, definition: Definition) -> str:
        try:
            tree = parse(definition.bind.expressions.get("calculate", ""))
            words = _Wording(self, definition, explains=False).expression(tree)
        except (Unreadable, XPathError):
            return ""
        return words if len(words) <= _LONGEST_CALCULATION else ""

    def find(self, path: Path, bound: Definition) -> Definition:
        """Give the definition a path leads to; raises Unreadable."""
        if path.start is not None and not (isinstance(path.start, Call) and path.start.name == "current"):
            raise Unreadable
        steps = path.steps
        found: Definition | None = bound
        if path.absolute:
            found, steps = self._root, steps[1:]
        for step in steps:
            if found is None or step.predicates:
                raise Unreadable
            moves = {"parent": found.parent, "self": found}
            found = moves[step.axis] if step.axis in moves else found.children.get(step.name)
        if found is None:
            raise Unreadable
        return found

    def value(self, literal: Literal, definition: Definition | None) -> str:
        """Give a value as a person reads it, with its label when the question has choices."""
        if isinstance(literal.value, float):
            decimals = 0 if literal.value.is_integer() else len(repr(literal.value).partition(".")[2])
            text = format_number(literal.value, decimals, self._language)
            code = repr(literal.value).removesuffix(".0")
        else:
            text = code = literal.value
            if _DAY.fullmatch(text):
                return format_date(date.fromisoformat(text), self._language)
        label = self._names.value_label(definition, code) if definition is not None else ""
        return f"{code} ({label})" if label else text


class _Wording:
    """The wording of one expression; `bound` is the question it belongs to."""

    def __init__(self, conditions: Conditions, bound: Definition, *, explains: bool = True) -> None:
        self._conditions = conditions
        self._explains = explains
        self._bound = bound
        self._phrases = conditions.phrases

    def expression(self, node: Expression) -> str:
        """Give any expression in words; raises Unreadable."""
        match node:
            case Literal():
                words = self._conditions.value(node, None)
            case Negation(operand=operand):
                words = f"−{self.expression(operand)}"
            case Path():
                found = self._conditions.find(node, self._bound)
                words = self._conditions.name(found, explained=self._explains)
            case Chain():
                words = self._chain(node)
            case Call():
                words = self._call(node)
            case _:
                raise Unreadable
        return words

    def _chain(self, node: Chain) -> str:
        sign = node.rest[0][0]
        if sign in {"and", "or"}:
            return self._logic(node)
        return " ".join(self._comparison(node, sign)).rstrip() if sign in _SIGNS else self._arithmetic(node)

    def _logic(self, node: Chain) -> str:
        """Join conditions; those that ask the same of one question are told once with all their values."""
        operands = [node.first, *(operand for _, operand in node.rest)]
        if node.rest[0][0] == "and":
            return self._phrases.conjunction.join(map(self._inner, operands))
        told = []
        for head, members in groupby(map(self._atom, operands), key=lambda atom: atom[0]):
            values = self._phrases.disjunction.join(value for _, value in members)
            told.append(f"{head} {values}".strip())
        return self._phrases.disjunction.join(told)

    def _inner(self, node: Expression) -> str:
        words = self.expression(node)
        return f"({words})" if isinstance(node, Chain) and node.rest[0][0] in {"and", "or"} else words

    def _atom(self, node: Expression) -> Atom:
        if isinstance(node, Chain) and node.rest[0][0] == "=":
            return self._comparison(node, "=")
        if isinstance(node, Call) and node.name == "selected":
            return self._selected(node, self._phrases.chosen)
        return "", self._inner(node)

    def _comparison(self, node: Chain, sign: str) -> Atom:
        if len(node.rest) > 1:
            raise Unreadable
        left, right = node.first, node.rest[0][1]
        if isinstance(left, Literal) and not isinstance(right, Literal):
            left, right, sign = right, left, _MIRRORED[sign]
        if isinstance(right, Literal) and right.value == "" and sign in {"=", "!="}:
            phrase = self._phrases.empty if sign == "=" else self._phrases.answered
            return phrase.format(value=self.expression(left)), ""
        about = self._conditions.find(left, self._bound) if isinstance(left, Path) else None
        value = self._conditions.value(right, about) if isinstance(right, Literal) else self._operand(right)
        return f"{self._operand(left)} {_SIGNS[sign]}", value

    def _operand(self, node: Expression) -> str:
        words = self.expression(node)
        return f"({words})" if isinstance(node, Chain) and node.rest[0][0] not in _ARITHMETIC else words

    def _arithmetic(self, node: Chain) -> str:
        parts = [self._factor(node.first)]
        for sign, operand in node.rest:
            if sign not in _ARITHMETIC:
                raise Unreadable
            parts += [_ARITHMETIC[sign], self._factor(operand)]
        return " ".join(parts)

    def _factor(self, node: Expression) -> str:
        words = self.expression(node)
        return f"({words})" if isinstance(node, Chain) else words

    # Functions

    def _call(self, node: Call) -> str:
        if node.name == "not" and len(node.arguments) == 1:
            return self._negated(node.arguments[0])
        if node.name == "selected":
            return " ".join(self._selected(node, self._phrases.chosen))
        pattern = self._phrases.functions.get(node.name)
        words = [self.expression(argument) for argument in node.arguments]
        if pattern is None or pattern.count("{") > len(words):
            raise Unreadable
        return pattern.format(*words)

    def _selected(self, node: Call, phrase: str) -> Atom:
        match node.arguments:
            case [Path() as path, Literal() as literal]:
                about = self._conditions.find(path, self._bound)
                return phrase.format(value=self._conditions.name(about)), self._conditions.value(
                    literal, about
                )
        raise Unreadable

    def _negated(self, node: Expression) -> str:
        if isinstance(node, Call) and node.name == "selected":
            return " ".join(self._selected(node, self._phrases.not_chosen))
        if isinstance(node, Chain) and len(node.rest) == 1 and node.rest[0][0] in _OPPOSITES:
            return " ".join(self._comparison(node, _OPPOSITES[node.rest[0][0]]))
        return self._phrases.negation.format(condition=self.expression(node))

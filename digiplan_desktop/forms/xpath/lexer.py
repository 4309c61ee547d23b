"""Cuts an XPath expression into tokens, by the disambiguation rules of XPath 1.0 §3.7."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_LENGTH = 200_000


class XPathError(Exception):
    """An expression that cannot be compiled: a code, the offset of the place, and the piece that is wrong.

    Codes: "syntax", "unknown_function", "arity", "too_deep", "unknown_variable".
    """

    def __init__(self, code: str, position: int, text: str = "") -> None:
        super().__init__(f"{code} at {position}: {text}")
        self.code = code
        self.position = position
        self.text = text


@dataclass(frozen=True, slots=True)
class Token:
    """One token: kind is number, literal, name, operator, axis, function, variable, end or the mark itself."""

    kind: str
    text: str
    position: int


_BLANK = re.compile(r"[ \t\r\n\u00a0]*")
_NUMBER = re.compile(r"\d+(\.\d*)?|\.\d+")
_LITERAL = re.compile(r'"[^"]*"|\'[^\']*\'')
_NAME = re.compile(r"[^\W\d][\w.\-\u00b7]*(:(?!:)(\*|[^\W\d][\w.\-\u00b7]*))?")
_MARK = re.compile(r"//|::|\.\.|!=|<=|>=|[()\[\]@,/|+\-=<>*.$]")
_WORD_OPERATOR = re.compile(r"(and|or|div|mod)(?![^\W\d])")
_OPERATORS = frozenset(("|", "+", "-", "=", "!=", "<", "<=", ">", ">="))
# After one of these (or at the start) a name or a star is an operand, never an operator.
_BEFORE_OPERAND = frozenset(("@", "::", "(", "[", ",", "/", "//", "operator", "axis"))


def tokenise(expression: str) -> list[Token]:
    """Give the tokens of an expression, closed by one of kind "end"; raises `XPathError`."""
    if len(expression) > MAX_LENGTH:
        raise XPathError("too_deep", 0, expression[:40])
    tokens: list[Token] = []
    position = _skip_blanks(expression, 0)
    while position < len(expression):
        token = _next_token(expression, position, tokens[-1] if tokens else None)
        tokens.append(token)
        position = _skip_blanks(expression, position + len(token.text))
    tokens.append(Token("end", "", len(expression)))
    return tokens


def _skip_blanks(expression: str, position: int) -> int:
    match = _BLANK.match(expression, position)
    return match.end() if match else position


def _next_token(expression: str, position: int, before: Token | None) -> Token:
    operand_expected = before is None or before.kind in _BEFORE_OPERAND
    if not operand_expected:
        word = _WORD_OPERATOR.match(expression, position)
        if word:
            return Token("operator", word.group(), position)
    for kind, pattern in (("number", _NUMBER), ("literal", _LITERAL), ("name", _NAME)):
        match = pattern.match(expression, position)
        if match:
            return (
                _classify_name(expression, match) if kind == "name" else Token(kind, match.group(), position)
            )
    return _mark(expression, position, operand_expected=operand_expected)


def _mark(expression: str, position: int, *, operand_expected: bool) -> Token:
    match = _MARK.match(expression, position)
    if match is None:
        raise XPathError("syntax", position, expression[position : position + 20])
    text = match.group()
    if text == "*":
        return Token("name" if operand_expected else "operator", text, position)
    return Token("operator" if text in _OPERATORS else text, text, position)


def _classify_name(expression: str, match: re.Match[str]) -> Token:
    text, start = match.group(), match.start()
    after = _skip_blanks(expression, match.end())
    if expression.startswith("(", after):
        return Token("function", text, start)
    if expression.startswith("::", after):
        return Token("axis", text, start)
    return Token("name", text, start)

"""Parses XPath 1.0 into the values of `syntax.py`: operator precedence by table, the rest by descent."""

from __future__ import annotations

from functools import lru_cache

from digiplan_desktop.forms.xpath.lexer import Token, XPathError, tokenise
from digiplan_desktop.forms.xpath.syntax import Call, Chain, Expression, Filter, Literal, Negation, Path, Step

# A questionnaire nests a dozen deep; beyond this the text is an attack or a mistake.
MAX_DEPTH = 90

_LEVELS = (
    frozenset(("or",)),
    frozenset(("and",)),
    frozenset(("=", "!=")),
    frozenset(("<", "<=", ">", ">=")),
    frozenset(("+", "-")),
    frozenset(("*", "div", "mod")),
)
_NODE_TESTS = frozenset(("node", "text", "comment", "processing-instruction"))
AXES = frozenset(
    (
        "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
        "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
    )
)  # fmt: skip
_STEP_STARTS = frozenset(("name", "axis", "@", ".", ".."))


@lru_cache(maxsize=8192)
def parse(expression: str) -> Expression:
    """Give the syntax tree; raises `XPathError` with the offset of the first token that does not fit.

    Trees never change, so that the checks of a cell and the compilation of its form share one.
    """
    return _Parser(tokenise(expression)).whole()


def _grouped(operands: list[Expression], signs: list[str]) -> Expression:
    """Group a flat row of operands by precedence, tightest first: no recursion, however long the row."""
    for level in reversed(_LEVELS):
        if not level.isdisjoint(signs):
            operands, signs = _group_level(operands, signs, level)
    return operands[0]


def _group_level(
    operands: list[Expression], signs: list[str], level: frozenset[str]
) -> tuple[list[Expression], list[str]]:
    """Make one chain of every run of operands whose operators are of the level."""
    kept, left = [operands[0]], []
    run: list[tuple[str, Expression]] = []
    for sign, operand in [*zip(signs, operands[1:], strict=True), ("", operands[0])]:
        if sign in level:
            run.append((sign, operand))
            continue
        if run:
            kept[-1] = Chain(kept[-1], tuple(run), kept[-1].position)
            run = []
        if sign:
            left.append(sign)
            kept.append(operand)
    return kept, left


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._index]

    def whole(self) -> Expression:
        found = self._expression()
        if self._token.kind != "end":
            raise self._wrong()
        return found

    def _wrong(self) -> XPathError:
        return XPathError("syntax", self._token.position, self._token.text)

    def _take(self, kind: str) -> Token:
        token = self._token
        if token.kind != kind:
            raise self._wrong()
        self._index += 1
        return token

    def _accept(self, kind: str, text: str = "") -> bool:
        token = self._token
        if token.kind != kind or (text and token.text != text):
            return False
        self._index += 1
        return True

    def _expression(self) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise XPathError("too_deep", self._token.position, self._token.text)
        operands = [self._unary()]
        signs: list[str] = []
        while self._token.kind == "operator" and self._token.text != "|":
            signs.append(self._take("operator").text)
            operands.append(self._unary())
        self._depth -= 1
        return _grouped(operands, signs)

    def _unary(self) -> Expression:
        start = self._token.position
        negative = signs = 0
        while self._accept("operator", "-"):
            signs += 1
            negative ^= 1
        operand = self._union()
        if not signs:
            return operand
        return Negation(operand if negative else Negation(operand, start), start)

    def _union(self) -> Expression:
        start = self._token.position
        first = self._path()
        rest = []
        while self._accept("operator", "|"):
            rest.append(("|", self._path()))
        return Chain(first, tuple(rest), start) if rest else first

    def _path(self) -> Expression:
        start = self._token.position
        if self._token.kind in ("/", "//"):
            return self._absolute(start)
        if self._token.kind in _STEP_STARTS or self._is_node_test():
            return Path(absolute=False, start=None, steps=tuple(self._relative()), position=start)
        primary = self._primary()
        predicates = self._predicates()
        if predicates:
            primary = Filter(primary, predicates, start)
        if self._token.kind not in ("/", "//"):
            return primary
        steps = self._slash() + self._relative()
        return Path(absolute=False, start=primary, steps=tuple(steps), position=start)

    def _absolute(self, start: int) -> Path:
        double = self._token.kind == "//"
        steps = self._slash()
        if double or self._token.kind in _STEP_STARTS or self._is_node_test():
            steps += self._relative()
        return Path(absolute=True, start=None, steps=tuple(steps), position=start)

    def _slash(self) -> list[Step]:
        """Take "/" or "//"; the latter stands for a descendant-or-self step."""
        position = self._token.position
        if self._accept("//"):
            return [Step("descendant-or-self", "node", "", "", (), position)]
        self._take("/")
        return []

    def _relative(self) -> list[Step]:
        steps = [self._step()]
        while self._token.kind in ("/", "//"):
            steps += self._slash()
            steps.append(self._step())
        return steps

    def _step(self) -> Step:
        position = self._token.position
        if self._accept("."):
            return Step("self", "node", "", "", self._predicates(), position)
        if self._accept(".."):
            return Step("parent", "node", "", "", self._predicates(), position)
        axis = self._axis()
        test, prefix, name = self._node_test()
        return Step(axis, test, prefix, name, self._predicates(), position)

    def _axis(self) -> str:
        if self._accept("@"):
            return "attribute"
        if self._token.kind != "axis":
            return "child"
        token = self._take("axis")
        if token.text not in AXES:
            raise XPathError("syntax", token.position, token.text)
        self._take("::")
        return token.text

    def _is_node_test(self) -> bool:
        return self._token.kind == "function" and self._token.text in _NODE_TESTS

    def _node_test(self) -> tuple[str, str, str]:
        if self._is_node_test():
            test = self._take("function").text
            self._take("(")
            target = self._take("literal").text[1:-1] if self._token.kind == "literal" else ""
            self._take(")")
            return test, "", target
        prefix, _, name = self._take("name").text.rpartition(":")
        return "name", prefix, name

    def _predicates(self) -> tuple[Expression, ...]:
        found = []
        while self._accept("["):
            found.append(self._expression())
            self._take("]")
        return tuple(found)

    def _primary(self) -> Expression:
        token = self._token
        if self._accept("("):
            inner = self._expression()
            self._take(")")
            return inner
        if self._accept("literal"):
            return Literal(token.text[1:-1], token.position)
        if self._accept("number"):
            return Literal(float(token.text), token.position)
        if self._accept("$"):
            raise XPathError("unknown_variable", token.position, "$" + self._token.text)
        return self._call()

    def _call(self) -> Call:
        name = self._take("function")
        self._take("(")
        arguments = []
        if self._token.kind != ")":
            arguments.append(self._expression())
            while self._accept(","):
                arguments.append(self._expression())
        self._take(")")
        return Call(name.text, tuple(arguments), name.position)

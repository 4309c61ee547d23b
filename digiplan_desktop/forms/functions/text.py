"""Functions on texts (XPath 1.0 §4.2, ODK XForms §8)."""

from __future__ import annotations

import base64
import binascii
import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from digiplan_desktop.forms.functions.patterns import Pattern, bounded_pattern
from digiplan_desktop.forms.xpath.context import EvaluationError
from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.values import Value, string_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.forms.xpath.context import Context
    from digiplan_desktop.forms.xpath.nodes import Node

MAX_TEXT = 1_000_000


def flatten(values: tuple[Value, ...]) -> list[str]:
    """Give the texts of values, every node of a node-set by itself."""
    texts: list[str] = []
    for value in values:
        texts += [node.string() for node in value] if isinstance(value, list) else [string_of(value)]
    return texts


def _concat(*values: Value) -> str:
    return _bounded("", flatten(values))


def _join(separator: str, *values: Value) -> str:
    return _bounded(separator, flatten(values))


def _plain_concat(*texts: str) -> str:
    return _bounded("", texts)


def _bounded(separator: str, texts: Sequence[str]) -> str:
    """Join texts; calculations that double each other's text would fill any memory."""
    if sum(map(len, texts)) + len(separator) * len(texts) > MAX_TEXT:
        raise EvaluationError("too long a text")
    return separator.join(texts)


def _string(context: Context, value: Value | None = None) -> str:
    return context.node.string() if value is None else string_of(value)


def _string_length(context: Context, value: Value | None = None) -> float:
    return float(len(_string(context, value)))


def _normalize_space(context: Context, value: Value | None = None) -> str:
    return " ".join(re.split(r"[ \t\r\n]+", _string(context, value).strip(" \t\r\n")))


def _starts_with(text: str, start: str) -> bool:
    return text.startswith(start)


def _ends_with(text: str, end: str) -> bool:
    return text.endswith(end)


def _contains(text: str, part: str) -> bool:
    return part in text


def _substring_before(text: str, mark: str) -> str:
    return text.partition(mark)[0] if mark and mark in text else ""


def _substring_after(text: str, mark: str) -> str:
    return text[text.index(mark) + len(mark) :] if mark in text else ""


def _round_half_up(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else math.floor(number + 0.5)


def _substring(text: str, start: float, length: float | None = None) -> str:
    """Cut by 1-based positions; non-integers are rounded and the ends may lie outside (XPath 1.0 §4.2)."""
    first = _round_half_up(start)
    end = math.inf if length is None else first + _round_half_up(length)
    return "".join(char for place, char in enumerate(text, 1) if first <= place < end)


def _substr(text: str, start: float, end: float = math.inf) -> str:
    """Cut by 0-based offsets, the end excluded; negative ones count from the end (ODK)."""
    return text[_offset(start, len(text)) : _offset(end, len(text))]


def _offset(number: float, length: int) -> int:
    if math.isnan(number):
        return 0
    if math.isinf(number):
        return length if number > 0 else 0
    whole = int(number)
    return max(0, length + whole) if whole < 0 else min(whole, length)


def _translate(text: str, old: str, new: str) -> str:
    table: dict[int, str | None] = {}
    for place, char in enumerate(old):
        table.setdefault(ord(char), new[place] if place < len(new) else None)
    return text.translate(table)


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> Pattern | None:
    return bounded_pattern(pattern)


def _regex(text: str, pattern: str) -> bool:
    """Say whether the pattern is found; a pattern that is not allowed matches nothing."""
    compiled = _pattern(pattern)
    return bool(compiled and compiled.search(text))


def _base64_decode(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _itext(context: Context, text_id: str) -> str:
    return context.env.itext(text_id)


def _count_non_empty(nodes: list[Node]) -> float:
    return float(sum(1 for node in nodes if node.string()))


CORE = (
    Function("string", _string, "value?", contextual=True),
    Function("concat", _plain_concat, "string string string*"),
    Function("starts-with", _starts_with, "string string"),
    Function("contains", _contains, "string string"),
    Function("substring-before", _substring_before, "string string"),
    Function("substring-after", _substring_after, "string string"),
    Function("substring", _substring, "string number number?"),
    Function("string-length", _string_length, "value?", contextual=True),
    Function("normalize-space", _normalize_space, "value?", contextual=True),
    Function("translate", _translate, "string string string"),
)
FUNCTIONS = (
    Function("concat", _concat, "value*"),
    Function("join", _join, "string value*"),
    Function("ends-with", _ends_with, "string string"),
    Function("substr", _substr, "string number number?"),
    Function("regex", _regex, "string string"),
    Function("base64-decode", _base64_decode, "string"),
    Function("jr:itext", _itext, "string", contextual=True),
    Function("count-non-empty", _count_non_empty, "nodes"),
)

"""Markdown in labels (the part that XLSForm knows): as plain words, and as a few harmless tags of rich text."""

from __future__ import annotations

import html
import re
from functools import lru_cache

MAX_LENGTH = 20_000
_MARKS = re.compile(r"[*_#\[<\\]")
_TAG = re.compile(
    r"</?(?:span|p|div|b|i|u|em|strong|font|center|small|big|sub|sup|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|(?<!\w)__)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?!_)")
_EMPHASIS = re.compile(
    r"(?:\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*|(?<!\w)_(?=\S)([^_\n]{1,2000}?)(?<=\S)_(?!\w))"
)
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(([^()\s]{1,500})\)")
_ESCAPED = re.compile(r"\\([\\*_#\[\]<>])")
# Where an escaped mark waits until all others are read: characters that nobody types.
_HIDDEN = {mark: chr(0xE000 + place) for place, mark in enumerate("\\*_#[]<>")}
_SHOWN = str.maketrans({hidden: mark for mark, hidden in _HIDDEN.items()})


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """Give the words of a label without their markup; a link keeps its address in brackets."""
    if len(text) > MAX_LENGTH or not _MARKS.search(text):
        return text
    text = _TAG.sub("", _BREAK.sub("\n", _hide(text)))
    text = _HEADING.sub(r"\1", _LINK.sub(r"\1 (\2)", text))
    text = _EMPHASIS.sub(lambda match: match.group(1) or match.group(2), _STRONG.sub(r"\2", text))
    return text.translate(_SHOWN)


@lru_cache(maxsize=4096)
def rich_text(text: str) -> str:
    """Give a label as rich text of b, i and br only; "" when it has no markup and plain text says it all."""
    if plain_text(text) == text:
        return ""
    text = html.escape(_TAG.sub("", _BREAK.sub("\n", _hide(text))), quote=False)
    text = _HEADING.sub(r"<b>\1</b>", _LINK.sub(r"\1 (\2)", text))
    text = _STRONG.sub(r"<b>\2</b>", text)
    text = _EMPHASIS.sub(lambda match: f"<i>{match.group(1) or match.group(2)}</i>", text)
    for mark, hidden in _HIDDEN.items():
        text = text.replace(hidden, html.escape(mark, quote=False))
    return text.replace("\n", "<br>")


def _hide(text: str) -> str:
    return _ESCAPED.sub(lambda match: _HIDDEN[match.group(1)], text)

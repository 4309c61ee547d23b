"""Text files with delimiters as offices have them: any of the usual encodings, ; or , or tab."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE_LINES = 50
_COMBINING = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKED_VOWEL = re.compile("[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][\u0300\u0301\u0303\u0309\u0323]")


def decode(content: bytes) -> str:
    """Give the text of a file in UTF-8, UTF-16, Windows-1258 or, failing these, Windows-1252.

    Old Vietnamese encodings (TCVN3, VNI) arrive here as Windows-1252 and are told apart later, by column.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:1000]:
        return _decode_wide(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_single_byte(content)


def _decode_wide(content: bytes) -> str:
    little = content[1::2].count(0) > content[0::2].count(0)
    return content.decode("utf-16-le" if little else "utf-16-be", "replace")


def _decode_single_byte(content: bytes) -> str:
    vietnamese = content.decode("cp1258", "replace")
    marks = len(_COMBINING.findall(vietnamese))
    well_placed = len(_MARKED_VOWEL.findall(vietnamese))
    if marks and well_placed >= 0.95 * marks:
        return unicodedata.normalize("NFC", vietnamese)
    return content.decode("cp1252", "replace")


def find_delimiter(text: str) -> str:
    """Give the delimiter that cuts most of the first lines into the same number of fields."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE_LINES]
    best = max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))
    return best if _evenness(lines, best) else ","


def _evenness(lines: list[str], delimiter: str) -> int:
    counts = Counter(_outside_quotes(line).count(delimiter) for line in lines)
    counts.pop(0, None)
    return max((lines_of * width for width, lines_of in counts.items()), default=0)


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def read_rows(text: str) -> Iterator[list[str]]:
    """Give the rows of a text with delimiters; a first line "sep=;" names the delimiter, as Excel has it."""
    named = re.match(r"sep=(.)\r?\n", text)
    delimiter = named[1] if named else find_delimiter(text)
    body = text[named.end() :] if named else text
    if named:
        yield [""]
    csv.field_size_limit(1_000_000)
    # A stray quote inside a name ('Công ty "ABC') must not swallow the rest of the file: see `_balanced`.
    lines = body.splitlines(keepends=True)
    if _balanced(body, delimiter):
        yield from csv.reader(lines, delimiter=delimiter)
    else:
        yield from csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _balanced(text: str, delimiter: str) -> bool:
    """Say whether quotes open at a field's start and close at its end throughout."""
    edge = re.escape(delimiter)
    opened = len(re.findall(rf'(?:^|{edge})"', text, re.MULTILINE))
    return opened > 0 and text.count('"') % 2 == 0

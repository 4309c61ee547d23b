"""Search in enterprises, blind to case and diacritics: every word typed begins some word of name, codes or address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, select, text

from digiplan_desktop.store import tables
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Up to this many hits the index gives them all and they are sorted; beyond, they stand so dense in the list that
# walking it in order finds a page sooner.
SPARSE = 5_000
_NO_DIGIT = re.compile(r"\D+")


def search_words(name: str, tax_code: str, phone: str, address: str) -> str:
    """Give the folded words under which an enterprise is found, each after one blank."""
    parts = (fold(name), fold(tax_code), *_numbers(tax_code, phone), fold(address))
    return "".join(f" {part}" for part in parts if part)


def _numbers(tax_code: str, phone: str) -> Iterable[str]:
    yield _NO_DIGIT.sub("", tax_code) if "-" in tax_code else ""
    digits = _NO_DIGIT.sub("", phone)
    yield digits
    yield "0" + digits[2:] if digits.startswith("84") else ""


def typed_words(typed: str) -> tuple[str, ...]:
    """Give the words to find; a number typed in groups is one word."""
    words = fold(typed).split()
    if words and all(word.isdigit() for word in words):
        return ("".join(words),)
    return tuple(words)


def found(connection: Connection, words: tuple[str, ...]) -> ColumnElement[bool]:
    """Give the condition on table `enterprise` that every word is found, in its faster form."""
    if count_found(connection, words, most=SPARSE + 1) > SPARSE:
        return and_(*(func.instr(tables.enterprise.c.words, f" {word}") > 0 for word in words))
    rows: Select[tuple[int]] = (
        select(literal_column("rowid"))
        .select_from(text("enterprise_search"))
        .where(text("enterprise_search MATCH :phrase").bindparams(phrase=_phrase(words)))
    )
    return tables.enterprise.c.nr.in_(rows)


def count_found(connection: Connection, words: tuple[str, ...], most: int = -1) -> int:
    """Give in how many enterprises every word is found, counting no further than `most` unless it is negative."""
    hits = "SELECT count(*) FROM (SELECT 1 FROM enterprise_search WHERE enterprise_search MATCH ? LIMIT ?)"
    count: int = connection.exec_driver_sql(hits, (_phrase(words), most)).scalar_one()
    return count


def _phrase(words: tuple[str, ...]) -> str:
    return " ".join(f'"{word}"*' for word in words)


def index_words(connection: Connection, records: Iterable[str]) -> None:
    """Bring the index up to date for these records of table `enterprise`."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO enterprise_search (rowid, words) SELECT nr, words FROM enterprise WHERE rec = ?",
        [(record,) for record in records],
    )


def drop_words(connection: Connection, records: Iterable[str]) -> None:
    """Take these records out of the index, before they leave table `enterprise`."""
    connection.exec_driver_sql(
        "DELETE FROM enterprise_search WHERE rowid = (SELECT nr FROM enterprise WHERE rec = ?)",
        [(record,) for record in records],
    )

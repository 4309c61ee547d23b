"""Vietnamese text: normal form, folding for search, order, numbers and dates."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

# đ and ƀ carry a stroke, not a combining mark: NFD leaves them whole.
_STROKES = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ƀ": "b", "Ƀ": "b"})
_NOT_WORD = re.compile(r"[^0-9a-z]+")
# An apostrophe stands inside one syllable (M'Đrắk), so it must not split it.
_APOSTROPHES = re.compile("['\u2019\u2018`\u00b4\u02bc]")
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LETTERS = {letter: index for index, letter in enumerate("aăâbƀcdđeĕêfghiĭjklmnoŏôơpqrstuŭưvwxyz")}


def normalise(text: str) -> str:
    """Give the text in NFC, without outer blanks and with inner runs of blanks as one."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Give the text as a searcher types it: no case, no diacritics, đ as d, words apart by one blank."""
    bare = unicodedata.normalize("NFD", text.translate(_STROKES).lower())
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", bare)).strip()


def sort_key(text: str) -> str:
    """Give a key whose plain order is the Vietnamese order (CLDR `vi`): letters first, then tones.

    Apostrophes are left out of account, so that M'Đrắk and M’Đrắk stand together.
    """
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFC", _APOSTROPHES.sub("", text)).lower():
        letter, tone = _split_tone(char)
        letters.append(_letter_key(letter))
        tones.append(str(tone))
    return "".join(letters) + "\u0001" + "".join(tones)


@lru_cache(maxsize=1024)
def _split_tone(char: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)), tone


@lru_cache(maxsize=1024)
def _letter_key(letter: str) -> str:
    if letter in _LETTERS:
        return chr(0x100 + _LETTERS[letter])
    if letter.isdigit():
        return chr(0x40 + int(letter))
    return " " if letter.isspace() else "!" + letter


def format_number(value: float | Decimal, decimals: int = 0, language: str = "vi") -> str:
    """Give a number as people of that language write it: 1.234,5 in `vi`, 1,234.5 in `en`; halves go up."""
    from decimal import ROUND_HALF_UP, Decimal

    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    english = f"{rounded:,.{decimals}f}"
    if language != "vi":
        return english
    return english.translate(str.maketrans(",.", ".,"))


def format_date(day: date, language: str = "vi") -> str:
    """Give a day as 14/06/2026 in `vi` and 14 Jun 2026 in `en`."""
    if language == "vi":
        return f"{day.day:02}/{day.month:02}/{day.year}"
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}"

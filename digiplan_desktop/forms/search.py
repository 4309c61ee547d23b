"""Finds choices as people type them: without diacritics, any part of a word's beginning first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Choice


@lru_cache(maxsize=32)
def _folded(choices: tuple[Choice, ...]) -> tuple[str, ...]:
    return tuple(fold(f"{choice.label} {choice.value}") for choice in choices)


def search_choices(choices: tuple[Choice, ...], search: str, limit: int) -> tuple[Choice, ...]:
    """Give at most `limit` choices that hold every word of the search; those beginning with it come first."""
    wanted = fold(search)
    if not wanted:
        return choices[:limit]
    words = wanted.split()
    hits = [
        (not folded.startswith(wanted), place)
        for place, folded in enumerate(_folded(choices))
        if all(word in folded for word in words)
    ]
    return tuple(choices[place] for _, place in sorted(hits)[:limit])

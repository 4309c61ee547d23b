"""Checks that every text of the author's sheets stands in every language of the form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem

if TYPE_CHECKING:
    from digiplan_desktop.forms.workbook import Source

_TEXTS = frozenset(
    (
        "label", "hint", "guidance_hint", "constraint_message", "constraint message", "required_message", "image",
        "big-image", "audio", "video",
    )
)  # fmt: skip
_PYXFORM_WORDS = re.compile(r"is missing the (survey|choices) .*columns?\b")
_SHEETS = ("survey", "choices")


def check_translations(source: Source) -> list[Problem]:
    """Give the columns and cells that are missing in a language which the form has elsewhere."""
    columns = {sheet: _text_columns(source.columns.get(sheet, [])) for sheet in _SHEETS}
    languages = list(dict.fromkeys(language for each in columns.values() for _, language in each if language))
    problems = []
    for sheet, found in columns.items():
        for kind in dict.fromkeys(kind for kind, language in found if language):
            problems += _check_text(source, sheet, kind, languages)
    return problems


def in_words_of_ours(problems: list[Problem], missing: list[Problem]) -> list[Problem]:
    """Join the problems, without pyxform's own words for a missing language: they name no place."""
    told = [each for each in problems if not (each.code == "text" and _PYXFORM_WORDS.search(each.text))]
    return told + missing


def _text_columns(columns: list[str]) -> dict[tuple[str, str], str]:
    """Give the columns that hold texts, by kind and language ("" for none)."""
    found = {}
    for column in columns:
        parts = [part.strip() for part in column.removeprefix("media::").split("::")]
        if parts[0].lower() in _TEXTS and len(parts) <= 2:
            found[parts[0].lower(), parts[1] if len(parts) > 1 else ""] = column
    return found


def _check_text(source: Source, sheet: str, kind: str, languages: list[str]) -> list[Problem]:
    columns = _text_columns(source.columns[sheet])
    missing = [language for language in languages if (kind, language) not in columns]
    problems = [
        Problem("warning", "language_missing", sheet, 1, f"{kind}::{language}", language)
        for language in missing
    ]
    present = {language: columns[kind, language] for language in languages if language not in missing}
    for row in source.rows(sheet):
        text = next((row.cells[column] for column in present.values() if row.cells.get(column)), "")
        if text:
            problems += [
                Problem("warning", "text_untranslated", sheet, row.number, column, text)
                for column in present.values()
                if not row.cells.get(column)
            ]
    return problems

"""Every error that a user can meet is worded, in both languages, with its facts in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from digiplan_desktop import errors
from digiplan_desktop.ui.language import install_language
from digiplan_desktop.ui.messages import text_of

# By the type as `errors` writes it.
EXAMPLES: dict[str, Any] = {
    "Path": Path("danh sách.xlsx"),
    "str": "Ea Kao",
    "int": 7,
    "tuple[str, ...]": ("Cư Êbur", "Ea Tu"),
    "tuple[Problem, ...]": (errors.Problem("error", "text", sheet="survey", row=3, text="no label"),),
}


def _kinds(base: type[errors.UserError] = errors.UserError) -> Iterator[type[errors.UserError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _example_of(kind: type[errors.UserError]) -> errors.UserError:
    return kind(**{field.name: EXAMPLES[str(field.type)] for field in fields(kind)})


def _words(qapp: Any, error: errors.UserError, language: str) -> str:
    install_language(qapp, language)
    return text_of(error)


@pytest.fixture(autouse=True)
def _vietnamese_afterwards(qapp: Any) -> Iterator[None]:
    yield
    install_language(qapp, "vi")


@pytest.mark.parametrize(
    "kind", sorted(_kinds(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_an_error_says_what_happened_in_both_languages(qapp: Any, kind: type[errors.UserError]):
    words = {language: _words(qapp, _example_of(kind), language) for language in ("vi", "en")}
    general = {language: _words(qapp, errors.UserError(), language) for language in ("vi", "en")}

    assert words["vi"] != words["en"]
    for language, text in words.items():
        assert text.strip()
        assert text != general[language], "ui/messages.py has no sentence for it"
        assert re.search(r"\{\w*\}", text) is None, "a fact is missing in the sentence"

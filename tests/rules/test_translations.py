"""The translation files hold every text of the program, and Vietnamese leaves none open."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.sources import PACKAGE, ROOT
from translations.compile import update_translations

FOLDER = ROOT / "translations"
LANGUAGES = ("vi", "en")


def _messages(path: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield f"{context.findtext('name')}: {message.findtext('source')}", message


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None:
        return []
    plurals = [form.text or "" for form in translation.iter("numerusform")]
    return plurals or [translation.text or ""]


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}|%n|%\d", text))


def _state(message: ET.Element) -> str:
    translation = message.find("translation")
    return "missing" if translation is None else translation.get("type", "finished")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translation_file_has_the_texts_of_the_program(language: str, tmp_path: Path):
    source = FOLDER / f"digiplan_{language}.ts"
    copy = Path(shutil.copy(source, tmp_path))

    update_translations([copy], PACKAGE)

    assert copy.read_text("utf-8") == source.read_text("utf-8"), (
        "run `make translations` and translate what is new"
    )


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ts")), ids=lambda path: path.stem)
def test_every_text_is_translated(path: Path):
    states = {name: _state(message) for name, message in _messages(path)}
    empty = [name for name, message in _messages(path) if not all(form.strip() for form in _forms(message))]

    assert {name: state for name, state in states.items() if state != "finished"} == {}
    assert empty == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ts")), ids=lambda path: path.stem)
def test_a_translation_keeps_the_places_for_facts(path: Path):
    for name, message in _messages(path):
        asked = _placeholders(message.findtext("source") or "") - {"%n"}
        for form in _forms(message):
            assert _placeholders(form) - {"%n"} == asked, name

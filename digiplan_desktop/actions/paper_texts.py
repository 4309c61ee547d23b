"""The texts of a form as they are printed: one language, no markup, a blank where an answer would stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from digiplan_desktop.forms.definition import Choice
from digiplan_desktop.forms.rendering import language_name
from digiplan_desktop.forms.xpath.nodes import ELEMENT

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Form
    from digiplan_desktop.forms.model import Control, ItemSource, TextSource
    from digiplan_desktop.forms.xpath.nodes import Node

_BLANK = "……"
_INSTANCE = re.compile(r"\s*instance\(\s*['\"]([^'\"]+)['\"]\s*\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))")
_HEADING = re.compile(r"^#+\s+", re.MULTILINE)


def without_markup(text: str) -> str:
    """Take the markup of a label away (markdown and span tags)."""
    text = _LINK.sub(r"\1", _TAG.sub("", text))
    return _HEADING.sub("", _EMPHASIS.sub("", text)).strip()


class PaperTexts:
    """The texts of one form in one language, or in the form's default language where it lacks that."""

    def __init__(self, form: Form, language: str) -> None:
        self._model = form.model
        self._languages = (
            language_name(form.model, language),
            form.model.default_language,
            *form.model.languages,
        )

    def text(self, source: TextSource | None) -> str:
        """Give a text without markup."""
        return without_markup(self._raw(source))

    def _raw(self, source: TextSource | None) -> str:
        if source is not None and source.itext:
            source = self._translated(source.itext)
        if source is None:
            return ""
        return "".join(piece if isinstance(piece, str) else _BLANK for piece in source.pieces).strip()

    def _translated(self, text_id: str) -> TextSource | None:
        for language in self._languages:
            found = self._model.texts.get(language, {}).get(text_id, {}).get("")
            if found is not None and found.pieces not in ((), ("-",)):
                return found
        return None

    def choices(self, control: Control) -> tuple[Choice, ...]:
        """Give every choice a question may ever offer: on paper no filter can run."""
        items = control.items
        if items is None:
            return ()
        if items.nodeset is None:
            return tuple(Choice(value, self.text(label)) for value, label in items.fixed)
        return tuple(self._rows(items))

    def list_name(self, control: Control) -> str:
        """Give the name of the list behind a question, "" for choices of its own."""
        found = _INSTANCE.match(control.items.nodeset_text) if control.items is not None else None
        return found[1] if found else ""

    def _rows(self, items: ItemSource) -> Iterator[Choice]:
        found = _INSTANCE.match(items.nodeset_text)
        instance = self._model.instances.get(found[1]) if found else None
        if instance is None:
            return
        for row in instance.descendants():
            value = _cell(row, items.value) if row.kind == ELEMENT else ""
            if value:
                yield Choice(value, self._label(row, items) or value)

    def _label(self, row: Node, items: ItemSource) -> str:
        if items.label_is_itext:
            return without_markup(self._raw(self._translated(_cell(row, items.label))))
        names = [items.label, *(f"{items.label}::{language}" for language in self._languages)]
        return without_markup(next((text for name in names if (text := _cell(row, name))), ""))


def _cell(row: Node, name: str) -> str:
    name = name.rpartition("/")[2]
    return next((cell.string() for cell in row.children if cell.kind == ELEMENT and cell.name == name), "")

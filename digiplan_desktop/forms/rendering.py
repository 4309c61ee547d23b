"""Gives the texts of a form in a language, with their outputs filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from digiplan_desktop.forms.definition import Choice
from digiplan_desktop.forms.model import Control, Definition, ItemSource, Model, TextSource
from digiplan_desktop.forms.xpath.context import Context, EvaluationError
from digiplan_desktop.forms.xpath.nodes import ELEMENT, Node
from digiplan_desktop.forms.xpath.values import string_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.instance import Instance


def language_code(name: str) -> str:
    """Give the code in a language's name ("Tiếng Việt (vi)" gives vi), the name itself without one."""
    inside = name.rpartition("(")[2].rstrip(") ") if name.endswith(")") else ""
    return inside or name


def language_name(model: Model, language: str) -> str:
    """Give the form's name of a language given by name or code; the default language when it has none such."""
    for name in model.languages:
        if language in (name, language_code(name)):
            return name
    return model.default_language or language


# A text may hold a text; one that holds itself ends somewhere.
MAX_NESTED_TEXTS = 10


class Renderer:
    """Renders the texts of one response."""

    def __init__(self, instance: Instance, language: str) -> None:
        self._instance = instance
        self._model = instance.model
        self.language = language
        self._depth = 0
        instance.env.itext = self._itext
        instance.env.choice_label = self._choice_label

    def text(self, source: TextSource | None, node: Node, form: str = "") -> str:
        """Give a text in the present language, seen from a node; `form` asks for guidance, image and the like."""
        if source is None or self._depth > MAX_NESTED_TEXTS:
            return ""
        if source.itext:
            source = self._translated(source.itext, form)
        elif form:
            return ""
        context = Context(node, self._instance.env)
        self._depth += 1
        text = "".join(
            piece if isinstance(piece, str) else _output(piece, context) for piece in source.pieces
        )
        self._depth -= 1
        return text.strip()

    def _translated(self, text_id: str, form: str = "") -> TextSource:
        for language in (self.language, self._model.default_language, *self._model.languages):
            found = self._model.texts.get(language, {}).get(text_id, {})
            source = found.get(form) or (found.get("long") or found.get("short") if not form else None)
            if source is not None and source.pieces not in ((), ("-",)):
                return source
        return TextSource()

    def _itext(self, text_id: str) -> str:
        return self.text(self._translated(text_id), self._instance.root)

    # Choices

    def choices(self, control: Control, node: Node) -> tuple[Choice, ...]:
        """Give the choices of a select question as they are now."""
        items = control.items
        if items is None:
            return ()
        if items.reads or (items.nodeset is not None and "randomize" in items.nodeset_text):
            return tuple(self._choices(items, node))
        key = (id(items), self.language)
        found = self._model.choice_lists.get(key)
        if found is None:
            found = self._model.choice_lists[key] = tuple(self._choices(items, node))
        return found

    def _choices(self, items: ItemSource, node: Node) -> Iterator[Choice]:
        for value, label in items.fixed:
            yield Choice(value, self.text(label, node))
        if items.nodeset is None:
            return
        self._instance.env.begin()
        try:
            rows = items.nodeset(Context(node, self._instance.env))
        except EvaluationError:
            return
        for row in rows if isinstance(rows, list) else ():
            value = _cell(row, items.value)
            yield Choice(value, self._row_label(items, row) or value)

    def _row_label(self, items: ItemSource, row: Node) -> str:
        label = _cell(row, items.label)
        if items.label_is_itext:
            return self._itext(label)
        translated = _cell(row, f"{items.label}::{self.language}")
        return translated or label or _cell(row, f"{items.label}::{self._model.default_language}")

    def _choice_label(self, value: str, path: str, node: Node) -> str:
        definition = self._definition_at(path, node)
        control = definition.control if definition is not None else None
        if control is None:
            return ""
        return next((each.label for each in self.choices(control, node) if each.value == value), "")

    def _definition_at(self, path: str, node: Node) -> Definition | None:
        from digiplan_desktop.forms.xform import normalise_ref

        return self._model.definitions.get(normalise_ref(path.strip(), reference_of(node)))


def reference_of(node: Node) -> str:
    """Give the reference of a node without positions."""
    definition = getattr(node, "definition", None)
    return definition.ref if isinstance(definition, Definition) else ""


def _cell(row: Node, name: str) -> str:
    """Give a column of a choice's row; "." is the row itself."""
    if name == ".":
        return row.string()
    name = name.rpartition("/")[2]
    return next((cell.string() for cell in row.children if cell.kind == ELEMENT and cell.name == name), "")


def _output(evaluate: object, context: Context) -> str:
    context.env.begin()
    try:
        return string_of(evaluate(context))  # type: ignore[operator]
    except EvaluationError:
        return ""

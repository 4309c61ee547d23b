"""Compiles labels, hints and messages: itext ids, outputs, languages."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from digiplan_desktop.forms.dependencies import watch
from digiplan_desktop.forms.model import Definition, Model, TextSource
from digiplan_desktop.forms.xform import XFormParts, elements, mixed_content

if TYPE_CHECKING:
    from digiplan_desktop.forms.expressions import ExpressionCompiler
    from digiplan_desktop.forms.xpath.context import Evaluator
    from digiplan_desktop.forms.xpath.nodes import Node

_ITEXT = re.compile(r"""\s*jr:itext\(\s*(['"])(.*?)\1\s*\)\s*\Z""", re.DOTALL)

Texts = dict[str, dict[str, dict[str, TextSource]]]


class TextCompiler:
    """Compiles the texts of one form; `model` learns which questions must be shown anew when a value changes."""

    def __init__(self, model: Model, compiler: ExpressionCompiler) -> None:
        self._model = model
        self._compiler = compiler

    def read_translations(self, parts: XFormParts) -> None:
        """Read every translation into the model, by language, itext id and form."""
        texts: Texts = {}
        for language, node in parts.translations.items():
            texts[language] = {
                text.attribute("id"): {
                    value.attribute("form"): TextSource(
                        pieces=self._pieces(value, self._owner(text.attribute("id")))
                    )
                    for value in elements(text, "value")
                }
                for text in elements(node, "text")
            }
        self._model.texts.update(texts)

    def _owner(self, text_id: str) -> Definition:
        """Give the node a text belongs to: pyxform names texts /data/g/q:label."""
        return self._model.definitions.get(text_id.partition(":")[0], self._model.root)

    def label(self, node: Node | None, owner: Definition) -> TextSource | None:
        """Compile a label or hint element."""
        if node is None:
            return None
        ref = node.attribute("ref").strip()
        return self.source(ref, owner) if ref else TextSource(pieces=self._pieces(node, owner))

    def source(self, text: str, owner: Definition) -> TextSource:
        """Compile an attribute that names a text: jr:itext('id') or any expression."""
        match = _ITEXT.match(text)
        if match:
            return TextSource(itext=match.group(2))
        return TextSource(pieces=(self._output(text, owner),))

    def message(self, node: Node, name: str) -> TextSource | None:
        """Compile a message attribute of a bind: an itext, else plain words."""
        text = node.attribute(name)
        if not text:
            return None
        match = _ITEXT.match(text)
        return TextSource(itext=match.group(2)) if match else TextSource(pieces=(text,))

    def _pieces(self, node: Node, owner: Definition) -> tuple[str | Evaluator, ...]:
        pieces: list[str | Evaluator] = []
        for piece in mixed_content(node):
            if isinstance(piece, str):
                pieces.append(piece)
            elif piece.name == "output":
                # pyxform escapes an output twice when it embeds instance(): take one escape off.
                expression = html.unescape(piece.attribute("value") or piece.attribute("ref"))
                pieces.append(self._output(expression, owner))
            else:
                pieces.append(piece.string())
        return tuple(pieces)

    def _output(self, expression: str, owner: Definition) -> Evaluator:
        evaluate, reads = self._compiler.value("label", owner, expression)
        watch(self._model, owner, (read.definition for read in reads))
        return evaluate

"""Reads XML into the light node tree: no entities, no external files, no deep nesting."""

from __future__ import annotations

from xml.parsers import expat

from digiplan_desktop.forms.xpath.nodes import (
    ATTRIBUTE,
    COMMENT,
    DOCTYPE,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    TEXT,
    Node,
)

MAX_DEPTH = 200


class XmlBroken(Exception):
    """Text that is no XML, or XML that declares entities or nests too deep."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def read_document(text: str, kind: type[Node] = Node, *, as_browser: bool = False) -> Node:
    """Give the document node; elements keep local name, prefix and namespace; raises `XmlBroken`.

    With `as_browser` the tree is cut into nodes as a browser's DOM is: the document type is one, and so is each
    CDATA section. XPath 1.0 §5 knows neither, and a form needs neither.
    """
    reader = _Reader(kind, merge=not as_browser)
    # The text is decoded already: whatever encoding it declares, it is handed over as UTF-8.
    parser = expat.ParserCreate("utf-8", "\n")
    parser.namespace_prefixes = True
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.CommentHandler = lambda data: reader.leaf(COMMENT, "", data)
    parser.ProcessingInstructionHandler = lambda target, data: reader.leaf(INSTRUCTION, target, data)
    parser.EntityDeclHandler = _refuse_entity
    if as_browser:
        parser.StartDoctypeDeclHandler = lambda name, *_rest: reader.leaf(DOCTYPE, name, "")
        # A handler, though it does nothing, makes the parser give the texts around a section one by one.
        parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = lambda: None
    try:
        parser.Parse(text.encode("utf-8", "surrogatepass"), True)  # noqa: FBT003  the C function takes it by place
    except expat.ExpatError as error:
        raise XmlBroken(expat.ErrorString(error.code), error.lineno) from error
    return reader.document


def _refuse_entity(*_declaration: object) -> None:
    raise XmlBroken("entity")


class _Reader:
    """Builds the tree; a leaf's text stays in the leaf, and becomes a node only when something comes beside it."""

    def __init__(self, kind: type[Node], *, merge: bool) -> None:
        self._kind = kind
        self._merge = merge
        self.document = kind(DOCUMENT)
        self._open = self.document
        self._depth = 0
        self._names: dict[str, list[str]] = {}

    def start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise XmlBroken("depth")
        parent = self._open
        if parent.text:
            self._part(parent)
        self._open = element = self._named(ELEMENT, name, "", parent)
        parent.children.append(element)
        if attributes:
            element.attributes = [
                self._named(ATTRIBUTE, key, value, element)
                for key, value in zip(attributes[0::2], attributes[1::2], strict=True)
            ]

    def end(self, _name: str) -> None:
        self._depth -= 1
        parent = self._open.parent
        if parent is not None:
            self._open = parent

    def text(self, data: str) -> None:
        element = self._open
        if element.kind != ELEMENT:
            return
        last = element.children[-1] if element.children else element
        if last is element and not element.text:
            element.text = data
        elif self._merge and (last is element or last.kind == TEXT):
            # A long text comes in pieces.
            last.text += data
        else:
            self.leaf(TEXT, "", data)

    def leaf(self, kind: int, name: str, data: str) -> None:
        if self._open.text:
            self._part(self._open)
        self._open.add(self._kind(kind, name, data))

    def _part(self, element: Node) -> None:
        text, element.text = element.text, ""
        element.add(self._kind(TEXT, "", text))

    def _named(self, kind: int, name: str, text: str, parent: Node) -> Node:
        parts = self._names.get(name)
        if parts is None:
            # namespace, local name, prefix; or the name alone
            parts = self._names[name] = name.split("\n")
        if len(parts) == 1:
            return self._kind(kind, name, text, parent)
        node = self._kind(kind, parts[1], text, parent)
        node.namespace = parts[0]
        node.prefix = parts[2] if len(parts) > 2 else ""
        return node

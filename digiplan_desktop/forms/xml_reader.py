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
    reader = _Reader(kind)
    parser = expat.ParserCreate(namespace_separator="\n")
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
    def __init__(self, kind: type[Node]) -> None:
        self._kind = kind
        self.document = kind(DOCUMENT)
        self._open = self.document
        self._depth = 0

    def start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise XmlBroken("depth")
        self._open = self._open.add(self._named(ELEMENT, name))
        for key, value in zip(attributes[0::2], attributes[1::2], strict=True):
            attribute = self._named(ATTRIBUTE, key)
            attribute.text = value
            attribute.parent = self._open
            self._open.attributes.append(attribute)

    def end(self, _name: str) -> None:
        self._depth -= 1
        element = self._open
        only = element.children[0] if len(element.children) == 1 else None
        if only is not None and only.kind == TEXT:
            element.text, element.children = only.text, []
        if element.parent is not None:
            self._open = element.parent

    def text(self, data: str) -> None:
        if self._open.kind == ELEMENT:
            self.leaf(TEXT, "", data)

    def leaf(self, kind: int, name: str, data: str) -> None:
        self._open.add(self._kind(kind, name, data))

    def _named(self, kind: int, name: str) -> Node:
        parts = name.split("\n")
        node = self._kind(kind, parts[1] if len(parts) > 1 else parts[0])
        if len(parts) > 1:
            node.namespace = parts[0]
            node.prefix = parts[2] if len(parts) > 2 else ""
        return node

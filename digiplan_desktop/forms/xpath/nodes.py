"""The light node tree that expressions walk: elements, attributes, texts, in memory and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

ELEMENT, ATTRIBUTE, TEXT, COMMENT, INSTRUCTION, DOCUMENT, DOCTYPE = range(7)


class Node:
    """One node.

    An element holds either `children`, or `text` when it is a leaf; a leaf's text becomes a text node only
    when a path asks for one.
    """

    __slots__ = ("attributes", "children", "kind", "name", "namespace", "parent", "prefix", "text")

    # A primary instance's nodes have these as slots of their own.
    live: bool = True
    # True when the tree never changes, so that an index over it stays good.
    static: bool = False

    def __init__(self, kind: int, name: str = "", text: str = "", parent: Node | None = None) -> None:
        self.kind = kind
        self.name = name
        self.text = text
        self.parent: Node | None = parent
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.prefix = ""
        self.namespace = ""

    def add(self, child: Node) -> Node:
        """Put a node at the end of the children and give it back."""
        child.parent = self
        self.children.append(child)
        return child

    def content(self) -> list[Node]:
        """Give the children; a leaf's text as a text node (made on the way, so without identity)."""
        if self.children or not self.text or self.kind != ELEMENT:
            return self.children
        return [Node(TEXT, text=self.text, parent=self)]

    def string(self) -> str:
        """Give the string-value (XPath 1.0 §5)."""
        if not self.children:
            return self.text
        return "".join(
            child.string() for child in self.children if child.kind in (ELEMENT, TEXT) and child.live
        )

    def root(self) -> Node:
        """Give the topmost ancestor, or the node itself."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def descendants(self) -> Iterator[Node]:
        """Give everything below in document order, without attributes and without what is not live."""
        waiting = self.content()[::-1]
        while waiting:
            node = waiting.pop()
            if node.live:
                yield node
                waiting.extend(node.content()[::-1])

    def attribute(self, name: str) -> str:
        """Give an attribute's text, "" when there is none."""
        for each in self.attributes:
            if each.name == name:
                return each.text
        return ""


class StaticNode(Node):
    """A node of a secondary instance: shared by all sessions and never changed."""

    __slots__ = ()
    static = True


def order_key(node: Node) -> tuple[int, ...]:
    """Give a key that sorts nodes of one tree in document order; attributes stand before children."""
    key: list[int] = []
    while node.parent is not None:
        siblings = node.parent.attributes if node.kind == ATTRIBUTE else node.parent.children
        place = next((index for index, each in enumerate(siblings) if each is node), 0)
        key.append(place - len(siblings) if node.kind == ATTRIBUTE else place)
        node = node.parent
    return tuple(reversed(key))


def in_document_order(nodes: list[Node]) -> list[Node]:
    """Give the nodes sorted and each once."""
    unique = list({id(node): node for node in nodes}.values())
    return sorted(unique, key=order_key) if len(unique) > 1 else unique

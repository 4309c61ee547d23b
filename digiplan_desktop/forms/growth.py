"""Makes the nodes of a live instance from the form's own one: defaults, templates, first instances of repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.forms.canonical import canonical_answer, canonical_result
from digiplan_desktop.forms.xform import elements, is_template
from digiplan_desktop.forms.xpath.nodes import ELEMENT, Node

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Definition


class FormNode(Node):
    """A node of a primary instance.

    Attributes:
        own_relevant: what its own `relevant` says; `live` takes its ancestors into account.
        valid: what its `constraint` says of the present value.
        key: the identifier of an instance of a repeat in the store, "" otherwise.
    """

    __slots__ = ("definition", "key", "live", "own_readonly", "own_relevant", "required", "valid")

    def __init__(self, definition: Definition, parent: Node) -> None:
        Node.__init__(self, ELEMENT, definition.name, "", parent)
        self.definition = definition
        self.live = True
        self.own_relevant = True
        self.own_readonly = False
        self.required = False
        self.valid = True
        self.key = ""

    @property
    def readonly(self) -> bool:
        """Whether it, or a group around it, is read-only."""
        node: Node | None = self
        while isinstance(node, FormNode):
            if node.own_readonly:
                return True
            node = node.parent
        return False


def grow(definition: Definition, source: Node | None, parent: Node, singles: dict[str, Node]) -> FormNode:
    """Copy a node of the form's own instance with everything below, templates left out.

    `singles` learns the node of every reference that can have but one.
    """
    node = FormNode(definition, parent)
    if not definition.in_repeat:
        singles[definition.ref] = node
    if not definition.children:
        node.text = default_text(definition, source)
        return node
    for child in definition.children.values():
        grown = [grow(child, each, node, singles) for each in _sources(child, source)]
        node.children += grown
        if child.repeat is not None:
            for place, each in enumerate(grown):
                each.key = f"{place:04}"
    return node


def all_below(node: FormNode) -> list[FormNode]:
    """Give a node and everything below it."""
    found = [node]
    for each in found:
        found += each.children  # type: ignore[arg-type]
    return found


def default_text(definition: Definition, source: Node | None) -> str:
    """Give the static default of a node in canonical form."""
    text = source.text if source is not None else ""
    kind = definition.bind.type
    if not text or kind == "string":
        return text
    if kind == "integer":
        return canonical_result(kind, text)
    return canonical_answer(kind, text) or text


def own_source(definition: Definition, key: str) -> Node:
    """Give the node to copy for a new instance: a counted one takes the defaults the form gives its place."""
    above = definition.template.parent
    if not key.isdecimal() or len(key) != 4 or above is None:
        return definition.template
    given = [each for each in elements(above, definition.name) if not is_template(each)]
    return given[int(key)] if int(key) < len(given) else definition.template


def _sources(definition: Definition, source: Node | None) -> list[Node | None]:
    """Give the nodes of the form's own instance from which the children of a new one are copied."""
    if source is None:
        return [] if definition.repeat else [None]
    nodes = [each for each in elements(source, definition.name) if not is_template(each)]
    if definition.repeat is not None:
        # Where nobody can add one, a template alone still means one instance.
        alone = not nodes and definition.repeat.fixed and definition.repeat.count is None
        return [definition.template] if alone else list(nodes)
    return list(nodes[:1]) or [None]

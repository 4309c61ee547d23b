"""Reads the body of an XForm into controls, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.forms.dependencies import watch
from digiplan_desktop.forms.faults import Fault, Faults
from digiplan_desktop.forms.model import Control, Definition, ItemSource, Model, RepeatRule, TextSource
from digiplan_desktop.forms.support import unsupported_appearances
from digiplan_desktop.forms.xform import elements, first_element, normalise_ref

if TYPE_CHECKING:
    from digiplan_desktop.forms.expressions import ExpressionCompiler
    from digiplan_desktop.forms.texts import TextCompiler
    from digiplan_desktop.forms.xpath.nodes import Node

QUESTION_TAGS = frozenset(
    ("input", "select", "select1", "upload", "trigger", "range", "rank", "secret", "textarea")
)
_PARAMETERS = ("start", "end", "step", "rows", "query")


class BodyReader:
    """Reads groups, repeats and questions; what has no place in the instance is noted as a fault."""

    def __init__(
        self, model: Model, compiler: ExpressionCompiler, texts: TextCompiler, faults: Faults
    ) -> None:
        self._model = model
        self._compiler = compiler
        self._texts = texts
        self._faults = faults
        self._anonymous = 0

    def read(self, body: Node) -> list[Control]:
        """Give the controls of the body."""
        return self._children(body, self._model.root)

    def _children(self, node: Node, base: Definition) -> list[Control]:
        found = []
        for child in elements(node):
            if child.name in ("group", "repeat") or child.name in QUESTION_TAGS:
                control = self._control(child, base)
                if control is not None:
                    found.append(control)
        return found

    def _control(self, node: Node, base: Definition) -> Control | None:
        definition = self._definition(node, base)
        if definition is None and node.name != "group":
            return None
        owner = definition or base
        control = Control(
            tag=node.name,
            definition=definition,
            label=self._texts.label(first_element(node, "label"), owner),
            hint=self._texts.label(first_element(node, "hint"), owner),
            appearance=frozenset(node.attribute("appearance").split()),
            media_type=node.attribute("mediatype"),
            parameters={name: node.attribute(name) for name in _PARAMETERS if node.attribute(name)},
            ref=definition.ref if definition is not None else self._anonymous_ref(base),
        )
        if definition is not None and (definition.control is None or node.name != "group"):
            definition.control = control
        for word in unsupported_appearances(node.attribute("appearance")):
            self._faults.add(
                Fault(
                    "unsupported", owner.ref, "appearance", node.attribute("appearance"), -1, word, "warning"
                )
            )
        self._fill(control, node, owner)
        return control

    def _anonymous_ref(self, base: Definition) -> str:
        self._anonymous += 1
        return f"{base.ref}/#{self._anonymous}"

    def _fill(self, control: Control, node: Node, owner: Definition) -> None:
        if node.name == "repeat":
            self._repeat(node, owner)
        if node.name in ("group", "repeat"):
            control.children = self._children(node, owner)
            _hand_down(control)
        elif node.name in ("select", "select1", "rank"):
            control.items = self._items(node, owner)

    def _definition(self, node: Node, base: Definition) -> Definition | None:
        ref = node.attribute("nodeset") or node.attribute("ref") or self._bound_ref(node)
        if not ref:
            return None
        found = self._model.definitions.get(normalise_ref(ref, base.ref))
        if found is None:
            self._faults.add(Fault("unknown_bind", ref, "ref", ref, 0, ref, "warning"))
        return found

    def _bound_ref(self, node: Node) -> str:
        """Give the node set of the bind that a control names by id (old forms do)."""
        name = node.attribute("bind")
        return self._model.bind_ids.get(name, "") if name else ""

    def _repeat(self, node: Node, definition: Definition) -> None:
        rule = definition.repeat or RepeatRule()
        definition.repeat = rule
        rule.fixed = node.attribute("noAddRemove").strip() in ("true()", "true", "1")

    def _items(self, node: Node, owner: Definition) -> ItemSource:
        itemset = first_element(node, "itemset")
        if itemset is None:
            fixed = tuple(
                (
                    _text_of(item, "value"),
                    self._texts.label(first_element(item, "label"), owner) or _no_label(item),
                )
                for item in elements(node, "item")
            )
            return ItemSource(fixed=fixed)
        return self._itemset(itemset, owner)

    def _itemset(self, itemset: Node, owner: Definition) -> ItemSource:
        nodeset = itemset.attribute("nodeset")
        evaluate, reads = self._compiler.value("choice_filter", owner, nodeset)
        watch(self._model, owner, (read.definition for read in reads))
        value, label = first_element(itemset, "value"), first_element(itemset, "label")
        label_ref = label.attribute("ref").strip() if label is not None else "label"
        is_itext = label_ref.startswith("jr:itext(")
        return ItemSource(
            nodeset=evaluate,
            nodeset_text=nodeset,
            value=value.attribute("ref").strip() if value is not None else "name",
            label=label_ref[len("jr:itext(") :].rstrip(")").strip() if is_itext else label_ref,
            label_is_itext=is_itext,
            reads=reads,
        )


def _hand_down(group: Control) -> None:
    """Give the label of a group that only frames a repeat to the repeat: XForms lets no repeat have its own."""
    only = group.children[0] if len(group.children) == 1 else None
    if (
        group.tag == "group"
        and only is not None
        and only.tag == "repeat"
        and only.definition is group.definition
    ):
        only.label = only.label or group.label
        only.hint = only.hint or group.hint
        only.appearance |= group.appearance


def _text_of(node: Node, name: str) -> str:
    found = first_element(node, name)
    return found.string().strip() if found is not None else ""


def _no_label(item: Node) -> TextSource:
    return TextSource(pieces=(_text_of(item, "value"),))

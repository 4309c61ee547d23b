"""What there is to see in a response: states of nodes, violations, failing soft checks, values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.forms.markup import plain_text, rich_text
from digiplan_desktop.forms.model import Control
from digiplan_desktop.forms.rendering import language_code
from digiplan_desktop.forms.states import (
    NodeState,
    SoftWarning,
    Violation,
    node_kind,
    question_type,
    reference_with_places,
    violation_kind,
)
from digiplan_desktop.forms.xpath.values import boolean_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digiplan_desktop.forms.growth import FormNode
    from digiplan_desktop.forms.instance import Instance
    from digiplan_desktop.forms.model import Rule
    from digiplan_desktop.forms.rendering import Renderer

_MEDIA = ("image", "big-image", "audio", "video")
_OTHER_APPS = ("ex:", "intent:")


class Observer:
    """Looks at an instance and changes nothing; `reasons` are the confirmations of soft checks by name."""

    def __init__(self, instance: Instance, renderer: Renderer, reasons: Mapping[str, str]) -> None:
        self._instance = instance
        self._model = instance.model
        self._renderer = renderer
        self._reasons = reasons

    def nodes(self) -> Iterator[NodeState]:
        """Give everything to show in the order of the body."""
        return self._shown(self._model.body, self._instance.root, 0)

    def _shown(self, controls: list[Control], parent: FormNode, depth: int) -> Iterator[NodeState]:
        for control in controls:
            definition = control.definition
            if definition is None or _is_wrapper(control):
                yield from self._shown(control.children, parent, depth)
                continue
            for node in self._instance.nodes_of(definition, parent):
                if node.live:
                    yield self.state(node, control, depth)
                    yield from self._shown(control.children, node, depth + 1)

    def state(self, node: FormNode, control: Control | None = None, depth: int = 0) -> NodeState:
        """Give the state of one node, as its control of the body shows it."""
        definition = node.definition
        control = control or definition.control or Control("calculate", definition)
        kind = node_kind(control)
        label = self._renderer.text(control.label, node)
        return NodeState(
            ref=reference_with_places(node),
            name=definition.name,
            kind=kind,
            type=question_type(definition) if kind == "question" else kind,
            label=plain_text(label),
            hint=self._hint(control, node),
            appearance=control.appearance,
            relevant=node.live,
            required=node.required,
            readonly=node.readonly,
            value="" if definition.children else node.text,
            violation=self.violation(node),
            warnings=tuple(self.warnings_of(node)),
            choices_count=len(self._renderer.choices(control, node)),
            media_type=control.media_type,
            depth=depth,
            rich_label=rich_text(label),
            guidance=plain_text(self._renderer.text(control.hint, node, "guidance")),
            media=self._media(control, node),
            parameters=tuple(control.parameters.items()),
        )

    def _hint(self, control: Control, node: FormNode) -> str:
        """Give the hint; a question meant for another app says so in the form's own words, for it is typed here."""
        texts = [self._renderer.text(control.hint, node)]
        if any(word.startswith(_OTHER_APPS) for word in control.appearance):
            texts.append(self._renderer.text(node.definition.bind.no_app_message, node))
        return plain_text("\n".join(text for text in texts if text))

    def _media(self, control: Control, node: FormNode) -> tuple[tuple[str, str], ...]:
        if control.label is None or not control.label.itext:
            return ()
        found = ((kind, self._renderer.text(control.label, node, kind)) for kind in _MEDIA)
        return tuple((kind, name.rpartition("/")[2]) for kind, name in found if name)

    def leaves(self) -> Iterator[FormNode]:
        """Give the relevant nodes that can hold a value, in document order."""
        waiting = [self._instance.root]
        while waiting:
            node = waiting.pop()
            if node.live:
                if not node.definition.children:
                    yield node
                waiting.extend(reversed(node.children))  # type: ignore[arg-type]

    def violation(self, node: FormNode) -> Violation | None:
        """Give what is wrong with a node, or None."""
        definition = node.definition
        control = definition.control
        choices = None
        if control is not None and control.items is not None and node.text:
            choices = frozenset(choice.value for choice in self._renderer.choices(control, node))
        kind = violation_kind(node, choices)
        if not kind:
            return None
        bind = definition.bind
        source = {"required": bind.required_message, "constraint": bind.constraint_message}.get(kind)
        return Violation(reference_with_places(node), kind, self._renderer.text(source, node))

    def warnings(self) -> Iterator[SoftWarning]:
        """Give the soft checks that fail now, in the order of their questions."""
        asked = {rule.definition.ref: rule.definition for _, rule in self._model.soft_checks}
        for definition in self._model.definitions.values():
            if definition.ref in asked:
                for node in self._instance.nodes_of(definition):
                    yield from self.warnings_of(node)

    def warnings_of(self, node: FormNode) -> Iterator[SoftWarning]:
        """Give the failing soft checks that are asked beside a node: only when it is relevant and answered."""
        if not node.live or not node.text:
            return
        language = language_code(self._renderer.language)
        for check, rule in self._model.soft_checks:
            if (
                rule.definition is node.definition
                and not self._undecided(rule)
                and not self._holds(rule, node)
            ):
                message = check.messages.get(language) or next(iter(check.messages.values()), "")
                reason = self._reasons.get(check.name, "")
                yield SoftWarning(check.name, reference_with_places(node), message, check.level, reason)

    def _undecided(self, rule: Rule) -> bool:
        """Say whether a question that must still be answered feeds the check: it is too early to ask why."""
        inputs = (node for read in rule.reads for node in self._instance.nodes_of(read.definition))
        return any(node.live and node.required and not node.text for node in inputs)

    def _holds(self, rule: Rule, node: FormNode) -> bool:
        return boolean_of(self._instance.evaluate(rule, node))

    def values(self) -> dict[str, str]:
        """Give the value of every relevant leaf by name; inside a repeat the name has the places before it."""
        return {_value_name(node): node.text for node in self.leaves()}

    def touched_by(self, changed: list[FormNode]) -> frozenset[str]:
        """Give the references that look different once these nodes have changed."""
        found = {reference_with_places(node) for node in changed if node.parent is not None}
        references = {node.definition.ref for node in changed}
        for reference in references:
            for watcher in self._model.watchers.get(reference, ()):
                found |= {reference_with_places(node) for node in self._instance.nodes_of(watcher)}
        for _, rule in self._model.soft_checks:
            if any(read.definition.ref in references for read in rule.reads):
                found |= {reference_with_places(node) for node in self._instance.nodes_of(rule.definition)}
        return frozenset(found)


def _value_name(node: FormNode) -> str:
    if not node.definition.in_repeat:
        return node.definition.key
    return reference_with_places(node).split("/", 2)[2]


def _is_wrapper(control: Control) -> bool:
    """Say whether a group is only the frame that a repeat needs in an XForm."""
    only = control.children[0] if len(control.children) == 1 else None
    return only is not None and only.tag == "repeat" and only.definition is control.definition

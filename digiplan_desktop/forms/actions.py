"""Events and their setvalue actions (ODK XForms §7), and the first computing of an instance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from digiplan_desktop.forms.canonical import canonical_answer, canonical_result
from digiplan_desktop.forms.growth import FormNode, all_below
from digiplan_desktop.forms.states import question_type
from digiplan_desktop.forms.xpath.context import Context, EvaluationError

if TYPE_CHECKING:
    from digiplan_desktop.forms.instance import Instance
    from digiplan_desktop.forms.model import Action, Definition
    from digiplan_desktop.forms.rendering import Renderer

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
CHANGED = "xforms-value-changed"


def start_instance(instance: Instance, keep: set[int] | None = None, *, first: bool = True) -> None:
    """Compute a new or reloaded instance and run the actions of its loading."""
    instance.compute_all(keep=keep)
    for definition in instance.model.definitions.values():
        for node in list(instance.nodes_of(definition)):
            run_actions(instance, node, {FIRST_LOAD, LOAD} if first else {LOAD})
    instance.take_changes()


def run_actions(instance: Instance, node: FormNode, events: set[str]) -> None:
    """Run the actions that stand at a node for any of the events."""
    for action in node.definition.actions:
        if action.events & events:
            for target in _targets(instance, node, action.target):
                _set(instance, action, target)


def _targets(instance: Instance, node: FormNode, target: Definition) -> Iterator[FormNode]:
    """Give the target nodes: inside the same instances of every repeat that the node and the target share."""
    above = {id(each) for each in target.upwards()}
    shared: FormNode = node
    while id(shared.definition) not in above and isinstance(shared.parent, FormNode):
        shared = shared.parent
    yield from list(instance.nodes_of(target, shared))


def _set(instance: Instance, action: Action, target: FormNode) -> None:
    if not target.live and action.events & {FIRST_LOAD, LOAD}:
        return
    instance.env.begin()
    try:
        value = action.value(Context(target, instance.env))
    except EvaluationError:
        return
    instance.set_text(target, canonical_result(target.definition.bind.type, value))


def add_instance(instance: Instance, parent: FormNode, definition: Definition, *, key: str = "") -> FormNode:
    """Add an instance of a repeat and run the actions of its birth."""
    node = instance.add_repeat(parent, definition, key=key)
    for below in list(all_below(node)):
        run_actions(instance, below, {NEW_REPEAT})
    return node


def answer_node(instance: Instance, renderer: Renderer, node: FormNode, text: str) -> None:
    """Store an answer in its canonical form, run the actions of the change and drop choices it has closed."""
    value = canonical_answer(question_type(node.definition), text)
    before = node.text
    instance.set_text(node, text.strip() if value is None else value)
    if node.text != before:
        run_actions(instance, node, {CHANGED})
        _prune_choices(instance, renderer)


def _prune_choices(instance: Instance, renderer: Renderer) -> None:
    """Take from select answers what their filter no longer offers, as both reference engines do.

    A list may depend on an answer that was itself taken back (province, district, commune), so this goes on until
    nothing more is taken; each round takes back at least one answer.
    """
    while _prune_once(instance, renderer):
        pass


def _prune_once(instance: Instance, renderer: Renderer) -> bool:
    references = {node.definition.ref for node in instance.changed.values()}
    watchers = {id(each): each for ref in references for each in instance.model.watchers.get(ref, ())}
    taken = False
    for definition in watchers.values():
        control = definition.control
        if control is None or control.items is None or not control.items.reads:
            continue
        for node in list(instance.nodes_of(definition)):
            offered = {choice.value for choice in renderer.choices(control, node)}
            kept = " ".join(value for value in node.text.split() if value in offered)
            taken = taken or kept != node.text
            instance.set_text(node, kept)
    return taken

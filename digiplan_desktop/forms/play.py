"""`form play`: fills forms by scripts and gives the state of every node after each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digiplan_desktop.forms.actions import add_instance, answer_node, start_instance
from digiplan_desktop.forms.compilation import compile_xform
from digiplan_desktop.forms.instance import Instance
from digiplan_desktop.forms.rendering import Renderer, language_name
from digiplan_desktop.forms.states import reference_with_places, violation_kind

if TYPE_CHECKING:
    from digiplan_desktop.forms.growth import FormNode
    from digiplan_desktop.forms.model import Definition, Model

# A scenario comes without the files that stand beside its form: their instances are empty.
_BESIDE = frozenset(("missing_file", "unreadable_file"))
_JUDGED = frozenset(("required", "constraint"))


def play_batch(batch: Mapping[str, Any]) -> dict[str, Any]:
    """Play every scenario of a batch (see the conformance corpus) and give `{"scenarios": […]}`."""
    forms: Mapping[str, str] = batch["forms"]
    return {"scenarios": [_play_scenario(forms[each["form"]], each) for each in batch["scenarios"]]}


def _play_scenario(text: str, scenario: Mapping[str, Any]) -> dict[str, Any]:
    model, faults = compile_xform(text)
    errors = [fault for fault in faults.errors if fault.code not in _BESIDE]
    if model is None or errors:
        words = "; ".join(f"{each.code} {each.ref} {each.text}" for each in errors)
        return {"id": scenario["id"], "error": words}
    try:
        return {"id": scenario["id"], "states": play_steps(model, scenario.get("steps", []))}
    except StepImpossible as error:
        return {"id": scenario["id"], "error": str(error)}


class StepImpossible(Exception):
    """A step names no node, or a deed the form does not allow."""


def play_file(path: Path, steps: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Play steps on one form file; raises what `load_form` raises."""
    from digiplan_desktop.forms.library import cached_form

    return {"states": play_steps(cached_form(path).model, steps)}


def play_steps(model: Model, steps: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the state after loading and after each step."""
    instance = Instance(model)
    renderer = Renderer(instance, language_name(model, ""))
    start_instance(instance)
    states = [_state(instance, renderer)]
    for step in steps:
        _take_step(instance, renderer, step)
        states.append(_state(instance, renderer))
    return states


def _take_step(instance: Instance, renderer: Renderer, step: Mapping[str, Any]) -> None:
    match step["op"]:
        case "set":
            answer_node(instance, renderer, _node(instance, step["ref"]), str(step["value"] or ""))
        case "add_repeat":
            parent, definition = _place(instance, step["ref"])
            add_instance(instance, parent, definition)
        case "remove_repeat":
            instance.remove_repeat(_node(instance, step["ref"]))
        case "language":
            renderer.language = language_name(instance.model, step["value"])
        case other:
            raise StepImpossible(f"unknown step {other}")


def _node(instance: Instance, ref: str) -> FormNode:
    node: FormNode | None = instance.root
    for step in ref.strip("/").split("/")[1:]:
        name, _, place = step.rstrip("]").partition("[")
        children = [child for child in node.children if child.name == name] if node is not None else []
        index = int(place or 1) - 1
        node = children[index] if 0 <= index < len(children) else None  # type: ignore[assignment]
    if node is None:
        raise StepImpossible(f"no node {ref}")
    return node


def _place(instance: Instance, ref: str) -> tuple[FormNode, Definition]:
    above, _, name = ref.rpartition("/")
    parent = _node(instance, above)
    definition = parent.definition.children.get(name.partition("[")[0])
    if definition is None:
        raise StepImpossible(f"no repeat {ref}")
    return parent, definition


def _state(instance: Instance, renderer: Renderer) -> dict[str, Any]:
    return dict(_states(instance, renderer, instance.root))


def _states(instance: Instance, renderer: Renderer, node: FormNode) -> Iterator[tuple[str, dict[str, Any]]]:
    ref = reference_with_places(node)
    yield ref, _describe(renderer, node)
    for definition in node.definition.children.values():
        nodes = [child for child in node.children if child.name == definition.name]
        if definition.repeat is not None:
            yield f"{ref}/{definition.name}#", {"count": len(nodes)}
        for child in nodes:
            yield from _states(instance, renderer, child)  # type: ignore[arg-type]


def _describe(renderer: Renderer, node: FormNode) -> dict[str, Any]:
    definition = node.definition
    control = definition.control
    state: dict[str, Any] = {"relevant": node.live, "readonly": node.readonly, "required": node.required}
    if definition.children:
        return state
    kind = violation_kind(node, None)
    state |= {"value": node.text, "violation": kind if kind in _JUDGED else None, "label": None}
    if control is not None:
        state["label"] = renderer.text(control.label, node)
        if control.items is not None:
            state["choices"] = [choice.value for choice in renderer.choices(control, node)]
    return state

"""Preloads (ODK XForms §6): start, end, today and what is known of the device and its user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.forms.growth import FormNode
    from digiplan_desktop.forms.instance import Instance


def fill_metadata(instance: Instance, metadata: Mapping[str, str]) -> None:
    """Fill the preloads that are still empty; `end` waits for `finish_metadata`."""
    for definition in instance.model.definitions.values():
        if definition.bind.preload and not definition.children:
            for node in instance.nodes_of(definition):
                node.text = node.text or _preload(instance, node, metadata)


def _preload(instance: Instance, node: FormNode, metadata: Mapping[str, str]) -> str:
    bind = node.definition.bind
    now = instance.env.now().astimezone(instance.env.zone)
    match bind.preload, bind.preload_parameters:
        case "timestamp", "start":
            return now.isoformat(timespec="milliseconds")
        case "date", "today":
            return now.date().isoformat()
        case "property", name:
            return metadata.get(name, "")
    return ""


def finish_metadata(instance: Instance) -> None:
    """Fill the preloads of the end of an interview."""
    for definition in instance.model.definitions.values():
        bind = definition.bind
        if bind.preload == "timestamp" and bind.preload_parameters == "end":
            for node in instance.nodes_of(definition):
                instance.set_text(
                    node, instance.env.now().astimezone(instance.env.zone).isoformat(timespec="milliseconds")
                )

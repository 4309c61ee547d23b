"""What a form declares about entities (ODK XForms entities, 2024.1): read and shown, not yet acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.forms.definition import Entity
from digiplan_desktop.forms.xform import elements, normalise_ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digiplan_desktop.forms.xform import XFormParts
    from digiplan_desktop.forms.xpath.nodes import Node

_FLAGS = ("create", "update")


def read_entities(parts: XFormParts) -> tuple[Entity, ...]:
    """Give the entities that a response would make or change, in document order."""
    binds = {normalise_ref(bind.attribute("nodeset"), ""): bind for bind in parts.binds}
    return tuple(_entities(parts.primary, f"/{parts.primary.name}", binds))


def _entities(node: Node, ref: str, binds: dict[str, Node]) -> Iterator[Entity]:
    for meta in elements(node, "meta"):
        for entity in elements(meta, "entity"):
            yield _entity(entity, ref, binds)
    for child in elements(node):
        if child.name != "meta":
            yield from _entities(child, f"{ref}/{child.name}", binds)


def _entity(entity: Node, ref: str, binds: dict[str, Node]) -> Entity:
    place = f"{ref}/meta/entity"
    deeds = tuple(
        flag for flag in _FLAGS if entity.attribute(flag) or _calculation(binds, f"{place}/@{flag}")
    )
    return Entity(
        dataset=entity.attribute("dataset"),
        deeds=deeds,
        label=_calculation(binds, f"{place}/label"),
        properties={
            bind.attribute("saveto"): nodeset
            for nodeset, bind in binds.items()
            if bind.attribute("saveto") and nodeset.startswith(ref + "/")
        },
    )


def _calculation(binds: dict[str, Node], ref: str) -> str:
    bind = binds.get(ref)
    return bind.attribute("calculate").strip() if bind is not None else ""

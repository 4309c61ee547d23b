"""Between the store's paths and the values of a response: q/<name>, q/<name>/<option>, q/<repeat>/<id>/<name>."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from digiplan_desktop.forms.growth import FormNode
from digiplan_desktop.forms.xpath.nodes import ELEMENT

if TYPE_CHECKING:
    from digiplan_desktop.forms.instance import Instance
    from digiplan_desktop.forms.model import Definition, Model

Value = str | int | bool | None | list["Value"]

_serial = itertools.count()


def is_stored(definition: Definition) -> bool:
    """Say whether a node's value is an answer to keep: calculations without a question are derived anew."""
    if definition.children:
        return False
    if definition.control is None:
        return definition.kept or definition.bind.preload not in ("", "uid")
    return definition.control.tag != "repeat"


def is_multiple(definition: Definition) -> bool:
    """Say whether the answer is kept option by option, so that two people's choices can be merged."""
    return definition.control is not None and definition.control.tag == "select"


def new_key() -> str:
    """Give an identifier for an instance of a repeat: later ones sort after earlier ones, on any machine."""
    return f"{time.time_ns() // 1_000_000:011x}{next(_serial) % 4096:03x}"


def load_answers(instance: Instance, data: Mapping[str, Value]) -> tuple[set[int], dict[str, Value]]:
    """Put stored answers into the tree; give the nodes that were given a value, and what no question owns."""
    groups: dict[str, dict[str, Value]] = {}
    for path, value in data.items():
        if path.startswith("q/"):
            name, _, rest = path[2:].partition("/")
            groups.setdefault(name, {})[rest] = value
    filled: set[int] = set()
    unknown = _load_group(instance, instance.root, groups, filled)
    return filled, {f"q/{path}": value for path, value in unknown.items()}


def _load_group(
    instance: Instance, parent: FormNode, groups: Mapping[str, Mapping[str, Value]], filled: set[int]
) -> dict[str, Value]:
    unknown: dict[str, Value] = {}
    for name, entries in groups.items():
        definition = instance.model.by_key.get(name)
        node = _node_below(instance, parent, definition) if definition is not None else None
        foreign: Mapping[str, Value] = entries
        if definition is not None and definition.repeat is not None:
            foreign = _load_repeat(instance, parent, definition, entries, filled)
        elif definition is not None and node is not None and is_stored(definition):
            node.text, foreign = _joined(instance.model, definition, entries)
            filled.add(id(node))
        unknown.update({f"{name}/{rest}".rstrip("/"): value for rest, value in foreign.items()})
    return unknown


def _node_below(instance: Instance, parent: FormNode, definition: Definition) -> FormNode | None:
    return next(instance.nodes_of(definition, parent), None)


def _load_repeat(
    instance: Instance,
    above: FormNode,
    definition: Definition,
    entries: Mapping[str, Value],
    filled: set[int],
) -> dict[str, Value]:
    """Rebuild the instances of a repeat in the order of their identifiers; `false` marks a removed one.

    Gives what no question inside it owns.
    """
    rows, gone = _rows(entries)
    parent = (
        next(instance.nodes_of(definition.parent, above), None) if definition.parent is not None else None
    )
    if parent is None:
        return dict(entries)
    present: dict[str, FormNode] = {}
    for node in [child for child in parent.children if child.name == definition.name]:
        if isinstance(node, FormNode) and node.key in gone:
            instance.remove_repeat(node)
        elif isinstance(node, FormNode):
            present[node.key] = node
    unknown: dict[str, Value] = {}
    for key in sorted(set(rows) - gone):
        node = present.get(key) or instance.add_repeat(parent, definition, key=key)
        foreign = _load_group(instance, node, rows[key], filled)
        unknown.update({f"{key}/{path}": value for path, value in foreign.items()})
    return unknown


def _rows(entries: Mapping[str, Value]) -> tuple[dict[str, dict[str, dict[str, Value]]], set[str]]:
    """Sort the entries of a repeat by instance; give the removed instances too."""
    rows: dict[str, dict[str, dict[str, Value]]] = {}
    gone: set[str] = set()
    for path, value in entries.items():
        key, _, rest = path.partition("/")
        name, _, option = rest.partition("/")
        row = rows.setdefault(key, {})
        if rest:
            row.setdefault(name, {})[option] = value
        elif value is False:
            gone.add(key)
    return rows, gone


def _joined(
    model: Model, definition: Definition, entries: Mapping[str, Value]
) -> tuple[str, dict[str, Value]]:
    """Give the answer of a question, and the entries that are none: they are of another type it once had."""
    whole = entries.get("")
    text = "" if whole is None else _text(whole)
    if not is_multiple(definition):
        return text, {option: value for option, value in entries.items() if option and value}
    chosen = {option for option, value in entries.items() if option and value is True} | set(text.split())
    order = option_order(model, definition)
    return " ".join(sorted(chosen, key=lambda option: (order.get(option, len(order)), option))), {}


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def option_order(model: Model, definition: Definition) -> dict[str, int]:
    """Give the place of every option in the whole list of a select question, whatever its filter hides."""
    items = definition.control.items if definition.control is not None else None
    if items is None:
        return {}
    found = model.option_orders.get(id(items))
    if found is None:
        values = [value for value, _ in items.fixed] or _instance_values(
            model, items.nodeset_text, items.value
        )
        found = model.option_orders[id(items)] = {value: place for place, value in enumerate(values)}
    return found


def _instance_values(model: Model, nodeset: str, column: str) -> list[str]:
    name = nodeset.replace('"', "'").partition("instance('")[2].partition("'")[0]
    root = model.instances.get(name)
    if root is None:
        return []
    rows = [row for top in root.children for row in top.children if row.kind == ELEMENT]
    return [cell.text for row in rows for cell in row.children if cell.name == column]


def default_instances(instance: Instance) -> frozenset[str]:
    """Give the paths of the repeat instances that a new response begins with."""
    if not any(definition.repeat for definition in instance.model.definitions.values()):
        return frozenset()
    return frozenset(path for path, node in _stored_nodes(instance.root, "q/") if node is True)


def stored_values(instance: Instance) -> dict[str, Value]:
    """Give everything a store keeps of the response, by path.

    Empty answers are left out, unless the form has a default that somebody took away.
    """
    found: dict[str, Value] = {}
    for path, node in _stored_nodes(instance.root, "q/"):
        if isinstance(node, bool):
            found[path] = node
        elif is_multiple(node.definition):
            found.update({f"{path}/{option}": False for option in node.definition.template.text.split()})
            found.update({f"{path}/{option}": True for option in node.text.split()})
        elif node.text or node.definition.template.text:
            found[path] = node.text
    return found


def _stored_nodes(parent: FormNode, prefix: str) -> Iterator[tuple[str, FormNode | bool]]:
    for child in parent.children:
        if not isinstance(child, FormNode):
            continue
        definition = child.definition
        if definition.repeat is not None:
            path = f"{prefix}{definition.key}/{child.key}"
            yield path, True
            yield from _stored_nodes(child, path + "/")
        elif definition.children:
            yield from _stored_nodes(child, prefix)
        elif is_stored(definition):
            yield prefix + definition.key, child


def cleared(
    saved: Mapping[str, Value], present: Mapping[str, Value], unknown: Mapping[str, Value]
) -> dict[str, Value]:
    """Give what a store must write for answers that were saved and are no more: false for an option, else ""."""
    return {
        path: False if value is True else ""
        for path, value in saved.items()
        if path[:2] in ("q/", "c/")
        and path not in present
        and path not in unknown
        and value not in (False, None, "")
    }

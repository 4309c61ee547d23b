"""Takes an XForm apart: primary instance, secondary instances, binds, texts and body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from digiplan_desktop.forms.faults import Fault, Faults
from digiplan_desktop.forms.model import Bind, Definition, RepeatRule
from digiplan_desktop.forms.xml_reader import XmlBroken, read_document
from digiplan_desktop.forms.xpath.nodes import ELEMENT, TEXT, Node, StaticNode

BIND_EXPRESSIONS = ("relevant", "required", "readonly", "constraint", "calculate")
_ACTIONS = frozenset(("setvalue", "setgeopoint", "recordaudio"))
_TYPES = {"int": "integer", "xsd:string": "string"}


@dataclass
class XFormParts:
    """The parts of an XForm document, not yet compiled."""

    title: str
    model: Node
    body: Node
    primary: Node
    secondary: dict[str, Node]
    binds: list[Node]
    set_values: list[Node]
    languages: tuple[str, ...] = ()
    default_language: str = ""
    translations: dict[str, Node] = field(default_factory=dict)


def elements(node: Node, name: str = "") -> list[Node]:
    """Give the child elements, of one name or all."""
    return [child for child in node.children if child.kind == ELEMENT and name in ("", child.name)]


def first_element(node: Node, name: str = "") -> Node | None:
    """Give the first child element of a name, or None."""
    return next(iter(elements(node, name)), None)


def read_parts(text: str, faults: Faults) -> XFormParts | None:
    """Take the document apart; None when it is no XForm, and the fault is noted."""
    try:
        document = read_document(text, StaticNode)
    except XmlBroken as error:
        faults.add(Fault("xml", text=error.reason, position=error.line))
        return None
    everything = _outside_instances(document)
    model = next((node for node in everything if node.name == "model"), None)
    body = next((node for node in everything if node.name == "body"), None)
    instances = elements(model, "instance") if model is not None else []
    primary = first_element(instances[0]) if instances else None
    if model is None or body is None or primary is None:
        faults.add(Fault("not_a_form"))
        return None
    _check_submission(model, faults)
    title = next((node.string() for node in everything if node.name == "title"), "")
    parts = XFormParts(
        title=title.strip(),
        model=model,
        body=body,
        primary=primary,
        secondary={each.attribute("id"): each for each in instances[1:] if each.attribute("id")},
        binds=elements(model, "bind"),
        set_values=[node for node in everything if node.name in _ACTIONS],
    )
    _read_languages(parts)
    return parts


def _outside_instances(document: Node) -> list[Node]:
    """Give every element that is not part of an instance: a list may have a hundred thousand that are."""
    found: list[Node] = []
    waiting = elements(document)[::-1]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if node.name != "instance":
            waiting.extend(elements(node)[::-1])
    return found


def _check_submission(model: Node, faults: Faults) -> None:
    for submission in elements(model, "submission"):
        if submission.attribute("method") not in ("", "post", "form-data-post"):
            faults.add(Fault("unsupported", "", "submission", "", text=submission.attribute("method")))


def _read_languages(parts: XFormParts) -> None:
    itext = first_element(parts.model, "itext")
    if itext is None:
        return
    translations = elements(itext, "translation")
    parts.translations = {each.attribute("lang"): each for each in translations}
    parts.languages = tuple(parts.translations)
    marked = [
        each.attribute("lang") for each in translations if any(a.name == "default" for a in each.attributes)
    ]
    parts.default_language = next(iter(marked + list(parts.languages)), "")


def build_definitions(primary: Node) -> dict[str, Definition]:
    """Give the definitions of the primary instance by reference, in document order, the root first."""
    root = Definition(f"/{primary.name}", primary.name, None, 0, primary)
    found = {root.ref: root}
    _add_children(root, [primary], found)
    return found


def _add_children(parent: Definition, sources: list[Node], found: dict[str, Definition]) -> None:
    """Add the children that any instance of the parent has: instances of a repeat may differ in the file."""
    grouped: dict[str, list[Node]] = {}
    for source in sources:
        for child in elements(source):
            grouped.setdefault(child.name, []).append(child)
    for name, nodes in grouped.items():
        templates = [node for node in nodes if is_template(node)]
        ref = f"{parent.ref}/{name}"
        definition = Definition(ref, name, parent, parent.depth + 1, (templates or nodes)[0])
        if templates:
            definition.repeat = RepeatRule(has_template=True)
        parent.children[name] = found[ref] = definition
        _add_children(definition, nodes, found)


def is_template(node: Node) -> bool:
    """Say whether a node is a repeat's jr:template, which is no instance."""
    return any(each.name == "template" and each.prefix == "jr" for each in node.attributes)


@lru_cache(maxsize=8192)
def normalise_ref(ref: str, base: str) -> str:
    """Give an absolute reference without positions or blanks; a relative one stands below `base`."""
    ref = re.sub(r"\[[^\]]*\]|\s", "", ref)
    if not ref.startswith("/"):
        ref = f"{base}/{ref}"
    steps: list[str] = []
    for step in ref.split("/")[1:]:
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step.rpartition(":")[2])
    return "/" + "/".join(steps)


def read_bind(node: Node) -> Bind:
    """Read the attributes of one bind; messages are compiled later, for they may have outputs."""
    values = {each.name: each.text for each in node.attributes}
    kind = values.get("type", "string")
    return Bind(
        type=_TYPES.get(kind, kind.rpartition(":")[2]),
        expressions={name: values[name] for name in BIND_EXPRESSIONS if values.get(name, "").strip()},
        preload=values.get("preload", ""),
        preload_parameters=values.get("preloadParams", ""),
    )


def mixed_content(node: Node) -> list[str | Node]:
    """Give the pieces of a label in order: texts, and the elements between them."""
    pieces: list[str | Node] = []
    for child in node.content():
        if child.kind == TEXT:
            pieces.append(child.text)
        elif child.kind == ELEMENT:
            pieces.append(child)
    return pieces

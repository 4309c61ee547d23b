"""What a client sees of one node of a response: frozen values, made when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from digiplan_desktop.forms.canonical import canonical_answer
from digiplan_desktop.forms.growth import FormNode

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Control, Definition


@dataclass(frozen=True)
class Violation:
    """Why an answer does not stand: kind is "required", "constraint", "type" or "choice"; message is the form's own."""

    ref: str
    kind: str
    message: str = ""


@dataclass(frozen=True)
class SoftWarning:
    """A failing soft check; `reason` is empty until somebody has confirmed it."""

    check: str
    ref: str
    message: str
    level: str
    reason: str = ""


@dataclass(frozen=True)
class NodeState:
    """One question, group or repeat instance as it stands now; `value` is canonical.

    Attributes:
        label, hint: plain words; `rich_label` is the label as rich text where the form marks words up, else "".
        guidance: what an interviewer should know and a respondent need not.
        media: files of the label, by kind: image, big-image, audio, video.
        parameters: start, end and step of a range; rows of a text.
    """

    ref: str
    name: str
    kind: str
    type: str
    label: str
    hint: str
    appearance: frozenset[str]
    relevant: bool
    required: bool
    readonly: bool
    value: str
    violation: Violation | None
    warnings: tuple[SoftWarning, ...]
    choices_count: int
    media_type: str = ""
    depth: int = 0
    rich_label: str = ""
    guidance: str = ""
    media: tuple[tuple[str, str], ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()


_TAGS = {"select1": "select_one", "select": "select_multiple", "rank": "rank", "trigger": "acknowledge"}
_BIND_TYPES = {"string": "text", "int": "integer"}


def question_type(definition: Definition) -> str:
    """Give the XLSForm type of a node, as far as an XForm still tells it."""
    control = definition.control
    if control is None:
        return "calculate"
    if control.items is not None and "label" in control.appearance:
        # The head of a table of questions: it shows the choices and asks nothing.
        return "note"
    if control.tag in _TAGS:
        return _TAGS[control.tag]
    if control.tag == "upload":
        kind = control.media_type.partition("/")[0]
        return kind if kind in ("image", "audio", "video") else "file"
    kind = _BIND_TYPES.get(definition.bind.type, definition.bind.type)
    expressions = definition.bind.expressions
    if (
        kind == "text"
        and expressions.get("readonly", "").strip() == "true()"
        and "calculate" not in expressions
    ):
        return "note"
    return kind


def node_kind(control: Control) -> str:
    """Give group, repeat or question."""
    return control.tag if control.tag in ("group", "repeat") else "question"


def reference_with_places(node: FormNode) -> str:
    """Give the reference of a node with the place of each repeat instance on the way: /data/rep[2]/x."""
    if not node.definition.in_repeat:
        return node.definition.ref
    parent = node.parent
    above = reference_with_places(parent) if isinstance(parent, FormNode) else ""
    return f"{above}/{node.name}" + (f"[{place_of(node)}]" if node.definition.repeat is not None else "")


def place_of(node: FormNode) -> int:
    """Give the place of an instance of a repeat among its like, from 1."""
    siblings = node.parent.children if node.parent is not None else [node]
    return next(
        place for place, each in enumerate((s for s in siblings if s.name == node.name), 1) if each is node
    )


def violation_kind(node: FormNode, choices: frozenset[str] | None) -> str:
    """Give the kind of violation of a node, "" for none; `choices` are the values that may be chosen."""
    if not node.live:
        return ""
    if not node.text:
        return "required" if node.required else ""
    kind = question_type(node.definition)
    if kind != "calculate" and canonical_answer(kind, node.text) is None:
        return "type"
    if choices is not None and not set(node.text.split() if kind != "select_one" else [node.text]) <= choices:
        return "choice"
    if node.definition.control is not None and not _is_on_range(node.definition.control, node.text):
        return "choice"
    return "" if node.valid else "constraint"


def _is_on_range(control: Control, text: str) -> bool:
    """Say whether a number is one of those a range offers: between its ends, a whole number of steps from one."""
    if control.tag != "range":
        return True
    try:
        start, end, step = (Decimal(control.parameters.get(name, "1")) for name in ("start", "end", "step"))
        number = Decimal(text)
        inside = min(start, end) <= number <= max(start, end)
        return inside and (not step or (number - start) % step == 0)
    except InvalidOperation:
        return True

"""The compiled form: node definitions, their binds, the controls of the body, and the rules in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Choice, SoftCheck
    from digiplan_desktop.forms.xpath.context import Evaluator
    from digiplan_desktop.forms.xpath.nodes import Node


@dataclass(eq=False, slots=True)
class TextSource:
    """A text as the form gives it: an itext id, an expression, or pieces of text and outputs."""

    itext: str = ""
    pieces: tuple[str | Evaluator, ...] = ()


@dataclass(eq=False, slots=True)
class Bind:
    """The bind of a node as written; expressions are compiled into rules."""

    type: str = "string"
    expressions: dict[str, str] = field(default_factory=dict)
    constraint_message: TextSource | None = None
    required_message: TextSource | None = None
    no_app_message: TextSource | None = None
    preload: str = ""
    preload_parameters: str = ""


@dataclass(eq=False, slots=True)
class ItemSource:
    """Where the choices of a select come from: a fixed list, or a node-set with value and label below it."""

    fixed: tuple[tuple[str, TextSource], ...] = ()
    nodeset: Evaluator | None = None
    nodeset_text: str = ""
    value: str = "name"
    label: str = "label"
    label_is_itext: bool = False
    reads: tuple[Read, ...] = ()


@dataclass(eq=False, slots=True)
class Control:
    """A control of the body: what is asked, and how it wants to look."""

    tag: str
    definition: Definition | None
    label: TextSource | None = None
    hint: TextSource | None = None
    appearance: frozenset[str] = frozenset()
    media_type: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    items: ItemSource | None = None
    children: list[Control] = field(default_factory=list)
    ref: str = ""


@dataclass(eq=False, slots=True)
class Definition:
    """One node of the primary instance; its instances are more than one only inside a repeat.

    Attributes:
        ref: absolute path without positions.
        depth: 0 for the root.
        key: the name under which a store keeps its answer: the plain name where that is unique.
        template: the node whose text is the default, and below which a new instance of a repeat is copied.
        in_repeat: whether there may be any number of instances.
        kept: whether its value, though nobody types it, cannot be derived anew (a setvalue gave it, or `once`).
    """

    ref: str
    name: str
    parent: Definition | None
    depth: int
    template: Node
    children: dict[str, Definition] = field(default_factory=dict)
    bind: Bind = field(default_factory=Bind)
    control: Control | None = None
    repeat: RepeatRule | None = None
    key: str = ""
    rules: dict[str, Rule] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)
    in_repeat: bool = False
    kept: bool = False

    def upwards(self) -> Iterator[Definition]:
        """Give the definition and its ancestors, nearest first."""
        found: Definition | None = self
        while found is not None:
            yield found
            found = found.parent

    def below(self) -> Iterator[Definition]:
        """Give the definition and everything below it in document order."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.children.values()))


@dataclass(eq=False, slots=True)
class RepeatRule:
    """How a repeat grows: by hand, or by a count; without `add` the user may neither add nor remove."""

    count: Rule | None = None
    fixed: bool = False
    has_template: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A node that an expression reads; `pivot` is the ancestor that reader and read one share by construction."""

    definition: Definition
    pivot: Definition


@dataclass(eq=False, slots=True)
class Rule:
    """One compiled expression of one node: it runs when something it reads has changed, in order of `rank`."""

    attribute: str
    definition: Definition
    text: str
    evaluate: Evaluator
    reads: tuple[Read, ...] = ()
    rank: int = 0


@dataclass(eq=False, slots=True)
class Action:
    """A setvalue: which events run it, what it sets, and to what."""

    events: frozenset[str]
    target: Definition
    value: Evaluator
    trigger: Definition | None = None


@dataclass(eq=False, slots=True)
class Model:
    """Everything the engine needs to run a form.

    Attributes:
        rules: in an order in which every rule comes after what it reads.
        readers: by definition reference, the rules that read it, each with the pivot of the read.
        watchers: by definition reference, the definitions whose label or choices depend on it.
        texts: by language name, by itext id, by form ("" for the long one).
    """

    id: str
    version: str
    title: str
    root: Definition
    definitions: dict[str, Definition]
    body: list[Control]
    instances: dict[str, Node]
    texts: dict[str, dict[str, dict[str, TextSource]]]
    languages: tuple[str, ...]
    default_language: str
    rules: list[Rule] = field(default_factory=list)
    readers: dict[str, list[tuple[Rule, Definition]]] = field(default_factory=dict)
    watchers: dict[str, list[Definition]] = field(default_factory=dict)
    by_key: dict[str, Definition] = field(default_factory=dict)
    has_repeats: bool = False
    bind_ids: dict[str, str] = field(default_factory=dict)
    soft_checks: list[tuple[SoftCheck, Rule]] = field(default_factory=list)
    choice_lists: dict[tuple[int, str], tuple[Choice, ...]] = field(default_factory=dict)
    option_orders: dict[int, dict[str, int]] = field(default_factory=dict)
    indexes: dict[tuple[int, str, str], dict[str, list[Node]]] = field(default_factory=dict)

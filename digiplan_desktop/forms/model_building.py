"""Builds the compiled model from the parts of an XForm, noting every fault on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from digiplan_desktop.forms.body import BodyReader
from digiplan_desktop.forms.dependencies import connect_rules
from digiplan_desktop.forms.expressions import ExpressionCompiler
from digiplan_desktop.forms.faults import Fault, Faults
from digiplan_desktop.forms.model import Action, Definition, Model, RepeatRule, Rule
from digiplan_desktop.forms.support import RECORDING_ACTIONS
from digiplan_desktop.forms.texts import TextCompiler
from digiplan_desktop.forms.xform import (
    XFormParts,
    build_definitions,
    normalise_ref,
    read_bind,
)
from digiplan_desktop.forms.xpath.nodes import ELEMENT, Node

_KNOWN_EVENTS = frozenset(
    ("odk-instance-first-load", "odk-instance-load", "odk-new-repeat", "xforms-value-changed")
)
_ONCE = re.compile(r"\bonce\s*\(")


def build_model(parts: XFormParts, external: Mapping[str, Node], faults: Faults) -> Model:
    """Give the model; with errors in `faults` it must not be run."""
    return _Builder(parts, external, faults).build()


class _Builder:
    def __init__(self, parts: XFormParts, external: Mapping[str, Node], faults: Faults) -> None:
        self._parts = parts
        self._faults = faults
        definitions = build_definitions(parts.primary)
        self._model = Model(
            id=parts.primary.attribute("id"),
            version=parts.primary.attribute("version"),
            title=parts.title,
            root=next(iter(definitions.values())),
            definitions=definitions,
            body=[],
            instances={**parts.secondary, **external},
            texts={},
            languages=parts.languages,
            default_language=parts.default_language,
        )
        self._compiler = ExpressionCompiler(self._model.root, set(self._model.instances), faults)
        self._texts = TextCompiler(self._model, self._compiler)
        self._rules: list[Rule] = []

    def build(self) -> Model:
        bound = self._read_binds()
        self._mark_repeats()
        for node, definition in bound:
            self._compile_bind(node, definition)
        self._texts.read_translations(self._parts)
        self._model.body = BodyReader(self._model, self._compiler, self._texts, self._faults).read(
            self._parts.body
        )
        self._compile_counts()
        self._compile_actions()
        self._name_keys()
        for ring in connect_rules(self._model, self._rules):
            self._faults.add(_cycle(ring))
        return self._model

    def _read_binds(self) -> list[tuple[Node, Definition]]:
        bound = []
        for node in self._parts.binds:
            ref = normalise_ref(node.attribute("nodeset") or node.attribute("ref"), self._model.root.ref)
            definition = self._model.definitions.get(ref)
            if definition is None:
                if "/@" not in ref:
                    self._faults.add(Fault("unknown_bind", ref, severity="warning"))
                continue
            definition.bind = read_bind(node)
            bound.append((node, definition))
            if node.attribute("id"):
                self._model.bind_ids[node.attribute("id")] = ref
        return bound

    def _mark_repeats(self) -> None:
        """Mark the repeats before anything is compiled: paths mean other nodes inside them."""
        for node in self._parts.body.descendants():
            if node.kind == ELEMENT and node.name == "repeat":
                definition = self._model.definitions.get(normalise_ref(_nodeset(node), self._model.root.ref))
                if definition is not None:
                    definition.repeat = definition.repeat or RepeatRule()
        for definition in self._model.definitions.values():
            above = definition.parent
            definition.in_repeat = definition.repeat is not None or (above is not None and above.in_repeat)

    def _compile_bind(self, node: Node, definition: Definition) -> None:
        bind = definition.bind
        bind.constraint_message = self._texts.message(node, "constraintMsg")
        bind.no_app_message = self._texts.message(node, "noAppErrorString")
        bind.required_message = self._texts.message(node, "requiredMsg")
        for attribute, text in bind.expressions.items():
            rule = self._compiler.rule(attribute, definition, text)
            if rule is not None:
                definition.rules[attribute] = rule
                definition.kept |= attribute == "calculate" and _ONCE.search(text) is not None
                self._rules.append(rule)

    def _compile_counts(self) -> None:
        for node in self._parts.body.descendants():
            count = node.attribute("count") if node.kind == ELEMENT and node.name == "repeat" else ""
            if not count:
                continue
            definition = self._model.definitions.get(normalise_ref(_nodeset(node), self._model.root.ref))
            if definition is not None and definition.repeat is not None:
                rule = self._compiler.rule("count", definition, count)
                definition.repeat.count = rule
                if rule is not None:
                    self._rules.append(rule)

    def _compile_actions(self) -> None:
        for node in self._parts.set_values:
            self._compile_action(node)

    def _compile_action(self, node: Node) -> None:
        if node.name in RECORDING_ACTIONS:
            # No position is known at a desk, and nothing is recorded unseen.
            ref = normalise_ref(node.attribute("ref"), self._model.root.ref)
            self._faults.add(Fault("unsupported", ref, "type", "", text=node.name, severity="warning"))
            return
        if "/@" in node.attribute("ref"):
            # Entities are read but not acted on.
            return
        events = frozenset(node.attribute("event").split())
        parent = node.parent
        holder = self._holder(parent) if parent is not None else None
        target = self._model.definitions.get(
            normalise_ref(node.attribute("ref"), (holder or self._model.root).ref)
        )
        if target is None or not events <= _KNOWN_EVENTS or (holder is None and "odk-new-repeat" in events):
            self._faults.add(Fault("unsupported", node.attribute("ref"), "event", " ".join(sorted(events))))
            return
        text = node.attribute("value") or "'" + node.string().replace("'", "") + "'"
        evaluate, _ = self._compiler.value("setvalue", target, text)
        action = Action(events, target, evaluate, holder)
        target.kept = True
        (holder or self._model.root).actions.append(action)

    def _holder(self, parent: Node) -> Definition | None:
        """Give the definition of the control that a setvalue stands in; None when it stands in the model."""
        if parent.name == "model":
            return None
        ref = parent.attribute("nodeset") or parent.attribute("ref")
        return self._model.definitions.get(normalise_ref(ref, self._model.root.ref)) if ref else None

    def _name_keys(self) -> None:
        """Give each node the name under which its answer is stored: plain where unique, else its path."""
        definitions = list(self._model.definitions.values())[1:]
        names = Counter(each.name for each in definitions)
        for each in definitions:
            each.key = each.name if names[each.name] == 1 else each.ref.split("/", 2)[2].replace("/", ".")
            self._model.by_key[each.key] = each


def _cycle(ring: list[Rule]) -> Fault:
    names = " → ".join([*(rule.definition.name for rule in ring), ring[0].definition.name])
    members = tuple((rule.definition.ref, rule.attribute) for rule in ring)
    return Fault("cycle", *members[0], ring[0].text, -1, names, ring=members)


def _nodeset(node: Node) -> str:
    return node.attribute("nodeset") or node.attribute("ref")

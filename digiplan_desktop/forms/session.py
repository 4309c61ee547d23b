"""A response being filled: the headless door to the engine.

A session holds one response of one form. It answers questions, says what is visible, what is wrong and what is
missing, and gives the write-set that a store must save. It never stores, draws or asks anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from digiplan_desktop.errors import AnswerRefused, QuestionUnknown
from digiplan_desktop.forms import answers
from digiplan_desktop.forms.actions import start_instance
from digiplan_desktop.forms.canonical import has_control_characters
from digiplan_desktop.forms.instance import FormNode, Instance
from digiplan_desktop.forms.metadata import fill_metadata, finish_metadata
from digiplan_desktop.forms.model import Control, Definition, Rule
from digiplan_desktop.forms.rendering import Renderer, language_code, language_name
from digiplan_desktop.forms.search import search_choices
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
    from digiplan_desktop.forms.answers import Value
    from digiplan_desktop.forms.definition import Choice, Form


def _now() -> datetime:
    return datetime.now().astimezone()


class Session:
    """One response of a form.

    Args:
        form: the compiled form.
        data: store paths (q/…, c/…) of a response saved before; paths of no question are kept as they are.
        language: code or name of the language of all texts.
        now: the clock of today(), now() and the start of the response.
        metadata: deviceid, username, phonenumber, email.
    """

    def __init__(
        self,
        form: Form,
        data: Mapping[str, Value] | None = None,
        *,
        language: str = "vi",
        now: Callable[[], datetime] = _now,
        metadata: Mapping[str, str] | None = None,
    ) -> None:
        self.form = form
        self._model = form.model
        self._now = now
        self._instance = Instance(form.model, now=now)
        self._renderer = Renderer(self._instance, language_name(form.model, language))
        self._saved: dict[str, Value] = dict(data or {})
        self._touched = False
        filled, self.unknown = answers.load_answers(self._instance, self._saved)
        fill_metadata(self._instance, metadata or {})
        start_instance(self._instance, filled, first=not filled)
        self._reasons = {
            path[2:]: str(value) for path, value in self._saved.items() if path.startswith("c/") and value
        }

    @property
    def language(self) -> str:
        """The code of the language in which texts are given."""
        return language_code(self._renderer.language)

    @language.setter
    def language(self, language: str) -> None:
        self._renderer.language = language_name(self._model, language)

    # ---------------------------------------------------------------- answering

    def answer(self, ref: str, text: str) -> frozenset[str]:
        """Answer a question; give the references of everything that looks different now.

        The canonical value is stored; "" clears. A text that is not of the question's type is kept as it was
        typed and reported as a violation of kind "type", so that nothing typed is lost.

        Raises:
            QuestionUnknown: there is no such question.
            AnswerRefused: the text holds control characters, or the question is read-only.
        """
        node = self._question(ref)
        if has_control_characters(text):
            raise AnswerRefused(ref=ref, value=text, reason="control_characters")
        if node.readonly:
            raise AnswerRefused(ref=ref, value=text, reason="readonly")
        value = canonical_answer(question_type(node.definition), text)
        self._touched = True
        before = self._soft_failures(node)
        self._instance.set_text(
            node, text.strip() if value is None else self._in_order(node.definition, value)
        )
        return self._visible_changes() | (self._soft_failures(node) ^ before)

    def _in_order(self, definition: Definition, text: str) -> str:
        """Put the options of a select_multiple in the order of their list, as a store gives them back."""
        if not answers.is_multiple(definition):
            return text
        order = answers.option_order(self._model, definition)
        return " ".join(sorted(text.split(), key=lambda option: (order.get(option, len(order)), option)))

    def confirm(self, check: str, reason: str) -> frozenset[str]:
        """Confirm a failing soft check with a reason ("" takes the confirmation back)."""
        found = next((each for each, _ in self._model.soft_checks if each.name == check), None)
        if found is None:
            raise QuestionUnknown(ref=check)
        if has_control_characters(reason):
            raise AnswerRefused(ref=check, value=reason, reason="control_characters")
        self._touched = True
        self._reasons[check] = reason.strip()
        definition = self._model.by_key.get(found.relevant_to)
        return frozenset((definition.ref,)) if definition is not None else frozenset()

    def add_repeat(self, ref: str) -> frozenset[str]:
        """Add an instance of a repeat (named by reference or name) after its last one."""
        parent, definition = self._repeat_place(ref)
        if definition.repeat is None or definition.repeat.fixed or definition.repeat.count is not None:
            raise AnswerRefused(ref=ref, value="", reason="readonly")
        self._touched = True
        self._instance.add_repeat(parent, definition, key=answers.new_key())
        return self._visible_changes()

    def remove_repeat(self, ref: str) -> frozenset[str]:
        """Remove one instance of a repeat: /data/rep[2]."""
        node = self._find(ref)
        if node.definition.repeat is None or node.definition.repeat.fixed:
            raise AnswerRefused(ref=ref, value="", reason="readonly")
        self._touched = True
        self._instance.remove_repeat(node)
        return self._visible_changes()

    def _repeat_place(self, ref: str) -> tuple[FormNode, Definition]:
        above, _, name = ref.rpartition("/")
        definition = self._model.by_key.get(ref) or self._model.definitions.get(_without_places(ref))
        if definition is None or definition.parent is None:
            raise QuestionUnknown(ref=ref)
        parent = self._find(above) if above and name else next(self._instance.nodes_of(definition.parent))
        return parent, definition

    def finish(self) -> frozenset[str]:
        """Note the end of the interview, once every question is answered."""
        finish_metadata(self._instance)
        return self._visible_changes()

    def _visible_changes(self) -> frozenset[str]:
        changed = self._instance.take_changes()
        found = {reference_with_places(node) for node in changed if node.parent is not None}
        for node in changed:
            for watcher in self._model.watchers.get(node.definition.ref, ()):
                found |= {reference_with_places(each) for each in self._instance.nodes_of(watcher)}
        for check, rule in self._model.soft_checks:
            if any(read.definition is node.definition for read in rule.reads for node in changed):
                found.add(self._model.by_key[check.relevant_to].ref)
        return frozenset(found)

    def _soft_failures(self, node: FormNode) -> frozenset[str]:
        checks = [rule for _, rule in self._model.soft_checks if rule.definition is node.definition]
        return frozenset((node.definition.ref,)) if checks and node.text else frozenset()

    # ---------------------------------------------------------------- looking

    def node(self, ref: str) -> NodeState:
        """Give the state of one question or group, by reference or name."""
        found = self._find(ref)
        control = found.definition.control
        if control is None:
            control = Control("calculate", found.definition)
        return self._state(control, found, 0)

    def nodes(self) -> tuple[NodeState, ...]:
        """Give everything to show, in order: groups and repeat instances as headings, then their questions."""
        return tuple(self._shown(self._model.body, self._instance.root, 0))

    def _shown(self, controls: list[Control], parent: FormNode, depth: int) -> Iterator[NodeState]:
        for control in controls:
            definition = control.definition
            if definition is None or (control.tag == "group" and _is_wrapper(control)):
                yield from self._shown(control.children, parent, depth)
            else:
                for node in self._instance.nodes_of(definition, parent):
                    if node.live:
                        yield self._state(control, node, depth)
                        yield from self._shown(control.children, node, depth + 1)

    def _state(self, control: Control, node: FormNode, depth: int) -> NodeState:
        definition = node.definition
        kind = node_kind(control)
        return NodeState(
            ref=reference_with_places(node),
            name=definition.name,
            kind=kind,
            type=question_type(definition) if kind == "question" else kind,
            label=self._renderer.text(control.label, node),
            hint=self._renderer.text(control.hint, node),
            appearance=control.appearance,
            relevant=node.live,
            required=node.required,
            readonly=node.readonly,
            value="" if definition.children else node.text,
            violation=self._violation(node),
            warnings=tuple(self._warnings_of(node)),
            choices_count=len(self._renderer.choices(control, node)),
            media_type=control.media_type,
            depth=depth,
        )

    def choices(self, ref: str, search: str = "", limit: int = 200) -> tuple[Choice, ...]:
        """Give the choices of a select question, at most `limit`, those that fit `search` without diacritics."""
        node = self._find(ref)
        control = node.definition.control
        return (
            search_choices(self._renderer.choices(control, node), search, limit)
            if control is not None
            else ()
        )

    def violations(self) -> tuple[Violation, ...]:
        """Give everything that is wrong or still missing, in the order of the questions."""
        found = (self._violation(node) for node in self._question_nodes())
        return tuple(violation for violation in found if violation is not None)

    def _question_nodes(self) -> Iterator[FormNode]:
        waiting = [self._instance.root]
        while waiting:
            node = waiting.pop()
            if node.live:
                if not node.definition.children:
                    yield node
                waiting.extend(reversed(node.children))  # type: ignore[arg-type]

    def _violation(self, node: FormNode) -> Violation | None:
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

    def warnings(self) -> tuple[SoftWarning, ...]:
        """Give the soft checks that fail now, confirmed or not."""
        questions = {id(rule.definition): rule.definition for _, rule in self._model.soft_checks}
        nodes = (node for definition in questions.values() for node in self._instance.nodes_of(definition))
        return tuple(warning for node in nodes for warning in self._warnings_of(node))

    def _warnings_of(self, node: FormNode) -> Iterator[SoftWarning]:
        if not node.live or not node.text:
            return
        for check, rule in self._model.soft_checks:
            if (
                rule.definition is node.definition
                and not self._undecided(rule)
                and not self._holds(rule, node)
            ):
                message = check.messages.get(self.language) or next(iter(check.messages.values()), "")
                reason = self._reasons.get(check.name, "")
                yield SoftWarning(check.name, reference_with_places(node), message, check.level, reason)

    def _undecided(self, rule: Rule) -> bool:
        """Say whether a question that must still be answered feeds the check: it is too early to ask why."""
        inputs = (node for read in rule.reads for node in self._instance.nodes_of(read.definition))
        return any(node.live and node.required and not node.text for node in inputs)

    def _holds(self, rule: Rule, node: FormNode) -> bool:
        return boolean_of(self._instance.evaluate(rule, node))

    def values(self) -> Mapping[str, str]:
        """Give the canonical value of every relevant leaf by name, calculations included, empty ones too."""
        found = {}
        for node in self._question_nodes():
            definition = node.definition
            key = definition.key if not definition.in_repeat else reference_with_places(node).split("/", 2)[2]
            found[key] = node.text
        return found

    def complete(self) -> bool:
        """Say whether nothing is wrong or missing and every failing warning has a reason."""
        return not self.violations() and all(
            each.reason for each in self.warnings() if each.level == "warning"
        )

    # ---------------------------------------------------------------- saving

    def writes(self) -> Mapping[str, Value]:
        """Give what a store must write: the paths that differ from what was loaded or last saved.

        A session in which nobody has answered anything writes nothing, not even when it was opened.
        """
        if not self._touched:
            return {}
        present = answers.stored_values(self._instance)
        present.update({f"c/{check}": reason for check, reason in self._reasons.items()})
        changed = {path: value for path, value in present.items() if self._saved.get(path) != value}
        for path, value in self._saved.items():
            if path[:2] in ("q/", "c/") and path not in present and path not in self.unknown:
                empty: Value = False if value is True else ""
                if value not in (False, None, ""):
                    changed[path] = empty
        return changed

    def mark_saved(self, writes: Mapping[str, Value]) -> None:
        """Note that the store has these values now."""
        self._saved.update(writes)

    # ---------------------------------------------------------------- finding

    def _question(self, ref: str) -> FormNode:
        node = self._find(ref)
        if node.definition.children or node.definition.control is None:
            raise QuestionUnknown(ref=ref)
        return node

    def _find(self, ref: str) -> FormNode:
        definition = self._model.by_key.get(ref) or self._model.definitions.get(_without_places(ref))
        if definition is None:
            raise QuestionUnknown(ref=ref)
        if not definition.in_repeat or not ref.startswith("/"):
            found = next(self._instance.nodes_of(definition), None)
        else:
            found = next(
                (n for n in self._instance.nodes_of(definition) if reference_with_places(n) == ref), None
            )
        if found is None:
            raise QuestionUnknown(ref=ref)
        return found


def _without_places(ref: str) -> str:
    return "/".join(step.partition("[")[0] for step in ref.split("/"))


def _is_wrapper(control: Control) -> bool:
    """Say whether a group is only the frame that a repeat needs in an XForm."""
    only = control.children[0] if len(control.children) == 1 else None
    return only is not None and only.tag == "repeat" and only.definition is control.definition

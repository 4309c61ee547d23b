"""A response being filled: the headless door to the engine.

A session holds one response of one form. It answers questions, says what is visible, what is wrong and what is
missing, and gives the write-set that a store must save. It never stores, draws or asks anything itself.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from digiplan_desktop.errors import AnswerRefused, FileDamaged, FileMissing, FormUnknown, QuestionUnknown
from digiplan_desktop.forms import answers
from digiplan_desktop.forms.actions import add_instance, answer_node, start_instance
from digiplan_desktop.forms.canonical import has_control_characters
from digiplan_desktop.forms.definition import Choice
from digiplan_desktop.forms.history import History
from digiplan_desktop.forms.instance import Instance
from digiplan_desktop.forms.markup import plain_text
from digiplan_desktop.forms.metadata import fill_metadata, finish_metadata
from digiplan_desktop.forms.observation import Observer
from digiplan_desktop.forms.rendering import Renderer, language_code, language_name
from digiplan_desktop.forms.search import search_choices
from digiplan_desktop.forms.states import reference_with_places
from digiplan_desktop.forms.submission import Envelope, read_instance, write_instance
from digiplan_desktop.forms.xml_reader import XmlBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from digiplan_desktop.forms.answers import Value
    from digiplan_desktop.forms.definition import Form
    from digiplan_desktop.forms.growth import FormNode
    from digiplan_desktop.forms.model import Definition
    from digiplan_desktop.forms.states import NodeState, SoftWarning, Violation


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

    Attributes:
        unknown: the saved answers (by path) that no question of this version of the form owns.
        instance_id: the identifier under which a server knows the response, "uuid:…".
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
        self._instance = Instance(form.model, now=now)
        self._renderer = Renderer(self._instance, language_name(form.model, language))
        self._saved: dict[str, Value] = dict(data or {})
        self._touched = False
        self.instance_id = f"uuid:{uuid.uuid4()}"
        self._defaults = answers.default_instances(self._instance)
        filled, self.unknown = answers.load_answers(self._instance, self._saved)
        fill_metadata(self._instance, metadata or {})
        start_instance(self._instance, filled, first=not filled)
        self._reasons = {
            path[2:]: str(value) for path, value in self._saved.items() if path.startswith("c/") and value
        }
        self._observer = Observer(self._instance, self._renderer, self._reasons)
        self._history = History(self._instance, self._reasons)

    @property
    def language(self) -> str:
        """The code of the language in which texts are given."""
        return language_code(self._renderer.language)

    @language.setter
    def language(self, language: str) -> None:
        self._renderer.language = language_name(self._model, language)

    # Answering

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
        self._begin()
        answer_node(self._instance, self._renderer, node, self._in_order(node.definition, text))
        return self._changes()

    def _in_order(self, definition: Definition, text: str) -> str:
        """Put the options of a select_multiple in the order of their list, as a store gives them back."""
        if not answers.is_multiple(definition):
            return text
        order = answers.option_order(self._model, definition)
        return " ".join(sorted(text.split(), key=lambda option: (order.get(option, len(order)), option)))

    def confirm(self, check: str, reason: str) -> frozenset[str]:
        """Confirm a failing soft check with a reason ("" takes the confirmation back).

        Raises:
            QuestionUnknown: the form has no such check.
            AnswerRefused: the reason holds control characters.
        """
        rule = next((rule for each, rule in self._model.soft_checks if each.name == check), None)
        if rule is None:
            raise QuestionUnknown(ref=check)
        if has_control_characters(reason):
            raise AnswerRefused(ref=check, value=reason, reason="control_characters")
        self._begin()
        self._reasons[check] = reason.strip()
        self._history.close()
        return frozenset(reference_with_places(node) for node in self._instance.nodes_of(rule.definition))

    def add_repeat(self, ref: str) -> frozenset[str]:
        """Add an instance of a repeat (named by reference or name) after its last one.

        Raises:
            QuestionUnknown: there is no such repeat.
            AnswerRefused: the form itself says how many there are.
        """
        parent, definition = self._repeat_place(ref)
        self._refuse_fixed(definition, ref)
        self._begin()
        add_instance(self._instance, parent, definition, key=answers.new_key())
        return self._changes() | frozenset((parent.definition.ref,))

    def remove_repeat(self, ref: str) -> frozenset[str]:
        """Remove one instance of a repeat: /data/rep[2]; raises what `add_repeat` raises."""
        node = self._find(ref)
        self._refuse_fixed(node.definition, ref)
        self._begin()
        self._instance.remove_repeat(node)
        return self._changes()

    def _refuse_fixed(self, definition: Definition, ref: str) -> None:
        repeat = definition.repeat
        if repeat is None:
            raise QuestionUnknown(ref=ref)
        if repeat.fixed or repeat.count is not None:
            raise AnswerRefused(ref=ref, value="", reason="readonly")

    def _repeat_place(self, ref: str) -> tuple[FormNode, Definition]:
        definition = self._definition(ref)
        above = definition.parent
        if above is None:
            raise QuestionUnknown(ref=ref)
        inside = ref.startswith("/") and above.in_repeat
        return self._find(ref.rpartition("/")[0] if inside else above.ref), definition

    def finish(self) -> frozenset[str]:
        """Note the end of the interview, once every question is answered."""
        self._begin()
        finish_metadata(self._instance)
        return self._changes()

    def _begin(self) -> None:
        self._touched = True
        self._history.begin()

    def _changes(self) -> frozenset[str]:
        self._history.close()
        return self._observer.touched_by(self._instance.take_changes())

    # Taking back

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed of this session to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a deed was taken back and nothing done since."""
        return self._history.can_redo

    def undo(self) -> frozenset[str]:
        """Take back the last answer, confirmation or change of a repeat, with all that followed from it."""
        before = dict(self._reasons)
        self._history.undo()
        return self._changes() | self._reasoned(before)

    def redo(self) -> frozenset[str]:
        """Do again what was taken back last."""
        before = dict(self._reasons)
        self._history.redo()
        return self._changes() | self._reasoned(before)

    def _reasoned(self, before: Mapping[str, str]) -> frozenset[str]:
        """Give the questions beside which a soft check now has another reason."""
        return frozenset(
            reference_with_places(node)
            for check, rule in self._model.soft_checks
            if before.get(check.name) != self._reasons.get(check.name)
            for node in self._instance.nodes_of(rule.definition)
        )

    # Looking

    def node(self, ref: str) -> NodeState:
        """Give the state of one question or group, by reference or name; raises QuestionUnknown."""
        return self._observer.state(self._find(ref))

    def nodes(self) -> tuple[NodeState, ...]:
        """Give everything to show, in order: groups and repeat instances as headings, then their questions."""
        return tuple(self._observer.nodes())

    def choices(self, ref: str, search: str = "", limit: int = 200) -> tuple[Choice, ...]:
        """Give the choices of a select question, at most `limit`, those that fit `search` without diacritics."""
        node = self._find(ref)
        control = node.definition.control
        if control is None:
            return ()
        found = search_choices(self._renderer.choices(control, node), search, limit)
        return tuple(Choice(each.value, plain_text(each.label)) for each in found)

    def violations(self) -> tuple[Violation, ...]:
        """Give everything that is wrong or still missing, in the order of the questions."""
        found = (self._observer.violation(node) for node in self._observer.leaves())
        return tuple(violation for violation in found if violation is not None)

    def warnings(self) -> tuple[SoftWarning, ...]:
        """Give the soft checks that fail now, confirmed or not, in the order of the questions."""
        return tuple(self._observer.warnings())

    def values(self) -> Mapping[str, str]:
        """Give the canonical value of every relevant leaf by name, calculations included, empty ones too."""
        return self._observer.values()

    def complete(self) -> bool:
        """Say whether nothing is wrong or missing and every failing warning has a reason."""
        return not self.violations() and all(
            each.reason for each in self.warnings() if each.level == "warning"
        )

    # Saving

    def writes(self) -> Mapping[str, Value]:
        """Give what a store must write: the paths that differ from what was loaded or last saved.

        A session in which nobody has answered anything writes nothing, not even when it was opened.
        """
        if not self._touched:
            return {}
        present = answers.stored_values(self._instance)
        present.update({f"c/{check}": reason for check, reason in self._reasons.items() if reason})
        present.update(dict.fromkeys(self._defaults - present.keys(), False))
        changed = {path: value for path, value in present.items() if self._saved.get(path) != value}
        return changed | answers.cleared(self._saved, present, self.unknown)

    def beginning(self) -> Mapping[str, Value]:
        """Give what opening filled in by itself (preloads, defaults), as paths to store when the answers are made.

        Stored once, these values are the same for all who open the questionnaire later.
        """
        present = answers.stored_values(self._instance)
        return {path: value for path, value in present.items() if self._saved.get(path) != value}

    def mark_saved(self, writes: Mapping[str, Value]) -> None:
        """Note that the store has these values now."""
        self._saved.update(writes)

    # Exchanging

    @classmethod
    def open_instance(cls, form: Form, path: Path, *, language: str = "vi") -> Session:
        """Open the OpenRosa instance in a file; `unknown` then holds what this version of the form lacks.

        Raises:
            FileMissing, FileDamaged: there is no such file, or it is no XML.
            FormUnknown: it is a response to another form.
        """
        if not path.is_file():
            raise FileMissing(path)
        try:
            found = read_instance(form.model, path.read_text(encoding="utf-8-sig", errors="replace"))
        except XmlBroken as error:
            raise FileDamaged(path, error.reason) from error
        if found.form_id != form.id:
            raise FormUnknown(id=found.form_id, known=(form.id,))
        session = cls(form, found.data, language=language)
        session.instance_id = found.instance_id or session.instance_id
        return session

    def instance_xml(self, *, instance_id: str = "", deprecated_id: str = "") -> str:
        """Give the response as an OpenRosa instance document, without what is not relevant."""
        return write_instance(self._instance.root, Envelope(instance_id or self.instance_id, deprecated_id))

    # Finding

    def _question(self, ref: str) -> FormNode:
        node = self._find(ref)
        if node.definition.children or node.definition.control is None:
            raise QuestionUnknown(ref=ref)
        return node

    def _definition(self, ref: str) -> Definition:
        plain = "/".join(step.partition("[")[0] for step in ref.split("/"))
        definition = self._model.by_key.get(ref) or self._model.definitions.get(plain)
        if definition is None:
            raise QuestionUnknown(ref=ref)
        return definition

    def _find(self, ref: str) -> FormNode:
        nodes = self._instance.nodes_of(self._definition(ref))
        exact = "[" in ref
        found = next((node for node in nodes if not exact or reference_with_places(node) == ref), None)
        if found is None:
            raise QuestionUnknown(ref=ref)
        return found

"""Prints a questionnaire: reads the compiled form, hands plain values to the layout."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from digiplan_desktop.actions.paper_boxes import box_pattern
from digiplan_desktop.actions.paper_conditions import Conditions
from digiplan_desktop.actions.paper_texts import PaperTexts
from digiplan_desktop.forms.library import cached_form
from digiplan_desktop.forms.states import question_type
from digiplan_desktop.returns.paper_content import Annex, Answer, Option, Paper, Question, Section

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Choice, Form
    from digiplan_desktop.forms.model import Control, Definition
    from digiplan_desktop.returns.paper import Printed

# A list longer than this stands at the end, one longer than the second is only named.
INLINE_CHOICES, PRINTED_CHOICES = 30, 400
COPIES, MOST_COPIES, MOST_CODE_BOXES = 3, 10, 15
_OWN_NUMBER = re.compile(r"\s*([A-Za-z]{0,3}\d+(?:\.\d+)*[a-z]?)[.):]\s+(\S.*)", re.DOTALL)
_NEVER = frozenset(("false()", "'false'"))
_KINDS = {
    "select_one": Answer.ONE,
    "select_multiple": Answer.SEVERAL,
    "rank": Answer.RANKED,
    "note": Answer.NONE,
    "acknowledge": Answer.TICK,
}


def print_form(path: Path, out: Path, language: str = "vi") -> Printed:
    """Print a questionnaire as a PDF to be filled in by hand.

    Raises:
        FileMissing, FileDamaged, FormBroken: the questionnaire cannot be used.
        FileNotWritable: the PDF cannot be written.
    """
    from digiplan_desktop.returns.paper import write_paper

    return write_paper(out, paper_of(cached_form(path), language))


def paper_of(form: Form, language: str = "vi") -> Paper:
    """Give what the printed questionnaire says; a form without that language speaks its own default one."""
    return _Reader(form, language).read()


class _Reader:
    def __init__(self, form: Form, language: str) -> None:
        self._form = form
        self._language = language
        self._texts = PaperTexts(form, language)
        self._conditions = Conditions(form.model.root, self, language)
        self._annexes: dict[str, Annex] = {}

    def read(self) -> Paper:
        """Give the whole questionnaire."""
        return Paper(
            title=self._form.title,
            form_id=self._form.id,
            version=self._form.version,
            language=self._language,
            items=self._items(self._form.model.body),
            annexes=tuple(self._annexes.values()),
        )

    # Numbers

    @cached_property
    def _numbers(self) -> dict[str, str]:
        """Give each question's number by reference: the one its label begins with, else its place."""
        asked = [
            each.definition
            for each in _questions(self._form.model.body)
            if each.definition is not None and question_type(each.definition) != "note"
        ]
        return {
            definition.ref: self._split(definition)[0] or str(place)
            for place, definition in enumerate(asked, 1)
        }

    def number(self, definition: Definition) -> str:
        """Give a question's number; what has none is named by its label."""
        number = self._numbers.get(definition.ref, "")
        if not number and definition.control is not None:
            return self._texts.text(definition.control.label)
        return number

    def _split(self, definition: Definition) -> tuple[str, str]:
        """Give the number that the label begins with, and the rest of it."""
        label = self._texts.text(definition.control.label) if definition.control is not None else ""
        found = _OWN_NUMBER.fullmatch(label)
        return (found[1], found[2]) if found else ("", label)

    def value_label(self, definition: Definition, value: str) -> str:
        """Give the words of one answer."""
        control = definition.control
        if control is None:
            return ""
        return next((each.label for each in self._texts.choices(control) if each.value == value), "")

    # Items

    def _items(self, controls: list[Control]) -> tuple[Question | Section, ...]:
        found: list[Question | Section] = []
        for control in controls:
            if control.tag not in ("group", "repeat"):
                if control.definition is not None:
                    found.append(self._question(control, control.definition))
            elif control.tag == "repeat":
                found += self._copies(control)
            else:
                found += self._group(control)
        return tuple(found)

    def _group(self, control: Control) -> tuple[Question | Section, ...]:
        """Give a group as a section; one that says nothing itself only hands on its members."""
        items = self._items(control.children)
        title, skip = self._texts.text(control.label), self._skip(control)
        if isinstance(items[0] if items else None, Section) and _frames_repeat(control):
            return items
        return (Section(title, items, self._texts.text(control.hint), skip),) if title or skip else items

    def _copies(self, control: Control) -> list[Section]:
        definition = control.definition
        rule = definition.repeat.count if definition is not None and definition.repeat is not None else None
        fixed = rule.text.strip() if rule is not None else ""
        copies = min(int(fixed), MOST_COPIES) if fixed.isascii() and fixed.isdigit() else COPIES
        title, skip = self._texts.text(control.label), self._skip(control)
        items, hint = self._items(control.children), self._texts.text(control.hint)
        return [Section(title, items, hint, skip, copy) for copy in range(1, copies + 1)]

    def _skip(self, control: Control) -> str:
        definition = control.definition
        if definition is None:
            return ""
        return self._conditions.skip(definition.bind.expressions.get("relevant", ""), definition)

    def _question(self, control: Control, definition: Definition) -> Question:
        kind = question_type(definition)
        choices = self._texts.choices(control)
        answer = _KINDS.get(kind, Answer.TEXT)
        boxes = box_pattern(kind, definition, self._language)
        annex = 0
        if choices and len(choices) > INLINE_CHOICES:
            answer, annex = Answer.CODE, self._annex(control, definition, choices)
            boxes = "#" * min(max(len(choice.value) for choice in choices), MOST_CODE_BOXES)
        elif answer is Answer.TEXT:
            answer = Answer.BOXES if boxes else _text_answer(control)
        return Question(
            name=definition.name,
            number=self._numbers.get(definition.ref, ""),
            text=self._split(definition)[1],
            answer=answer,
            hint=self._texts.text(control.hint),
            skip=self._skip(control),
            check=self._check(definition),
            required=_required(definition),
            options=tuple(Option(choice.value, choice.label) for choice in choices),
            boxes=boxes,
            annex=annex,
            list_name=self._texts.list_name(control),
            list_size=len(choices),
        )

    def _check(self, definition: Definition) -> str:
        """Give what the answer must satisfy: in the form's own words, else its constraint in words."""
        constraint = definition.bind.expressions.get("constraint", "")
        if not constraint:
            return ""
        message = self._texts.text(definition.bind.constraint_message)
        return message or self._conditions.words(constraint, definition)

    def _annex(self, control: Control, definition: Definition, choices: tuple[Choice, ...]) -> int:
        """Give the number of the printed list, 0 when it is too long; the same list is printed once."""
        if len(choices) > PRINTED_CHOICES:
            return 0
        name = self._texts.list_name(control) or definition.ref
        if name not in self._annexes:
            number = len(self._annexes) + 1
            options = tuple(Option(choice.value, choice.label) for choice in choices)
            self._annexes[name] = Annex(number, self._split(definition)[1], options)
        return self._annexes[name].number


def _questions(controls: list[Control]) -> list[Control]:
    found = []
    for control in controls:
        found += _questions(control.children) if control.tag in ("group", "repeat") else [control]
    return found


def _frames_repeat(control: Control) -> bool:
    """Say whether a group only stands around a repeat, which has taken over its label."""
    only = control.children[0] if len(control.children) == 1 else None
    return only is not None and only.tag == "repeat" and only.definition is control.definition


def _required(definition: Definition) -> bool:
    return definition.bind.expressions.get("required", "false()").strip() not in _NEVER


def _text_answer(control: Control) -> Answer:
    return Answer.LONG_TEXT if "multiline" in control.appearance or control.tag == "textarea" else Answer.TEXT

"""The questionnaire as a keyer walks through it: sections, order of questions, what is missing, what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digiplan_desktop.forms.session import Session
    from digiplan_desktop.forms.states import NodeState

_NUMBER = re.compile(r"\s*([^\W\d_]{0,3}\.?\d+(?:\.\d+)*[a-z]?)[.):]\s+", re.UNICODE)
_CODE = re.compile(r"\s*([^\W_]{1,4})[.):]\s+", re.UNICODE)


@dataclass(frozen=True)
class Section:
    """A top-level group, or a run of questions outside any group; `refs` are its nodes in document order."""

    ref: str
    code: str
    title: str
    refs: tuple[str, ...]


@dataclass(frozen=True)
class Problems:
    """Refs of the questions without a required answer, with a wrong one, with a doubtful one; in their order.

    `states` has the gravest of them for each section that has any.
    """

    missing: tuple[str, ...]
    errors: tuple[str, ...]
    doubts: tuple[str, ...]
    states: Mapping[int, str]


def split_number(label: str) -> tuple[str, str]:
    """Give the number that stands before a label, as in "C8. Mức độ", and the rest; the number may be empty."""
    match = _NUMBER.match(label)
    return (match[1], label[match.end() :]) if match else ("", label)


class Outline:
    """Order and state of what applies now; reads the session, never changes it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._states: dict[str, NodeState] = {}
        self._section_of: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._asked: tuple[tuple[str, ...], ...] = ()
        self._problems: Problems | None = None
        self.sections: tuple[Section, ...] = ()
        self.order: tuple[str, ...] = ()
        self.rebuild()

    def rebuild(self) -> None:
        """Read everything anew."""
        nodes = self._session.nodes()
        self._states = {node.ref: node for node in nodes}
        self.sections = tuple(_divide(nodes))
        self._section_of = {ref: index for index, part in enumerate(self.sections) for ref in part.refs}
        self.order = tuple(node.ref for node in nodes if is_asked(node))
        self._places = {ref: place for place, ref in enumerate(self.order)}
        self._asked = tuple(tuple(ref for ref in part.refs if ref in self._places) for part in self.sections)
        self._problems = None

    def update(self, changed: Iterable[str]) -> bool:
        """Read the changed nodes anew; say whether questions appeared or vanished."""
        moved = False
        self._problems = None
        for ref in changed:
            node = self._session.node(ref)
            if node.type == "calculate":
                continue
            known = self._states.get(ref)
            if node.relevant != (known is not None) or (known and is_asked(known) != is_asked(node)):
                moved = True
            elif known is not None:
                self._states[ref] = node
        if moved:
            self.rebuild()
        return moved

    def state(self, ref: str) -> NodeState | None:
        """Give a node that applies now, or None."""
        return self._states.get(ref)

    def section_index(self, ref: str) -> int:
        """Give the index of the section that holds a node; 0 when it is not there."""
        return self._section_of.get(ref, 0)

    def place(self, ref: str) -> tuple[int, int]:
        """Give the place of a question among those of its section, from 1, and their number."""
        asked = self.asked(self.section_index(ref))
        return (asked.index(ref) + 1 if ref in asked else 0), len(asked)

    def asked(self, section: int) -> tuple[str, ...]:
        """Give the questions of a section that wait for an answer."""
        return self._asked[section] if section < len(self._asked) else ()

    def following(self, ref: str, step: int) -> str | None:
        """Give the question `step` places on, or None at either end."""
        if ref not in self._places:
            return None
        index = self._places[ref] + step
        return self.order[index] if 0 <= index < len(self.order) else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The required questions that have no answer."""
        return self._found.missing

    @property
    def errors(self) -> tuple[str, ...]:
        """The questions with an answer that breaks a rule."""
        return self._found.errors

    @property
    def doubts(self) -> tuple[str, ...]:
        """The questions with a soft check that has no reason yet."""
        return self._found.doubts

    def section_state(self, index: int) -> str:
        """Give "error", "doubt", "todo" or "done"."""
        return self._found.states.get(index, "done")

    def first_open(self) -> str | None:
        """Give the question to go on with.

        The first required one without an answer, or the first empty one after the last answer, whichever comes first.
        """
        answered = [index for index, ref in enumerate(self.order) if self._states[ref].value]
        after = self.order[answered[-1] + 1 :] if answered else self.order
        candidates = [*self.missing[:1], *after[:1]]
        return min(candidates, key=self._places.__getitem__) if candidates else next(iter(self.order), None)

    def next_problem(self, ref: str) -> str | None:
        """Give the next question after `ref`, round the end, that is wrong or in doubt; else the next missing one."""
        for wanted in ({*self.errors, *self.doubts}, set(self.missing)):
            start = self._places.get(ref, -1) + 1
            turned = self.order[start:] + self.order[:start]
            found = next((candidate for candidate in turned if candidate in wanted), None)
            if found is not None:
                return found
        return None

    def find_number(self, text: str) -> str | None:
        """Give the question that bears a number ("c8"), a name, or a place in the order; None when there is none."""
        wanted = fold(text).replace(" ", "")
        for ref in self.order:
            state = self._states[ref]
            number, _ = split_number(state.label)
            if wanted and wanted in {fold(number).replace(" ", ""), fold(state.name).replace(" ", "")}:
                return ref
        if wanted.isdecimal() and 0 < int(wanted) <= len(self.order):
            return self.order[int(wanted) - 1]
        return None

    @property
    def _found(self) -> Problems:
        # Asked for many times after each answer, found once.
        if self._problems is None:
            kinds = {ref: _kind(self._states[ref]) for ref in self.order}
            missing = tuple(ref for ref, kind in kinds.items() if kind == "required")
            errors = tuple(ref for ref, kind in kinds.items() if kind not in {"", "required"})
            doubts = tuple(ref for ref in self.order if is_doubtful(self._states[ref]))
            graver = ((missing, "todo"), (doubts, "doubt"), (errors, "error"))
            states = {self._section_of[ref]: state for refs, state in graver for ref in refs}
            self._problems = Problems(missing, errors, doubts, states)
        return self._problems


def is_asked(node: NodeState) -> bool:
    """Say whether a node waits for an answer by the keyer."""
    return node.kind == "question" and not node.readonly and node.type != "note"


def is_doubtful(node: NodeState) -> bool:
    """Say whether a soft check of the question fails and nobody has given a reason.

    An answer that is not of the question's type is an error, and nothing is asked about it beside that.
    """
    if _kind(node) == "type":
        return False
    return any(warning.level == "warning" and not warning.reason for warning in node.warnings)


def _kind(node: NodeState) -> str:
    return node.violation.kind if node.violation is not None else ""


def _divide(nodes: Iterable[NodeState]) -> Iterable[Section]:
    head: NodeState | None = None
    refs: list[str] = []
    count = 0
    for node in nodes:
        top = _top(node.ref)
        if head is not None and top == head.ref:
            refs.append(node.ref)
            continue
        grouped = node.kind != "question"
        if not grouped and refs and head is None:
            refs.append(node.ref)
            continue
        if any(True for _ in refs):
            count += 1
            yield _section(head, refs, count)
        head, refs = (node, []) if grouped else (None, [node.ref])
    if refs:
        yield _section(head, refs, count + 1)


def _section(head: NodeState | None, refs: list[str], number: int) -> Section:
    label = head.label if head is not None else ""
    match = _CODE.match(label)
    code, title = (match[1], label[match.end() :]) if match else (str(number), label)
    return Section(ref=head.ref if head is not None else refs[0], code=code, title=title, refs=tuple(refs))


def _top(ref: str) -> str:
    return "/".join(ref.split("/")[:3])

"""Undo and redo: what each deed did to the tree of a response, kept as it was and as it became."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.forms.growth import FormNode
    from digiplan_desktop.forms.instance import Instance
    from digiplan_desktop.forms.xpath.nodes import Node

MAX_DEEDS = 500


@dataclass
class Journal:
    """What a deed has touched so far: the texts and the children of nodes as they were before it."""

    texts: dict[int, tuple[FormNode, str]] = field(default_factory=dict)
    families: dict[int, tuple[Node, list[Node]]] = field(default_factory=dict)

    def note_text(self, node: FormNode) -> None:
        """Keep the text of a node that is about to change; the first one counts."""
        self.texts.setdefault(id(node), (node, node.text))

    def note_family(self, parent: Node) -> None:
        """Keep the children of a node that is about to gain or lose an instance of a repeat."""
        self.families.setdefault(id(parent), (parent, list(parent.children)))


@dataclass(frozen=True)
class _Deed:
    texts: tuple[tuple[FormNode, str, str], ...]
    families: tuple[tuple[Node, list[Node], list[Node]], ...]
    reasons: tuple[dict[str, str], dict[str, str]]


class History:
    """The deeds on one response, newest last; `reasons` are the confirmations of soft checks, changed in place."""

    def __init__(self, instance: Instance, reasons: dict[str, str]) -> None:
        self._instance = instance
        self._reasons = reasons
        self._before = dict(reasons)
        self._done: deque[_Deed] = deque(maxlen=MAX_DEEDS)
        self._undone: list[_Deed] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a deed was taken back and nothing done since."""
        return bool(self._undone)

    def begin(self) -> None:
        """Watch what the next deed touches."""
        self._before = dict(self._reasons)
        self._instance.journal = Journal()

    def close(self) -> None:
        """Keep the deed, if it changed anything; what had been undone can no longer be redone."""
        journal, self._instance.journal = self._instance.journal, None
        if journal is None:
            return
        texts = [(node, before, node.text) for node, before in journal.texts.values() if node.text != before]
        families = [(node, before, list(node.children)) for node, before in journal.families.values()]
        if texts or families or self._reasons != self._before:
            self._done.append(_Deed(tuple(texts), tuple(families), (self._before, dict(self._reasons))))
            self._undone.clear()

    def undo(self) -> None:
        """Take the last deed back."""
        if self._done:
            deed = self._done.pop()
            self._undone.append(deed)
            self._restore(deed, 0)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            deed = self._undone.pop()
            self._done.append(deed)
            self._restore(deed, 1)

    def _restore(self, deed: _Deed, side: int) -> None:
        self._instance.restore(
            [(node, texts[side]) for node, *texts in deed.texts],
            [(node, children[side]) for node, *children in deed.families],
        )
        self._reasons.clear()
        self._reasons.update(deed.reasons[side])

"""The state of this machine's store: what is in it, what came last, what is in conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.page import Page, PageContext, page_layout
from digiplan_desktop.ui.table import PlainTable
from digiplan_desktop.ui.terms import field_word, record_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Card, Paragraph, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from digiplan_desktop.store.records import Conflict, StoreState
    from digiplan_desktop.store.revision import Revision

_RECENT = 50
_SHORT = 16


@dataclass(frozen=True)
class MachineState:
    """What the page shows, with the names of the records that are mentioned."""

    log: str
    state: StoreState
    recent: Sequence[Revision]
    conflicts: Sequence[Conflict]
    names: Mapping[str, str]


class ExchangePage(Page):
    """Counts, digest, last changes, conflicts."""

    name = "exchange"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.numbers = {name: label("–", "display") for name in self._words()}
        self.facts = {name: label("", "") for name in ("folder", "log", "digest")}
        self.recent = PlainTable(
            (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Record"), self.tr("Changed"))
        )
        self.conflicts = PlainTable((self.tr("Record"), self.tr("Field"), self.tr("Values")))
        self.calm = Paragraph(self.tr("No value was changed on two machines at once."), "secondary")
        self._arrange()

    def title(self) -> str:
        return self.tr("Exchange")

    def refresh(self) -> None:
        """Read the state of the store."""
        workspace = self.context.workspace

        def work() -> MachineState:
            store = workspace.store
            recent, conflicts = store.recent(_RECENT), store.conflicts()
            ids = {revision.record for revision in recent} | {conflict.record for conflict in conflicts}
            names = {
                record.id: str(record.data.get("m/name") or record.data.get("m/title") or "")
                for record in map(store.record, ids)
                if record
            }
            return MachineState(store.log, store.state(), recent, conflicts, names)

        self.run(work, self._show)

    def _words(self) -> dict[str, str]:
        return {
            "records": self.tr("records"),
            "revisions": self.tr("changes kept"),
            "waiting": self.tr("changes waiting for an earlier one"),
            "conflicts": self.tr("conflicts"),
        }

    def _arrange(self) -> None:
        column = page_layout(self)
        column.addWidget(
            Paragraph(
                self.tr(
                    "Every save on this machine is kept as a change that is never overwritten. Two machines that hold "
                    "the same changes show the same records: compare their check sums to be sure."
                )
            )
        )
        column.addLayout(self._counts())
        column.addWidget(self._identity())
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self._framed(self.tr("Last changes on this machine"), self.recent), 2)
        lists.addWidget(self._framed(self.tr("Conflicts"), self.conflicts, self.calm), 1)
        column.addLayout(lists, 1)
        for section, width in enumerate((122, 92, 128, 210)):
            self.recent.setColumnWidth(section, scaled(width))
        for section, width in enumerate((150, 110)):
            self.conflicts.setColumnWidth(section, scaled(width))

    def _counts(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(16)
        for name, word in self._words().items():
            card = Card()
            card.column.setSpacing(0)
            card.column.addWidget(self.numbers[name])
            card.column.addWidget(label(word, "secondary"))
            bar.addWidget(card, 1)
        return bar

    def _identity(self) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        words = {
            "folder": self.tr("Folder of the work store"),
            "log": self.tr("Log of this machine"),
            "digest": self.tr("Check sum of all records"),
        }
        for line, (name, word) in enumerate(words.items()):
            grid.addWidget(label(word, "secondary"), line, 0)
            self.facts[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(self.facts[name], line, 1)
        card.column.addLayout(grid)
        return card

    def _framed(self, heading: str, *widgets: QWidget) -> Card:
        card = Card(heading)
        card.column.setContentsMargins(16, 14, 2, 2)
        for widget in widgets:
            if isinstance(widget, PlainTable):
                widget.setProperty("role", "inside")
                widget.setAccessibleName(heading)
            card.column.addWidget(widget, 1 if isinstance(widget, PlainTable) else 0)
        if len(widgets) > 1:
            card.column.addStretch(0)
        return card

    def _show(self, read: MachineState) -> None:
        language = current_language()
        for name, number in self.numbers.items():
            number.setText(format_number(getattr(read.state, name), 0, language))
        self.facts["folder"].setText(str(self.context.workspace.store.folder))
        self.facts["log"].setText(read.log)
        self.facts["digest"].setText(read.state.digest)
        self.recent.fill(self._line(revision, read.names) for revision in read.recent)
        self.conflicts.fill(self._conflict(conflict, read.names) for conflict in read.conflicts)
        self.conflicts.setVisible(bool(read.conflicts))
        self.calm.setVisible(not read.conflicts)
        self.show_content()

    def _line(self, revision: Revision, names: Mapping[str, str]) -> tuple[str, ...]:
        paths = [_path_word(path) for path in revision.writes]
        shown = ", ".join(paths[:5]) + (" …" if len(paths) > 5 else "")
        name = names.get(revision.record) or revision.record[:_SHORT]
        return (_stamp(revision.at), revision.user or "–", record_word(revision.kind), name, shown)

    def _conflict(self, conflict: Conflict, names: Mapping[str, str]) -> tuple[str, ...]:
        values = " ↔ ".join(f"{option.value} ({option.user})" for option in conflict.options)
        return (names.get(conflict.record) or conflict.record[:_SHORT], _path_word(conflict.path), values)


def _path_word(path: str) -> str:
    return field_word(path.removeprefix("m/")) if path.startswith("m/") else path.removeprefix("q/")


def _stamp(at: datetime) -> str:
    return f"{format_date(at.date(), current_language())} {at:%H:%M}"

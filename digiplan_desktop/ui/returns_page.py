"""Official returns: choose which, see it as it will be printed, write it as an Excel workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.icons import set_icon
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.page import Page, PageContext, page_layout
from digiplan_desktop.ui.return_table import ReturnTable
from digiplan_desktop.ui.terms import territory_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Card, Paragraph, button, label, primary_button, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digiplan_desktop.actions.office import Office
    from digiplan_desktop.actions.returns import ReturnKind, ReturnWish
    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.actions.worklists import Worklist
    from digiplan_desktop.changes import Changes
    from digiplan_desktop.register.areas import DistrictGroup
    from digiplan_desktop.returns.bieu01 import Preview, Written

TERRITORIES = ("old", "new")


@dataclass(frozen=True)
class Offer:
    """What can be chosen: the returns, the rounds they can be made of, the areas by territory."""

    kinds: Sequence[ReturnKind]
    rounds: Sequence[Round]
    groups: Mapping[str, Sequence[DistrictGroup]]


@dataclass(frozen=True)
class Draft:
    """A return as it will be printed, and what is still missing for it."""

    wish: ReturnWish
    preview: Preview
    office: Office
    worklist: Worklist


class ReturnsPage(Page):
    """Choice above, preview below."""

    name = "returns"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._offer: Offer | None = None
        self._wanted: ReturnWish | None = None
        self.kind = _choice(self.tr("Return"), 300)
        self.round = _choice(self.tr("Round"), 330)
        self.territory = _choice(self.tr("Territory"), 190)
        self.area = _choice(self.tr("Area"), 210)
        self.export = primary_button(self.tr("Export to Excel …"), "file-spreadsheet")
        self.table = ReturnTable()
        self.table.setAccessibleName(self.tr("Return"))
        self.missing = Paragraph("")
        self.settings = button(self.tr("Fill in the office"), role="quiet")
        self.heading = label("", "heading")
        self._arrange()
        self._connect()

    def title(self) -> str:
        return self.tr("Returns")

    def concerns(self, changes: Changes) -> bool:
        return changes.targets or changes.settings

    def refresh(self) -> None:
        """Read what can be chosen, then the preview."""
        if self._offer is None:
            self.show_loading()
        workspace = self.context.workspace

        def work() -> Offer:
            from digiplan_desktop.actions.returns import list_returns
            from digiplan_desktop.actions.rounds import list_rounds

            groups = {territory: workspace.catalogue.district_groups(territory) for territory in TERRITORIES}
            return Offer(list_returns(), list_rounds(workspace), groups)

        self.run(work, self._take_offer)

    def wish(self) -> ReturnWish:
        """Give the return that is chosen."""
        from digiplan_desktop.actions.returns import ReturnWish

        return ReturnWish(
            id=str(self.kind.currentData()),
            period=str(self.round.currentData()),
            area=str(self.area.currentData() or ""),
            territory=str(self.territory.currentData()),
        )

    def write(self, path: Path) -> None:
        """Write the chosen return to a file."""
        workspace, wish = self.context.workspace, self.wish()
        self.export.setEnabled(False)

        def work() -> Written:
            from digiplan_desktop.actions.returns import make_return

            return make_return(workspace, wish, path)

        self.run(work, self._written)

    # Building.

    def _arrange(self) -> None:
        column = page_layout(self)
        column.setSpacing(12)
        column.addLayout(row(self.kind, self.round, self.territory, self.area, None, self.export))
        card = Card()
        card.column.setContentsMargins(16, 14, 2, 2)
        card.column.addWidget(self.heading)
        card.column.addWidget(self.table, 1)
        column.addWidget(card, 1)
        self._notice = Card()
        self._notice.column.setContentsMargins(16, 10, 16, 10)
        mark = label("")
        set_icon(mark, "triangle-alert", "warning", 18)
        line = row(mark, self.missing, self.settings, spacing=12)
        line.setStretch(1, 1)
        self._notice.column.addLayout(line)
        column.addWidget(self._notice)

    def _connect(self) -> None:
        self.kind.activated.connect(self._show_rounds)
        self.kind.activated.connect(self._preview)
        self.territory.activated.connect(self._show_areas)
        for choice in (self.round, self.territory, self.area):
            choice.activated.connect(self._preview)
        self.export.clicked.connect(self._choose_file)
        self.settings.clicked.connect(lambda: self.context.page_wanted.emit("settings", ""))
        for code in TERRITORIES:
            self.territory.addItem(territory_word(code), code)

    # Choosing.

    def _take_offer(self, offer: Offer) -> None:
        self._offer = offer
        chosen = self.kind.currentData()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in offer.kinds:
                self.kind.addItem(kind.number, kind.id)
            self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self._show_rounds()
        self._show_areas()
        if not self.round.count():
            self.show_empty(
                self.tr("There is no survey round yet"),
                self.tr(
                    "A return is filled from the questionnaires of a round. Make a round and key its answers first."
                ),
                self.tr("Go to the questionnaires"),
                lambda: self.context.page_wanted.emit("questionnaires", ""),
            )
            return
        self._preview()

    def _show_rounds(self) -> None:
        if self._offer is None:
            return
        kind = next(kind for kind in self._offer.kinds if kind.id == self.kind.currentData())
        chosen = self.round.currentData() or self.context.round_id
        with QSignalBlocker(self.round):
            self.round.clear()
            for known in self._offer.rounds:
                if known.form == kind.form:
                    self.round.addItem(known.title, known.id)
            self.round.setCurrentIndex(max(0, self.round.findData(chosen)))

    def _show_areas(self) -> None:
        if self._offer is None:
            return
        chosen = self.area.currentData()
        with QSignalBlocker(self.area):
            self.area.clear()
            self.area.addItem(self.tr("The whole territory"), "")
            for group in self._offer.groups[str(self.territory.currentData())]:
                self.area.addItem(group.district.name, group.district.uid)
                for commune in group.communes:
                    self.area.addItem(f"      {commune.name}", commune.uid)
            self.area.setCurrentIndex(max(0, self.area.findData(chosen)))

    # Showing.

    def _preview(self) -> None:
        workspace, wish = self.context.workspace, self.wish()
        self._wanted = wish

        def work() -> Draft:
            from digiplan_desktop.actions.office import read_office
            from digiplan_desktop.actions.returns import preview_return
            from digiplan_desktop.actions.worklists import list_worklist

            listed = list_worklist(workspace, wish.period, limit=0)
            return Draft(wish, preview_return(workspace, wish), read_office(workspace), listed)

        self.run(work, self._show_draft)

    def _show_draft(self, draft: Draft) -> None:
        if draft.wish != self._wanted or self._offer is None:
            return
        kind = next(kind for kind in self._offer.kinds if kind.id == draft.wish.id)
        self.heading.setText(f"{kind.number} · {kind.title}")
        self.table.show_preview(draft.preview)
        lines = self._missing(draft)
        self.missing.set_text("\n".join(lines))
        self._notice.setVisible(bool(lines))
        self.settings.setVisible(not (draft.office.name and draft.office.signer_name))
        self.show_content()

    def _missing(self, draft: Draft) -> list[str]:
        lines = []
        counts, language = draft.worklist.counts, current_language()
        left = draft.worklist.total - counts["complete"]
        if left:
            lines.append(
                self.tr(
                    "Fieldwork: {left} of {total} questionnaires are not complete; the figures are provisional."
                ).format(
                    left=format_number(left, 0, language),
                    total=format_number(draft.worklist.total, 0, language),
                )
            )
        if not (draft.office.name and draft.office.signer_name):
            lines.append(
                self.tr("The reporting office or the signer is not filled in: dotted lines are printed.")
            )
        return lines

    # Writing.

    def _choose_file(self) -> None:
        from digiplan_desktop.ui.dialogs import choose_target

        number = self.kind.currentText().split("/")[0].replace(" ", "-")
        period = self.round.currentText().split("(")[0].strip().replace(" ", "-")
        suggestion = Path.home() / f"{number}_{period}.xlsx"
        path = choose_target(
            self, self.tr("Write the return"), self.tr("Excel workbooks (*.xlsx)"), suggestion
        )
        if path is not None:
            self.write(path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx"))

    def _written(self, written: Written) -> None:
        self.export.setEnabled(True)
        words = (
            self.tr("Written: {path}. {cells} cells; the sums agree with the estimates.")
            if written.reconciled
            else self.tr(
                "Written: {path}. {cells} cells; some sums DIFFER from the estimates: see its last sheet."
            )
        )
        self.context.told.emit(
            words.format(path=written.path, cells=format_number(written.cells, 0, current_language()))
        )

    def show_error(self, error: BaseException) -> None:
        """A file that cannot be written is told over the page; the preview stays."""
        from digiplan_desktop.errors import FileNotWritable
        from digiplan_desktop.ui.dialogs import show_message
        from digiplan_desktop.ui.messages import text_of

        self.export.setEnabled(True)
        if isinstance(error, FileNotWritable):
            show_message(self, self.tr("The return was not written"), text_of(error))
        else:
            super().show_error(error)


def _choice(name: str, width: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMaximumWidth(scaled(width))
    made.setMaxVisibleItems(16)
    return made

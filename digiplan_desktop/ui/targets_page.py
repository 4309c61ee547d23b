"""The targets of the plan: a list with status, and for the chosen one what it rests on and why it stands so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QScrollArea, QVBoxLayout, QWidget

from digiplan_desktop.ui.chart_figures import next_year
from digiplan_desktop.ui.figures import value_text
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.page import Page, PageContext, page_layout
from digiplan_desktop.ui.segments import Segments
from digiplan_desktop.ui.target_detail import TargetDetail
from digiplan_desktop.ui.target_row import TargetRow
from digiplan_desktop.ui.terms import territory_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Card, button, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.changes import Changes
    from digiplan_desktop.plan.results import TargetProgress

LIST_WIDTH = 344
TERRITORIES = ("old", "new")


class TargetsPage(Page):
    """List at the left, the chosen target at the right, year and territory above."""

    name = "targets"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.progress: PlanProgress | None = None
        self._names: Mapping[str, str] = {}
        self._year = 0
        self._chosen = ""
        self.rows: dict[str, TargetRow] = {}
        self.territory = QComboBox()
        self.territory.setAccessibleName(self.tr("Territory"))
        for code in TERRITORIES:
            self.territory.addItem(territory_word(code), code)
        self.record = button(self.tr("Record an event …"), "calendar-plus")
        self.detail = TargetDetail(context)
        self._group = QButtonGroup(self)
        self._list = QWidget()
        self._years = row()
        self._arrange()
        self.territory.activated.connect(self.refresh)
        self.record.clicked.connect(self.record_event)
        context.theme_changed.connect(self._theme_changed)

    def title(self) -> str:
        return self.tr("Targets")

    def concerns(self, changes: Changes) -> bool:
        return changes.targets

    def refresh(self) -> None:
        """Measure every target again."""
        if self.progress is None:
            self.show_loading(self.tr("Measuring the targets."))
        workspace, territory = self.context.workspace, str(self.territory.currentData())

        def work() -> tuple[PlanProgress, Mapping[str, str]]:
            from digiplan_desktop.actions.progress import plan_progress

            names = {unit.uid: unit.short for unit in workspace.catalogue.districts(territory)}
            return plan_progress(workspace, territory=territory), names

        self.run(work, self._show)

    def open_record(self, record_id: str) -> None:
        """Choose a target by its id."""
        self._chosen = record_id
        if record_id in self.rows:
            self.choose(record_id)

    def choose(self, target_id: str) -> None:
        """Show one target of the list."""
        progress = self.progress
        if progress is None:
            return
        self._chosen = target_id
        self.rows[target_id].setChecked(True)
        target = next(one for one in progress.of_year(self._year) if one.id == target_id)
        self.detail.show_target(target, progress, self._names)

    def choose_year(self, year: int) -> None:
        """Show the targets that are due in that year."""
        self._year = year
        self._fill()

    def record_event(self) -> None:
        """Open the dialog in which an event of the plan is recorded."""
        if self.progress is None:
            return
        from digiplan_desktop.ui.event_dialog import EventDialog

        dialog = EventDialog(self.context, self.progress.plan, self._chosen, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _arrange(self) -> None:
        column = page_layout(self)
        holder = QWidget()
        holder.setLayout(self._years)
        column.addLayout(
            row(holder, label(self.tr("Territory"), "secondary"), self.territory, None, self.record)
        )
        listed = Card()
        listed.setFixedWidth(scaled(LIST_WIDTH))
        listed.column.setContentsMargins(0, 4, 0, 4)
        listed.column.addWidget(scrolled(self._list))
        body = row(listed, scrolled(self.detail), spacing=16)
        body.setStretch(1, 1)
        column.addLayout(body, 1)

    def _show(self, read: tuple[PlanProgress, Mapping[str, str]]) -> None:
        progress, self._names = read
        self.progress = progress
        if self._year not in progress.years:
            self._year = next_year(progress)
        while (item := self._years.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        years = Segments({str(year): str(year) for year in progress.years}, str(self._year))
        years.on_chosen(lambda year: self.choose_year(int(year)))
        self._years.addWidget(years)
        self._fill()
        self.show_content()

    def _fill(self) -> None:
        progress = self.progress
        if progress is None:
            return
        self.rows = {}
        listed = QWidget()
        listed.setProperty("role", "clear")
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for target in progress.of_year(self._year):
            column.addWidget(self._row(target))
        column.addStretch(1)
        scroll = self._list.parent()
        area = scroll.parent() if scroll is not None else None
        if isinstance(area, QScrollArea):
            area.setWidget(listed)
            self._list = listed
        first = self._chosen if self._chosen in self.rows else next(iter(self.rows), "")
        if first:
            self.choose(first)

    def _row(self, target: TargetProgress) -> TargetRow:
        made = TargetRow(target.short.of(current_language()), value_text(target, target.value), target.status)
        made.clicked.connect(lambda: self.choose(target.id))
        self._group.addButton(made)
        self.rows[target.id] = made
        return made

    def _theme_changed(self) -> None:
        self._fill()

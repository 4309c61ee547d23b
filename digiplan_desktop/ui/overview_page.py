"""The overview: one sentence, the chart of all targets, and the three things that need a person today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.chart_figures import next_year
from digiplan_desktop.ui.chart_view import ChartView
from digiplan_desktop.ui.chart_words import BEHIND, UNCERTAIN, chart_legend, chart_rows, chart_text, headline
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.page import Page, PageContext, page_layout
from digiplan_desktop.ui.segments import Segments
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.todo_card import TodoCard
from digiplan_desktop.ui.widgets import Card, Paragraph, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.actions.worklists import Worklist
    from digiplan_desktop.charts.theme import Theme

_MOST_TARGETS = 3
SIDE = 284


@dataclass(frozen=True)
class Overview:
    """What the page is drawn from."""

    progress: PlanProgress
    worklist: Worklist | None
    conflicts: int


class OverviewPage(Page):
    """Where the plan stands today."""

    name = "overview"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sentence = Paragraph("", "title")
        self.chart = ChartView(context.tasks)
        self.fieldwork = TodoCard(self.tr("Fieldwork"), "clipboard-pen-line")
        self.targets = TodoCard(self.tr("Targets that need attention"), "target")
        self.conflicts = TodoCard(self.tr("Conflicts"), "arrow-left-right")
        self.progress: PlanProgress | None = None
        self._years: Segments | None = None
        self._year = 0
        self._arrange()
        self.fieldwork.opened.connect(lambda: context.page_wanted.emit("questionnaires", ""))
        self.targets.opened.connect(lambda: context.page_wanted.emit("targets", ""))
        self.conflicts.opened.connect(lambda: context.page_wanted.emit("exchange", ""))
        context.theme_changed.connect(self.chart.redraw)

    def title(self) -> str:
        return self.tr("Overview")

    def refresh(self) -> None:
        """Measure every target and count the fieldwork."""
        if self.progress is None:
            self.show_loading(self.tr("Measuring the targets."))
        workspace, round_id = self.context.workspace, self.context.round_id

        def work() -> Overview:
            from digiplan_desktop.actions.progress import plan_progress
            from digiplan_desktop.actions.worklists import list_worklist

            progress = plan_progress(workspace)
            listed = list_worklist(workspace, round_id, limit=0) if round_id else None
            return Overview(progress, listed, workspace.store.state().conflicts)

        self.run(work, self._show)

    def _arrange(self) -> None:
        column = page_layout(self)
        self._head = row(self.sentence, spacing=16)
        self._head.setStretch(0, 1)
        column.addLayout(self._head)
        framed = Card()
        framed.column.setContentsMargins(1, 4, 1, 4)
        framed.column.addWidget(self.chart)
        framed.column.addStretch(1)
        scroll = scrolled(framed)
        side = QWidget()
        side.setProperty("role", "clear")
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for card in (self.fieldwork, self.targets, self.conflicts):
            cards.addWidget(card)
        cards.addStretch(1)
        aside = scrolled(side)
        aside.setFixedWidth(scaled(SIDE))
        body = row(scroll, aside, spacing=16)
        body.setStretch(0, 1)
        column.addLayout(body, 1)

    def _show(self, read: Overview) -> None:
        self.progress = read.progress
        self._offer_years(read.progress)
        self.show_content()
        self.choose_year(self._year)
        self._show_fieldwork(read.worklist)
        self._show_conflicts(read.conflicts)

    def choose_year(self, year: int) -> None:
        """Show the targets that are due in that year."""
        if self.progress is None:
            return
        self._year = year
        self.sentence.set_text(headline(self.progress, year) + ".")
        self.chart.show_chart(plan_chart(self.progress, year))
        self._show_targets(self.progress)

    def _offer_years(self, progress: PlanProgress) -> None:
        if self._year not in progress.years:
            self._year = next_year(progress)
        if self._years is None:
            self._years = Segments({str(year): str(year) for year in progress.years}, str(self._year))
            self._years.on_chosen(lambda year: self.choose_year(int(year)))
            self._head.addWidget(self._years)

    def _show_fieldwork(self, worklist: Worklist | None) -> None:
        if worklist is None:
            self.fieldwork.show_text(self.tr("There is no survey round yet."), self.tr("Make a round"))
            return
        language = current_language()
        done, begun = worklist.counts["complete"], worklist.counts["in_progress"]
        self.fieldwork.show_progress(done, worklist.total)
        self.fieldwork.show_text(
            self.tr("{done} of {total} complete, {begun} begun").format(
                done=format_number(done, 0, language),
                total=format_number(worklist.total, 0, language),
                begun=format_number(begun, 0, language),
            ),
            self.tr("Continue keying"),
        )

    def _show_targets(self, progress: PlanProgress) -> None:
        wanting = [t for t in progress.of_year(self._year) if t.status in BEHIND | UNCERTAIN | {"no_data"}]
        self.targets.clear_lines()
        for target in wanting[:_MOST_TARGETS]:
            self.targets.add_status(target.short.of(current_language()), target.status)
        sentence = "" if wanting else self.tr("Every target with a number is on track.")
        self.targets.show_text(sentence, self.tr("See the targets"))

    def _show_conflicts(self, conflicts: int) -> None:
        if conflicts:
            sentence = self.tr("%n value(s) were changed on two machines: a person decides.", "", conflicts)
        else:
            sentence = self.tr("No conflicts between machines.")
        self.conflicts.show_text(sentence, self.tr("See the exchange"))


def plan_chart(progress: PlanProgress, year: int) -> Callable[[Theme, float], Figure]:
    """Give what draws the chart of all targets of a year, without the title that the page shows itself."""
    from dataclasses import replace

    rows, text, legend = chart_rows(progress.of_year(year)), chart_text(progress, year), chart_legend()
    untitled = replace(text, title="", alt=f"{text.title}. {text.subtitle}")

    def make(theme: Theme, width: float) -> Figure:
        from digiplan_desktop.charts.bullet import bullet_chart

        return bullet_chart(rows, untitled, theme, legend=legend, width=width)

    return make

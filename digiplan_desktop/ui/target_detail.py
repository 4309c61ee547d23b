"""One target in full: its value and status, its chart, why it stands so, the evidence, the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digiplan_desktop.ui.chart_view import ChartView
from digiplan_desktop.ui.figures import aim_text, value_text
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.note_words import note_sentences
from digiplan_desktop.ui.segments import Segments
from digiplan_desktop.ui.table import PlainTable
from digiplan_desktop.ui.target_charts import chart_kinds, target_chart
from digiplan_desktop.ui.target_facts import definition_lines, facts_of
from digiplan_desktop.ui.terms import status_glyph, status_tone, status_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.verdict_words import why
from digiplan_desktop.ui.widgets import Card, Paragraph, label, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.plan.results import TargetProgress
    from digiplan_desktop.ui.page import PageContext


class TargetDetail(QWidget):
    """Shows one target at a time."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[TargetProgress, PlanProgress] | None = None
        self.setProperty("role", "clear")
        self.text = Paragraph("", "heading")
        self.value = label("", "display")
        self.aim = label("", "secondary")
        self.status = label("", "strong")
        self.why = Paragraph("")
        self.notes = Paragraph("", "secondary")
        self.kinds = Segments(self._chart_words(), "trajectory")
        self.kinds.on_chosen(self._draw)
        self.chart = ChartView(context.tasks)
        self.facts = QWidget()
        self.definitions = PlainTable(
            (self.tr("Definition"), self.tr("Estimate"), self.tr("95% interval"), self.tr("Answers"))
        )
        self.definitions.setProperty("role", "inside")
        self.definitions.setAccessibleName(self.tr("The definitions side by side"))
        self._evidence = Card(self.tr("Evidence"))
        self._compared = Card(self.tr("The definitions side by side"))
        self._arrange()

    def show_target(self, target: TargetProgress, progress: PlanProgress, names: Mapping[str, str]) -> None:
        """Show a target as it stands; `names` has the names of units by uid."""
        self._shown = (target, progress)
        self.text.set_text(target.text.of(current_language()))
        self.value.setText(value_text(target, target.value))
        aim = aim_text(target)
        due = self.tr("Target for {year}: {aim}").format(year=target.year, aim=aim)
        self.aim.setText(
            due if aim else self.tr("The plan gives no number for {year}").format(year=target.year)
        )
        self.status.setText(f"{status_glyph(target.status)} {status_word(target.status)}")
        set_tone(self.status, status_tone(target.status))
        self.why.set_text(why(target))
        notes = note_sentences(target, names)
        self.notes.set_text("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._offer_charts()
        self._show_facts(target, progress)
        lines = definition_lines(target)
        self.definitions.fill(lines)
        self.definitions.setFixedHeight(scaled(34 + 32 * len(lines)) + 6)
        self._compared.setVisible(len(lines) > 1)

    def redraw(self) -> None:
        """Draw the chart again, in the theme of now."""
        self.chart.redraw()

    def _chart_words(self) -> dict[str, str]:
        return {
            "trajectory": self.tr("Over time"),
            "dotplot": self.tr("By old district"),
            "bullet": self.tr("Today"),
        }

    def _offer_charts(self) -> None:
        if self._shown is None:
            return
        offered = chart_kinds(*self._shown)
        for kind, made in self.kinds.buttons.items():
            made.setVisible(kind in offered)
        chosen = self.kinds.value if self.kinds.value in offered else offered[0]
        self.kinds.buttons[chosen].setChecked(True)
        self._draw(chosen)

    def _draw(self, kind: str) -> None:
        if self._shown is not None:
            self.chart.show_chart(target_chart(kind, self._context.workspace, *self._shown))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        first = Card()
        first.column.addWidget(self.text)
        first.column.addLayout(row(self.value, self.aim, None, self.status, spacing=12))
        first.column.addWidget(self.why)
        first.column.addWidget(self.notes)
        chart = Card()
        chart.column.setContentsMargins(1, 14, 1, 4)
        head = row(self.kinds)
        head.setContentsMargins(15, 0, 15, 0)
        chart.column.addLayout(head)
        chart.column.addWidget(self.chart)
        self._evidence.column.addWidget(self.facts)
        self._compared.column.addWidget(self.definitions)
        for section, width in enumerate((330, 100, 150)):
            self.definitions.setColumnWidth(section, scaled(width))
        for card in (first, chart, self._evidence, self._compared):
            column.addWidget(card)
        column.addStretch(1)

    def _show_facts(self, target: TargetProgress, progress: PlanProgress) -> None:
        self._evidence.column.removeWidget(self.facts)
        self.facts.deleteLater()
        self.facts = QWidget()
        grid = QGridLayout(self.facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, scaled(170))
        grid.setColumnStretch(1, 1)
        for line, (name, text) in enumerate(facts_of(target, progress)):
            grid.addWidget(label(name, "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            value = Paragraph(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, line, 1)
        self._evidence.column.addWidget(self.facts)

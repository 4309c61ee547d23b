"""One target in full: its value and status, its chart, why it stands so, the evidence, the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digiplan_desktop.ui.chart_view import ChartView
from digiplan_desktop.ui.figures import aim_text, value_text
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.overview_page import target_chart
from digiplan_desktop.ui.table import PlainTable
from digiplan_desktop.ui.target_facts import definition_lines, facts_of
from digiplan_desktop.ui.terms import status_glyph, status_tone, status_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.verdict_words import note_sentences, why
from digiplan_desktop.ui.widgets import Card, Paragraph, label, row, set_tone

if TYPE_CHECKING:
    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.plan.results import TargetProgress
    from digiplan_desktop.ui.tasks import Tasks


class TargetDetail(QWidget):
    """Shows one target at a time."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.text = Paragraph("", "heading")
        self.value = label("", "display")
        self.aim = label("", "secondary")
        self.status = label("", "strong")
        self.why = Paragraph("")
        self.notes = Paragraph("", "secondary")
        self.chart = ChartView(tasks)
        self.facts = QWidget()
        self.definitions = PlainTable(
            (self.tr("Definition"), self.tr("Estimate"), self.tr("95% interval"), self.tr("Answers"))
        )
        self.definitions.setProperty("role", "inside")
        self._evidence = Card(self.tr("Evidence"))
        self._compared = Card(self.tr("The definitions side by side"))
        self._arrange()

    def show_target(self, target: TargetProgress, progress: PlanProgress) -> None:
        """Show a target as it stands."""
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
        notes = note_sentences(target)
        self.notes.set_text("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.chart.show_chart(target_chart(target, progress))
        self._show_facts(target, progress)
        lines = definition_lines(target)
        self.definitions.fill(lines)
        self.definitions.setFixedHeight(scaled(34 + 32 * len(lines)) + 6)
        self._compared.setVisible(len(lines) > 1)

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
        chart.column.setContentsMargins(1, 4, 1, 4)
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

"""Recording an event of the plan: an enterprise founded or attracted, or a figure that an administration reports."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from digiplan_desktop.errors import UserError
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.messages import text_of
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Paragraph, button, label, primary_button, row

if TYPE_CHECKING:
    from digiplan_desktop.actions.events import Event
    from digiplan_desktop.changes import Changes
    from digiplan_desktop.plan.targets import Plan
    from digiplan_desktop.ui.page import PageContext


class EventDialog(QDialog):
    """A small form; what is missing is said beside the button, nothing pops up."""

    def __init__(self, context: PageContext, plan: Plan, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Record an event of the plan"))
        self.setMinimumWidth(scaled(560))
        self.target = QComboBox()
        for each in plan.targets:
            self.target.addItem(f"{each.id} · {each.short.of(current_language())}", each.id)
        self.target.setCurrentIndex(max(0, self.target.findData(target)))
        self.kind = QComboBox()
        self.kind.addItem(self.tr("One enterprise founded or attracted"), "unit")
        self.kind.addItem(self.tr("A figure reported by an administration"), "figure")
        self.date = QDateEdit(QDate.currentDate())
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setCalendarPopup(True)
        self.name = QLineEdit()
        self.people = QSpinBox()
        self.people.setRange(0, 100_000)
        self.people.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.numerator = QLineEdit()
        self.denominator = QLineEdit()
        self.document = QLineEdit()
        self.note = QLineEdit()
        self.problem = Paragraph("", "", "danger")
        self.save = primary_button(self.tr("Record"), "check")
        self.cancel = button(self.tr("Cancel"))
        self._form = QFormLayout()
        self._arrange()
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self._choose_kind(plan, target)

    def event_of(self) -> Event | None:
        """Give what was typed, or None after saying what is wrong with it."""
        from digiplan_desktop.actions.events import Event

        unit = self.kind.currentData() == "unit"
        numerator, denominator = _decimal(self.numerator.text()), _decimal(self.denominator.text())
        problem = self._problem(unit=unit, numerator=numerator, denominator=denominator)
        self.problem.set_text(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            return None
        return Event(
            target=str(self.target.currentData()),
            kind="unit" if unit else "figure",
            date=self.date.date().toPython(),  # type: ignore[arg-type]  # the stubs say object
            name=self.name.text().strip(),
            people=self.people.value() if unit else 0,
            numerator="" if unit else numerator or "",
            denominator="" if unit else denominator or "",
            document=self.document.text().strip(),
            note=self.note.text().strip(),
        )

    def _problem(self, *, unit: bool, numerator: str | None, denominator: str | None) -> str:
        if unit and not self.name.text().strip():
            return self.tr("Type the name of the enterprise.")
        if not unit and not numerator:
            return self.tr("Type the number that was reported, with digits only.")
        if not unit and denominator is None:
            return self.tr("“Out of” has to be a number, or empty.")
        if not self.document.text().strip():
            return self.tr("Type the number of the document that proves it.")
        return ""

    def _arrange(self) -> None:
        self._form.setHorizontalSpacing(20)
        self._form.setVerticalSpacing(10)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        words = (
            (self.tr("Target"), self.target),
            (self.tr("What happened"), self.kind),
            (self.tr("Date"), self.date),
            (self.tr("Name of the enterprise"), self.name),
            (self.tr("Employees"), self.people),
            (self.tr("Number reported"), self.numerator),
            (self.tr("Out of (empty for a plain number)"), self.denominator),
            (self.tr("Document number"), self.document),
            (self.tr("Note"), self.note),
        )
        for word, field in words:
            field.setAccessibleName(word)
            self._form.addRow(label(word, "secondary"), field)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(self._form)
        column.addWidget(self.problem)
        column.addLayout(row(None, self.cancel, self.save))

    def _choose_kind(self, plan: Plan, target: str) -> None:
        found = plan.target(target)
        counted = found is not None and found.indicator.kind in {"count", "sum"}
        self.kind.setCurrentIndex(0 if counted else 1)
        self._show_kind()

    def _show_kind(self) -> None:
        unit = self.kind.currentData() == "unit"
        for field in (self.name, self.people):
            self._form.setRowVisible(field, unit)
        for field in (self.numerator, self.denominator):
            self._form.setRowVisible(field, not unit)

    def _save(self) -> None:
        event = self.event_of()
        if event is None:
            return
        workspace = self._context.workspace

        def work() -> Changes:
            from digiplan_desktop.actions.events import record_event

            return record_event(workspace, event)[1]

        self.save.setEnabled(False)
        self._context.tasks.run(work, self._saved, self._failed)

    def _saved(self, changes: Changes) -> None:
        from datetime import UTC, datetime

        self._context.announce(changes, datetime.now(UTC))
        self._context.told.emit(self.tr("The event is recorded."))
        if isValid(self):
            self.accept()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.save.setEnabled(True)
        self.problem.set_text(text_of(error))
        self.problem.show()


def _decimal(text: str) -> str | None:
    # People type 1.234,5 in Vietnamese and 1,234.5 in English; both mean the same number here.
    cleaned = text.strip().replace(" ", "")
    if not cleaned:
        return ""
    thousands, point = (".", ",") if current_language() == "vi" else (",", ".")
    try:
        number = Decimal(cleaned.replace(thousands, "").replace(point, "."))
    except InvalidOperation:
        return None
    return format(number, "f") if number.is_finite() and number >= 0 else None

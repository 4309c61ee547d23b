"""The dialog that asks for the facts of a new round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from digiplan_desktop.actions.rounds import REGIMES, TERRITORIES, RoundPlan, create_round
from digiplan_desktop.errors import UserError
from digiplan_desktop.ui.entry_answers import read_number
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.messages import text_of
from digiplan_desktop.ui.terms import regime_word, territory_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Paragraph, button, primary_button, row

if TYPE_CHECKING:
    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.changes import Changes
    from digiplan_desktop.ui.page import PageContext

SAMPLE = "probability_sample"
USUAL_FORM = "dn01"


class RoundDialog(QDialog):
    """Form, period, reference day, regime, territory and, for a sample, its size."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Create a round"))
        self.setMinimumWidth(scaled(640))
        self._make_fields()
        self._arrange()
        self.regime.currentIndexChanged.connect(self._show_size)
        self.period.textChanged.connect(self._judge)
        self.size_field.textChanged.connect(self._judge)
        self._show_size()
        context.tasks.run(_titles, self._offer_forms)

    def plan(self) -> RoundPlan:
        """Give what was chosen."""
        regime = str(self.regime.currentData())
        day: QDate = self.day.date()
        return RoundPlan(
            form=str(self.form.currentData()),
            period=self.period.text().strip(),
            regime=regime,
            territory=str(self.territory.currentData()),
            reference_date=day.toPython(),  # type: ignore[arg-type]  # the stubs say object
            sample_size=self._sample_size() if regime == SAMPLE else 0,
        )

    def make_round(self) -> None:
        """Make the round in the background."""
        plan, workspace = self.plan(), self._context.workspace
        self.make.setEnabled(False)
        self._context.tasks.run(lambda: create_round(workspace, plan), self._made, self._failed)

    def _made(self, made: tuple[Round, Changes]) -> None:
        known, changes = made
        self._context.choose_round(known.id)
        self._context.announce(changes)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.make.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.words.set_text(text_of(error))
        self.words.show()

    def _offer_forms(self, titles: dict[str, str]) -> None:
        if not isValid(self):  # closed while the questionnaires were read
            return
        for form_id, title in titles.items():
            self.form.addItem(title, form_id)
        self.form.setCurrentIndex(max(0, self.form.findData(USUAL_FORM)))
        self._judge()

    def _show_size(self) -> None:
        self._fields.setRowVisible(self.size_field, self.regime.currentData() == SAMPLE)
        self._judge()

    def _sample_size(self) -> int:
        number = read_number(self.size_field.text(), current_language())
        return int(number) if number.isdecimal() else 0

    def _judge(self) -> None:
        sampled = self.regime.currentData() != SAMPLE or self._sample_size() > 0
        self.make.setEnabled(bool(self.period.text().strip()) and self.form.count() > 0 and sampled)

    def _make_fields(self) -> None:
        today = QDate.currentDate()
        self.form = QComboBox()
        self.period = QLineEdit(str(today.year()))
        self.day = QDateEdit(today)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setCalendarPopup(True)
        self.regime = QComboBox()
        for regime in REGIMES:
            self.regime.addItem(regime_word(regime), regime)
        self.regime.setCurrentIndex(REGIMES.index(SAMPLE))
        self.territory = QComboBox()
        for territory in TERRITORIES:
            self.territory.addItem(territory_word(territory), territory)
        self.size_field = QLineEdit("600")
        self.words = Paragraph("", tone="danger")
        self.words.hide()
        self.make = primary_button(self.tr("Create the round"))
        self.cancel = button(self.tr("Cancel"))
        self.make.clicked.connect(self.make_round)
        self.cancel.clicked.connect(self.reject)

    def _arrange(self) -> None:
        self._fields = QFormLayout()
        self._fields.setHorizontalSpacing(16)
        self._fields.setVerticalSpacing(12)
        for words, field in (
            (self.tr("Questionnaire"), self.form),
            (self.tr("Period"), self.period),
            (self.tr("Results stand for"), self.day),
            (self.tr("Regime"), self.regime),
            (self.tr("Territory"), self.territory),
            (self.tr("Enterprises to draw"), self.size_field),
        ):
            self._fields.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(self._fields)
        column.addWidget(self.words)
        column.addLayout(row(None, self.cancel, self.make))


def _titles() -> dict[str, str]:
    from digiplan_desktop.forms.compilation import load_form
    from digiplan_desktop.forms.library import shipped_forms

    forms = [load_form(path) for path in shipped_forms()]
    return {path.stem: form.title for path, form in zip(shipped_forms(), forms, strict=True)}

"""The side panel of the list: what is known of the selected enterprise, and how that came about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.filter_chip import FilterChip
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.terms import field_word, size_word, state_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Paragraph, label, line, primary_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.store.records import Record
    from digiplan_desktop.store.revision import Revision

FACTS = (
    "tax_code",
    "area",
    "district",
    "address",
    "legal_rep",
    "phone",
    "email",
    "legal_form",
    "activity",
    "vsic5",
    "reg_date",
    "emp",
    "capital",
    "size",
    "status",
)
_MOST_REVISIONS = 8
WIDTH = 304


@dataclass(frozen=True)
class EnterpriseFacts:
    """What the panel shows: the record, the names of its units, its revisions with the latest first."""

    record: Record
    names: Mapping[str, str]
    history: Sequence[Revision]


class EnterprisePanel(QFrame):
    """Facts and history of one enterprise.

    Signals:
        questionnaire_wanted: the questionnaire of this enterprise in the current round (its record id).
        area_decided: in which commune (uid) a place name of the list lies: name, name of its district, uid.
    """

    questionnaire_wanted = Signal(str)
    area_decided = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(scaled(WIDTH))
        self._id = ""
        self.name = Paragraph("", "heading")
        self.start = primary_button(self.tr("Open questionnaire"), "clipboard-pen-line")
        self.start.clicked.connect(lambda: self.questionnaire_wanted.emit(self._id))
        self._place = ("", "")
        self.unplaced = Paragraph("", "", "warning")
        self.commune = FilterChip(self.tr("Choose the commune"))
        self.commune.chosen.connect(self._decide)
        self._body = QScrollArea(self)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 4, 14)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addWidget(self.start, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.unplaced)
        column.addWidget(self.commune, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body, 1)
        self.show_nothing()

    @property
    def shown(self) -> str:
        """The id of the enterprise in the panel."""
        return self._id

    def show_nothing(self) -> None:
        """Say how to fill the panel."""
        self._id = ""
        self.name.set_text(self.tr("No enterprise selected"))
        self.start.hide()
        self._show_place(None)
        body, column = _body()
        column.addWidget(Paragraph(self.tr("Choose a row to see what is known about it."), "secondary"))
        column.addStretch(1)
        self._body.setWidget(body)

    def show_enterprise(self, facts: EnterpriseFacts, *, in_round: bool) -> None:
        """Show one enterprise; a questionnaire can be opened when there is a round."""
        self._id = facts.record.id
        self.name.set_text(str(facts.record.data.get("m/name") or self.tr("(no name)")))
        self.start.setVisible(in_round)
        self._show_place(facts.record)
        body, column = _body()
        column.addLayout(self._facts(facts))
        column.addWidget(line())
        column.addWidget(label(self.tr("History"), "caption"))
        for revision in facts.history[:_MOST_REVISIONS]:
            column.addWidget(self._revision(revision))
        column.addStretch(1)
        self._body.setWidget(body)

    def offer_communes(self, communes: Sequence[tuple[str, str]]) -> None:
        """Take the communes (uid, name) among which a person decides where an unknown place name lies."""
        self.commune.set_choices(communes)

    def _show_place(self, record: Record | None) -> None:
        data = {} if record is None else record.data
        self._place = (str(data.get("m/area_text") or ""), str(data.get("m/district_text") or ""))
        unplaced = bool(self._place[0]) and not data.get("m/area")
        words = self.tr(
            "The list says “{text}”: no commune of that name is known. The decision counts for all like it."
        )
        self.unplaced.set_text(words.format(text=", ".join(filter(None, self._place))))
        self.unplaced.setVisible(unplaced)
        self.commune.setVisible(unplaced)

    def _decide(self, uid: str) -> None:
        if uid:
            self.commune.clear()
            self.area_decided.emit(*self._place, uid)

    def _facts(self, facts: EnterpriseFacts) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, scaled(96))
        shown = [(name, self._fact(name, facts)) for name in FACTS]
        for row, (name, text) in enumerate(pair for pair in shown if pair[1]):
            caption = Paragraph(field_word(name), "secondary")
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            value = Paragraph(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _fact(self, name: str, facts: EnterpriseFacts) -> str:
        value = facts.record.data.get(f"m/{name}")
        if value in {None, ""}:
            return ""
        if name in {"area", "district"}:
            return facts.names.get(str(value), str(value))
        return _WORDS.get(name, str)(str(value))

    def _revision(self, revision: Revision) -> QWidget:
        when = revision.at
        stamp = f"{format_date(when.date(), current_language())} {when:%H:%M}"
        names = [field_word(path.removeprefix("m/")) for path in revision.writes if path.startswith("m/")]
        shown = ", ".join(names[:4]) + (" …" if len(names) > 4 else "")
        deeds = {"import": self.tr("imported"), "create": self.tr("made"), "delete": self.tr("deleted")}
        deed = deeds.get(revision.act, self.tr("changed"))
        return Paragraph(f"{stamp} · {revision.user or '–'} · {deed}\n{shown}", "secondary")


def _body() -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    body.setProperty("role", "clear")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(8)
    return body, column


def _day(text: str) -> str:
    from datetime import date

    try:
        return format_date(date.fromisoformat(text), current_language())
    except ValueError:
        return text


def _number(text: str) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return format_number(number, 0 if number == number.to_integral_value() else 2, current_language())


_WORDS: Mapping[str, Callable[[str], str]] = {
    "size": size_word,
    "status": state_word,
    "reg_date": _day,
    "emp": _number,
    "capital": _number,
}

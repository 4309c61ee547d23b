"""The worklist of one round: search, status, lines; Enter opens a questionnaire."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.icons import icon
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.questionnaires_model import COLUMNS, WorklistModel
from digiplan_desktop.ui.states import StateView
from digiplan_desktop.ui.table import TableView
from digiplan_desktop.ui.terms import regime_word, response_word, territory_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, label, primary_button, repolish, row

if TYPE_CHECKING:
    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.actions.worklists import WorkItem, Worklist

STATUSES = ("", "new", "in_progress", "complete")
_PAUSE = 120
_WIDTHS = (132, 380, 240, 140)


class WorklistView(QWidget):
    """Shows what it is given and says what the user wants.

    Signals:
        wanted: the search or the status changed.
        opened: the line (WorkItem) whose questionnaire is to be opened.
        round_wanted, blank_wanted, check_wanted, register_wanted: the buttons of the page.
    """

    wanted = Signal()
    opened = Signal(object)
    round_wanted = Signal()
    blank_wanted = Signal()
    check_wanted = Signal()
    register_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = ""
        self._make_parts()
        self._arrange()
        self._connect()

    def show_round(self, known: Round) -> None:
        """Say what the lines are drawn from; the round's title stands in the header already."""
        language = current_language()
        frame = self.tr("%n enterprise(s) in the frame", "", known.frame_size)
        parts = [
            regime_word(known.regime),
            territory_word(known.territory),
            frame.replace(str(known.frame_size), format_number(known.frame_size, 0, language)),
        ]
        if known.drawn:
            drawn = self.tr("%n drawn", "", known.drawn)
            parts.append(drawn.replace(str(known.drawn), format_number(known.drawn, 0, language)))
        self.about.setText(" · ".join(parts))
        self.about.setToolTip(" · ".join((known.title, *parts)))

    def show_worklist(self, found: Worklist) -> None:
        """Show the lines and how many there are of each status."""
        language = current_language()
        kept = self.table.currentIndex().row()
        self.model.show_items(found.items)
        for status, chip in self.chips.items():
            count = found.total if not status else found.counts.get(status, 0)
            glyph, _tone, word = response_word(status) if status else ("", "", self.tr("All"))
            chip.setText(f"{glyph} {word}  {format_number(count, 0, language)}".strip())
        self._say_why_empty(found)
        self._stack.setCurrentIndex(0 if found.items else 1)
        self._light(max(0, min(kept, len(found.items) - 1)))

    def light_response(self, response_id: str) -> None:
        """Put the line of a questionnaire in the light."""
        place = self.model.row_of(response_id)
        if place >= 0:
            self._light(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.search.hasFocus() and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.table.setFocus()
            if event.key() != Qt.Key.Key_Down:
                self._open(max(0, self.table.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _say_why_empty(self, found: Worklist) -> None:
        if found.total:
            self._state.show_empty(
                self.tr("No line fits"),
                self.tr("No questionnaire of this round fits the search and the status. Change one of them."),
                self.tr("Show all"),
                self._show_all,
            )
            return
        self._state.show_empty(
            self.tr("No questionnaire yet"),
            self.tr(
                "This round visits every enterprise of its frame. "
                "Choose one in the list of enterprises to begin its questionnaire."
            ),
            self.tr("List of enterprises"),
            self.register_wanted.emit,
        )

    def _show_all(self) -> None:
        self.search.clear()
        self._choose("")

    def _choose(self, status: str) -> None:
        self.status = status
        for code, chip in self.chips.items():
            chip.setProperty("chosen", code == status)
            repolish(chip)
        self.wanted.emit()

    def _open(self, place: int) -> None:
        item: WorkItem | None = self.model.item(place)
        if item is not None:
            self.opened.emit(item)

    def _light(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(place, 0), flags)

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name or tax code; no diacritics needed"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.new_round = primary_button(self.tr("Create a round"), "calendar-plus")
        self.blank = button(self.tr("Questionnaire without a respondent"), "file-plus")
        self.check = button(self.tr("Check a form"), "file-spreadsheet")
        self.about = label("", "secondary")
        self.chips = {status: button("", role="chip") for status in STATUSES}
        self.chips[""].setProperty("chosen", True)
        self.model = WorklistModel(self)
        self.table = TableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Worklist"))
        self._state = StateView()
        self._timer = QTimer(self, singleShot=True)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        top = row(self.search, self.check, self.blank, self.new_round)
        top.setStretch(0, 1)
        column.addLayout(top)
        column.addLayout(row(*self.chips.values(), None, self.about))
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._state)
        column.addWidget(body, 1)
        header = self.table.horizontalHeader()
        for section, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(section, scaled(width))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(COLUMNS.index("name"), QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._timer.start(_PAUSE))
        self._timer.timeout.connect(self.wanted)
        self.table.opened.connect(self._open)
        for status, chip in self.chips.items():
            chip.clicked.connect(partial(self._choose, status))
        self.new_round.clicked.connect(self.round_wanted)
        self.blank.clicked.connect(self.blank_wanted)
        self.check.clicked.connect(self.check_wanted)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)

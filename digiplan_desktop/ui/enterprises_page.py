"""The register: search and filters above, the list below, the selected enterprise at the side."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QLineEdit

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.enterprise_model import COLUMNS, EnterpriseModel
from digiplan_desktop.ui.enterprise_panel import WIDTH, EnterpriseFacts, EnterprisePanel
from digiplan_desktop.ui.filter_chip import FilterChip
from digiplan_desktop.ui.icons import icon
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.page import Page, PageContext, page_layout
from digiplan_desktop.ui.table import TableView
from digiplan_desktop.ui.terms import response_word, size_word, state_word
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, label, primary_button, row

if TYPE_CHECKING:
    from digiplan_desktop.changes import Changes
    from digiplan_desktop.register.areas import Catalogue
    from digiplan_desktop.store.enterprises import EnterpriseQuery

SIZES = ("micro", "small", "medium", "large", "unknown")
STATES = ("active", "suspended", "dissolved", "moved", "unknown")
RESPONSES = ("none", "new", "in_progress", "complete")
_PAUSE = 80
_WIDTHS = (108, 320, 176, 80, 126, 116, 96)
# A table narrower than this does without the column; the side panel says the same.
_DISPENSABLE = (("changed_at", 1000), ("status", 900), ("size", 720), ("response_status", 660))


class EnterprisesPage(Page):
    """List, search, filters, side panel, import."""

    name = "enterprises"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._catalogue: Catalogue | None = None
        self._wanted = ""
        self._make_parts()
        self._arrange()
        self._connect()

    def title(self) -> str:
        return self.tr("Enterprises")

    def concerns(self, changes: Changes) -> bool:
        return changes.enterprises or changes.responses or changes.rounds

    def refresh(self) -> None:
        """Read the catalogue once, then the list."""
        if self._catalogue is None:
            self.show_loading()
            workspace = self.context.workspace
            self.run(lambda: workspace.catalogue, self._take_catalogue)
        else:
            self._query()

    def open_record(self, record_id: str) -> None:
        """Show one enterprise in the panel, whatever the list shows."""
        self._wanted = record_id
        self._show_record(record_id)

    # Building.

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            self.tr("Search by name, tax code, telephone or address; no diacritics needed")
        )
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.import_button = primary_button(self.tr("Import a list"), "upload")
        self.chips = {
            "district": FilterChip(self.tr("Old district")),
            "area": FilterChip(self.tr("Commune")),
            "size": FilterChip(self.tr("Size")),
            "status": FilterChip(self.tr("Status")),
            "response_status": FilterChip(self.tr("In this round")),
        }
        self.chips["size"].set_choices([(size, size_word(size)) for size in SIZES])
        self.chips["status"].set_choices([(state, state_word(state)) for state in STATES])
        self.chips["response_status"].set_choices([(code, self._response(code)) for code in RESPONSES])
        self.clear = button(self.tr("Clear filters"), "x", "quiet")
        self.count = label("", "secondary")
        self.model = EnterpriseModel(self.context, self._area_name)
        self.model.setParent(self)
        self.table = TableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("List of enterprises"))
        self.panel = EnterprisePanel()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)

    def _arrange(self) -> None:
        column = page_layout(self)
        column.setSpacing(12)
        top = row(self.search, self.import_button)
        top.setStretch(0, 1)
        column.addLayout(top)
        column.addLayout(row(*self.chips.values(), self.clear, None, self.count))
        body = row(self.table, self.panel, spacing=16)
        body.setStretch(0, 1)
        column.addLayout(body, 1)
        header = self.table.horizontalHeader()
        for section, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(section, scaled(width))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(COLUMNS.index("name"), QHeaderView.ResizeMode.Stretch)
        self.clear.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._timer.start(_PAUSE))
        self._timer.timeout.connect(self._query)
        self.import_button.clicked.connect(self.choose_list)
        self.chips["district"].chosen.connect(self._choose_district)
        for chip in self.chips.values():
            chip.chosen.connect(self._query)
        self.clear.clicked.connect(self._clear_filters)
        self.model.counted.connect(self._counted)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._select(index.row()))
        self.table.opened.connect(self._open_row)
        self.table.copied.connect(self._copied)
        self.panel.questionnaire_wanted.connect(self._start)
        self.panel.area_decided.connect(self._decide_area)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        room = self.width() - scaled(WIDTH)
        for name, needed in _DISPENSABLE:
            self.table.setColumnHidden(COLUMNS.index(name), room < scaled(needed))
        if not self.context.round_id:
            self.table.hideColumn(COLUMNS.index("response_status"))

    # Reading.

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        groups = catalogue.district_groups("new")
        self.chips["district"].set_choices([(group.district.uid, group.district.name) for group in groups])
        self._offer_communes("")
        self.panel.offer_communes([(unit.uid, unit.name) for group in groups for unit in group.communes])
        self._query()

    def _offer_communes(self, district: str) -> None:
        if self._catalogue is None:
            return
        groups = self._catalogue.district_groups("new")
        self.chips["area"].set_choices(
            [
                (unit.uid, unit.name)
                for group in groups
                if not district or group.district.uid == district
                for unit in group.communes
            ]
        )

    def _choose_district(self, district: str) -> None:
        self._offer_communes(district)

    def query(self) -> EnterpriseQuery:
        """Give what is searched for and filtered by."""
        from digiplan_desktop.store.enterprises import EnterpriseQuery

        return EnterpriseQuery(
            search=self.search.text().strip(),
            round=self.context.round_id,
            **{name: chip.value for name, chip in self.chips.items()},
        )

    def _query(self) -> None:
        filtered = any(chip.value for chip in self.chips.values())
        self.clear.setVisible(filtered)
        self.chips["response_status"].setVisible(bool(self.context.round_id))
        self._fit_columns()
        self.model.show(self.query())

    def _counted(self, count: int) -> None:
        wanted = self.query()
        filtered = any(
            (wanted.search, wanted.area, wanted.district, wanted.size, wanted.status, wanted.response_status)
        )
        if not count and not filtered:
            self.show_empty(
                self.tr("The register is empty"),
                self.tr(
                    "The register holds the enterprises of the province. Import the Excel list of your office: "
                    "DigiPlan finds the heading and the columns by itself and shows what it will do first."
                ),
                self.tr("Import a list"),
                self.choose_list,
            )
            return
        self.show_content()
        self.count.setText(
            self.tr("%n enterprise(s)", "", count).replace(
                str(count), format_number(count, 0, current_language())
            )
        )
        if count and not self._wanted:
            self.table.selectionModel().setCurrentIndex(
                self.model.index(0, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self._select(0)
        elif not count:
            self.panel.show_nothing()
        self._wanted = ""

    # Acting.

    def choose_list(self) -> None:
        """Let the user choose a list and show what importing it would do."""
        from digiplan_desktop.ui.dialogs import choose_file

        kinds = self.tr("Lists (*.xlsx *.xls *.ods *.csv);;All files (*)")
        path = choose_file(self, self.tr("Choose a list of enterprises"), kinds)
        if path is not None:
            from digiplan_desktop.ui.import_dialog import ImportDialog

            dialog = ImportDialog(self.context, path, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _select(self, number: int) -> None:
        found = self.model.row_at(number) if number >= 0 else None
        if found is not None and found.id != self.panel.shown:
            self._show_record(found.id)

    def _show_record(self, record_id: str) -> None:
        workspace = self.context.workspace

        def work() -> EnterpriseFacts | None:
            record = workspace.store.record(record_id)
            if record is None:
                return None
            uids = [str(record.data.get(path) or "") for path in ("m/area", "m/district")]
            names = {uid: workspace.catalogue.unit(uid).name for uid in uids if uid}
            return EnterpriseFacts(record, names, tuple(reversed(workspace.store.history(record_id))))

        self.run(work, self._show_facts)

    def _show_facts(self, facts: EnterpriseFacts | None) -> None:
        if facts is not None:
            self.panel.show_enterprise(facts, in_round=bool(self.context.round_id))

    def _open_row(self, number: int) -> None:
        found = self.model.row_at(number)
        if found is not None and self.context.round_id:
            self._start(found.id)

    def _start(self, enterprise: str) -> None:
        workspace, round_id = self.context.workspace, self.context.round_id

        def work() -> str:
            from digiplan_desktop.actions.questionnaires import start_response

            return start_response(workspace, round_id, enterprise)

        self.run(work, lambda response: self.context.page_wanted.emit("questionnaires", response))

    def _decide_area(self, text: str, district_text: str, uid: str) -> None:
        workspace = self.context.workspace

        def work() -> Changes:
            from digiplan_desktop.actions.enterprises import decide_area

            return decide_area(workspace, text, district_text, uid)

        self.run(work, self._decided)

    def _decided(self, changes: Changes) -> None:
        shown = self.panel.shown
        self.context.announce(changes, datetime.now(UTC))
        self.context.told.emit(self.tr("Decided: every enterprise with this place name now lies there."))
        self._show_record(shown)

    def _clear_filters(self) -> None:
        for chip in self.chips.values():
            chip.clear()
        self._offer_communes("")
        self._query()

    def _copied(self, rows: int) -> None:
        self.context.told.emit(self.tr("%n row(s) copied: paste them into Excel.", "", rows))

    def _area_name(self, uid: str) -> str:
        return self._catalogue.unit(uid).name if self._catalogue else uid

    def _response(self, code: str) -> str:
        return self.tr("No questionnaire") if code == "none" else response_word(code)[2]

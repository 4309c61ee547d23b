"""Taking in a list of enterprises: first what would happen, then the import, then what became of each row."""

from __future__ import annotations

from collections import Counter
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from digiplan_desktop.errors import Cancelled, UserError
from digiplan_desktop.text import format_number
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.messages import field_word, refusal_text, text_of
from digiplan_desktop.ui.table import PlainTable
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Card, Paragraph, button, label, primary_button, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from digiplan_desktop.actions.enterprises import ImportReport
    from digiplan_desktop.ui.page import PageContext

_MOST_ROWS = 2000


class ImportDialog(QDialog):
    """One list on its way into the register."""

    def __init__(self, context: PageContext, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = path
        self._stop = Event()
        self._under_way = False
        self.report: ImportReport | None = None
        self.setWindowTitle(self.tr("Import a list of enterprises"))
        self.resize(scaled(820), scaled(600))
        self._make_parts()
        self._arrange()
        self._preview()

    def _make_parts(self) -> None:
        self.heading = label("", "title")
        self.sentence = Paragraph("")
        self.counts = Counts()
        self.columns = Paragraph("", "secondary")
        self.rows = PlainTable(
            (self.tr("Row"), self.tr("Column"), self.tr("Value in the list"), self.tr("What happens and why"))
        )
        for column, width in enumerate((56, 126, 150)):
            self.rows.setColumnWidth(column, scaled(width))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.accept_button = primary_button(self.tr("Import the list"), "upload")
        self.accept_button.clicked.connect(self._import)
        self.close_button = button(self.tr("Cancel"))
        self.close_button.clicked.connect(self._leave)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self.heading, self.sentence, self.bar, self.counts, self.columns):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        column.addLayout(row(None, self.close_button, self.accept_button))

    # Before.

    def _preview(self) -> None:
        self._show_working(
            self.tr("Reading the list"), self.tr("“{file}” is being read. Nothing is changed yet.")
        )
        workspace, path = self._context.workspace, self._path

        def work() -> ImportReport:
            from digiplan_desktop.actions.enterprises import import_list

            return import_list(workspace, path, dry_run=True)

        self._run(work, self._show_preview)

    def _show_preview(self, report: ImportReport) -> None:
        self._show_report(report, self.tr("What the import will do"))
        useful = report.added + report.updated
        if useful:
            sentence = self.tr("Check the numbers and the columns, then import. Nothing is changed yet.")
        else:
            sentence = self.tr(
                "Every row that can be read is in the register already: there is nothing to import."
            )
        self.sentence.set_text(sentence)
        self.accept_button.setVisible(bool(useful))
        self.accept_button.setFocus()

    # The import itself.

    def _import(self) -> None:
        self._show_working(
            self.tr("Importing"), self.tr("“{file}” is being taken into the register, all or nothing.")
        )
        self.close_button.setText(self.tr("Stop"))
        workspace, path, tasks = self._context.workspace, self._path, self._context.tasks

        def tell(done: int, total: int) -> None:
            tasks.post(partial(self._progress, done, total))

        def work() -> ImportReport:
            from digiplan_desktop.actions.enterprises import import_list

            return import_list(workspace, path, progress=tell, cancelled=self._stop.is_set)

        self._run(work, self._show_result)

    def _progress(self, done: int, total: int) -> None:
        if isValid(self):
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _show_result(self, report: ImportReport) -> None:
        from datetime import UTC, datetime

        self.report = report
        self._show_report(report, self.tr("The list is in the register"))
        self.sentence.set_text(
            self.tr(
                "Rows marked ✖ were not taken in. Correct them in the list and import it again: only they change."
            )
            if report.refusals
            else self.tr("Every row was taken in.")
        )
        self.accept_button.hide()
        self.close_button.setText(self.tr("Close"))
        self._context.announce(report.changes, datetime.now(UTC))

    # What both show.

    def _show_report(self, report: ImportReport, heading: str) -> None:
        self._under_way = False
        self.heading.setText(heading)
        self.bar.hide()
        self.counts.show_report(report)
        self.counts.show()
        self.columns.set_text(self._reading(report))
        self.columns.show()
        lines = list(self._lines(report))
        self.rows.fill(lines)
        self.rows.setVisible(bool(lines))
        self.close_button.setText(self.tr("Cancel"))
        self.close_button.setEnabled(True)

    def _reading(self, report: ImportReport) -> str:
        """Say which columns were recognised and which rows are no enterprises."""
        found = " · ".join(f"{heading} → {field_word(name)}" for name, heading in report.columns.items())
        # A text file has no sheet.
        words = (
            self.tr("Sheet “{sheet}”. Columns: {columns}") if report.sheet else self.tr("Columns: {columns}")
        )
        columns = words.format(sheet=report.sheet, columns=found)
        passed = Counter(each.reason for each in report.skipped)
        if not passed:
            return columns
        counted = " · ".join(f"{refusal_text(reason)}: {count}" for reason, count in passed.most_common())
        return columns + "\n" + self.tr("Rows that are no enterprises: {rows}").format(rows=counted)

    def _lines(self, report: ImportReport) -> Iterator[tuple[str, str, str, str]]:
        for mark, group in (("✖", report.refusals), ("▲", report.warnings)):
            for each in group[:_MOST_ROWS]:
                column = field_word(each.column) if each.column else ""
                yield str(each.row), column, str(each.value or ""), f"{mark} {refusal_text(each.reason)}"
            if len(group) > _MOST_ROWS:
                yield "…", "", "", self.tr("… and {count} more").format(count=len(group) - _MOST_ROWS)

    def _show_working(self, heading: str, sentence: str) -> None:
        self._under_way = True
        self._stop.clear()
        self.heading.setText(heading)
        self.sentence.set_text(sentence.format(file=self._path.name))
        self.bar.setRange(0, 0)
        self.bar.show()
        for widget in (self.counts, self.columns, self.rows, self.accept_button):
            widget.hide()

    def _run(self, work: object, done: object) -> None:
        def answer(result: object) -> None:
            if isValid(self):
                done(result)  # type: ignore[operator]

        self._context.tasks.run(work, answer, self._failed)  # type: ignore[arg-type]

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if not isValid(self):
            return
        self._under_way = False
        stopped = isinstance(error, Cancelled)
        self.heading.setText(self.tr("Stopped") if stopped else self.tr("The list was not imported"))
        self.sentence.set_text(text_of(error))
        self.bar.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setEnabled(True)

    def _leave(self) -> None:
        if self._under_way:
            self._stop.set()
            self.close_button.setEnabled(False)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop.set()
        super().closeEvent(event)


class Counts(QWidget):
    """Five numbers side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = {
            name: label("0", "display") for name in ("read", "added", "updated", "unchanged", "refused")
        }
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        for name, word in self._words().items():
            card = Card()
            card.column.setSpacing(0)
            card.column.addWidget(self._numbers[name])
            card.column.addWidget(label(word, "secondary"))
            bar.addWidget(card, 1)
        self.setMinimumHeight(scaled(84))

    def show_report(self, report: ImportReport) -> None:
        """Show what became, or would become, of the rows."""
        values = {
            "read": report.read,
            "added": report.added,
            "updated": report.updated,
            "unchanged": report.unchanged,
            "refused": report.refused,
        }
        for name, value in values.items():
            self._numbers[name].setText(format_number(value, 0, current_language()))
            self._numbers[name].setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _words(self) -> dict[str, str]:
        return {
            "read": self.tr("rows read"),
            "added": self.tr("new"),
            "updated": self.tr("updated"),
            "unchanged": self.tr("unchanged"),
            "refused": self.tr("refused"),
        }

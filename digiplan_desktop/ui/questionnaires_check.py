"""What is wrong with an XLSForm that somebody wrote: a table of places and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from digiplan_desktop.errors import UserError
from digiplan_desktop.ui.messages import problem_text, text_of
from digiplan_desktop.ui.table import PlainTable
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import Paragraph, button, label, row, set_tone

if TYPE_CHECKING:
    from pathlib import Path

    from digiplan_desktop.forms.compilation import FormCheck
    from digiplan_desktop.ui.page import PageContext


class FormCheckDialog(QDialog):
    """Compiles the form in the background and lists its problems."""

    def __init__(self, context: PageContext, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check a form"))
        self.resize(scaled(760), scaled(460))
        self._file = path.name
        self.verdict = label(path.name, "heading")
        self.about = Paragraph(self.tr("Reading the form."), "secondary")
        self.table = PlainTable((self.tr("Weight"), self.tr("Problem")))
        self.table.setColumnWidth(0, scaled(110))
        self.table.setWordWrap(True)
        self.table.hide()
        closing = button(self.tr("Close"))
        closing.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.verdict)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addLayout(row(None, closing))

        def work() -> FormCheck:
            from digiplan_desktop.forms.compilation import check_form

            return check_form(path)

        context.tasks.run(work, self._show, self._failed)

    def _show(self, found: FormCheck) -> None:
        sentence = self.tr("The form can be used.") if found.ok else self.tr("The form cannot be used yet.")
        self.verdict.setText(("✔ " if found.ok else "▲ ") + sentence)
        set_tone(self.verdict, "good" if found.ok else "danger")
        self.about.set_text(self._facts(found) if found.questions else self._file)
        weights = {"error": self.tr("Error"), "warning": self.tr("Warning")}
        self.table.fill(
            [weights.get(one.severity, one.severity), problem_text(one)] for one in found.problems
        )
        self.table.setVisible(bool(found.problems))
        self.table.resizeRowsToContents()

    def _facts(self, found: FormCheck) -> str:
        facts = self.tr("{title} · version {version} · languages: {languages}")
        names = ", ".join(str(getattr(language, "name", language)) for language in found.languages)
        questions = self.tr("%n question(s)", "", found.questions)
        about = facts.format(title=found.title, version=found.version or "–", languages=names or "–")
        return f"{self._file} · {about} · {questions}"

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.verdict.setText("▲ " + self.tr("The form cannot be read."))
        set_tone(self.verdict, "danger")
        self.about.set_text(text_of(error))


def choose_form(parent: QWidget) -> Path | None:
    """Let the user choose an XLSForm."""
    from digiplan_desktop.ui.dialogs import choose_file

    title = QCoreApplication.translate("FormCheckDialog", "Choose a form")
    kinds = QCoreApplication.translate("FormCheckDialog", "Forms (*.xlsx *.xls *.xml);;All files (*)")
    return choose_file(parent, title, kinds)

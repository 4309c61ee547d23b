"""Settings: language, theme, size of text, the office that signs returns, the work store, licences."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from digiplan_desktop import __version__
from digiplan_desktop.ui.language import LANGUAGES, current_language, install_language
from digiplan_desktop.ui.page import Page, PageContext
from digiplan_desktop.ui.segments import Segments
from digiplan_desktop.ui.theme import SCALES, THEMES, apply_theme, scaled
from digiplan_desktop.ui.widgets import Card, Paragraph, button, label, primary_button, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.actions.office import Office
    from digiplan_desktop.changes import Changes

_WIDE = 760


class SettingsPage(Page):
    """Everything that can be chosen."""

    name = "settings"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.languages = Segments(LANGUAGES, current_language())
        self.themes = Segments(dict(zip(THEMES, self._theme_words(), strict=True)), context.preferences.theme)
        self.scales = Segments({str(scale): f"{scale}%" for scale in SCALES}, str(context.preferences.scale))
        self.office = {name: QLineEdit() for name in self._office_words()}
        self.save_office = primary_button(self.tr("Save the office"), "check")
        self._arrange()
        self._connect()

    def title(self) -> str:
        return self.tr("Settings")

    def concerns(self, changes: Changes) -> bool:
        return changes.settings

    def refresh(self) -> None:
        """Read the office."""
        workspace = self.context.workspace

        def work() -> Office:
            from digiplan_desktop.actions.office import read_office

            return read_office(workspace)

        self.run(work, self._show_office)

    # Building.

    def _theme_words(self) -> tuple[str, ...]:
        return (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))

    def _office_words(self) -> Mapping[str, str]:
        return {
            "superior": self.tr("Agency above"),
            "name": self.tr("Reporting office"),
            "receiver": self.tr("Receiving office"),
            "place": self.tr("Place"),
            "preparer": self.tr("Prepared by"),
            "checker": self.tr("Checked by"),
            "signer_title": self.tr("Title of the signer"),
            "signer_name": self.tr("Name of the signer"),
        }

    def _arrange(self) -> None:
        body = QWidget()
        body.setProperty("role", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        for card in (self._looks(), self._office(), self._store(), self._about()):
            card.setMaximumWidth(scaled(_WIDE))
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self.content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def _looks(self) -> Card:
        card = Card(self.tr("Language and look"))
        form = _form()
        form.addRow(label(self.tr("Language"), "secondary"), self.languages)
        form.addRow(label(self.tr("Theme"), "secondary"), self.themes)
        form.addRow(label(self.tr("Size of text"), "secondary"), self.scales)
        card.column.addLayout(form)
        return card

    def _office(self) -> Card:
        card = Card(self.tr("Office, as printed on returns"))
        form = _form()
        for name, word in self._office_words().items():
            self.office[name].setAccessibleName(word)
            form.addRow(label(word, "secondary"), self.office[name])
        card.column.addLayout(form)
        card.column.addLayout(row(None, self.save_office))
        return card

    def _store(self) -> Card:
        card = Card(self.tr("Work store"))
        store = self.context.workspace.store
        folder = Paragraph(str(store.folder))
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(folder)
        card.column.addWidget(
            Paragraph(
                self.tr(
                    "The whole store is this folder: copy it to back it up, close the window before you move it."
                ),
                "secondary",
            )
        )
        other = button(self.tr("Open another work store …"), "folder-open")
        other.clicked.connect(self._choose_store)
        card.column.addLayout(row(other, None))
        return card

    def _about(self) -> Card:
        card = Card(self.tr("About DigiPlan"))
        card.column.addWidget(
            Paragraph(
                self.tr("DigiPlan Desktop {version}. Free software under the Apache License 2.0.").format(
                    version=__version__
                )
            )
        )
        licences = button(self.tr("Licences of what is inside …"), "info")
        licences.clicked.connect(self._show_licences)
        card.column.addLayout(row(licences, None))
        return card

    def _connect(self) -> None:
        self.languages.on_chosen(self._choose_language)
        self.themes.on_chosen(self._choose_theme)
        self.scales.on_chosen(self._choose_scale)
        self.save_office.clicked.connect(self._save_office)

    # Acting.

    def _choose_language(self, code: str) -> None:
        self.context.preferences.language = code
        install_language(_app(), code)
        self.context.language_changed.emit()

    def _choose_theme(self, theme: str) -> None:
        self.context.preferences.theme = theme
        apply_theme(_app(), theme, self.context.preferences.scale)
        self.context.theme_changed.emit()

    def _choose_scale(self, percent: str) -> None:
        self.context.preferences.scale = int(percent)
        apply_theme(_app(), self.context.preferences.theme, int(percent))
        self.context.language_changed.emit()

    def _show_office(self, office: Office) -> None:
        for name, field in self.office.items():
            with QSignalBlocker(field):
                field.setText(str(getattr(office, name)).replace("\n", " / "))
        self.show_content()

    def _save_office(self) -> None:
        workspace = self.context.workspace
        typed = {name: field.text().strip() for name, field in self.office.items()}

        def work() -> Changes:
            from digiplan_desktop.actions.office import Office, save_office

            known = {field.name for field in fields(Office)}
            return save_office(
                workspace,
                Office(**{name: text.replace(" / ", "\n") for name, text in typed.items() if name in known}),
            )

        self.run(work, self._office_saved)

    def _office_saved(self, changes: Changes) -> None:
        from datetime import UTC, datetime

        self.context.announce(changes, datetime.now(UTC))
        self.context.told.emit(self.tr("The office is saved."))

    def _choose_store(self) -> None:
        from digiplan_desktop.ui.dialogs import choose_folder

        folder = choose_folder(
            self, self.tr("Choose the folder of a work store"), self.context.workspace.store.folder.parent
        )
        if folder is not None:
            self.context.store_wanted.emit(folder)

    def _show_licences(self) -> None:
        from digiplan_desktop.ui.licences_dialog import LicencesDialog

        dialog = LicencesDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 4, 0, 4)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(10)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        message = "there is no window system"
        raise TypeError(message)
    return app

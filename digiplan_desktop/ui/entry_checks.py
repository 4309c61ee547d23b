"""The lines under a field: what is wrong with the answer, and what is doubtful until somebody says why it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digiplan_desktop.ui.entry_text import WrappedText
from digiplan_desktop.ui.messages import violation_text
from digiplan_desktop.ui.question_editors import AnswerLine
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.forms.states import SoftWarning, Violation


class WarningLine(QWidget):
    """One soft check: its words, the button that asks for a reason, and the reason once it was given.

    Signals:
        confirmed: the name of the check and the reason.
        entered: the keyboard is in the reason.
    """

    confirmed = Signal(str, str)
    entered = Signal()

    def __init__(self, check: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        self.words = WrappedText("warning", parent=self)
        self.ask = button(self.tr("Confirm and give reason  Ctrl+Enter"), role="quiet")
        self.ask.setFocusPolicy(self.focusPolicy())
        self.ask.clicked.connect(self.begin)
        self.reason = AnswerLine(self)
        self.reason.setPlaceholderText(self.tr("Why is this right? Enter keeps the reason"))
        self.reason.setMaximumWidth(scaled(560))
        self.reason.entered.connect(self.entered)
        self.reason.left.connect(self.finish)
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        below = QHBoxLayout()
        below.addWidget(self.ask)
        below.addStretch(1)
        column.addLayout(below)
        column.addWidget(self.reason)
        self._given = ""
        self._owed = False

    @property
    def open(self) -> bool:
        """Whether the reason is still owed."""
        return self._owed

    def show_warning(self, warning: SoftWarning) -> None:
        """Show the check in its state of now."""
        self._given = warning.reason
        self._owed = warning.level == "warning" and not warning.reason
        if warning.reason:
            confirmed = self.tr("{message} — confirmed: {reason}")
            words = confirmed.format(message=warning.message, reason=warning.reason)
            self.words.set_text(f"✓ {words}", "secondary")
        else:
            self.words.set_text(f"△ {warning.message}", "warning")
        self.ask.setVisible(self._owed and self.reason.isHidden())
        self.reason.setAccessibleName(warning.message)

    def begin(self) -> None:
        """Ask for the reason, here."""
        self.ask.hide()
        self.reason.setText(self._given)
        self.reason.show()
        self.reason.setFocus()

    def finish(self) -> None:
        """Take the reason that stands in the line, if any, and close the line."""
        if self.reason.isHidden():
            return
        self.reason.compose()
        text = self.reason.text().strip()
        self.reason.hide()
        self.ask.setVisible(self._owed and not text)
        if text and text != self._given:
            self._given, self._owed = text, False
            self.confirmed.emit(self.check, text)


class CheckLines(QWidget):
    """All lines under one field; takes no room while there are none.

    Signals:
        confirmed: the name of a check and the reason that was given for it.
        entered: the keyboard is in one of the lines.
    """

    confirmed = Signal(str, str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self.violation = WrappedText("danger", parent=self)
        self.violation.hide()
        self._column.addWidget(self.violation)
        self.warnings: dict[str, WarningLine] = {}
        self.hide()

    def show_checks(self, violation: Violation | None, warnings: Sequence[SoftWarning]) -> None:
        """Show these and nothing else."""
        words = violation_text(violation.kind, violation.message) if violation is not None else ""
        self.violation.set_text(f"▲ {words}" if words else "")
        self.violation.setVisible(bool(words))
        for warning in warnings:
            self._line(warning.check).show_warning(warning)
        shown = {warning.check for warning in warnings}
        for check, line in self.warnings.items():
            line.setVisible(check in shown)
        self.setVisible(bool(words or shown))

    def open_warning(self) -> WarningLine | None:
        """Give the first shown line that still owes a reason."""
        return next((line for line in self.warnings.values() if line.open and not line.isHidden()), None)

    @property
    def writing(self) -> bool:
        """Whether the keyboard is in a reason."""
        return any(line.reason.hasFocus() for line in self.warnings.values())

    def finish(self) -> None:
        """Take every reason that is being written."""
        for line in self.warnings.values():
            line.finish()

    def _line(self, check: str) -> WarningLine:
        if check not in self.warnings:
            line = WarningLine(check, self)
            line.confirmed.connect(self.confirmed)
            line.entered.connect(self.entered)
            self._column.addWidget(line)
            self.warnings[check] = line
        return self.warnings[check]

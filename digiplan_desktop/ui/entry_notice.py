"""The line under the questionnaire: what blocks completion, that it is complete and who is next, what was not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from digiplan_desktop.ui.entry_text import WrappedText
from digiplan_desktop.ui.theme import scaled
from digiplan_desktop.ui.widgets import button, primary_button

if TYPE_CHECKING:
    from collections.abc import Callable


class EntryNotice(QFrame):
    """One sentence with at most two buttons; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = WrappedText(strong=True, parent=self)
        self.first = primary_button("")
        self.second = button("")
        self._calls: list[Callable[[], Any] | None] = [None, None]
        self.first.clicked.connect(lambda: self._call(0))
        self.second.clicked.connect(lambda: self._call(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(8)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.second)
        line.addWidget(self.first)
        self.hide()

    def tell(self, sentence: str, tone: str = "text") -> None:
        """Say a sentence that needs no deed."""
        self.offer(sentence, tone, ("", None), ("", None))

    def offer(
        self,
        sentence: str,
        tone: str,
        first: tuple[str, Callable[[], Any] | None],
        second: tuple[str, Callable[[], Any] | None],
    ) -> None:
        """Say a sentence and offer one or two deeds: the word on the button and what it does."""
        self.words.set_text(sentence, tone)
        for place, (made, (word, call)) in enumerate(((self.first, first), (self.second, second))):
            made.setText(word)
            made.setVisible(bool(word))
            self._calls[place] = call
        self.show()
        if first[0]:
            self.first.setFocus()

    @property
    def sentence(self) -> str:
        """What it says; "" while hidden."""
        return self.words.text if not self.isHidden() else ""

    def _call(self, place: int) -> None:
        call = self._calls[place]
        if call is not None:
            call()


class QuestionJump(QFrame):
    """The line that asks for the number of a question (F6)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = WrappedText(strong=True, parent=self)
        self.words.set_text(self.tr("Go to question number"))
        self.words.setFixedWidth(scaled(190))
        self.line = QLineEdit(self)
        self.line.setFixedWidth(scaled(140))
        self.line.setPlaceholderText("C8")
        self.line.setAccessibleName(self.words.text)
        self.answer = WrappedText("danger", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.line)
        row.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def begin(self) -> None:
        """Ask."""
        self.line.clear()
        self.answer.set_text("")
        self.show()
        self.line.setFocus()

    def refuse(self) -> None:
        """Say that no such question applies now."""
        self.answer.set_text(self.tr("No question with this number applies now."))
        self.line.selectAll()

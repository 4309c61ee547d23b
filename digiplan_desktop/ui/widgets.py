"""The small parts that every page is built from: labels, buttons, cards, paragraphs, chips."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from digiplan_desktop.ui.icons import set_icon


def label(text: str, role: str = "", tone: str = "") -> QLabel:
    """Give a line of plain text in a role of the style sheet: title, heading, display, strong, secondary, caption."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget the colour of a tone: "good", "warning", "danger", "accent" or none."""
    widget.setProperty("tone", tone)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again; before the first look there is no need.

    Asking for `widget.style()` makes PySide6 build all enums of QStyle, which is better done after the first paint.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


class Paragraph(QLabel):
    """Text of several lines, set wide enough apart that stacked Vietnamese marks never touch."""

    def __init__(self, text: str, role: str = "", tone: str = "", *, centred: bool = False) -> None:
        super().__init__()
        self._align = "center" if centred else "left"
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show plain text; blank lines and line ends are kept."""
        lines = escape(text).replace("\n", "<br>")
        self.setText(f'<p style="line-height:108%; margin:0" align="{self._align}">{lines}</p>')
        self.setAccessibleName(text)


def button(text: str, icon: str = "", role: str = "") -> QPushButton:
    """Give a button; `role` is "", "quiet", "chip" or "status"."""
    # Fusion draws the icon close to the word: a blank keeps them apart.
    made = QPushButton(f" {text}" if icon else text)
    made.setAccessibleName(text)
    if role:
        made.setProperty("role", role)
    if icon:
        set_icon(made, icon)
    made.setAutoDefault(False)
    return made


def primary_button(text: str, icon: str = "") -> QPushButton:
    """Give the one button of a page or dialog that does its main deed."""
    made = button(text, icon, "primary")
    if icon:
        set_icon(made, icon, "on_accent")
    made.setAutoDefault(True)
    return made


class Card(QFrame):
    """A framed surface with a column of content."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        if heading:
            self.column.addWidget(label(heading, "heading"))


def line() -> QFrame:
    """Give a hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Give the widgets side by side; None stretches."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made


def scrolled(body: QWidget) -> QScrollArea:
    """Give an area without a frame in which `body` scrolls up and down when it is higher than the area.

    Where its height follows from its width, that height is taken: Qt's own hint thinks of far narrower paragraphs.
    """
    layout = body.layout()
    if layout is not None and layout.hasHeightForWidth():
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area

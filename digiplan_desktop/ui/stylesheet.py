"""The style sheet of the window, written from the colour roles; widgets name a role, never a colour."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.ui.theme import Colours

# Widgets take part by the dynamic property "role": card, primary, quiet, chip, title, heading, secondary …
_SHEET = Template("""
QToolTip { background: $text; color: $surface; border: 0; padding: 6px 8px; }
QMainWindow, QDialog, QWidget[role="page"] { background: $sunken; }
QWidget[role="sidebar"] { background: $surface; border: 0; border-right: 1px solid $line; }
QWidget[role="header"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QWidget[role="statusbar"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[role="banner"] { background: $tint; border: 0; border-bottom: 1px solid $line; }
QFrame[role="notice"] { background: $tint; border: 1px solid $accent; border-radius: 6px; }
QFrame[role="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-family: "$title_family"; font-weight: 600; font-size: ${title}px; }
QLabel[role="heading"] { font-family: "$title_family"; font-weight: 600; font-size: ${heading}px; }
QLabel[role="display"] { font-family: "$title_family"; font-weight: 600; font-size: ${display}px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { color: $secondary; font-size: ${small}px; }
QLabel[role="caption"] { color: $secondary; font-size: ${small}px; font-weight: 600; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="accent"] { color: $accent; }
QPushButton, QToolButton[role="button"] { background: $surface; color: $text; border: 1px solid $line;
    border-radius: 6px; padding: 0 13px; min-height: ${control}px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: $sunken; border-color: $secondary; }
QPushButton:pressed { background: $tint; }
QPushButton:disabled { color: $secondary; background: $sunken; border-color: $line; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $accent; padding: 0 12px;
    min-height: ${control_focus}px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $sunken; color: $secondary; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: $accent; padding: 0 7px; }
QPushButton[role="quiet"]:hover { background: $tint; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 0 6px; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; border-radius: 4px; color: $accent;
    padding: 0; min-height: ${link}px; font-weight: 600; }
QPushButton[role="link"]:hover { background: $tint; }
QPushButton[role="link"]:focus { border: 2px solid $accent; }
QPushButton[role="status"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 0 5px; min-height: ${status}px; font-size: ${small}px; color: $secondary; }
QPushButton[role="status"]:hover { color: $accent; }
QPushButton[role="status"]:focus { border: 2px solid $accent; padding: 0 4px; }
QPushButton[role="chip"] { background: $surface; border-radius: ${chip_radius}px; min-height: ${chip}px;
    padding: 0 11px; font-size: ${small}px; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 10px; min-height: ${chip_focus}px; }
QPushButton[role="chip"][chosen="true"] { background: $tint; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton::menu-indicator { width: 0; image: none; }
QPushButton[role="segment"] { border-radius: 0; padding: 0 12px; }
QPushButton[role="segment"]:checked { background: $tint; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton[role="nav"] { text-align: left; border: 0; border-left: 3px solid transparent; border-radius: 0;
    background: transparent; padding: 0 13px 0 17px; min-height: ${nav}px; }
QPushButton[role="nav"][folded="true"] { padding: 0 17px 0 17px; }
QPushButton[role="nav"]:hover { background: $sunken; }
QPushButton[role="nav"]:checked { background: $tint; border-left: 3px solid $accent; color: $accent; font-weight: 600; }
QPushButton[role="nav"]:focus { border: 2px solid $accent; border-left: 3px solid $accent; padding: 0 11px 0 17px; }
QPushButton[role="row"] { text-align: left; border: 0; border-left: 3px solid transparent; border-radius: 0;
    background: transparent; padding: 8px 12px; }
QPushButton[role="row"]:hover { background: $sunken; }
QPushButton[role="row"]:focus { border: 2px solid $accent; padding: 6px 10px 6px 13px; }
QPushButton[role="listed"] { text-align: left; border: 0; border-left: 3px solid transparent; border-radius: 0;
    border-bottom: 1px solid $line_soft; background: transparent; padding: 0; }
QPushButton[role="listed"]:hover { background: $sunken; }
QPushButton[role="listed"]:checked { background: $tint; border-left: 3px solid $accent; }
QPushButton[role="listed"]:focus { border: 2px solid $accent; }
QLabel[role="number"] { font-weight: 600; font-size: ${heading}px; }
QLabel[role="state"] { font-size: ${small}px; }
QLabel[tone="muted"] { color: $secondary; }
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox, QComboBox { background: $surface; color: $text;
    border: 1px solid $line_strong; border-radius: 6px; padding: 0 9px; min-height: ${control}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 6px 9px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0 8px; min-height: ${control_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 8px; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled {
    background: $sunken; color: $secondary; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QDateEdit::drop-down { border: 0; width: 28px; }
QDateEdit::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QComboBox QAbstractItemView, QMenu, QListView[role="popup"] { background: $surface; color: $text;
    border: 1px solid $line; border-radius: 6px; padding: 4px; outline: 0; }
QComboBox QAbstractItemView::item, QListView[role="popup"]::item {
    min-height: ${row}px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QListView[role="popup"]::item:selected { background: $tint; color: $text; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 24px; }
QCheckBox:focus, QRadioButton:focus { outline: 0; border: 2px solid $accent; border-radius: 4px; }
QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $surface; color: $text;
    border: 1px solid $line; border-radius: 6px; gridline-color: $line; outline: 0;
    selection-background-color: $tint; selection-color: $text; }
QTableView[role="inside"] { border: 0; border-top: 1px solid $line; border-radius: 0; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QTableView::item { padding: 0 8px; border: 0; border-bottom: 1px solid $line_soft; }
QTableView::item:selected, QListView::item:selected { background: $tint; color: $text; }
QListView::item { min-height: ${row}px; padding: 0 8px; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $secondary; font-size: ${small}px; font-weight: 600;
    border: 0; border-bottom: 1px solid $line; padding: 0 11px; min-height: ${row}px; }
QTableCornerButton::section { background: $surface; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $handle; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: 1px solid $line; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: transparent; }
""")


def stylesheet(colours: Colours, body: float, title_family: str) -> str:
    """Give the style sheet for the colours, with running text of `body` pixels."""
    scale = body / 14
    sizes = {
        "small": body * 13 / 14,
        "heading": body * 15 / 14,
        "title": body * 20 / 14,
        "display": body * 28 / 14,
        "row": 32 * scale,
        "control": 34 * scale,
        "control_focus": 32 * scale,
        "chip": 26 * scale,
        "chip_focus": 24 * scale,
        "chip_radius": 13 * scale,
        "nav": 40 * scale,
        "status": 22 * scale,
        "link": 24 * scale,
    }
    named = {name: str(value) for name, value in vars(colours).items()}
    return _SHEET.substitute(
        named,
        **{name: str(round(value)) for name, value in sizes.items()},
        title_family=title_family,
        accent_hover=mix(colours.accent, colours.text, 0.15),
        line_strong=mix(colours.line, colours.secondary, 0.62),
        handle=mix(colours.line, colours.secondary, 0.35),
        line_soft=mix(colours.line, colours.surface, 0.45),
        arrow=_arrow(dark=colours.dark),
    )


def mix(first: str, second: str, part: float) -> str:
    """Give the colour that lies at `part` (0 to 1) on the way from `first` to `second`, all #RRGGBB."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def _arrow(*, dark: bool) -> str:
    # A style sheet can only name image files, and these cannot be tinted: one file a theme.
    from digiplan_desktop import paths

    return (paths.ICONS / ("chevron-down-dark.svg" if dark else "chevron-down-light.svg")).as_posix()

"""The look of the window: colour roles, fonts, palette; light, dark or as the system says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from digiplan_desktop import paths
from digiplan_desktop.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

BODY_FAMILY = "Source Sans 3"
TITLE_FAMILY = "Be Vietnam Pro"
BODY_PIXELS = 14
THEMES = ("system", "light", "dark")
SCALES = (90, 100, 115, 130, 150)


@dataclass(frozen=True)
class Colours:
    """The colours of one theme by role, as #RRGGBB. `tint` is the ground of a selection."""

    surface: str
    sunken: str
    line: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    danger: str
    warning: str
    good: str
    tint: str
    dark: bool


LIGHT = Colours(
    surface="#FFFFFF",
    sunken="#F4F6F8",
    line="#D9DFE5",
    text="#15202B",
    secondary="#52606D",
    accent="#005B99",
    on_accent="#FFFFFF",
    danger="#A8380A",
    warning="#8A6100",
    good="#00664F",
    tint="#E3EEF6",
    dark=False,
)
DARK = Colours(
    surface="#14191F",
    sunken="#0E1217",
    line="#2B333C",
    text="#E6EBF0",
    secondary="#9AA7B4",
    accent="#5AB0EA",
    on_accent="#0E1217",
    danger="#F0916A",
    warning="#E0B040",
    good="#4CC2A0",
    tint="#1B2C3A",
    dark=True,
)


def apply_theme(app: QApplication, theme: str = "system", scale: int = 100) -> Colours:
    """Give every widget of `app` the colours of `theme` ("light", "dark" or "system") and text of `scale` percent."""
    colours = colours_of(theme)
    app.setProperty("digiplanDark", colours.dark)
    app.setProperty("digiplanScale", scale)
    load_fonts(app)
    app.setFont(body_font(scale))
    app.setPalette(palette(colours))
    app.setStyleSheet(stylesheet(colours, BODY_PIXELS * scale / 100, TITLE_FAMILY))
    return colours


def colours_of(theme: str) -> Colours:
    """Give the colours of a named theme; "system" asks the desktop."""
    if theme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def current_colours() -> Colours:
    """Give the colours of the theme that was applied last."""
    app = QGuiApplication.instance()
    return DARK if app is not None and app.property("digiplanDark") else LIGHT


def current_scale() -> float:
    """Give the factor by which text was last enlarged (1.0 = 14 px)."""
    app = QGuiApplication.instance()
    return float(app.property("digiplanScale") or 100) / 100 if app is not None else 1.0


def scaled(pixels: int) -> int:
    """Give a length that holds text, enlarged like the text."""
    return round(pixels * current_scale())


def status_colour(tone: str) -> str:
    """Give the colour of a tone: "good", "warning", "danger", "accent" or anything else for secondary text."""
    colours = current_colours()
    tones = {
        "good": colours.good,
        "warning": colours.warning,
        "danger": colours.danger,
        "accent": colours.accent,
        "text": colours.text,
    }
    return tones.get(tone, colours.secondary)


def load_fonts(app: QGuiApplication) -> None:
    """Make the shipped fonts known to Qt; loading them twice does nothing."""
    if app.property("digiplanFonts"):
        return
    app.setProperty("digiplanFonts", True)
    for file in sorted(paths.FONTS.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


def body_font(scale: int = 100) -> QFont:
    """Give the font of running text."""
    font = QFont(BODY_FAMILY)
    font.setPixelSize(round(BODY_PIXELS * scale / 100))
    return font


def title_font(pixels: int) -> QFont:
    """Give the font of titles, already enlarged like the text."""
    font = QFont(TITLE_FAMILY)
    font.setPixelSize(scaled(pixels))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def palette(colours: Colours) -> QPalette:
    """Give the palette whose roles hold the theme's colours."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.sunken,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Button: colours.surface,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.WindowText: colours.text,
        role.Text: colours.text,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.PlaceholderText: colours.secondary,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Mid: colours.line,
        role.Midlight: colours.line,
        role.Dark: colours.secondary,
        role.Light: colours.surface,
        role.Shadow: colours.line,
    }
    for which, colour in pairs.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.secondary))
    return made

"""Fonts of charts: which file, how wide a text is, where a line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from digiplan_desktop.paths import FONTS

_BODY = "SourceSans3-Regular.ttf"
_STRONG = "SourceSans3-SemiBold.ttf"
_DISPLAY = "BeVietnamPro-SemiBold.ttf"
_FIGURE = "BeVietnamPro-Medium.ttf"
# Be Vietnam Pro lacks ĕ ŏ ƀ of Êđê names and the status glyphs: such a text is set in Source Sans 3.
_FALLBACK = {_DISPLAY: "SourceSans3-Bold.ttf", _FIGURE: _STRONG}
_MEASURING_DPI = 720
_SIGN_GAP = re.compile("([≥≤<>=±–]) ")


@dataclass(frozen=True)
class Style:
    """A way of setting text: file of the font, size and line distance in points."""

    font: str
    size: float
    leading: float


TITLE = Style(_DISPLAY, 17, 24)
SUBTITLE = Style(_BODY, 11.5, 16)
FOOTER = Style(_BODY, 8.5, 12)
NAME = Style(_STRONG, 11.5, 15.5)
DETAIL = Style(_BODY, 9, 12.5)
FIGURE = Style(_FIGURE, 15, 21)
STATUS = Style(_STRONG, 11, 15)
LABEL = Style(_BODY, 9, 12.5)
LABEL_STRONG = Style(_STRONG, 9.5, 13)
AXIS = Style(_BODY, 10, 14)
VALUE = Style(_FIGURE, 16, 22)
HEAD = Style(_BODY, 9.5, 13)
CELL = Style(_BODY, 10, 14)
CELL_STRONG = Style(_STRONG, 10, 14)


def font_of(style: Style, text: str = "") -> FontProperties:
    """Give the font that holds every letter of the text."""
    return FontProperties(fname=str(FONTS / _file(style, text)), size=style.size)


@lru_cache(maxsize=4096)
def width_of(text: str, style: Style) -> float:
    """Give the width of one line in points, unhinted."""
    font = get_font(str(FONTS / _file(style, text)))
    font.set_size(style.size, _MEASURING_DPI)
    font.set_text(text, 0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 * 72 / _MEASURING_DPI


def wrap(text: str, style: Style, width: float) -> list[str]:
    """Break the text at blanks into lines of at most `width` points; a word too long for a line is cut.

    Lines of one paragraph are made about equally long, so that no single word hangs below the others, and a sign
    such as ≥ stays with its number, a dash with the word before it.
    """
    lines: list[str] = []
    glued = _SIGN_GAP.sub("\\1\u00a0", text).replace(" - ", "\u00a0- ")
    for paragraph in glued.split("\n"):
        lines += _balance(paragraph, style, width)
    return lines


def _balance(text: str, style: Style, width: float) -> list[str]:
    best = _fill(text, style, width)
    narrower = width
    while len(best) > 1 and narrower > 0.75 * width:
        narrower -= width / 25
        lines = _fill(text, style, narrower)
        if len(lines) > len(best):
            break
        best = lines
    return best


def _fill(text: str, style: Style, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, style) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, style, width)
        lines += full
    return [*lines, line] if line else lines


def _cut(word: str, style: Style, width: float) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and width_of(pieces[-1] + char, style) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def shrink(text: str, style: Style, width: float) -> Style:
    """Give the style at the largest size, in half points, at which the text fits; never under 8 points."""
    size = style.size
    while size > 8 and width_of(text, Style(style.font, size, style.leading)) > width:
        size -= 0.5
    return Style(style.font, size, style.leading)


def _file(style: Style, text: str) -> str:
    if style.font in _FALLBACK and not _holds(style.font, text):
        return _FALLBACK[style.font]
    return style.font


@cache
def _letters(file: str) -> frozenset[int]:
    return frozenset(get_font(str(FONTS / file)).get_charmap())


def _holds(file: str, text: str) -> bool:
    return all(ord(char) in _letters(file) for char in text)

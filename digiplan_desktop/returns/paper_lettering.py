"""The typefaces of a printed questionnaire, and text broken into lines."""

from __future__ import annotations

import re
import unicodedata

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from digiplan_desktop.paths import FONTS
from digiplan_desktop.returns.paper_sketch import BLACK, EMPTY, Letters, Sketch

REGULAR, BOLD, ITALIC = "SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic"
_LEADING = 1.22
_ASCENT = 0.92
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def load_typefaces() -> None:
    """Make the shipped typefaces known to the PDF library; later calls do nothing."""
    for name in (REGULAR, BOLD, ITALIC):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))


def text_width(text: str, font: str, size: float) -> float:
    """Give the width of one line of text in points."""
    return pdfmetrics.stringWidth(text, font, size)


def printable(text: str) -> str:
    """Give a text as the typefaces can show it: whole letters, no control characters, blanks as one."""
    composed = unicodedata.normalize("NFC", _CONTROL.sub(" ", text))
    return "\n".join(" ".join(line.split()) for line in composed.splitlines())


def break_lines(text: str, font: str, size: float, width: float) -> list[str]:
    """Break a text at blanks, and inside a word only where the word alone is too wide."""
    lines = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if text_width(longer, font, size) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _cut_word(word, font, size, width)
            lines += full
        lines.append(line)
    return lines


def _cut_word(word: str, font: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, font, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def lettered(
    text: str, width: float, *, font: str = REGULAR, size: float = 9.5, grey: float = BLACK
) -> Sketch:
    """Give a text as a sketch, broken to fit the width; an empty text takes no room."""
    if not text.strip():
        return EMPTY
    lines = break_lines(text, font, size, width)
    leading = size * _LEADING
    marks = tuple(
        Letters(0, index * leading + size * _ASCENT, line, font, size, grey)
        for index, line in enumerate(lines)
    )
    return Sketch(max(text_width(line, font, size) for line in lines), len(lines) * leading, marks)

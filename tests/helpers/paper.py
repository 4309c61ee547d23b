"""Looks at printed sheets as poppler reads them."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One word on a page, with its place in points from the upper left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheets:
    """The pages of a PDF: their sizes in points, and their words."""

    sizes: tuple[tuple[float, float], ...]
    words: tuple[Word, ...]


def plain_text(path: Path) -> str:
    """Give all the text with every run of blanks as one."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def read_sheets(path: Path) -> Sheets:
    """Give sizes and words of all pages."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    sizes, words = [], []
    for page, part in enumerate(text.split("<page ")[1:], 1):
        width, height = re.findall(r'(?:width|height)="([\d.]+)"', part)[:2]
        sizes.append((float(width), float(height)))
        words += [
            Word(page, found[5], *map(float, found.groups()[:4]))
            for found in re.finditer(
                r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
                part,
            )
        ]
    return Sheets(tuple(sizes), tuple(words))


def fonts(path: Path) -> list[tuple[str, bool]]:
    """Give the name of each typeface, and whether it is inside the file."""
    done = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    return [(row[0], row[-5] == "yes") for row in rows]

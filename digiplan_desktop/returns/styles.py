"""Cell formats of a return: Times New Roman as Decree 30/2020 asks, one format object for each look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "Times New Roman"
_BASE: dict[str, Any] = {"font_name": FONT, "font_size": 11, "valign": "vcenter", "locked": True}
GRID: dict[str, Any] = {"border": 1, "border_color": "#7F8A96"}
HEAD: dict[str, Any] = {**GRID, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EDF2"}
# A cell that people fill in: pale yellow, open in a protected sheet.
INPUT: dict[str, Any] = {"locked": False, "bg_color": "#FFF8DC"}
COUNT_FORMAT = '#,##0;-#,##0;"-"'


class Styles:
    """Gives the workbook's format for a look, the same object for the same look."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, *looks: dict[str, Any], **look: Any) -> Format:
        """Give the format of the base look with these laid over it."""
        merged = dict(_BASE)
        for part in (*looks, look):
            merged |= part
        key = tuple(sorted(merged.items()))
        if key not in self._known:
            self._known[key] = self._book.add_format(merged)
        return self._known[key]


def share_decimals(value: float, threshold: float | None) -> int:
    """Give how many decimals of a percentage keep it on its side of the threshold: one, or more near it."""
    decimals = 1
    while threshold is not None and decimals < 6 and _changes_side(value, threshold, decimals):
        decimals += 1
    return decimals


def share_format(value: float, threshold: float | None, *, bracketed: bool) -> str:
    """Give the number format of a share."""
    pattern = f"0.{'0' * share_decimals(value, threshold)}%"
    return f'"("{pattern}")"' if bracketed else pattern


def _changes_side(value: float, threshold: float, decimals: int) -> bool:
    rounded = round(value, decimals + 2)
    return (rounded >= threshold) != (value >= threshold) or (rounded > threshold) != (value > threshold)


def text_lines(text: str, per_line: int) -> int:
    """Estimate how many lines the text takes in a cell that holds about `per_line` letters."""
    lines = 0
    for paragraph in text.split("\n"):
        used, count = 0, 1
        for word in paragraph.split(" "):
            if used and used + 1 + len(word) > per_line:
                count, used = count + 1, 0
            used += len(word) + (1 if used else 0)
        lines += count
    return lines

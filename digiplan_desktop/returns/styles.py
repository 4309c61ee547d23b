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

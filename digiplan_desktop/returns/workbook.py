"""Biểu 01 as an .xlsx workbook: the printed sheet with live formulas and their values, and the sheet CachTinh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from digiplan_desktop.errors import FileNotWritable
from digiplan_desktop.returns.columns import Column, Kind
from digiplan_desktop.returns.foot import Foot
from digiplan_desktop.returns.layout import FIRST_ROW, NUMBER, TITLE, Frame
from digiplan_desktop.returns.pagination import row_height
from digiplan_desktop.returns.printing import (
    COUNT_FORMAT,
    LIMIT_FORMAT,
    column_widths,
    share_format,
    threshold_of,
)
from digiplan_desktop.returns.provenance import TABLE_SHEET, ProvenanceSheet
from digiplan_desktop.returns.reconciliation import SHARE_TOLERANCE, Reconciliation, reconcile
from digiplan_desktop.returns.styles import FONT, GRID, Styles
from digiplan_desktop.returns.table import Cell, Line, Table, build_table, column_letter

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

    from digiplan_desktop.returns.content import Bieu01

AGREES = "Khớp số phần mềm tính"
DIFFERS = "LỆCH so với số phần mềm tính"
# Text stays text: nothing a list or an office name holds may turn into a formula, a link or a number.
# The default font is the unit of column widths: one that every machine has, or has a metric twin of.
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 11},
}
_TOP_LOOK: dict[str, Any] = {"bold": True, "bg_color": "#DCE6EF"}
_SUM_LOOK: dict[str, Any] = {"bold": True, "bg_color": "#F3F6F9"}


class ReturnWorkbook:
    """Writes one Biểu 01."""

    def __init__(self, path: Path, data: Bieu01) -> None:
        self.path, self.data = path, data
        self.table: Table = build_table(data, FIRST_ROW)
        self.found: Reconciliation = reconcile(data, self.table)
        # Written beside the file and moved over it when whole: a full disk never leaves half a return.
        self._draft = path.with_name(f".{path.name}.part")
        self.book = Workbook(str(self._draft), _OPTIONS)
        self.styles = Styles(self.book)
        self.sheet: Worksheet = self.book.add_worksheet(TABLE_SHEET)
        self.cells = 0

    def save(self) -> None:
        """Write both sheets and close the file.

        Raises:
            FileNotWritable: the folder is missing or read-only, or another program holds the file.
        """
        self._write_table_sheet()
        ProvenanceSheet(self.book, self.styles).write(self.data, self.table, self.found)
        self._set_properties()
        try:
            self.book.close()
            self._draft.replace(self.path)
        except (FileCreateError, OSError) as error:
            self._draft.unlink(missing_ok=True)
            raise FileNotWritable(self.path, str(error)) from error

    def _write_table_sheet(self) -> None:
        frame = Frame(self.sheet, self.styles, self.table.columns, column_widths(self.table, self.data))
        frame.write_heading(self.data)
        frame.write_column_headings()
        foot = Foot(frame, self.data)
        height = frame.single_row_height(self.data, foot.height)
        for index, line in enumerate(self.table.lines):
            lines = frame.row_lines(line.row.name, line.row.note)
            self.sheet.set_row(FIRST_ROW + index, row_height(height, lines))
            self._write_line(frame, index, line)
        last = FIRST_ROW + len(self.table.lines) - 1
        self._define_names(last)
        self._write_reconciliation(last + 2)
        end = foot.write(last + 1)
        frame.set_paper(self.data, end)
        frame.open_for_notes(FIRST_ROW, last)
        self.sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def _write_line(self, frame: Frame, index: int, line: Line) -> None:
        row = FIRST_ROW + index
        look = {**GRID, **self._line_look(line)}
        self.sheet.write_string(row, 0, line.number, self.styles.get(look, align="center"))
        indent = 1 if line.row.level and not line.children else 0
        self.sheet.write_string(row, 1, line.row.name, self.styles.get(look, text_wrap=True, indent=indent))
        for place, column in enumerate(self.table.columns):
            if column.key in line.cells:
                self._write_cell(row, place, column, line.cells[column.key], look)
        note = self.styles.get(GRID, frame.note_look())
        self.sheet.write(row, len(self.table.columns) - 1, line.row.note, note)
        self.cells += 2 + len(line.cells) + bool(line.row.note)

    def _line_look(self, line: Line) -> dict[str, Any]:
        if line.row.level == 0:
            return _TOP_LOOK
        return _SUM_LOOK if line.children else {}

    def _write_cell(self, row: int, place: int, column: Column, cell: Cell, look: dict[str, Any]) -> None:
        style = self.styles.get(look, self._cell_look(column, cell))
        if cell.formula:
            self.sheet.write_formula(row, place, cell.formula, style, cell.value)
        elif isinstance(cell.value, str):
            self.sheet.write_string(row, place, cell.value, style)
        else:
            self.sheet.write_number(row, place, cell.value, style)

    def _cell_look(self, column: Column, cell: Cell) -> dict[str, Any]:
        if column.kind is Kind.FLAG:
            return {"align": "center", "italic": True}
        if isinstance(cell.value, str):
            return {"align": "right", "font_color": "#5F6B77"}
        if column.kind in {Kind.COUNT, Kind.ESTIMATE}:
            return {"num_format": COUNT_FORMAT}
        if column.kind is Kind.LIMIT:
            return {"num_format": LIMIT_FORMAT, "font_color": "#3C4854"}
        threshold = threshold_of(column, self.data)
        weak = {"italic": True} if cell.bracketed else {}
        return {"num_format": share_format(cell.value, threshold, bracketed=cell.bracketed), **weak}

    def _define_names(self, last: int) -> None:
        end = column_letter(len(self.table.columns) - 1)
        self.book.define_name("BangSoLieu", f"={TABLE_SHEET}!$A${FIRST_ROW + 1}:${end}${last + 1}")
        keys = {f"{target.id}.share": f"BieuTinh_{target.id}" for target in self.data.targets}
        keys |= {"listed": "BieuTinh_DanhSach", "surveyed": "BieuTinh_Phieu"}
        for key, name in keys.items():
            letter = self.table.address(0, key).rstrip("0123456789")
            self.book.define_name(name, f"={TABLE_SHEET}!${letter}${FIRST_ROW + 1}")

    def _write_reconciliation(self, row: int) -> None:
        self.sheet.write_string(row, 1, "Đối chiếu", self.styles.get(bold=True))
        words = AGREES if self.found.agrees else DIFFERS
        self.sheet.write_formula(row, 2, self._check_formula(), self.styles.get(bold=True), words)
        self.book.define_name("DoiChieu", f"={TABLE_SHEET}!$C${row + 1}")
        alarm = self.book.add_format({"font_color": "#A8380A", "bg_color": "#FBE9E2"})
        rule = {"type": "text", "criteria": "begins with", "value": "LỆCH", "format": alarm}
        self.sheet.conditional_format(row, 2, row, 2, rule)

    def _check_formula(self) -> str:
        checks = ["BieuTinh_DanhSach=PhanMem_DanhSach", "BieuTinh_Phieu=PhanMem_Phieu", "PhanMem_DongLech=0"]
        for target in self.data.targets:
            ours, theirs = f"BieuTinh_{target.id}", f"PhanMem_{target.id}"
            if target.estimate is None:
                checks.append(f"ISTEXT({ours})")
            else:
                checks.append(f"IFERROR(ABS({ours}-{theirs})<{SHARE_TOLERANCE:.0E},FALSE)")
        return f'=IF(AND({",".join(checks)}),"{AGREES}","{DIFFERS}")'

    def _set_properties(self) -> None:
        origin = self.data.provenance
        self.book.set_properties(
            {
                "title": f"Biểu {NUMBER}: {' '.join(TITLE).capitalize()}",
                "subject": f"{self.data.period}. {self.data.territory}",
                "author": self.data.office.name,
                "company": self.data.office.superior,
                "comments": f"{origin.program}; dữ liệu SHA-256 {origin.data_hash}",
                "created": origin.made_at,
            }
        )

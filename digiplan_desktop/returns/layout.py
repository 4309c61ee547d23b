"""The printed frame of Biểu 01 around its table: heading block, column headings, foot, paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from digiplan_desktop.returns.columns import number_label
from digiplan_desktop.returns.notes import foot_notes, period_line
from digiplan_desktop.returns.signatures import place_and_date, signature_columns
from digiplan_desktop.returns.styles import FONT, HEAD, INPUT, text_lines

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from digiplan_desktop.returns.columns import Column
    from digiplan_desktop.returns.content import Bieu01
    from digiplan_desktop.returns.styles import Styles

NUMBER = "01/CNS-KH74"
TITLE = "KẾT QUẢ THỰC HIỆN CHỈ TIÊU CHUYỂN ĐỔI SỐ TRONG DOANH NGHIỆP"
_HEAD_ROW = 8
_NUMBER_ROW = _HEAD_ROW + 3
FIRST_ROW = _NUMBER_ROW + 1
_HEIGHTS = {0: 17, 1: 18, 2: 8, 3: 20, 4: 36, 5: 18, 6: 18, 7: 16, 8: 33, 9: 30, 10: 18, 11: 26}
_PIXELS_PER_LETTER = 6.2


class Frame:
    """Writes everything of the sheet that is not the table's body."""

    def __init__(self, sheet: Worksheet, styles: Styles, columns: tuple[Column, ...]) -> None:
        self.sheet, self.styles, self.columns = sheet, styles, columns
        self.last = len(columns) - 1
        self.left, self.right = self._zones()

    def _zones(self) -> tuple[int, int]:
        """Give the last column of the left third and the first column of the right third."""
        total = sum(column.width for column in self.columns)
        edges = [sum(column.width for column in self.columns[: i + 1]) for i in range(len(self.columns))]
        left = next(i for i, edge in enumerate(edges) if edge > 0.31 * total)
        right = next(i for i, edge in enumerate(edges) if edge > 0.66 * total)
        return left, max(right, left + 2)

    def span(self, rows: tuple[int, int], columns: tuple[int, int], text: str, **look: Any) -> None:
        """Write text over a rectangle of cells, merged where it is more than one."""
        style = self.styles.get(look)
        if rows[0] == rows[1] and columns[0] == columns[1]:
            self.sheet.write_string(rows[0], columns[0], text, style)
        else:
            self.sheet.merge_range(rows[0], columns[0], rows[1], columns[1], "", style)
            self.sheet.write_string(rows[0], columns[0], text, style)

    def set_paper(self, data: Bieu01, last_row: int) -> None:
        """A4 landscape, one page wide, headings on each page, page number and data hash at the foot."""
        sheet, origin = self.sheet, data.provenance
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.79, right=0.59, top=0.79, bottom=0.85)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.repeat_rows(_HEAD_ROW, _NUMBER_ROW)
        sheet.print_area(0, 0, last_row, self.last)
        face = f'&"{FONT},Regular"&9'
        made = origin.made_at.strftime("%H:%M %d/%m/%Y")
        sheet.set_footer(
            f"&L{face}Biểu {NUMBER} · {origin.program} · lập lúc {made}"
            f"&C{face}Mã dữ liệu: {origin.data_hash[:12]}"
            f"&R{face}Trang &P/&N",
            {"margin": 0.4},
        )
        for index, column in enumerate(self.columns):
            sheet.set_column_pixels(index, index, column.width)
        for row, height in _HEIGHTS.items():
            sheet.set_row(row, height)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.hide_gridlines(2)

    def write_heading(self, data: Bieu01) -> None:
        """Write agencies, national title, number, title, period, territory and unit."""
        office, third = data.office, {"align": "center"}
        left, middle, right = (0, self.left), (self.left + 1, self.right - 1), (self.right, self.last)
        self.span((0, 0), left, office.superior.upper(), font_size=12, **third)
        self.span((1, 1), left, office.name.upper(), font_size=12, bold=True, underline=1, **third)
        self.span((0, 0), right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", font_size=12, bold=True, **third)
        self.span((1, 1), right, "Độc lập - Tự do - Hạnh phúc", font_size=13, bold=True, underline=1, **third)
        self.span((3, 3), left, f"Biểu số: {NUMBER}", bold=True)
        self.span((4, 4), left, data.basis, text_wrap=True, valign="top")
        self.span((5, 5), left, f"Ngày nhận báo cáo: {data.received or '……………………'}")
        self.span((3, 4), middle, TITLE, font_size=14, bold=True, text_wrap=True, **third)
        self.span((5, 5), middle, period_line(data), italic=True, font_size=12, **third)
        self.span((6, 6), middle, data.territory, italic=True, font_size=12, **third)
        self.span((3, 3), right, f"Đơn vị báo cáo: {office.name or '……………………'}")
        receiver = office.receiver or "……………………"
        self.span((4, 4), right, f"Đơn vị nhận báo cáo: {receiver}", text_wrap=True, valign="top")
        self.span((7, 7), (self.right, self.last), "Đơn vị tính: doanh nghiệp, %", italic=True, align="right")
        if data.invented:
            words = "SỐ LIỆU GIẢ ĐỊNH ĐỂ TRÌNH DIỄN, KHÔNG CÓ GIÁ TRỊ BÁO CÁO"
            self.span((7, 7), (0, self.right - 1), words, bold=True, font_color="#A8380A")

    def write_column_headings(self) -> None:
        """Write the three rows of headings and the row of column numbers."""
        top, middle, bottom = _HEAD_ROW, _HEAD_ROW + 1, _HEAD_ROW + 2
        look = {**HEAD, "font_size": 10}
        for index, column in enumerate(self.columns):
            if not column.group:
                self.span((top, bottom), (index, index), column.heading, **look)
            elif not column.part:
                self.span((middle, bottom), (index, index), column.heading, **look)
            else:
                self.span((bottom, bottom), (index, index), column.part, **look)
            number = number_label(column, self.columns)
            size = 8 if "=" in number else 9
            self.span(
                (_NUMBER_ROW, _NUMBER_ROW),
                (index, index),
                number,
                **{**look, "bold": False, "font_size": size},
            )
        self._write_groups(top, "group", look)
        self._write_groups(middle, "heading", look)

    def _write_groups(self, row: int, level: str, look: dict[str, Any]) -> None:
        """Merge neighbours under one heading: groups in the first row, two-part headings in the second."""
        indexed = list(enumerate(self.columns))
        for (group, heading), run in groupby(indexed, key=lambda pair: _merge_key(pair[1], level)):
            places = [index for index, _ in run]
            if heading:
                self.span((row, row), (places[0], places[-1]), heading, **look)
            del group

    def write_foot(self, data: Bieu01, row: int) -> int:
        """Write the notes and the signature block from that row on; give the last row used."""
        total = sum(column.width for column in self.columns)
        for note in foot_notes(data):
            lines = text_lines(note, int(total / 5.1))
            self.sheet.set_row(row, 14.5 * lines + 1)
            self.span((row, row), (0, self.last), note, font_size=10, text_wrap=True, valign="top")
            row += 1
        return self._write_signatures(data, row + 1)

    def _write_signatures(self, data: Bieu01, row: int) -> int:
        zones = ((0, self.left), (self.left + 1, self.right - 1), (self.right, self.last))
        columns = signature_columns(data.office)
        depth = max(len(heading) for heading, _, _ in columns)
        date_line = place_and_date(data.office.place, data.signed_on)
        self.span((row, row), zones[2], date_line, italic=True, font_size=12, align="center")
        for zone, (heading, instruction, name) in zip(zones, columns, strict=True):
            for place, line in enumerate(heading, row + 1):
                self.span((place, place), zone, line, bold=True, font_size=12, align="center")
            after = row + 1 + depth
            self.span((after, after), zone, instruction, italic=True, align="center")
            self.sheet.set_row(after + 1, 54)
            look = {"bold": True, "font_size": 12, "align": "center", "locked": False}
            self.span((after + 2, after + 2), zone, name, **look)
        return row + 3 + depth

    def open_for_notes(self, first: int, last: int) -> None:
        """Say in the note cells what they are for, and keep their text short enough to print."""
        self.sheet.data_validation(
            first,
            self.last,
            last,
            self.last,
            {
                "validate": "length",
                "criteria": "<=",
                "value": 120,
                "input_title": "Ghi chú",
                "input_message": "Ô này được phép ghi, tối đa 120 ký tự. Các ô khác có công thức, được khóa để tránh sửa nhầm.",
                "error_title": "Ghi chú quá dài",
                "error_message": "Chỉ ghi tối đa 120 ký tự để in vừa khổ giấy.",
            },
        )

    def note_look(self) -> dict[str, Any]:
        """Give the look of a note cell."""
        return {**INPUT, "font_size": 9, "text_wrap": True}

    def row_height(self, name: str, note: str) -> float:
        """Give the height of a table row whose name and note may take several lines."""
        widths = {column.key: column.width for column in self.columns}
        lines = max(
            text_lines(name, int(widths["name"] / _PIXELS_PER_LETTER)),
            text_lines(note, int(widths["note"] / 5.2)) if note else 1,
        )
        return 16.5 if lines == 1 else 3 + 13.5 * lines


def _merge_key(column: Column, level: str) -> tuple[str, str]:
    if level == "group":
        return column.target or column.group, column.group
    return f"{column.target}.{column.heading}", column.heading if column.part else ""

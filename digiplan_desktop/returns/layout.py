"""The printed frame of Biểu 01 around its table: heading block, column headings, foot, paper."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

from digiplan_desktop.returns.columns import number_label
from digiplan_desktop.returns.notes import period_line
from digiplan_desktop.returns.pagination import Paper, choose_row_height
from digiplan_desktop.returns.printing import text_lines
from digiplan_desktop.returns.styles import FONT, HEAD, INPUT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from digiplan_desktop.returns.columns import Column
    from digiplan_desktop.returns.content import Bieu01
    from digiplan_desktop.returns.styles import Styles

NUMBER = "01/CNS-KH74"
TITLE = ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU", "CHUYỂN ĐỔI SỐ TRONG DOANH NGHIỆP")
_HEAD_ROW = 8
_NUMBER_ROW = _HEAD_ROW + 3
FIRST_ROW = _NUMBER_ROW + 1
_HEIGHTS = {0: 17, 1: 18, 2: 8, 3: 20, 4: 30, 5: 18, 6: 18, 7: 16, 8: 30, 9: 30, 10: 16, 11: 24}
_PIXELS_PER_LETTER = 6.2
_NOTE_PIXELS_PER_LETTER = 5.2
# A4 across: left 20 mm, right 15 mm as Decree 30/2020 has them at the least for the edges; in inches.
_MARGINS = (0.79, 0.59, 0.79, 0.85)
_PAPER_INCHES = (11.69, 8.27)


class Frame:
    """Writes everything of the sheet that is not the table's body."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, columns: tuple[Column, ...], widths: tuple[int, ...]
    ) -> None:
        self.sheet, self.styles, self.columns, self.widths = sheet, styles, columns, widths
        self.last = len(columns) - 1
        self.left, self.right = self._zones()

    def _zones(self) -> tuple[int, int]:
        """Give the last column of the left third and the first column of the right third."""
        total = sum(self.widths)
        edges = list(accumulate(self.widths))
        left = next(i for i, edge in enumerate(edges) if edge > 0.31 * total)
        right = next(i for i, edge in enumerate(edges) if edge > 0.66 * total)
        return left, max(right, left + 2)

    @property
    def thirds(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """The first and last columns of the left, middle and right third of the sheet."""
        return (0, self.left), (self.left + 1, self.right - 1), (self.right, self.last)

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
        left, right, top, bottom = _MARGINS
        sheet.set_margins(left=left, right=right, top=top, bottom=bottom)
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
        for index, width_needed in enumerate(self.widths):
            sheet.set_column_pixels(index, index, width_needed)
        for row, height in _HEIGHTS.items():
            sheet.set_row(row, height)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.hide_gridlines(2)

    def write_heading(self, data: Bieu01) -> None:
        """Write agencies, national title, number, title, period, territory and unit."""
        office, third = data.office, {"align": "center"}
        left, middle, right = self.thirds
        self.span((0, 0), left, office.superior.upper(), font_size=12, **third)
        self.span((1, 1), left, office.name.upper(), font_size=12, bold=True, underline=1, **third)
        self.span((0, 0), right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", font_size=12, bold=True, **third)
        self.span((1, 1), right, "Độc lập - Tự do - Hạnh phúc", font_size=13, bold=True, underline=1, **third)
        self.span((3, 3), left, f"Biểu số: {NUMBER}", bold=True)
        self.span((4, 4), left, data.basis, text_wrap=True, valign="top")
        self.span((5, 5), left, f"Ngày nhận báo cáo: {data.received or '……………………'}")
        first, second = TITLE
        self.span((3, 3), middle, first, font_size=13, bold=True, valign="bottom", align="center")
        self.span((4, 4), middle, second, font_size=13, bold=True, valign="top", align="center")
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

    def single_row_height(self, data: Bieu01, foot: float) -> float:
        """Give the height of a table row of one text line at which the pages break well above that foot."""
        left, right, top, bottom = _MARGINS
        width, height = _PAPER_INCHES
        paper = Paper(72 * (width - left - right), 72 * (height - top - bottom), sum(self.widths))
        lines = [self.row_lines(row.name, row.note) for row in data.rows]
        heads = [_HEIGHTS[row] for row in range(FIRST_ROW)]
        return choose_row_height(paper, sum(heads), sum(heads[_HEAD_ROW:]), lines, foot)

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
                "input_message": "Ô này được phép ghi, tối đa 120 ký tự. Các ô khác được khóa để tránh sửa nhầm.",
                "error_title": "Ghi chú quá dài",
                "error_message": "Chỉ ghi tối đa 120 ký tự để in vừa khổ giấy.",
            },
        )

    def note_look(self) -> dict[str, Any]:
        """Give the look of a note cell."""
        return {**INPUT, "font_size": 9, "text_wrap": True}

    def row_lines(self, name: str, note: str) -> int:
        """Give how many text lines a table row needs."""
        widths = {column.key: width for column, width in zip(self.columns, self.widths, strict=True)}
        return max(
            text_lines(name, int(widths["name"] / _PIXELS_PER_LETTER)),
            text_lines(note, int(widths["note"] / _NOTE_PIXELS_PER_LETTER)) if note else 1,
        )


def _merge_key(column: Column, level: str) -> tuple[str, str]:
    if level == "group":
        return column.target or column.group, column.group
    return f"{column.target}.{column.heading}", column.heading if column.part else ""

"""The sheet CachTinh: how each figure of Biểu 01 was computed, as cards of label and value on an upright page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.returns.printing import LIMIT_FORMAT, PRECISE_FORMAT, WHOLE_FORMAT, text_lines
from digiplan_desktop.returns.styles import FONT
from digiplan_desktop.text import format_date

if TYPE_CHECKING:
    from datetime import datetime

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from digiplan_desktop.returns.content import Bieu01, Bieu01Target, Provenance
    from digiplan_desktop.returns.reconciliation import Reconciliation
    from digiplan_desktop.returns.styles import Styles
    from digiplan_desktop.returns.table import Table

SHEET = "CachTinh"
TABLE_SHEET = "Bieu01"
_LABEL_WIDTH, _VALUE_WIDTH = 215, 480
_LETTERS = 74
_DIFFERENCE = "0.0E+00"
_REGIMES = {
    "census": "Điều tra toàn bộ",
    "census_in_progress": "Điều tra toàn bộ, đang thu thập: giả định phần thiếu là ngẫu nhiên trong từng tầng",
    "probability_sample": "Điều tra chọn mẫu xác suất, phân tầng",
    "convenience": "Thu thập không theo xác suất: chỉ có số đếm, không suy rộng",
    "administrative": "Số liệu hành chính",
}
_INTERVALS = {
    "logit": "Khoảng logit với phân phối t",
    "korn-graubard": "Khoảng Korn–Graubard",
    "clopper-pearson": "Khoảng Clopper–Pearson (tỷ lệ bằng 0% hoặc 100%)",
    "wilson": "Khoảng Wilson",
    "none": "Không có sai số chọn mẫu, hoặc không ước lượng được",
}
_ESTIMATOR = (
    "p = Σwdy / Σwd, với w = N/r của tầng (N đơn vị trong danh sách, r phiếu), d = thuộc mẫu số, y = đạt"
)
_VARIANCE = "V = Σ (1 − r/N) · r/(r − 1) · Σ (we − trung bình we)², với e = d(y − p)/Σwd"


class ProvenanceSheet:
    """Writes the cards from top to bottom."""

    def __init__(self, book: Workbook, styles: Styles) -> None:
        self.book, self.styles = book, styles
        self.sheet: Worksheet = book.add_worksheet(SHEET)
        self.row = 0

    def write(self, data: Bieu01, table: Table, found: Reconciliation) -> None:
        """Fill the sheet and name the engine's figures for the reconciliation on the first sheet."""
        self._set_paper(data)
        self._title("CÁCH TÍNH VÀ NGUỒN GỐC SỐ LIỆU")
        self._plain("Đủ để người khác tính lại được từng con số của Biểu 01/CNS-KH74.")
        for target in data.targets:
            self._write_target(target, table)
        self._write_formulas()
        self._write_totals(data, found)
        self._write_origin(data.provenance)
        self.sheet.print_area(0, 0, self.row, 1)
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def _set_paper(self, data: Bieu01) -> None:
        sheet = self.sheet
        sheet.set_portrait()
        sheet.set_paper(9)
        sheet.set_margins(left=0.98, right=0.59, top=0.79, bottom=0.85)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_column_pixels(0, 0, _LABEL_WIDTH)
        sheet.set_column_pixels(1, 1, _VALUE_WIDTH)
        face = f'&"{FONT},Regular"&9'
        sheet.set_footer(
            f"&L{face}{SHEET}&C{face}Mã dữ liệu: {data.provenance.data_hash[:12]}&R{face}Trang &P/&N",
            {"margin": 0.4},
        )

    def _write_target(self, target: Bieu01Target, table: Table) -> None:
        self._title(f"{target.id}. {target.heading}")
        self._text("Định nghĩa", target.definition)
        self._text("Phiên bản định nghĩa", target.definition_name)
        self._text("Tử số", target.numerator)
        self._text("Mẫu số", target.denominator)
        self._text("Nguồn", target.source)
        self._text("Chỉ tiêu", target.aim)
        own = self._number("Giá trị phần mềm tính", target.estimate, PRECISE_FORMAT)
        self._name(f"PhanMem_{target.id}", own)
        again = self._recomputed(target, table)
        self._difference(target, own, again, table)
        self._number("Sai số chuẩn", target.se, PRECISE_FORMAT)
        self._number("Khoảng tin cậy 95%: dưới", target.low, PRECISE_FORMAT)
        self._number("Khoảng tin cậy 95%: trên", target.high, PRECISE_FORMAT)
        self._text("Loại khoảng tin cậy", _INTERVALS.get(target.interval, target.interval))
        self._number("Bậc tự do", target.df, WHOLE_FORMAT)
        self._number("Số phiếu thuộc mẫu số (n)", target.n, WHOLE_FORMAT)
        self._number("Chắc chắn ít nhất là", target.lower_bound, PRECISE_FORMAT)
        self._number("Có thể nhiều nhất là", target.upper_bound, PRECISE_FORMAT)

    def _write_formulas(self) -> None:
        self._title("Công thức chung")
        self._text("Tỷ lệ", _ESTIMATOR)
        self._text("Phương sai", _VARIANCE)
        self._text("Sai số chuẩn", "căn bậc hai của V; tầng điều tra hết (r = N) không góp sai số")

    def _recomputed(self, target: Bieu01Target, table: Table) -> str:
        key = f"{target.id}.share"
        value = table.lines[0].cells[key].value
        return self._formula(
            "Giá trị tính lại từ biểu", f"={TABLE_SHEET}!{table.address(0, key)}", value, PRECISE_FORMAT
        )

    def _difference(self, target: Bieu01Target, own: str, again: str, table: Table) -> None:
        value = table.lines[0].cells[f"{target.id}.share"].value
        known = target.estimate is not None and not isinstance(value, str)
        gap = float(value) - target.estimate if known and target.estimate is not None else "…"
        self._formula(
            "Chênh lệch", f'=IF(AND(ISNUMBER({own}),ISNUMBER({again})),{again}-{own},"…")', gap, _DIFFERENCE
        )

    def _write_totals(self, data: Bieu01, found: Reconciliation) -> None:
        first = data.rows[0]
        self._title("Đối chiếu")
        self._name(
            "PhanMem_DanhSach", self._number("Doanh nghiệp trong danh sách", first.listed, WHOLE_FORMAT)
        )
        self._name("PhanMem_Phieu", self._number("Doanh nghiệp đã có phiếu", first.surveyed, WHOLE_FORMAT))
        share = first.surveyed / first.listed if first.listed else None
        self._number("Độ phủ", share, PRECISE_FORMAT)
        label = "Dòng cộng lệch phần mềm"
        self._name("PhanMem_DongLech", self._number(label, found.lines_off, "0"))

    def _write_origin(self, origin: Provenance) -> None:
        self._title("Nguồn gốc dữ liệu")
        self._text("Đợt thu thập", origin.round_title)
        self._text("Phương pháp thu thập", _REGIMES.get(origin.regime, origin.regime))
        self._number("Danh sách: số đơn vị", origin.frame_size, WHOLE_FORMAT)
        self._text("Danh sách: SHA-256", origin.frame_hash)
        self._text("Hạt giống chọn mẫu", origin.seed)
        self._number("Số tầng sau khi gộp", origin.strata, WHOLE_FORMAT)
        self._text("Tầng đã gộp", "\n".join(origin.merged) or "Không có")
        self._number(f"Tỷ lệ trả lời {origin.response_rate_name}".strip(), origin.response_rate, LIMIT_FORMAT)
        self._number("Số phiếu đã dùng", origin.records, WHOLE_FORMAT)
        self._text("Số liệu chốt đến ngày", format_date(origin.cut_off) if origin.cut_off else "")
        self._text("Thay đổi cuối của số liệu", _moment(origin.data_date))
        self._text("Dữ liệu đã dùng: SHA-256", origin.data_hash)
        self._text("Danh mục đơn vị hành chính", origin.catalogue)
        self._text("Kế hoạch và định nghĩa", origin.plan)
        self._text("Phiếu hỏi", origin.form)
        self._text("Chương trình", origin.program)
        self._text("Lập lúc", _moment(origin.made_at))

    def _title(self, words: str) -> None:
        if self.row:
            self.row += 1
        size = 12 if self.row else 14
        self.sheet.set_row(self.row, 22)
        self.sheet.write_string(
            self.row, 0, words, self.styles.get(bold=True, font_size=size, font_color="#005B99")
        )
        self.row += 1

    def _plain(self, words: str) -> None:
        self.sheet.write_string(self.row, 0, words, self.styles.get(italic=True))
        self.row += 1

    def _label(self, words: str, height: float = 16) -> None:
        self.sheet.set_row(self.row, height)
        look = self.styles.get(bottom=4, bottom_color="#B8C2CC", font_color="#52606D", valign="top")
        self.sheet.write_string(self.row, 0, words, look)

    def _text(self, label: str, words: str) -> None:
        """Write a card line; one without words is left out."""
        if not words:
            return
        self._label(label, 15 * text_lines(words, _LETTERS) + 1)
        look = self.styles.get(bottom=4, bottom_color="#B8C2CC", text_wrap=True, valign="top")
        self.sheet.write_string(self.row, 1, words, look)
        self.row += 1

    def _value_look(self, number_format: str) -> dict[str, object]:
        return {
            "bottom": 4,
            "bottom_color": "#B8C2CC",
            "align": "left",
            "bold": True,
            "num_format": number_format,
        }

    def _number(self, label: str, value: float | None, number_format: str) -> str:
        self._label(label)
        style = self.styles.get(self._value_look(number_format))
        if value is None:
            self.sheet.write_string(self.row, 1, "…", style)
        else:
            self.sheet.write_number(self.row, 1, value, style)
        return self._next_address()

    def _formula(self, label: str, formula: str, value: float | str, number_format: str) -> str:
        self._label(label)
        self.sheet.write_formula(
            self.row, 1, formula, self.styles.get(self._value_look(number_format)), value
        )
        return self._next_address()

    def _next_address(self) -> str:
        self.row += 1
        return f"B{self.row}"

    def _name(self, name: str, address: str) -> None:
        self.book.define_name(name, f"={SHEET}!${address[0]}${address[1:]}")


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return f"{moment:%H:%M} {format_date(moment.date())}"

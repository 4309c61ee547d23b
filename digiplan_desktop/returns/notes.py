"""The words under and over the table of Biểu 01 that depend on its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.text import format_date, format_number

if TYPE_CHECKING:
    from digiplan_desktop.returns.content import Bieu01, Bieu01Target

_SIGNS = (
    "Ký hiệu: “-” không phát sinh; “…” chưa thu thập được; “x” không tính cho dòng này. "
    "Cờ chất lượng: u = độ tin cậy thấp (tỷ lệ đặt trong ngoặc, không dùng để xếp hạng); "
    "e = trên 20% trọng số thuộc tầng phải gộp; p = đợt điều tra chưa kết thúc; "
    "b = danh sách hoặc định nghĩa thay đổi, không so với kỳ trước."
)
_METHOD = (
    "Cách tính: “trong phiếu” là số đếm được; “suy rộng” là tổng trọng số cho cả danh sách, đã bù đơn vị chưa có "
    "phiếu trong từng tầng; “thuộc diện” là mẫu số riêng của chỉ tiêu, suy rộng; "
    "tỷ lệ tính trên số suy rộng. Dòng cộng bằng tổng các dòng trực thuộc."
)


def period_line(data: Bieu01) -> str:
    """Give the period as it stands under the title, with its days when they are known."""
    if data.period_from is None or data.period_to is None:
        return data.period
    return f"{data.period} (từ ngày {format_date(data.period_from)} đến ngày {format_date(data.period_to)})"


def foot_notes(data: Bieu01) -> tuple[str, ...]:
    """Give the notes under the table, one paragraph each."""
    definitions = tuple(_definition(target) for target in data.targets)
    return (_SIGNS, _METHOD, *definitions, *data.notes, _versions(data))


def _definition(target: Bieu01Target) -> str:
    name = f" ({target.definition_name})" if target.definition_name else ""
    aim = f" Chỉ tiêu: {target.aim}." if target.aim else ""
    return f"{target.id}. {target.definition.rstrip('.')}{name}.{aim}"


def _versions(data: Bieu01) -> str:
    origin, first = data.provenance, data.rows[0]
    share = f"{format_number(100 * first.surveyed / first.listed, 1)}%" if first.listed else "…"
    covered = f"{format_number(first.surveyed)}/{format_number(first.listed)}"
    parts = [f"Độ phủ {share} ({covered} doanh nghiệp)"]
    if origin.cut_off is not None:
        parts.append(f"số liệu chốt đến {format_date(origin.cut_off)}")
    parts += [f"danh mục {origin.catalogue}", f"kế hoạch và định nghĩa {origin.plan}"]
    return "; ".join(parts) + ". Công thức, sai số và nguồn gốc từng con số: trang CachTinh."

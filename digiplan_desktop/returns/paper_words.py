"""The words of the sheet itself, in the languages in which questionnaires are printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperWords:
    """What is printed around the questions; `{}` are filled by the layout."""

    form: str
    version: str
    purpose: str
    how: str
    serial: str
    page: str
    check: str
    annex: str
    see_annex: str
    see_list: str
    copy: str
    more_copies: str
    required: str
    staff: str
    roles: tuple[str, str, str]
    name: str
    signature: str
    date: str


_VIETNAMESE = PaperWords(
    form="Mẫu phiếu",
    version="phiên bản",
    purpose="Mục đích: thu thập thông tin thống kê về nội dung nêu ở tên phiếu. "
    "Giải thích cho người trả lời và hỏi ý kiến trước khi bắt đầu.",
    how="Cách ghi: khoanh một mã hình tròn; đánh dấu × vào mọi ô vuông phù hợp; "
    "ghi mỗi chữ số vào một ô, dồn về bên phải; * là câu phải trả lời.",
    serial="Số phiếu",
    page="Trang {page}/{pages}",
    check="Kiểm tra: {text}",
    annex="Danh mục {number}: {title}",
    see_annex="Ghi mã theo danh mục {number} ở cuối phiếu",
    see_list="Ghi tên và mã, xem danh mục {name} ({size} mục) kèm theo phiếu",
    copy="lần {number}",
    more_copies="Thiếu chỗ thì ghi tiếp vào phiếu khác cùng số phiếu.",
    required="*",
    staff="Phần dành cho người thực hiện",
    roles=("Điều tra viên", "Người kiểm tra phiếu", "Người nhập tin"),
    name="Họ tên",
    signature="Ký tên",
    date="Ngày",
)

_ENGLISH = PaperWords(
    form="Form",
    version="version",
    purpose="Purpose: to collect statistical information on the subject in the title. "
    "Explain it and ask for consent before you begin.",
    how="How to fill in: ring one round code; mark × in every square box that applies; "
    "write one digit in a box, from the right; * must be answered.",
    serial="Serial number",
    page="Page {page}/{pages}",
    check="Check: {text}",
    annex="List {number}: {title}",
    see_annex="Write the code from list {number} at the end",
    see_list="Write name and code, see the list {name} ({size} entries) that comes with this form",
    copy="no. {number}",
    more_copies="If there is no room, continue on another form with the same serial number.",
    required="*",
    staff="For office use",
    roles=("Interviewer", "Supervisor", "Data entry"),
    name="Name",
    signature="Signature",
    date="Date",
)


def paper_words(language: str) -> PaperWords:
    """Give the words of the sheet: Vietnamese for "vi", English for every other language."""
    return _VIETNAMESE if language == "vi" else _ENGLISH

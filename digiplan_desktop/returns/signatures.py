"""The foot of a return: place and date, the three who sign, in the order of the statistical forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from digiplan_desktop.returns.content import Office

_DOTS = "……"


def place_and_date(place: str, day: date | None) -> str:
    """Give "Đắk Lắk, ngày 05 tháng 01 năm 2026": days under 10 and months 1 and 2 take a zero; dots if open."""
    where = place or "…………"
    if day is None:
        return f"{where}, ngày {_DOTS} tháng {_DOTS} năm {_DOTS}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{where}, ngày {day.day:02} tháng {month} năm {day.year}"


def signature_columns(office: Office) -> tuple[tuple[list[str], str, str], ...]:
    """Give for each of the three: the lines of the heading, the instruction, the name."""
    head = office.signer_title.split("\n") if office.signer_title else ["THỦ TRƯỞNG ĐƠN VỊ"]
    return (
        (["NGƯỜI LẬP BIỂU"], "(Ký, họ tên)", office.preparer),
        (["NGƯỜI KIỂM TRA"], "(Ký, họ tên)", office.checker),
        ([line.upper() for line in head], "(Ký, đóng dấu, họ tên)", office.signer_name),
    )

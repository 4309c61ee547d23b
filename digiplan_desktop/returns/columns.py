"""The columns of Biểu 01: their order, numbers, headings, widths and ratios."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.returns.content import Bieu01Target


class Kind(Enum):
    """What a column holds, which decides its number format."""

    LABEL = auto()
    COUNT = auto()
    ESTIMATE = auto()
    SHARE = auto()
    LIMIT = auto()
    FLAG = auto()
    NOTE = auto()


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        key: "listed", or "T1.share" for a column of a target.
        number: as printed in the row of column numbers ("A", "8").
        group, heading, part: headings from top to bottom; equal neighbours in `group` and `heading` are merged.
        width: in pixels of Excel at 100 %; wider when its numbers need it.
        ratio: keys of numerator and denominator of a SHARE.
    """

    key: str
    number: str
    heading: str
    kind: Kind
    width: int
    group: str = ""
    part: str = ""
    ratio: tuple[str, str] | None = None

    @property
    def target(self) -> str:
        """The id of the target the column belongs to, "" for the first columns."""
        return self.key.partition(".")[0] if "." in self.key else ""


def bieu01_columns(targets: tuple[Bieu01Target, ...]) -> tuple[Column, ...]:
    """Give the columns for these targets, numbered from left to right."""
    columns = [
        Column("number", "A", "STT", Kind.LABEL, 46),
        Column("name", "B", "Đơn vị hành chính", Kind.LABEL, 190),
        *_number(_opening(), 1),
    ]
    for target in targets:
        columns += _number(_block(target), len(columns) - 1)
    return (*columns, Column("note", "C", "Ghi chú", Kind.NOTE, 80))


def _number(columns: list[Column], first: int) -> list[Column]:
    return [
        Column(
            column.key,
            str(number),
            column.heading,
            column.kind,
            column.width,
            column.group,
            column.part,
            column.ratio,
        )
        for number, column in enumerate(columns, first)
    ]


def _opening() -> list[Column]:
    group = "Doanh nghiệp đang hoạt động"
    return [
        Column("listed", "", "DN trong danh sách", Kind.COUNT, 52),
        Column("surveyed", "", "DN đã có phiếu", Kind.COUNT, 48),
        Column("coverage", "", "Độ phủ", Kind.SHARE, 48, ratio=("surveyed", "listed")),
        Column("active", "", "Trong phiếu", Kind.COUNT, 46, group=group),
        Column("weighted_active", "", "Suy rộng", Kind.ESTIMATE, 50, group=group),
    ]


def _block(target: Bieu01Target) -> list[Column]:
    group, prefix = target.heading, f"{target.id}."
    interval = "Khoảng tin cậy 95%"
    denominator = prefix + "weighted_eligible" if target.own_denominator else "weighted_active"
    columns = [
        Column(prefix + "positive", "", "Trong phiếu", Kind.COUNT, 44, group),
        Column(prefix + "weighted_positive", "", "Suy rộng", Kind.ESTIMATE, 50, group),
        Column(
            prefix + "share",
            "",
            "Tỷ lệ",
            Kind.SHARE,
            54,
            group,
            ratio=(prefix + "weighted_positive", denominator),
        ),
        Column(prefix + "low", "", interval, Kind.LIMIT, 46, group, "Dưới"),
        Column(prefix + "high", "", interval, Kind.LIMIT, 46, group, "Trên"),
        Column(prefix + "flag", "", "Cờ", Kind.FLAG, 26, group),
    ]
    if target.own_denominator:
        columns.insert(0, Column(denominator, "", "Thuộc diện", Kind.ESTIMATE, 54, group))
    return columns


def number_label(column: Column, columns: tuple[Column, ...]) -> str:
    """Give what the row of column numbers says: "A", "(5)" or "(8)=(7)/(5)" on two lines."""
    if not column.number.isdigit():
        return column.number
    if column.ratio is None:
        return f"({column.number})"
    numbers = {other.key: other.number for other in columns}
    above, below = column.ratio
    return f"({column.number})=\n({numbers[above]})/({numbers[below]})"

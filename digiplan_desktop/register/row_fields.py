"""Reading the fields of one enterprise's row: each with what is odd about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from digiplan_desktop.register.cells import (
    clean,
    has_control_characters,
    plain_decimal,
    read_amount,
    read_count,
    read_day,
    says_nothing,
)
from digiplan_desktop.register.identifiers import read_phone, read_tax_code
from digiplan_desktop.register.sizes import sector_group, size_class
from digiplan_desktop.register.statuses import read_status

if TYPE_CHECKING:
    from digiplan_desktop.register.sheet_reading import Cell

Value = str | int | bool
_TEXT_FIELDS = ("name", "address", "legal_rep", "legal_form", "activity", "area_text", "district_text")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")


@dataclass(frozen=True)
class Remark:
    """What is odd about one field: its name, its value as written, a code of `reasons`, units it might be."""

    field: str
    value: str
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass
class FieldReader:
    """Reads the fields of rows of one list.

    Attributes:
        columns: field to column, counted from 0.
        capital_unit: how many million đồng one unit of the capital column is.
        today: the day after which no date may lie.
    """

    columns: Mapping[str, int]
    today: date
    capital_unit: str = "1"
    remarks: list[Remark] = field(default_factory=list)

    def read(self, cells: Sequence[Cell], texts: Sequence[str]) -> tuple[dict[str, Value], list[Remark]]:
        """Give the fields of a row that are not empty, and the remarks on them."""
        self.remarks = []
        fields: dict[str, Value] = {}
        for name in _TEXT_FIELDS:
            text = self._text(texts, name)
            if text:
                fields[name] = text
        self._check_controls(cells)
        self._read_code(cells, fields)
        for name, read in self._readers().items():
            column = self.columns.get(name)
            if column is not None and column < len(texts) and not says_nothing(texts[column]):
                read(cells[column], texts[column], fields)
        self._read_note(texts, fields)
        _find_industry(fields)
        self._set_size(fields)
        return fields, self.remarks

    def _readers(self) -> Mapping[str, Callable[[Cell, str, dict[str, Value]], None]]:
        return {
            "phone": self._read_phone,
            "email": self._read_email,
            "vsic5": self._read_vsic,
            "capital": self._read_capital,
            "reg_date": self._read_date,
            "emp": self._read_emp,
            "status": self._read_status,
        }

    def _text(self, texts: Sequence[str], name: str) -> str:
        column = self.columns.get(name)
        text = texts[column] if column is not None and column < len(texts) else ""
        return "" if says_nothing(text) else text

    def _remark(self, name: str, value: str, reason: str, candidates: tuple[str, ...] = ()) -> None:
        self.remarks.append(Remark(name, value, reason, candidates))

    def _check_controls(self, cells: Sequence[Cell]) -> None:
        for name, column in self.columns.items():
            cell = cells[column] if column < len(cells) else ""
            if isinstance(cell, str) and not cell.isprintable() and has_control_characters(cell):
                self._remark(name, clean(cell), "control_characters")

    def _read_code(self, cells: Sequence[Cell], fields: dict[str, Value]) -> None:
        column = self.columns.get("tax_code")
        if column is None or column >= len(cells) or cells[column] == "":
            return
        code = read_tax_code(cells[column])
        if code.text:
            fields["tax_code"] = code.text
        if code.personal_id:
            fields["personal_id"] = code.personal_id
        if code.registration:
            fields["reg_number"] = code.registration
        if code.problem:
            self._remark("tax_code", clean(cells[column]), code.problem)

    def _read_phone(self, cell: Cell, text: str, fields: dict[str, Value]) -> None:
        phone = read_phone(cell)
        fields["phone"] = phone.text
        if phone.problem:
            self._remark("phone", text, phone.problem)

    def _read_email(self, _cell: Cell, text: str, fields: dict[str, Value]) -> None:
        fields["email"] = text
        if not all(_EMAIL.match(part) for part in re.split(r"[;,]\s*|\s+", text) if part):
            self._remark("email", text, "email_doubtful")

    def _read_vsic(self, cell: Cell, text: str, fields: dict[str, Value]) -> None:
        """Keep a code of two to five digits as text; a number of four digits may have lost the zero of 01-09."""
        found = re.match(r"^[A-V]?\s*(\d{2,5})\b", text)
        if not found:
            self._remark("vsic5", text, "vsic_unreadable")
            return
        digits = found[1]
        fields["vsic5"] = f"0{digits}" if isinstance(cell, (int, float)) and len(digits) == 4 else digits

    def _read_capital(self, cell: Cell, text: str, fields: dict[str, Value]) -> None:
        amount = read_amount(cell, self.capital_unit)
        if amount is None or amount < 0:
            self._remark("capital", text, "capital_unreadable")
        else:
            fields["capital"] = plain_decimal(amount)

    def _read_date(self, cell: Cell, text: str, fields: dict[str, Value]) -> None:
        day = read_day(cell, self.today)
        if day.iso:
            fields["reg_date"] = day.iso
        if day.problem:
            self._remark("reg_date", text, day.problem)

    def _read_emp(self, cell: Cell, text: str, fields: dict[str, Value]) -> None:
        count = read_count(cell)
        if count is None:
            self._remark("emp", text, "emp_unreadable")
        else:
            fields["emp"] = count

    def _read_status(self, _cell: Cell, text: str, fields: dict[str, Value]) -> None:
        fields["status_text"] = text
        fields["status"] = read_status(text)
        if fields["status"] == "unknown":
            self._remark("status", text, "status_unknown")

    def _read_note(self, texts: Sequence[str], fields: dict[str, Value]) -> None:
        """Lists without a column of states put "tạm ngừng" among the notes; other notes say nothing of it."""
        note = self._text(texts, "note")
        status = read_status(note) if note and "status" not in fields else "unknown"
        if status != "unknown" and len(note) > 2:
            fields["status"] = status
            fields["status_text"] = note

    def _set_size(self, fields: dict[str, Value]) -> None:
        size = size_class(
            fields.get("emp"), fields.get("capital"), None, sector_group(str(fields.get("vsic5", "")))
        )
        if size != "unknown":
            fields["size"] = size


def _find_industry(fields: dict[str, Value]) -> None:
    """Take the code that stands before the activity in extracts of the business register ("46321 - Bán buôn")."""
    found = re.match(r"^[A-V]?\s*(\d{4,5})\s*(?:[-:.(\u2013]|$)", str(fields.get("activity", "")))
    if found:
        fields.setdefault("vsic5", found[1])

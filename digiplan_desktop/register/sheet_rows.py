"""Reading the rows of one sheet below its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from digiplan_desktop.register.area_names import read_place
from digiplan_desktop.register.cells import clean, read_number
from digiplan_desktop.register.entries import Entry, ListRows, ListWarning, Refusal, Skipped
from digiplan_desktop.register.headings import money_unit
from digiplan_desktop.register.identifiers import enterprise_id
from digiplan_desktop.register.reasons import REFUSALS
from digiplan_desktop.register.row_areas import AreaReader, Decisions
from digiplan_desktop.register.row_fields import FieldReader, Remark
from digiplan_desktop.register.row_kinds import PLACE_AND_DAY, RowReader
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from datetime import date

    from digiplan_desktop.register.areas import Catalogue
    from digiplan_desktop.register.entries import Value
    from digiplan_desktop.register.headings import Heading
    from digiplan_desktop.register.workbook import Table

_DITTO = frozenset({"nt", "nhu tren"})
_DITTO_MARKS = frozenset({'"', "''", "\u3003", "\u201d", '-"-', "//"})
_DITTO_FIELDS = ("area_text", "district_text", "activity", "legal_form", "status")
_CARRIED_DOWN = ("area_text", "district_text")
_AREA_FIELDS = frozenset({"area_text", "district_text", "address"})
_GUESS_DONG_FROM = 100_000
_AFTER_NAME = re.compile(
    r"\s+(?:năm|quý|tháng|tính|đến|từ|nam|quy|thang|den)\b.*$|\s*[(\d].*$", re.IGNORECASE
)


@dataclass(frozen=True)
class ListContext:
    """What the rows of every sheet of one list are read with."""

    catalogue: Catalogue
    decisions: Decisions
    on: date


@dataclass
class Seen:
    """The enterprises read so far, to find the ones that a list has twice."""

    rows: dict[str, tuple[str, int]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)


class SheetReader:
    """Turns the rows of one table into entries, refusals, passed-over rows and warnings."""

    def __init__(self, table: Table, heading: Heading, context: ListContext, seen: Seen) -> None:
        self._table = table
        self._heading = heading
        self._context = context
        self._seen = seen
        self._rows = ListRows()
        titles = [[clean(cell) for cell in row] for row in table.rows[heading.first : heading.last + 1]]
        self._kinds = RowReader(heading.columns, titles, context.catalogue)
        self._fields = FieldReader(heading.columns, context.on)
        self._group = {"area_text": "", "district_text": ""}
        self._default = _area_of_title(table, heading, context.catalogue)
        hint = self._default["district_text"]
        self._areas = AreaReader(context.catalogue, context.decisions, context.on, hint)
        self._spans = {
            top for top, left, bottom, right in table.merges if top == bottom and right - left >= 2
        }

    def read(self) -> ListRows:
        """Read every row of the sheet, those above the heading too."""
        self._fields.capital_unit = self._capital_unit()
        for index in range(self._heading.last + 1):
            self._skip_above(index)
        below = self._heading.last + 1
        texts = [[clean(cell) for cell in row] for row in self._table.rows[below:]]
        self._fill_down(texts, below)
        for offset, row in enumerate(texts):
            self._read_row(below + offset, row)
        if not self._heading.columns.keys() & _AREA_FIELDS:
            self._warn_of_missing_areas()
        self._warn_of_second_list()
        return self._rows

    def _warn_of_second_list(self) -> None:
        """Say that the same headings, that of the names among them, stand beside the list again: they are not read."""
        first, last = self._heading.first, self._heading.last
        for row in self._table.rows[first : last + 1]:
            titles = [clean(cell) for cell in row]
            own = {name: titles[at] for name, at in self._heading.columns.items() if at < len(titles)}
            again = {name for name, title in own.items() if title and titles.count(title) > 1}
            if "name" in again and len(again - {"seq"}) > 1:
                self._warn(last, Remark("name", own["name"], "second_list"))

    def _warn_of_missing_areas(self) -> None:
        """Say once, not in every row, that the list has no column that names areas."""
        if any(not entry.fields.get("area") for entry in self._rows.entries):
            self._warn(self._heading.last, Remark("area_text", "", "area_missing"))

    def _skip_above(self, index: int) -> None:
        text = next((clean(cell) for cell in self._table.rows[index] if cell != ""), "")
        reason = "heading" if index >= self._heading.first else "before_heading" if text else "blank"
        self._skip(index, reason, text)

    def _skip(self, index: int, reason: str, text: str = "") -> None:
        self._rows.skipped.append(Skipped(index + 1, reason, self._table.sheet, text))

    def _fill_down(self, texts: list[list[str]], below: int) -> None:
        """Give cells merged downwards, and ditto marks, the text of the cell above."""
        columns = {self._heading.columns[name] for name in _CARRIED_DOWN if name in self._heading.columns}
        for top, left, bottom, right in self._table.merges:
            if left == right and left in columns and top >= below:
                _repeat_down(texts, left, top - below, bottom - below)
        for name in _DITTO_FIELDS:
            if name in self._heading.columns:
                _resolve_dittos(texts, self._heading.columns[name])

    def _read_row(self, index: int, texts: list[str]) -> None:
        kind = self._kinds.read(texts, spans=index in self._spans)
        if kind.name != "enterprise":
            if kind.district_text:
                self._group = {"area_text": "", "district_text": kind.district_text}
            elif kind.area_text:
                self._group["area_text"] = kind.area_text
            self._skip(index, kind.name, next((text for text in texts if text), ""))
            return
        fields, remarks = self._fields.read(self._table.rows[index], texts)
        self._inherit_group(fields)
        found = self._areas.read(fields)
        if not self._heading.columns.keys() & _AREA_FIELDS:
            found = [remark for remark in found if remark.reason != "area_missing"]
        self._accept(index, fields, remarks + found)

    def _inherit_group(self, fields: dict[str, Value]) -> None:
        """Take the area from the group's line, or, when nothing in the row names one, from the title."""
        for name, text in self._group.items():
            if text:
                fields.setdefault(name, text)
        if "area_text" in fields or not self._default["area_text"]:
            return
        if not self._context.catalogue.place_of(str(fields.get("address", "")))[0]:
            for name, text in self._default.items():
                if text:
                    fields.setdefault(name, text)

    def _accept(self, index: int, fields: dict[str, Value], remarks: list[Remark]) -> None:
        refused = next((remark for remark in remarks if remark.reason in REFUSALS), None)
        if refused:
            self._refuse(index, refused.field, refused.value, refused.reason)
        elif "name" not in fields:
            self._refuse(index, "name", "", "name_missing")
        else:
            self._add(index, fields, remarks)

    def _add(self, index: int, fields: dict[str, Value], remarks: list[Remark]) -> None:
        code, name = str(fields.get("tax_code", "")), str(fields["name"])
        record = enterprise_id(code, name, str(fields.get("area_text", "")))
        if record in self._seen.rows:
            sheet, other = self._seen.rows[record]
            column, value = ("tax_code", code) if code else ("name", name)
            self._refuse(index, column, value, "duplicate", other if sheet == self._table.sheet else 0)
            return
        self._seen.rows[record] = (self._table.sheet, index + 1)
        self._rows.entries.append(Entry(index + 1, record, fields, self._table.sheet))
        for remark in remarks:
            self._warn(index, remark)
        namesake = self._seen.names.setdefault((fold(name), str(fields.get("area", ""))), record)
        if namesake != record:
            self._warn(index, Remark("name", name, "same_name_and_area"))

    def _refuse(self, index: int, column: str, value: str, reason: str, other_row: int = 0) -> None:
        title = self._heading.titles.get(column, "")
        self._rows.refusals.append(Refusal(index + 1, title, value, reason, self._table.sheet, other_row))

    def _warn(self, index: int, remark: Remark) -> None:
        title = self._heading.titles.get(remark.field, "")
        self._rows.warnings.append(
            ListWarning(index + 1, title, remark.value, remark.reason, self._table.sheet, remark.candidates)
        )

    def _capital_unit(self) -> str:
        """Find the unit of the capital column: in its heading, in a line above ("ĐVT: …"), or by its size."""
        column = self._heading.columns.get("capital")
        if column is None:
            return "1"
        title = self._heading.titles["capital"]
        above = (
            clean(cell)
            for row in self._table.rows[: self._heading.first]
            for cell in row
            if isinstance(cell, str)
        )
        units = [
            line for line in above if re.match(r"(?:\(?\s*)(?:đơn vị tính|đvt|don vi tinh)", line.lower())
        ]
        found = money_unit(title) or next(filter(None, map(_unit_of_line, units)), "")
        return found or self._guess_unit(column)

    def _guess_unit(self, column: int) -> str:
        rows = self._table.rows[self._heading.last + 1 :]
        amounts = [
            number for row in rows if column < len(row) and (number := read_number(row[column])) is not None
        ]
        if not amounts:
            return "1"
        unit = "0.000001" if median(amounts) >= _GUESS_DONG_FROM else "1"
        self._warn(self._heading.last, Remark("capital", unit, "capital_unit_guessed"))
        return unit


def _unit_of_line(line: str) -> str:
    return money_unit(f"({line.partition(':')[2] or line})")


def _repeat_down(texts: list[list[str]], column: int, top: int, bottom: int) -> None:
    if not 0 <= top < len(texts) or column >= len(texts[top]):
        return
    for row in texts[top + 1 : bottom + 1]:
        if any(row):
            row.extend([""] * (column + 1 - len(row)))
            row[column] = texts[top][column]


def _resolve_dittos(texts: list[list[str]], column: int) -> None:
    above = ""
    for row in texts:
        if column >= len(row):
            continue
        if row[column] in _DITTO_MARKS or (len(row[column]) < 12 and fold(row[column]) in _DITTO):
            row[column] = above
        above = row[column] or above


def _area_of_title(table: Table, heading: Heading, catalogue: Catalogue) -> dict[str, str]:
    """Find a commune in the sheet's name or in the lines above the heading ("… trên địa bàn xã Ea Kar")."""
    lines = [
        table.sheet,
        *(clean(cell) for row in table.rows[: heading.first] for cell in row if isinstance(cell, str)),
    ]
    found = {"area_text": "", "district_text": ""}
    for line in lines:
        if PLACE_AND_DAY.search(line):
            continue
        place = read_place(line)
        commune, district = _AFTER_NAME.sub("", place.commune), _AFTER_NAME.sub("", place.district)
        if commune and not found["area_text"] and catalogue.names_commune(commune):
            found["area_text"] = commune
        if district and not found["district_text"] and catalogue.find_district(district):
            found["district_text"] = district
    return found

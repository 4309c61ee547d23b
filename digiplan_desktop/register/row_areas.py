"""Finding the area of one enterprise's row: in its own texts, its address, or the title's district."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digiplan_desktop.register.row_fields import Remark
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from digiplan_desktop.register.area_search import Resolution
    from digiplan_desktop.register.areas import Catalogue
    from digiplan_desktop.register.entries import Value

Decisions = Mapping[tuple[str, str], str]
"""Folded area text and folded district text, to the uid that a person chose."""


@dataclass(frozen=True)
class AreaReader:
    """Sets `area` (a uid, "" for a text that means none) and `district` (an old district's uid) of rows.

    A row that says nothing of its area gets neither, so that taking in a list cannot wipe out what is known.

    Attributes:
        decisions: areas that a person has already decided.
        on: the day for which areas are looked up.
        district_hint: the district that the list's title names; used only where it helps.
    """

    catalogue: Catalogue
    decisions: Decisions
    on: date
    district_hint: str = ""

    def read(self, fields: dict[str, Value]) -> list[Remark]:
        """Add the area to the fields of a row, and what was found in its address; give the remarks."""
        self._read_address(fields)
        text, district = str(fields.get("area_text", "")), str(fields.get("district_text", ""))
        if not text:
            self._set_district(district, fields)
            return [Remark("area_text", district, "area_missing")]
        decided = self.decisions and self.decisions.get((fold(text), fold(district)))
        if decided:
            fields["area"] = decided
            old = self.catalogue.find_district(district)
            fields["district"] = old or self.catalogue.old_district(decided)
            return []
        return self._resolve(text, district, fields)

    def _read_address(self, fields: dict[str, Value]) -> None:
        if "area_text" in fields or "address" not in fields:
            return
        commune, district = self.catalogue.place_of(str(fields["address"]))
        if commune:
            fields["area_text"] = commune
        if commune and district:
            fields.setdefault("district_text", district)

    def _resolve(self, text: str, district: str, fields: dict[str, Value]) -> list[Remark]:
        found = self._look_up(text, district)
        fields["area"] = found.uid
        if found.uid:
            fields["district"] = self.catalogue.old_district(found.named or found.uid)
        else:
            self._set_district(district or text, fields)
        reason = _reason(found)
        return [Remark("area_text", text, reason, found.candidates)] if reason else []

    def _look_up(self, text: str, district: str) -> Resolution:
        found = self.catalogue.resolve(text, district, self.on)
        if district or not self.district_hint or (found.uid and not found.doubtful):
            return found
        hinted = self.catalogue.resolve(text, self.district_hint, self.on)
        return hinted if hinted.uid else found

    def _set_district(self, district: str, fields: dict[str, Value]) -> None:
        uid = self.catalogue.find_district(district) if district else ""
        if uid:
            fields["district"] = uid


def _reason(found: Resolution) -> str:
    if not found.uid:
        return "area_ambiguous" if found.candidates else "area_unknown"
    if found.split:
        return "area_split"
    return "area_doubtful" if found.doubtful else ""

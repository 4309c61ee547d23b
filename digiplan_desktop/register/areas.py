"""The dated catalogue of areas: units, what became of them, and which unit a written name means.

Three catalogues follow one another: 184 communes of Đắk Lắk until 31/10/2024, 180 until 30/6/2025 (the
neighbouring Phú Yên: 110, then 106), and the 102 communes and wards of the merged province since 1/7/2025.
Codes are used again for other units, so a unit is named by its uid ("W24133-3") and never by its code.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digiplan_desktop.errors import AreaUnknown
from digiplan_desktop.paths import AREAS
from digiplan_desktop.register.area_search import AreaFinder, Resolution
from digiplan_desktop.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MERGER = date(2025, 7, 1)
"""The day on which the districts went and the two provinces became one."""
OLD_PROVINCE = "P66-1"
TERRITORIES = ("old", "new")


@dataclass(frozen=True)
class Unit:
    """One administrative unit during the days in which it had this name, kind and code.

    Attributes:
        level: "province", "district" or "commune"; kind: tinh, huyen, thi_xa, thanh_pho, xa, phuong, thi_tran.
        name: with its kind, as printed ("Xã Ea Kar"); short: without ("Ea Kar").
        parent: uid of the unit it belongs to ("" for a province).
        valid_from, valid_to: first and last day; None when open.
    """

    uid: str
    level: str
    code: str
    name: str
    short: str
    kind: str
    parent: str
    valid_from: date | None
    valid_to: date | None
    aliases: tuple[str, ...] = ()

    def valid(self, on: date) -> bool:
        """Say whether the unit stood on that day."""
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


@dataclass(frozen=True)
class Succession:
    """What a unit, or a part of it, became; of several parts one is the default."""

    source: str
    target: str
    effective: date
    split: bool
    default: bool


@dataclass(frozen=True)
class DistrictGroup:
    """An old district and the communes of a catalogue that lie in it, in Vietnamese order."""

    district: Unit
    communes: tuple[Unit, ...]


@dataclass(frozen=True)
class Catalogue:
    """All units of all days, by uid."""

    units: Mapping[str, Unit]
    successions: tuple[Succession, ...]

    @classmethod
    def load(cls, folder: Path = AREAS) -> Catalogue:
        """Read units.csv, unit_succession.csv and name_aliases.csv."""
        extra: dict[str, list[str]] = defaultdict(list)
        for row in _rows(folder / "name_aliases.csv"):
            extra[row["uid"]].append(row["alias"])
        units = (_unit(row, extra[row["unit_uid"]]) for row in _rows(folder / "units.csv"))
        successions = tuple(_succession(row) for row in _rows(folder / "unit_succession.csv"))
        return cls({unit.uid: unit for unit in units}, successions)

    def unit(self, uid: str) -> Unit:
        """Give the unit; AreaUnknown when there is none."""
        try:
            return self.units[uid]
        except KeyError:
            raise AreaUnknown(uid) from None

    def communes(self, on: date, territory: str = "new") -> tuple[Unit, ...]:
        """Give the communes and wards that stood on that day, in Vietnamese order.

        `territory` "old" is Đắk Lắk as it was before the merger, "new" the whole province of today.
        """
        found = (unit for unit in self._communes if unit.valid(on))
        return _in_order(unit for unit in found if territory == "new" or self.territory_of(unit.uid) == "old")

    def districts(self, territory: str = "new") -> tuple[Unit, ...]:
        """Give the old districts: 15 of Đắk Lắk, with those of Phú Yên 24; cities and towns first."""
        districts = (unit for unit in self.units.values() if unit.level == "district")
        wanted = [unit for unit in districts if territory == "new" or unit.parent == OLD_PROVINCE]
        rank = {"thanh_pho": 0, "thi_xa": 1, "huyen": 2}
        return tuple(
            sorted(
                wanted, key=lambda unit: (unit.parent != OLD_PROVINCE, rank[unit.kind], sort_key(unit.short))
            )
        )

    def district_groups(self, territory: str = "new", on: date | None = None) -> tuple[DistrictGroup, ...]:
        """Give the old districts in order, each with the communes of that day (default: today's) in it."""
        members: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.communes(on or max(date.today(), MERGER), territory):  # noqa: DTZ011 - a local day
            members[self.old_district(unit.uid)].append(unit)
        return tuple(
            DistrictGroup(district, _in_order(members[district.uid]))
            for district in self.districts(territory)
        )

    def old_district(self, uid: str) -> str:
        """Give the uid of the old district a commune lies in: for today's, that of most of its parts."""
        return self._districts.get(uid, "")

    def territory_of(self, uid: str) -> str:
        """Give "old" for what lies in Đắk Lắk before the merger, "new-only" for the rest."""
        unit = self.unit(uid)
        if unit.level == "province":
            return "old" if uid == OLD_PROVINCE else "new-only"
        district = unit if unit.level == "district" else self.units[self._districts[uid]]
        return "old" if district.parent == OLD_PROVINCE else "new-only"

    def current(self, uid: str, on: date | None = None) -> str:
        """Give the unit that stands there today (or on a later day given); a split goes to its default part."""
        unit = self.unit(uid)
        while unit.uid in self._heirs and not (on and unit.valid(on)):
            unit = self.units[self._heirs[unit.uid]]
        return unit.uid

    def heirs(self, uid: str) -> tuple[str, ...]:
        """Give all units of today that took a part of the unit over, the default first."""
        steps = self._steps.get(uid, ())
        if not steps:
            return (uid,)
        ordered = sorted(steps, key=lambda step: not step.default)
        return tuple(dict.fromkeys(chain.from_iterable(self.heirs(step.target) for step in ordered)))

    def was_split(self, uid: str) -> bool:
        """Say whether today's unit is only one of several that took this one over."""
        return len(self.heirs(uid)) > 1

    def resolve(self, text: str, district_text: str = "", on: date | None = None) -> Resolution:
        """Find the unit that a written commune (with its old district, if the list has one) means on a day.

        Names of any day count; the answer is the unit that stands there on `on` (default: today).
        """
        return self._finder.find(text, district_text, on or date.today())  # noqa: DTZ011 - a local day

    def find_district(self, text: str) -> str:
        """Give the uid of the old district of that name, or ""."""
        return self._finder.district(text)

    def names_commune(self, text: str) -> bool:
        """Say whether a commune of any day bears that name (spelling and kind word left out of account)."""
        return self._finder.names_commune(text)

    def place_of(self, address: str) -> tuple[str, str]:
        """Give the parts of an address that name its commune and its district, as written ("" when missing)."""
        return self._finder.place(address)

    @cached_property
    def _finder(self) -> AreaFinder:
        return AreaFinder(self)

    @cached_property
    def _communes(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units.values() if unit.level == "commune")

    @cached_property
    def _steps(self) -> Mapping[str, tuple[Succession, ...]]:
        steps: dict[str, list[Succession]] = defaultdict(list)
        for step in self.successions:
            steps[step.source].append(step)
        return {source: tuple(found) for source, found in steps.items()}

    @cached_property
    def _heirs(self) -> Mapping[str, str]:
        return {step.source: step.target for step in self.successions if step.default}

    @cached_property
    def _districts(self) -> Mapping[str, str]:
        """Commune to old district; a commune of today follows the majority of the old communes it took over."""
        found = {unit.uid: unit.parent for unit in self._communes if unit.parent.startswith("D")}
        votes: dict[str, list[str]] = defaultdict(list)
        for step in self.successions:
            if step.target not in found and step.source in found:
                votes[step.target].append(found[step.source])
        return found | {uid: max(sorted(set(cast)), key=cast.count) for uid, cast in votes.items()}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _unit(row: Mapping[str, Any], extra: Iterable[str]) -> Unit:
    aliases = tuple(dict.fromkeys([alias for alias in row["aliases"].split("|") if alias] + list(extra)))
    return Unit(
        row["unit_uid"],
        row["level"],
        row["code"],
        row["name_full"],
        row["name_short"],
        row["type"],
        row["parent_uid"],
        _day(row["valid_from"]),
        _day(row["valid_to"]),
        aliases,
    )


def _succession(row: Mapping[str, str]) -> Succession:
    return Succession(
        row["from_uid"],
        row["to_uid"],
        date.fromisoformat(row["effective"]),
        row["is_split"] == "1",
        row["is_default"] == "1",
    )


def _in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=lambda unit: (sort_key(unit.short), unit.kind)))

"""Which unit a written name means: by name and old district, in every spelling, on a given day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digiplan_desktop.register.area_names import (
    COMMUNE_KINDS,
    DISTRICT_KINDS,
    loose_key,
    read_place,
    split_kind,
    split_parts,
    strict_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from digiplan_desktop.register.areas import Catalogue, Unit

_SIMILAR = 80
_MOST_CANDIDATES = 5


@dataclass(frozen=True)
class Resolution:
    """What a written area means.

    Attributes:
        uid: the unit of that day, or "" when none or several fit.
        candidates: other units it might mean; for an unknown name the similar ones.
        named: uid of the unit that bears the name, which may be one of an earlier day.
        split: that unit was divided between several, and `uid` is its default heir.
        doubtful: an older unit of the same name lay elsewhere, and no district says which is meant.
    """

    uid: str = ""
    candidates: tuple[str, ...] = ()
    named: str = ""
    split: bool = False
    doubtful: bool = False


@dataclass
class _Index:
    """Units by their names in one kind of key."""

    key: Callable[[str], str]
    units: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))

    def add(self, unit: Unit) -> None:
        names = (unit.short, *(split_kind(alias)[1] for alias in unit.aliases))
        for key in {self.key(name) for name in names}:
            self.units[key].append(unit)

    def find(self, name: str) -> list[Unit]:
        return list(self.units.get(self.key(name), ()))


class AreaFinder:
    """Finds units of one catalogue by name; keeps its answers, since a list repeats the same few names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._communes = (_Index(strict_key), _Index(loose_key))
        self._districts = _Index(loose_key)
        self._found: dict[tuple[str, str, date], Resolution] = {}
        for unit in catalogue.units.values():
            if unit.level == "district":
                self._districts.add(unit)
            elif unit.level == "commune":
                for index in self._communes:
                    index.add(unit)

    def find(self, text: str, district_text: str, on: date) -> Resolution:
        """Give what the text means on that day."""
        asked = (text, district_text, on)
        if asked not in self._found:
            self._found[asked] = self._find(text, district_text, on)
        return self._found[asked]

    def district(self, text: str) -> str:
        """Give the uid of the old district of that name, or "" when none or several fit."""
        kind, name = split_kind(text)
        found = self._districts.find(name)
        if len(found) > 1 and kind:
            found = [unit for unit in found if unit.kind == kind]
        return found[0].uid if len(found) == 1 else ""

    def place(self, address: str) -> tuple[str, str]:
        """Give the written commune and district of an address, with their kind words or by their position."""
        place = read_place(address)
        if place.commune:
            return place.commune, place.district
        parts = [part for part in split_parts(address) if split_kind(part)[0] != "tinh"]
        for index in range(len(parts) - 1, 0, -1):
            if self.district(parts[index]) and self.names_commune(parts[index - 1]):
                return parts[index - 1], parts[index]
        return "", place.district

    def names_commune(self, part: str) -> bool:
        """Say whether a commune of any day bears the name."""
        kind, name = split_kind(part)
        return kind not in DISTRICT_KINDS and bool(self._communes[1].find(name))

    def _find(self, text: str, district_text: str, on: date) -> Resolution:
        commune, district_of_text = self.place(text)
        district_text = district_text or district_of_text
        kind, name = split_kind(commune or text.partition(",")[0])
        if not name or kind in DISTRICT_KINDS:
            return Resolution()
        district = self.district(district_text)
        if district_text and not district and split_kind(district_text)[0] in DISTRICT_KINDS:
            return Resolution(candidates=self._today(self._bearers(name, kind), on))
        bearers = self._bearers(name, kind)
        if district:
            return self._in_district(bearers, name, district, on)
        return self._anywhere(bearers, on) if bearers else Resolution(candidates=self._similar(name, "", on))

    def _bearers(self, name: str, kind: str) -> list[Unit]:
        """Give the units of that name; spelling and kind narrow the choice only where they leave some."""
        for index in self._communes:
            found = index.find(name)
            same_kind = [unit for unit in found if unit.kind == kind]
            if found:
                return same_kind if kind in COMMUNE_KINDS and same_kind else found
        return []

    def _in_district(self, bearers: Iterable[Unit], name: str, district: str, on: date) -> Resolution:
        everywhere = {unit.uid: unit for unit in [*bearers, *self._communes[1].find(name)]}
        inside = [unit for unit in everywhere.values() if self._catalogue.old_district(unit.uid) == district]
        close = [unit for unit in bearers if unit in inside] or inside
        if not close:
            others = self._today(everywhere.values(), on) or self._similar(name, district, on)
            return Resolution(candidates=others)
        return self._choose(close, on)

    def _anywhere(self, bearers: list[Unit], on: date) -> Resolution:
        """Take the unit that bears the name on that day; say so when an older one of the name lay elsewhere."""
        standing = [unit for unit in bearers if unit.valid(on)]
        if len(standing) != 1:
            return self._choose(bearers, on)
        others = tuple(uid for uid in self._today(bearers, on) if uid != standing[0].uid)
        return Resolution(standing[0].uid, others, standing[0].uid, doubtful=bool(others))

    def _choose(self, bearers: list[Unit], on: date) -> Resolution:
        found = self._today(bearers, on)
        if len(found) != 1:
            return Resolution(candidates=found)
        standing = [unit for unit in bearers if unit.valid(on)]
        named = (standing or sorted(bearers, key=lambda unit: unit.uid))[0]
        split = not standing and self._catalogue.was_split(named.uid)
        return Resolution(
            found[0], self._catalogue.heirs(named.uid)[1:] if split else (), named.uid, split=split
        )

    def _today(self, units: Iterable[Unit], on: date) -> tuple[str, ...]:
        """Give the units that stand on that day where these stood, each once."""
        heirs = (self._catalogue.current(unit.uid, on) for unit in units)
        return tuple(dict.fromkeys(uid for uid in heirs if self._catalogue.unit(uid).valid(on)))

    def _similar(self, name: str, district: str, on: date) -> tuple[str, ...]:
        """Give the units of that day whose names, old or new, are a slip of the keyboard away."""
        from rapidfuzz import fuzz, process

        keys = self._communes[1].units
        close = process.extract(
            loose_key(name), keys.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=10
        )
        units = [unit for key, _, _ in close for unit in keys[key]]
        inside = [
            unit for unit in units if not district or self._catalogue.old_district(unit.uid) == district
        ]
        return self._today(inside, on)[:_MOST_CANDIDATES]

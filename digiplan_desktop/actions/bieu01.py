"""Biểu 01/CNS-KH74 filled from a survey round: lines by old district and commune, with the engine's estimates."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from digiplan_desktop.actions.bieu01_provenance import describe_provenance, describe_target, period_words
from digiplan_desktop.actions.evidence import read_round as read_survey
from digiplan_desktop.actions.office import read_office
from digiplan_desktop.errors import AreaOutside
from digiplan_desktop.plan.evidence import CONVENIENCE
from digiplan_desktop.plan.quality import DOMAIN_HALF_WIDTH, PROVINCE_HALF_WIDTH
from digiplan_desktop.plan.round_estimates import estimate_reading, reading_flags
from digiplan_desktop.plan.round_reading import RoundReading, read_round, restrict_round
from digiplan_desktop.returns.content import Bieu01, Bieu01Row, Measure
from digiplan_desktop.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.plan.estimates import Estimate
    from digiplan_desktop.plan.evidence import RoundEvidence, UnitResponse
    from digiplan_desktop.plan.targets import Target
    from digiplan_desktop.register.areas import DistrictGroup

UNKNOWN_COMMUNE = "Chưa xác định xã"
TERRITORIES = {
    "old": "Địa bàn tỉnh Đắk Lắk trước ngày 01/7/2025",
    "new": "Toàn tỉnh Đắk Lắk từ ngày 01/7/2025",
}
PROVINCE = {"old": "Tỉnh Đắk Lắk (cũ)", "new": "Tỉnh Đắk Lắk"}
# A line of the return and the units in it: "" all of them, "D643-1" a district, "D643-1|W24133-3" a commune of it.
Domain = str


def fill_bieu01(workspace: Workspace, known: Round, *, area: str = "", territory: str = "old") -> Bieu01:
    """Give the return of a round for the whole territory, one old district or one commune (`area`: its uid).

    Raises AreaOutside when `area` is no district or commune of that territory.
    """
    contents = _Contents(workspace, known, territory)
    rows = tuple(contents.rows(area))
    if not rows:
        unit = workspace.catalogue.units.get(area)
        raise AreaOutside(unit.name if unit else area, territory)
    top = contents.in_first_line(area)
    return Bieu01(
        period=period_words(known.period),
        territory=TERRITORIES[territory],
        office=read_office(workspace),
        targets=tuple(
            describe_target(reading, target, top, contents.base) for target, reading in contents.readings
        ),
        rows=rows,
        provenance=describe_provenance(workspace, known, contents.survey, contents.readings),
        basis=f"Kế hoạch số {workspace.plan.number} của UBND tỉnh Đắk Lắk",
        invented=workspace.store.demo,
    )


@dataclass(frozen=True)
class _Contents:
    """A round read once for each target of the return, and the estimates of every line."""

    workspace: Workspace
    known: Round
    territory: str

    @cached_property
    def groups(self) -> tuple[DistrictGroup, ...]:
        return self.workspace.catalogue.district_groups(self.territory)

    @cached_property
    def survey(self) -> RoundEvidence:
        whole = read_survey(self.workspace, self.known)
        return restrict_round(whole, self.territory, ("", *(group.district.uid for group in self.groups)))

    @cached_property
    def readings(self) -> tuple[tuple[Target, RoundReading], ...]:
        """The targets that this round's questionnaire measures as a share, each with its reading."""
        plan = self.workspace.plan
        return tuple(
            (target, read_round(self.survey, target.indicator.definition, plan.neighbours))
            for target in plan.targets
            if target.indicator.form == self.known.form
            and target.indicator.kind == "share"
            and target.indicator.definition is not None
        )

    @property
    def base(self) -> RoundReading:
        """The reading whose denominator is the column of operating enterprises."""
        return self.readings[0][1]

    def in_first_line(self, area: str) -> Callable[[UnitResponse], str]:
        """Give the function that maps the units of the return's first line to "" and all others elsewhere."""
        return lambda unit: "" if not area or area in {unit.area, unit.district} else "elsewhere"

    @cached_property
    def _estimates(self) -> tuple[Mapping[Domain, Estimate], ...]:
        return tuple(_all_domains(reading) for _, reading in self.readings)

    @cached_property
    def _counts(self) -> tuple[Mapping[Domain, tuple[int, float]], ...]:
        return tuple(_count_domains(reading) for _, reading in self.readings)

    @cached_property
    def _listed(self) -> Mapping[str, int]:
        return self.survey.frame_by_area

    @cached_property
    def _surveyed(self) -> Counter[Domain]:
        counts: Counter[Domain] = Counter()
        for unit in self.base.units:
            counts.update(_domains(unit.response))
        return counts

    @cached_property
    def _district_frame(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for stratum in self.survey.strata:
            counts[stratum.stratum.partition("|")[0]] += stratum.population
        return counts

    def rows(self, area: str) -> Iterator[Bieu01Row]:
        """Give the lines in print order, beginning with the whole or with the chosen unit."""
        if area:
            yield from self._chosen(area)
            return
        names = PROVINCE[self.territory]
        yield self._row("", ("", "", names), 0, self.survey.frame_size)
        for group in self.groups:
            yield from self._group(group, 1)
        if self._district_frame[""] or self._surveyed["|"]:
            yield self._row("|", ("", "", UNKNOWN_COMMUNE), 1, self._district_frame[""])

    def _chosen(self, area: str) -> Iterator[Bieu01Row]:
        for group in self.groups:
            if group.district.uid == area:
                yield from self._group(group, 0)
            for commune in group.communes:
                if commune.uid == area:
                    domain = f"{group.district.uid}|{area}"
                    yield self._row(domain, (area, commune.code, commune.name), 0, self._listed.get(area, 0))

    def _group(self, group: DistrictGroup, level: int) -> Iterator[Bieu01Row]:
        district = group.district
        listed = self._district_frame[district.uid]
        yield self._row(district.uid, (district.uid, "", district.name), level, listed)
        known = 0
        for commune in sorted(group.communes, key=lambda unit: sort_key(unit.short)):
            size = self._listed.get(commune.uid, 0)
            known += size
            domain = f"{district.uid}|{commune.uid}"
            yield self._row(domain, (commune.uid, commune.code, commune.name), level + 1, size)
        domain = f"{district.uid}|"
        if listed != known or self._surveyed[domain]:
            yield self._row(domain, ("", "", UNKNOWN_COMMUNE), level + 1, listed - known)

    def _row(self, domain: Domain, unit: tuple[str, str, str], level: int, listed: int) -> Bieu01Row:
        measures = {
            target.id: self._measure(reading, estimates.get(domain), counts[domain], domain)
            for (target, reading), estimates, counts in zip(
                self.readings, self._estimates, self._counts, strict=True
            )
        }
        operating = next(iter(measures.values()))
        return Bieu01Row(
            uid=unit[0],
            code=unit[1],
            name=unit[2],
            level=level,
            listed=listed,
            surveyed=self._surveyed[domain],
            active=operating.eligible,
            weighted_active=operating.weighted_eligible,
            measures=measures,
        )

    def _measure(
        self, reading: RoundReading, found: Estimate | None, counts: tuple[int, float], domain: Domain
    ) -> Measure:
        weighted = found if reading.round.regime != CONVENIENCE else None
        is_commune = "|" in domain
        limit = DOMAIN_HALF_WIDTH if domain else PROVINCE_HALF_WIDTH
        return Measure(
            positive=round(counts[1]),
            eligible=counts[0],
            weighted_positive=0.0 if found is None else weighted.numerator if weighted else None,
            weighted_eligible=0.0 if found is None else weighted.denominator if weighted else None,
            # A commune's part of a sample carries no interval that could be defended.
            low=None if is_commune or weighted is None else weighted.low,
            high=None if is_commune or weighted is None else weighted.high,
            flag="" if found is None else reading_flags(reading, found, limit).replace(":", ""),
        )


def _all_domains(reading: RoundReading) -> dict[Domain, Estimate]:
    found = estimate_reading(reading, "share", lambda _unit: "")
    found |= estimate_reading(reading, "share", lambda unit: unit.district or "|")
    return found | estimate_reading(reading, "share", lambda unit: f"{unit.district}|{unit.area}")


def _count_domains(reading: RoundReading) -> Mapping[Domain, tuple[int, float]]:
    """Give Σd and Σdy over the answers of each domain."""
    found: defaultdict[Domain, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for unit in reading.units:
        if unit.outcome.inside:
            for domain in _domains(unit.response):
                eligible, positive = found[domain]
                found[domain] = (eligible + 1, positive + unit.outcome.y)
    return found


def _domains(unit: UnitResponse) -> tuple[Domain, ...]:
    commune = f"{unit.district}|{unit.area}"
    return ("", unit.district, commune) if unit.district else ("", commune)

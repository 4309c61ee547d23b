"""The survey frame: which enterprises of the register a round is about, and in which stratum each lies."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.actions.workspace import Workspace

# Enterprises that are known to have ended are not in the frame; every other one may be operating.
ENDED = frozenset({"dissolved"})
# The register knows no size for an enterprise whose list gave neither staff nor capital.
UNSIZED = "micro"


@dataclass(frozen=True)
class FrameMember:
    """One enterprise of the frame with the cell it is counted in."""

    id: str
    tax_code: str
    area: str
    district: str
    stratum: str


def read_frame(workspace: Workspace, territory: str) -> tuple[FrameMember, ...]:
    """Give the members of the frame of a territory ("old": the province before 1 July 2025; "new": all of it).

    An enterprise whose commune is not known yet is a member of both, in a stratum of its own.
    """
    from digiplan_desktop.store.enterprises import frame

    members = (
        FrameMember(
            id=unit.id,
            tax_code=unit.tax_code,
            area=unit.area,
            district=unit.district,
            stratum=stratum_of(unit.district, unit.size),
        )
        for unit in frame(workspace.store)
        if unit.status not in ENDED
    )
    districts = {"", *(unit.uid for unit in workspace.catalogue.districts(territory))}
    return tuple(member for member in members if member.district in districts)


def stratum_of(district: str, size: str) -> str:
    """Give the cell of an enterprise: old district × size class."""
    return f"{district}|{UNSIZED if size in {'', 'unknown'} else size}"


def count_strata(members: Sequence[FrameMember]) -> dict[str, int]:
    """Give the number of frame members in each stratum, in the order of the names of the strata."""
    counts = Counter(member.stratum for member in members)
    return {stratum: counts[stratum] for stratum in sorted(counts)}


def count_areas(members: Sequence[FrameMember]) -> dict[str, int]:
    """Give the number of frame members in each commune; "" stands for those whose commune is unknown."""
    counts = Counter(member.area for member in members)
    return {area: counts[area] for area in sorted(counts)}


def frame_hash(members: Sequence[FrameMember]) -> str:
    """Give the SHA-256 of the frame: the same members in the same strata give the same hash."""
    lines = sorted(f"{member.id} {member.stratum}" for member in members)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()

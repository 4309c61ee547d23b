"""Records of the register that may be the same enterprise typed twice; a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.register.duplicates import Candidate, DuplicatePair
    from digiplan_desktop.store.records import Record

_COMPARED = ("name", "tax_code", "area", "phone", "address", "personal_id")


def find_duplicates(workspace: Workspace) -> tuple[DuplicatePair, ...]:
    """Give candidate pairs of the register, the likeliest first."""
    from digiplan_desktop.register import duplicates

    records = workspace.store.records("enterprise")
    return duplicates.find_duplicates(_candidate(record) for record in records)


def _candidate(record: Record) -> Candidate:
    from digiplan_desktop.register.duplicates import Candidate

    return Candidate(id=record.id, **{name: str(record.data.get(f"m/{name}") or "") for name in _COMPARED})

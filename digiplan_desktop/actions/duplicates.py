"""Records of the register that may be the same enterprise typed twice; a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.register.duplicates import Pair


def find_duplicates(workspace: Workspace) -> tuple[Pair, ...]:
    """Give candidate pairs of the register, the likeliest first."""
    from digiplan_desktop.register.duplicates import Candidate, candidate_pairs

    def text(data: object, name: str) -> str:
        return str(data.get(f"m/{name}") or "") if isinstance(data, dict) else ""

    candidates = [
        Candidate(
            id=record.id,
            name=text(dict(record.data), "name"),
            tax_code=text(dict(record.data), "tax_code"),
            phone=text(dict(record.data), "phone"),
            area=text(dict(record.data), "area"),
            address=text(dict(record.data), "address"),
        )
        for record in workspace.store.records("enterprise")
        if not record.deleted
    ]
    return tuple(candidate_pairs(candidates))

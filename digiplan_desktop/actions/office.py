"""The office that signs the returns: names and titles as they are printed."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from digiplan_desktop.changes import Changes
from digiplan_desktop.returns.content import Office

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace

__all__ = ["OFFICE_ID", "Office", "read_office", "save_office"]

# One record in every store, so that two laptops of an office merge their settings field by field.
OFFICE_ID = "0f1f5c0e-8a55-5d5b-9b0e-3a7a0b6d7400"


def read_office(workspace: Workspace) -> Office:
    """Give the office as it was last saved."""
    record = workspace.store.record(OFFICE_ID)
    data = {} if record is None else record.data
    return Office(**{field.name: str(data.get(f"m/{field.name}") or "") for field in fields(Office)})


def save_office(workspace: Workspace, office: Office) -> Changes:
    """Keep the office's texts; gives what changed."""
    if office == read_office(workspace):
        return Changes()
    workspace.store.save(
        OFFICE_ID, "office", {f"m/{name}": text for name, text in asdict(office).items()}, act="edit"
    )
    return Changes(settings=True)

"""The numbers in the frame of the window: rounds to choose from, counts of the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.store.storage import StoreState


@dataclass(frozen=True)
class Numbers:
    """What header and status bar show: the rounds, the counts of the store, when it last changed."""

    rounds: Sequence[Round]
    state: StoreState
    saved_at: datetime | None


def read_numbers(workspace: Workspace) -> Numbers:
    """Read them from the store; called in the background."""
    from digiplan_desktop.actions.rounds import list_rounds

    latest = workspace.store.recent(1)
    return Numbers(list_rounds(workspace), workspace.store.state(), latest[0].at if latest else None)

"""Who is to be asked in a round, and how far each questionnaire is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.actions.rounds import drawn_enterprises
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.store.responses import ResponseRow

STATUSES = ("new", "in_progress", "complete")


@dataclass(frozen=True)
class WorkItem:
    """One line of a worklist; `response_id` is empty until the questionnaire is begun."""

    respondent: str
    response_id: str
    name: str
    tax_code: str
    area_name: str
    status: str


@dataclass(frozen=True)
class Worklist:
    """The lines that fit the filter, and the number of all lines of the round by status."""

    items: tuple[WorkItem, ...]
    counts: Mapping[str, int]
    total: int


def list_worklist(
    workspace: Workspace, round_id: str, *, status: str = "", search: str = "", limit: int = 500
) -> Worklist:
    """Give the drawn enterprises of a round and whoever has a questionnaire in it, with their status.

    `search` is blind to case and diacritics and looks at name and tax code; `limit` bounds the lines, not the counts.
    """
    needle = fold(search)
    items: list[WorkItem] = []
    counts: Counter[str] = Counter()
    for item in _items(workspace, round_id):
        counts[item.status] += 1
        if status and item.status != status:
            continue
        if needle and needle not in f"{fold(item.name)} {fold(item.tax_code)}":
            continue
        if len(items) < limit:
            items.append(item)
    return Worklist(tuple(items), {known: counts[known] for known in STATUSES}, sum(counts.values()))


def _items(workspace: Workspace, round_id: str) -> Iterator[WorkItem]:
    from digiplan_desktop.store.responses import list_responses

    begun = list_responses(workspace.store, round=round_id, limit=None)
    by_respondent = {row.respondent: row for row in begun if row.respondent}
    drawn = drawn_enterprises(workspace, round_id)
    missing = [respondent for respondent in drawn if respondent not in by_respondent]
    yield from (_begun(workspace, row) for row in begun)
    for record in workspace.store.records("enterprise", ids=missing):
        area = str(record.data.get("m/area") or "")
        yield WorkItem(
            respondent=record.id,
            response_id="",
            name=str(record.data.get("m/name") or ""),
            tax_code=str(record.data.get("m/tax_code") or ""),
            area_name=_area_name(workspace, area),
            status="new",
        )


def _begun(workspace: Workspace, row: ResponseRow) -> WorkItem:
    return WorkItem(
        respondent=row.respondent,
        response_id=row.id,
        name=row.name,
        tax_code=row.tax_code,
        area_name=_area_name(workspace, row.area),
        status=row.status or "new",
    )


def _area_name(workspace: Workspace, area: str) -> str:
    return workspace.catalogue.unit(area).name if area else ""

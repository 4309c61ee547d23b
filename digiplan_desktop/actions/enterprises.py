"""Deeds on the register: take in a list, decide where an unclear place name lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid5

from digiplan_desktop.changes import Changes
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.register.entries import Entry, ListWarning, Refusal, Skipped
    from digiplan_desktop.register.listing import EnterpriseList
    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.writing import Edit

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class ImportReport:
    """What became of each row of a list: `read` = added + updated + unchanged + refused rows."""

    path: Path
    sheet: str
    read: int
    added: int
    updated: int
    unchanged: int
    refusals: tuple[Refusal, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[ListWarning, ...]
    columns: Mapping[str, str]
    changes: Changes

    @property
    def refused(self) -> int:
        """How many rows were refused; two sheets may each have a row 2."""
        return _count_rows(self.refusals)


def import_list(
    workspace: Workspace,
    path: Path,
    *,
    sheet: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Take a list of enterprises into the register, all of it or, when cancelled, nothing.

    A list that was taken in before changes nothing; a cell that differs updates that field alone, and a cell that
    is empty in the list leaves what the register knows. Raises the errors of `register.workbook` and `Cancelled`.
    """
    from digiplan_desktop.register.listing import read_list

    today = date.today()  # noqa: DTZ011 (the user's own calendar)
    listed = read_list(path, workspace.catalogue, sheet=sheet, on=today, decisions=area_decisions(workspace))
    comparison = _Comparison(workspace, path, listed)
    edits = comparison.edits()
    if edits and not dry_run:
        total = len(edits)
        tell = (lambda done: progress(done, total)) if progress else None
        workspace.store.save_many(edits, progress=tell, cancelled=cancelled)
    return comparison.report(Changes(enterprises=bool(edits) and not dry_run))


class _Comparison:
    """A list beside the register: which rows are new, which differ, and in what."""

    def __init__(self, workspace: Workspace, path: Path, listed: EnterpriseList) -> None:
        self._path = path
        self._workspace = workspace
        self._listed = listed
        self._added = 0
        self._updated = 0
        self._unchanged = 0

    def edits(self) -> list[Edit]:
        """Give one edit for each row that is new or differs."""
        ids = [entry.id for entry in self._listed.entries]
        known = {record.id: record for record in self._workspace.store.records("enterprise", ids=ids)}
        found: list[Edit] = []
        for entry in self._listed.entries:
            record = known.get(entry.id)
            found.extend(self._edit(entry, None if record is None else record.data))
        return found

    def _edit(self, entry: Entry, data: Mapping[str, Value] | None) -> Iterator[Edit]:
        from digiplan_desktop.store.writing import Edit

        changes = _sized({f"m/{name}": value for name, value in entry.fields.items()}, data or {})
        if data is None:
            self._added += 1
            yield Edit(record=entry.id, kind="enterprise", changes=changes, act="import")
            return
        different = {
            path: value for path, value in changes.items() if path not in data or not _same(data[path], value)
        }
        if not different:
            self._unchanged += 1
            return
        self._updated += 1
        yield Edit(record=entry.id, kind="enterprise", changes=different, act="import")

    def report(self, changes: Changes) -> ImportReport:
        """Count what was found."""
        listed = self._listed
        return ImportReport(
            path=self._path,
            sheet=listed.sheet,
            read=len(listed.entries) + _count_rows(listed.refusals),
            added=self._added,
            updated=self._updated,
            unchanged=self._unchanged,
            refusals=listed.refusals,
            skipped=listed.skipped,
            warnings=listed.warnings,
            columns=listed.columns,
            changes=changes,
        )


def _count_rows(refusals: Iterable[Refusal]) -> int:
    return len({(refusal.sheet, refusal.row) for refusal in refusals})


def _sized(changes: dict[str, Value], data: Mapping[str, Value]) -> dict[str, Value]:
    """Add the size class when the list gives one of its facts and the register knows the others."""
    from digiplan_desktop.register.sizes import sector_group, size_class

    if "m/size" in changes or not changes.keys() & {"m/emp", "m/capital", "m/vsic5"}:
        return changes
    merged = {**data, **changes}
    emp, capital, vsic = merged.get("m/emp"), merged.get("m/capital"), str(merged.get("m/vsic5") or "")
    size = size_class(
        emp if isinstance(emp, int) else None, str(capital) if capital else None, None, sector_group(vsic)
    )
    return changes if size == "unknown" else {**changes, "m/size": size}


def _same(one: object, other: object) -> bool:
    # True == 1 in Python, but they are two values in the store.
    return type(one) is type(other) and one == other


def area_decisions(workspace: Workspace) -> dict[tuple[str, str], str]:
    """Give what people decided about unclear place names: (folded text, folded district text) → unit."""
    return {
        (str(record.data.get("m/text", "")), str(record.data.get("m/district_text", ""))): str(
            record.data.get("m/area", "")
        )
        for record in workspace.store.records("area_decision")
    }


def decide_area(workspace: Workspace, text: str, district_text: str, area: str) -> Changes:
    """Record in which unit a place name of the lists lies, and move the enterprises that wait for it.

    Raises AreaUnknown when the catalogue has no such unit.
    """
    from digiplan_desktop.store.writing import Edit

    unit = workspace.catalogue.unit(area)
    key = (fold(text), fold(district_text))
    decision = Edit(
        record=area_decision_id(*key),
        kind="area_decision",
        changes={"m/text": key[0], "m/district_text": key[1], "m/area": unit.uid},
        act="edit",
    )
    district = workspace.catalogue.old_district(unit.uid)
    moved = [
        Edit(
            record=record.id,
            kind="enterprise",
            changes={"m/area": unit.uid, "m/district": district},
            act="edit",
        )
        for record in workspace.store.records("enterprise")
        if _waits_for(record.data, key)
    ]
    workspace.store.save_many([decision, *moved])
    return Changes(enterprises=True)


def area_decision_id(text: str, district_text: str) -> str:
    """Give the id of the one record that says where a folded place name lies."""
    from digiplan_desktop.register.identifiers import NAMESPACE

    return str(uuid5(NAMESPACE, f"area|{text}|{district_text}"))


def _waits_for(data: Mapping[str, object], key: tuple[str, str]) -> bool:
    if data.get("m/area"):
        return False
    return (fold(str(data.get("m/area_text", ""))), fold(str(data.get("m/district_text", "")))) == key

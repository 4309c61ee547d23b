"""The view of a record: a pure function of the set of its revisions.

The causal multi-value rule, path by path: the current values are those whose writers no other writer of that path had
seen. One such value is the record's; several are a conflict that a person decides. No clock, no order of arrival and no
common ancestor has a say; clocks only choose which of several values is shown first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from digiplan_desktop.store import canon, clock
from digiplan_desktop.store.revision import DELETED, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from digiplan_desktop.store.canon import Value


@dataclass(frozen=True)
class Option:
    """One of the values in conflict, with its newest writer and the revision to name."""

    value: Value
    user: str
    hlc: str
    revision: str

    @property
    def at(self) -> datetime:
        """When it was written, by the clock of its machine."""
        return clock.moment(self.hlc)


@dataclass(frozen=True)
class View:
    """A record as it stands.

    Attributes:
        data: the shown value of each path; the mark of deletion is not among them.
        heads: ids of the revisions that are nobody's parent, sorted.
        conflicts: for each path in conflict its values, the shown one first. Empty when deleted.
        waiting: number of revisions some ancestor of which is not here; they have no effect yet.
        stamp: clock and id of the newest revision, whose kind and user these are.
    """

    kind: str = ""
    data: Mapping[str, Value] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    conflicts: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    deleted: bool = False
    waiting: int = 0
    stamp: tuple[str, str] = (clock.START, "")
    user: str = ""


EMPTY = View()


def view(revisions: Sequence[Revision]) -> View:
    """Give the state that a set of revisions of one record makes; their order has no effect."""
    chain = _chain(revisions)
    return _overlay(chain) if chain else _merge(revisions)


def view_seen(revisions: Sequence[Revision], parents: Iterable[str]) -> View:
    """Give the state that somebody saw whose heads were `parents`."""
    known = {revision.id: revision for revision in revisions}
    seen: set[str] = set()
    pending = [parent for parent in parents if parent in known]
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            pending.extend(parent for parent in known[one].parents if parent in known)
    return view([revision for revision in revisions if revision.id in seen])


def follows(before: View, revision: Revision) -> bool:
    """Say whether `advance` may be used: the writer had seen everything, and nothing is or was just deleted."""
    return (
        set(revision.parents) == set(before.heads)
        and DELETED not in revision.writes
        and not before.deleted
        and DELETED not in before.conflicts
    )


def advance(before: View, revision: Revision) -> View:
    """Give what `view` would give with one more revision that `follows`, without its history."""
    newest = max(before.stamp, _stamp(revision))
    newer = newest == _stamp(revision)
    return replace(
        before,
        kind=revision.kind if newer else before.kind,
        data={**before.data, **revision.writes},
        heads=(revision.id,),
        conflicts={
            path: options for path, options in before.conflicts.items() if path not in revision.writes
        },
        stamp=newest,
        user=revision.user if newer else before.user,
    )


def _chain(revisions: Sequence[Revision]) -> list[Revision]:
    """Give a linear history without deletions in its order, or nothing when it is not one."""
    child = {revision.parents[0] if revision.parents else "": revision for revision in revisions}
    plain = all(len(revision.parents) <= 1 and DELETED not in revision.writes for revision in revisions)
    if not plain or len(child) != len(revisions):
        return []
    chain: list[Revision] = []
    after = ""
    while after in child:
        chain.append(child.pop(after))
        after = chain[-1].id
    return chain if not child else []


def _overlay(chain: Sequence[Revision]) -> View:
    data: dict[str, Value] = {}
    for revision in chain:
        data.update(revision.writes)
    newest = max(chain, key=_stamp)
    return View(newest.kind, data, (chain[-1].id,), stamp=_stamp(newest), user=newest.user)


def _merge(revisions: Sequence[Revision]) -> View:
    here = _complete(revisions)
    waiting = len(revisions) - len(here)
    if not here:
        return View(waiting=waiting)
    ancestors = _ancestors(here)
    tops = _tops(here, ancestors)
    removal = _removal(here, ancestors, tops.pop(DELETED, []))
    deleted = len(removal) == 1 and removal[0].value is True
    options = {path: _options([here[one] for one in writers], path) for path, writers in tops.items()}
    conflicts = {path: values for path, values in options.items() if len(values) > 1}
    if len(removal) > 1:
        conflicts[DELETED] = removal
    newest = max(here, key=_stamp)
    return View(
        kind=newest.kind,
        data={path: values[0].value for path, values in options.items()},
        heads=_heads(here),
        conflicts={} if deleted else conflicts,
        deleted=deleted,
        waiting=waiting,
        stamp=_stamp(newest),
        user=newest.user,
    )


def _complete(revisions: Sequence[Revision]) -> list[Revision]:
    """Give the revisions whose whole ancestry is here, parents first."""
    missing = {revision.id: len(revision.parents) for revision in revisions}
    children: dict[str, list[Revision]] = {}
    for revision in revisions:
        for parent in revision.parents:
            children.setdefault(parent, []).append(revision)
    ready = [revision for revision in revisions if not revision.parents]
    for revision in ready:
        for child in children.get(revision.id, ()):
            missing[child.id] -= 1
            if not missing[child.id]:
                ready.append(child)
    return ready


def _ancestors(here: Sequence[Revision]) -> list[int]:
    """Give for each revision the set of its ancestors as bits: bit i stands for `here[i]`."""
    place = {revision.id: number for number, revision in enumerate(here)}
    ancestors: list[int] = []
    for revision in here:
        bits = 0
        for parent in revision.parents:
            number = place[parent]
            bits |= ancestors[number] | 1 << number
        ancestors.append(bits)
    return ancestors


def _tops(here: Sequence[Revision], ancestors: Sequence[int]) -> dict[str, list[int]]:
    """Give for each path its writers that no other writer of it had seen."""
    tops: dict[str, list[int]] = {}
    for number, revision in enumerate(here):
        for path in revision.writes:
            unseen = [one for one in tops.get(path, ()) if not ancestors[number] >> one & 1]
            tops[path] = [*unseen, number]
    return tops


def _options(writers: Sequence[Revision], path: str) -> tuple[Option, ...]:
    """Give the distinct values, compared as canonical bytes (1 is not true), the newest first."""
    newest: dict[bytes, Option] = {}
    for writer in sorted(writers, key=_stamp):
        value = writer.writes[path]
        newest[canon.encode_normal(value)] = _option(value, writer)
    return _newest_first(newest.values())


def _removal(here: Sequence[Revision], ancestors: Sequence[int], tops: Sequence[int]) -> tuple[Option, ...]:
    """Give what stands on deletion: nothing, deleted, or both when somebody edited what no deletion had seen."""
    deletions = [one for one in tops if here[one].writes[DELETED] is True]
    if not deletions:
        return ()
    covered = 0
    for one in deletions:
        covered |= ancestors[one] | 1 << one
    kept = [here[one] for one in tops if one not in deletions]
    unseen = [
        revision
        for number, revision in enumerate(here)
        if not covered >> number & 1 and any(path != DELETED for path in revision.writes)
    ]
    options = [_option(value=True, writer=max((here[one] for one in deletions), key=_stamp))]
    if kept or unseen:
        options.append(_option(value=False, writer=max([*kept, *unseen], key=_stamp)))
    return _newest_first(options)


def _heads(here: Sequence[Revision]) -> tuple[str, ...]:
    parents = {parent for revision in here for parent in revision.parents}
    return tuple(sorted(revision.id for revision in here if revision.id not in parents))


def _option(value: Value, writer: Revision) -> Option:
    return Option(value, writer.user, writer.hlc, writer.id)


def _newest_first(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: (option.hlc, option.revision), reverse=True))


def _stamp(revision: Revision) -> tuple[str, str]:
    return revision.hlc, revision.id

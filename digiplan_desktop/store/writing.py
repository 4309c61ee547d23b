"""Adding revisions: each gets its place in the log, and the views it changes go with it into one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from digiplan_desktop.errors import RecordMissing
from digiplan_desktop.store import canon, clock, projection, tables
from digiplan_desktop.store.revision import DELETED, Draft, Place, Revision, clean_writes, seal
from digiplan_desktop.store.view import EMPTY, View, advance, follows, view, view_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.projection import Derive

_ADD_REVISION = tables.insert_into(
    tables.revision, ("id", "head", "payload", "rec", "kind", "log", "seq", "prev", "hlc", "src")
)
_ADD_PARENT = tables.insert_into(tables.revision_parent)
_SET_TIP = tables.replace_into(tables.log_tip, "log", ("log", "tip", "seq"))
_SET_META = tables.replace_into(tables.meta, "key", ("key", "val"))


@dataclass(frozen=True)
class Edit:
    """What a person changed in one record.

    Attributes:
        parents: the heads the person had seen; nothing stands for the present ones.
        act: create, edit, review, resolve, delete, restore, import …; the first edit of a record is a create.
        form: the questionnaire version, "id@hash".
        txn: groups the revisions of one deed.
    """

    record: str
    kind: str
    changes: Mapping[str, Value]
    parents: Sequence[str] | None = None
    act: str = "edit"
    form: str = ""
    txn: str = ""


def set_meta(connection: Connection, **values: str) -> None:
    """Set local facts of the store."""
    connection.exec_driver_sql(_SET_META, list(values.items()))


def get_meta(connection: Connection) -> dict[str, str]:
    """Give the local facts of the store."""
    return {row.key: row.val for row in connection.execute(select(tables.meta))}


def read_place(connection: Connection) -> Place:
    """Give the end of the store's own log."""
    facts = get_meta(connection)
    tip = connection.execute(select(tables.log_tip).where(tables.log_tip.c.log == facts["log"])).one_or_none()
    if tip is None:
        return Place(facts["log"], hlc=facts["hlc"])
    return Place(facts["log"], tip.seq, tip.tip, facts["hlc"])


@dataclass
class Writer:
    """Makes revisions of edits within one transaction; nothing is stored before `finish`.

    Attributes:
        now: gives the machine's time (ms).
        added: how many revisions were made.
    """

    connection: Connection
    user: str
    derive: Derive | None
    now: Callable[[], int]
    added: int = 0
    _place: Place = field(init=False)
    _revisions: list[Revision] = field(default_factory=list)
    _views: dict[str, View] = field(default_factory=dict)
    _stored: dict[str, View] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._place = read_place(self.connection)

    def expect(self, records: Sequence[str]) -> None:
        """Store what was made and fetch the views of the records that come next."""
        self._flush()
        self._stored = projection.read_views(self.connection, records)

    def view(self, record: str) -> View:
        """Give the present view of a record, `EMPTY` for a new one; it must be an expected record."""
        return self._views.get(record) or self._stored.get(record, EMPTY)

    def apply(self, edit: Edit) -> Revision | None:
        """Make the revision of an edit, or nothing when it changes nothing."""
        before = self.view(edit.record)
        if before.kind and before.kind != edit.kind:
            raise ValueError(f"record {edit.record} is of kind {before.kind}")
        seen = self._seen(edit, before)
        writes = _changed(clean_writes(edit.changes), seen, everything=edit.act == "resolve")
        if not writes:
            return None
        act = edit.act if before.heads or edit.act != "edit" else "create"
        draft = Draft(edit.record, edit.kind, act, seen.heads, writes, self.user, edit.form, edit.txn)
        return self._add(draft, before)

    def finish(self) -> None:
        """Store all that was made, and where the log now ends."""
        self._flush()
        if self.added:
            place = self._place
            self.connection.exec_driver_sql(_SET_TIP, [(place.log, place.tip, place.seq)])
            set_meta(self.connection, hlc=place.hlc)

    def _add(self, draft: Draft, before: View) -> Revision:
        revision = seal(draft, self._place, self.now())
        self._place = replace(self._place, seq=revision.seq, tip=revision.id, hlc=revision.hlc)
        self._revisions.append(revision)
        self.added += 1
        self._views[draft.record] = (
            advance(before, revision) if follows(before, revision) else view(self._history(draft.record))
        )
        return revision

    def _seen(self, edit: Edit, before: View) -> View:
        if edit.parents is None or set(edit.parents) == set(before.heads):
            return before
        history = self._history(edit.record)
        missing = set(edit.parents) - {revision.id for revision in history}
        seen = view_seen(history, edit.parents)
        if missing or seen.waiting:
            raise RecordMissing("revision", " ".join(sorted(missing) or edit.parents))
        return seen

    def _history(self, record: str) -> list[Revision]:
        made = [revision for revision in self._revisions if revision.record == record]
        return [*projection.read_history(self.connection, record), *made]

    def _flush(self) -> None:
        add_rows(self.connection, self._revisions, source="")
        projection.put_views(self.connection, self._views, self._stored, self.derive)
        self._revisions.clear()
        self._views.clear()


def _changed(changes: Mapping[str, Value], seen: View, *, everything: bool) -> dict[str, Value]:
    """Give the changes that differ from what the writer saw; a decision on a conflict counts whatever it says."""
    if everything:
        return dict(changes)
    shown: dict[str, Value] = {**seen.data, DELETED: seen.deleted}
    return {
        path: value
        for path, value in changes.items()
        if canon.encode_normal(value) != canon.encode_normal(shown.get(path))
    }


def add_rows(connection: Connection, revisions: Sequence[Revision], source: str) -> None:
    """Add revisions to the truth."""
    if not revisions:
        return
    rows = [
        (one.id, one.head, one.payload, one.record, one.kind, one.log, one.seq, one.prev, one.hlc, source)
        for one in revisions
    ]
    connection.exec_driver_sql(_ADD_REVISION, rows)
    parents = [(one.id, parent) for one in revisions for parent in one.parents]
    if parents:
        connection.exec_driver_sql(_ADD_PARENT, parents)


def take_rows(
    connection: Connection, revisions: Iterable[Revision], source: str, now: int, derive: Derive | None
) -> int:
    """Add revisions of other stores as they are, except those already here, and compute the views they touch.

    Returns:
        How many were new.
    """
    added = 0
    latest = get_meta(connection)["hlc"]
    touched: set[str] = set()
    for chunk in projection.chunks(revisions):
        fresh = _unknown(connection, chunk)
        add_rows(connection, fresh, source)
        added += len(fresh)
        touched.update(one.record for one in fresh)
        for one in fresh:
            latest = clock.adopt(latest, one.hlc, now)
    set_meta(connection, hlc=latest)
    for records in projection.chunks(sorted(touched)):
        views = {record: view(projection.read_history(connection, record)) for record in records}
        projection.put_views(connection, views, records, derive)
    return added


def _unknown(connection: Connection, revisions: Sequence[Revision]) -> list[Revision]:
    distinct = {one.id: one for one in revisions}
    here = set(
        connection.scalars(select(tables.revision.c.id).where(tables.revision.c.id.in_(list(distinct)))).all()
    )
    return [one for key, one in distinct.items() if key not in here]

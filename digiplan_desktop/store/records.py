"""What a store answers: records, conflicts and counts as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, and_, false, func, select

from digiplan_desktop.store import clock, projection, tables
from digiplan_desktop.store.revision import Revision, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.view import Option, View


@dataclass(frozen=True)
class Record:
    """A record as it stands.

    Attributes:
        data: the shown value of each path.
        heads: ids of the newest revisions; to be handed back as the parents of the next save.
        conflicts: for each path in conflict its values, the shown one first.
        waiting: revisions that have come without an earlier one; they have no effect yet.
    """

    id: str
    kind: str
    data: Mapping[str, Value]
    heads: tuple[str, ...]
    conflicts: Mapping[str, tuple[Option, ...]]
    deleted: bool
    changed_at: datetime
    changed_by: str
    waiting: int


@dataclass(frozen=True)
class Conflict:
    """One path of one record for which there are several values."""

    record: str
    kind: str
    path: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class StoreState:
    """Counts over the store, and a digest that is equal in two stores exactly when all their records are equal.

    Attributes:
        records: not deleted ones.
        waiting: revisions held back because an earlier one has not come yet.
    """

    records: int
    revisions: int
    heads: int
    conflicts: int
    waiting: int
    digest: str


def read_record(connection: Connection, record: str) -> Record | None:
    """Give a record, also a deleted one; nothing when no revision of it is in effect."""
    one = projection.read_views(connection, [record]).get(record)
    return _record(record, one) if one is not None and one.heads else None


def read_page(connection: Connection, kind: str, after: str, ids: Sequence[str] | None) -> list[Record]:
    """Give the next records of a kind that are not deleted, by id; only those among `ids` unless that is None."""
    table = tables.record
    query = (
        select(table)
        .where(table.c.kind == kind, table.c.rec > after, table.c.deleted == false())
        .order_by(table.c.rec)
        .limit(projection.CHUNK)
    )
    if ids is not None:
        query = query.where(table.c.rec.in_(ids))
    views = projection.read_rows(connection, connection.execute(query).all())
    return [_record(record, one) for record, one in views.items()]


def read_recent(connection: Connection, limit: int) -> tuple[Revision, ...]:
    """Give the revisions that came last, the last first."""
    table = tables.revision
    rows = connection.execute(select(table.c.head, table.c.payload).order_by(table.c.nr.desc()).limit(limit))
    return tuple(load(row.head, row.payload) for row in rows)


def read_conflicts(connection: Connection) -> tuple[Conflict, ...]:
    """Give all conflicts, by record and path."""
    dispute, record = tables.conflict, tables.record
    query = (
        select(dispute.c.rec, record.c.kind, dispute.c.path, dispute.c.options)
        .join_from(dispute, record, dispute.c.rec == record.c.rec)
        .order_by(dispute.c.rec, dispute.c.path)
    )
    rows = connection.execute(query)
    return tuple(Conflict(row.rec, row.kind, row.path, projection.read_options(row.options)) for row in rows)


def read_state(connection: Connection) -> StoreState:
    """Count, and hash the digests of all records in the order of their ids."""
    table = tables.record
    # Heads are ids of 64 hex digits parted by blanks, so with one blank more each takes 65.
    heads = func.sum((func.length(table.c.heads) + 1) // 65)
    shown = func.count().filter(and_(table.c.deleted == false(), table.c.heads != ""))
    counts = connection.execute(
        select(
            shown.label("shown"), heads.label("heads"), func.sum(table.c.waiting).label("waiting")
        ).select_from(table)
    ).one()
    return StoreState(
        records=counts.shown,
        revisions=_count(connection, tables.revision),
        heads=int(counts.heads or 0),
        conflicts=_count(connection, tables.conflict),
        waiting=int(counts.waiting or 0),
        digest=digest(
            (row.rec, row.digest)
            for row in connection.execute(select(table.c.rec, table.c.digest).order_by(table.c.rec))
        ),
    )


def digest(records: Iterable[tuple[str, bytes]]) -> str:
    """Give the digest of a store from its records' digests, which must come in the order of their ids."""
    total = sha256()
    for record, part in records:
        total.update(f"{record}\n".encode())
        total.update(part)
    return total.hexdigest()


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _record(record: str, one: View) -> Record:
    return Record(
        id=record,
        kind=one.kind,
        data=one.data,
        heads=one.heads,
        conflicts=one.conflicts,
        deleted=one.deleted,
        changed_at=clock.moment(one.stamp[0]),
        changed_by=one.user,
        waiting=one.waiting,
    )

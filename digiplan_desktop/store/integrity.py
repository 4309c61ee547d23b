"""Whether a store is what it should be: pages, revisions, chains, and the projection against the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from digiplan_desktop.errors import Problem
from digiplan_desktop.store import projection, records, tables
from digiplan_desktop.store.canon import NotCanonical
from digiplan_desktop.store.revision import Revision, read
from digiplan_desktop.store.writing import read_place

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECENT = 100


def check_pages(connection: Connection, *, deep: bool) -> Iterator[Problem]:
    """Give what SQLite finds wrong; `deep` verifies the seal of every page.

    Raises:
        StoreDamaged: The damage is such that SQLite cannot even say where it is.
    """
    if deep:
        for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
            yield Problem("error", "store_page", text=row[0])
    for row in connection.exec_driver_sql("PRAGMA quick_check(20)"):
        if row[0] != "ok":
            yield Problem("error", "store_page", text=row[0])


def check_revisions(connection: Connection, *, deep: bool) -> Iterator[Problem]:
    """Give the revisions whose bytes do not fit their id, and breaks in the store's own log; the last ones or all."""
    table = tables.revision
    query = select(table).order_by(table.c.nr.desc())
    query = query if deep else query.limit(_RECENT)
    place = read_place(connection)
    expected = place.tip
    for row in connection.execution_options(yield_per=projection.CHUNK).execute(query):
        revision = _sound(row.head, row.payload)
        if revision is None or (revision.id, revision.record) != (row.id, row.rec):
            yield Problem("error", "store_revision", row=row.nr, text=row.id)
        if row.log == place.log and not row.src:
            if row.id != expected:
                yield Problem("error", "store_chain", row=row.nr, text=row.id)
            expected = row.prev
    if deep and expected:
        yield Problem("error", "store_chain", text=expected)


def check_projection(connection: Connection) -> Iterator[Problem]:
    """Give the records whose stored view is not what their revisions make, and whether the digest fits."""
    computed: list[tuple[str, bytes]] = []
    for chunk in projection.chunks(projection.compute_views(connection)):
        stored = projection.read_views(connection, [record for record, _ in chunk])
        for record, one in chunk:
            computed.append((record, projection.digest_view(record, one)))
            if record not in stored or projection.digest_view(record, stored[record]) != computed[-1][1]:
                yield Problem("error", "store_projection", text=record)
    if records.digest(computed) != records.read_state(connection).digest:
        yield Problem("error", "store_projection")


def _sound(head: bytes, payload: bytes) -> Revision | None:
    try:
        return read(head, payload)
    except NotCanonical:
        return None

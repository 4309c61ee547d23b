"""The projection: the view of every record as rows to read, page and search; computed, so it can always be rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby, islice
from typing import Any, TypeAlias, TypeVar

import msgspec
from sqlalchemy import Connection, Row, false, select

from digiplan_desktop.store import canon, search, tables
from digiplan_desktop.store.canon import Value
from digiplan_desktop.store.revision import Revision, load
from digiplan_desktop.store.view import Option, View, view
from digiplan_desktop.text import sort_key

Derive: TypeAlias = Callable[[str, Mapping[str, Value]], Mapping[str, float]]
_T = TypeVar("_T")

CHUNK = 500
_RECORD_COLUMNS = tuple(column.name for column in tables.record.columns)
_ENTERPRISE_COLUMNS = tuple(column.name for column in tables.enterprise.columns if column.name != "nr")
_RESPONSE_COLUMNS = tuple(column.name for column in tables.response.columns)
_PUT_RECORD = tables.replace_into(tables.record, "rec", _RECORD_COLUMNS)
_PUT_ENTERPRISE = tables.replace_into(tables.enterprise, "rec", _ENTERPRISE_COLUMNS)
_PUT_RESPONSE = tables.replace_into(tables.response, "rec", _RESPONSE_COLUMNS)
_PUT_CONFLICT = tables.insert_into(tables.conflict)
_PUT_FACT = tables.insert_into(tables.response_fact)


def chunks(items: Iterable[_T], size: int = CHUNK) -> Iterator[list[_T]]:
    """Give the items in lists of at most `size`."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


# -- reading -------------------------------------------------------------------------------------------------------


def read_views(connection: Connection, records: Sequence[str]) -> dict[str, View]:
    """Give the stored views of those records that have one."""
    views: dict[str, View] = {}
    for chunk in chunks(records):
        rows = connection.execute(select(tables.record).where(tables.record.c.rec.in_(chunk))).all()
        views.update(read_rows(connection, rows))
    return views


def read_rows(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, View]:
    """Give the views that rows of table `record` hold, by record."""
    disputed = [row.rec for row in rows if row.conflicts]
    conflicts: dict[str, dict[str, tuple[Option, ...]]] = {}
    if disputed:
        table = tables.conflict
        for row in connection.execute(
            select(table).where(table.c.rec.in_(disputed)).order_by(table.c.rec, table.c.path)
        ):
            conflicts.setdefault(row.rec, {})[row.path] = read_options(row.options)
    return {row.rec: _view(row, conflicts.get(row.rec, {})) for row in rows}


def read_options(data: bytes) -> tuple[Option, ...]:
    """Give the values of a conflict from their stored bytes."""
    return tuple(Option(**item) for item in msgspec.json.decode(data))


def read_history(connection: Connection, record: str) -> list[Revision]:
    """Give all revisions of a record in the order they arrived here."""
    table = tables.revision
    rows = connection.execute(
        select(table.c.head, table.c.payload).where(table.c.rec == record).order_by(table.c.nr)
    )
    return [load(row.head, row.payload) for row in rows]


def _view(row: Row[Any], conflicts: Mapping[str, tuple[Option, ...]]) -> View:
    return View(
        kind=row.kind,
        data=msgspec.json.decode(row.data),
        heads=tuple(row.heads.split()),
        conflicts=conflicts,
        deleted=row.deleted,
        waiting=row.waiting,
        stamp=(row.hlc, row.newest),
        user=row.user,
    )


# -- writing -------------------------------------------------------------------------------------------------------


def put_views(
    connection: Connection, views: Mapping[str, View], known: Collection[str], derive: Derive | None
) -> None:
    """Store the views of records; `known` are those that may have rows of an earlier view."""
    if not views:
        return
    old = [(record,) for record in views if record in known]
    conflicts = [row for record, one in views.items() for row in _conflict_rows(record, one)]
    _run(connection, "DELETE FROM conflict WHERE rec = ?", old)
    _run(connection, _PUT_CONFLICT, conflicts)
    _run(connection, _PUT_RECORD, [_record_row(record, one) for record, one in views.items()])
    shown = {record: one for record, one in views.items() if one.heads and not one.deleted}
    _drop_kinds(connection, [record for record in views if record in known and record not in shown])
    _put_enterprises(connection, {record: one for record, one in shown.items() if one.kind == "enterprise"})
    _put_responses(
        connection, {record: one for record, one in shown.items() if one.kind == "response"}, old, derive
    )


def _run(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _record_row(record: str, one: View) -> tuple[Any, ...]:
    data = canon.encode_normal(one.data)
    heads = " ".join(one.heads)
    return (
        record, one.kind, data, heads, one.deleted, len(one.conflicts), one.waiting, *one.stamp, one.user,
        digest_view(record, one),
    )  # fmt: skip


def digest_view(record: str, one: View) -> bytes:
    """Give 32 bytes that are equal for equal views of a record only."""
    facts = [record, one.kind, list(one.heads), one.deleted, one.waiting, *one.stamp, one.user]
    options = [[path, options.decode()] for _, path, options in _conflict_rows(record, one)]
    return sha256(canon.encode_normal([facts, options, one.data])).digest()


def _conflict_rows(record: str, one: View) -> list[tuple[str, str, bytes]]:
    return [
        (record, path, canon.encode_normal([_plain(option) for option in options]))
        for path, options in sorted(one.conflicts.items())
    ]


def _plain(option: Option) -> dict[str, Value]:
    return {"value": option.value, "user": option.user, "hlc": option.hlc, "revision": option.revision}


def _drop_kinds(connection: Connection, records: list[str]) -> None:
    if not records:
        return
    search.drop_words(connection, records)
    for table in (tables.enterprise, tables.response, tables.response_fact):
        connection.execute(table.delete().where(table.c.rec.in_(records)))


def _put_enterprises(connection: Connection, views: Mapping[str, View]) -> None:
    _run(connection, _PUT_ENTERPRISE, [_enterprise_row(record, one) for record, one in views.items()])
    if views:
        search.index_words(connection, views)


def _enterprise_row(record: str, one: View) -> tuple[Any, ...]:
    name, tax_code, area, district = _texts(one, "name", "tax_code", "area", "district")
    size, status, phone, address = _texts(one, "size", "status", "phone", "address")
    words = search.search_words(name, tax_code, phone, address)
    return (
        record, sort_key(name), words, tax_code, name, area, district, size, status, phone, address, one.stamp[0],
    )  # fmt: skip


def _put_responses(
    connection: Connection, views: Mapping[str, View], old: list[tuple[str]], derive: Derive | None
) -> None:
    rows = [
        (record, *_texts(one, "round", "respondent", "form", "status", "area", "district", "stratum"),
         one.stamp[0], derive is not None)
        for record, one in views.items()
    ]  # fmt: skip
    _run(connection, _PUT_RESPONSE, rows)
    _run(connection, "DELETE FROM response_fact WHERE rec = ?", [key for key in old if key[0] in views])
    if derive is not None:
        _run(
            connection,
            _PUT_FACT,
            [row for record, one in views.items() for row in _facts(record, one, derive)],
        )


def _facts(record: str, one: View, derive: Derive) -> list[tuple[str, str, float]]:
    return [(record, name, float(value)) for name, value in derive(one.kind, one.data).items()]


def _texts(one: View, *names: str) -> tuple[str, ...]:
    values = (one.data.get(f"m/{name}") for name in names)
    return tuple(value if isinstance(value, str) else "" for value in values)


# -- computing afresh ----------------------------------------------------------------------------------------------


def derive_pending(connection: Connection, derive: Derive) -> None:
    """Compute the facts of responses that were stored while nobody could compute them."""
    pending = connection.scalars(
        select(tables.response.c.rec).where(tables.response.c.derived == false())
    ).all()
    for chunk in chunks(pending):
        put_views(connection, read_views(connection, chunk), chunk, derive)


def rebuild(connection: Connection, derive: Derive | None) -> None:
    """Drop the projection and compute it from the truth."""
    for table in tables.PROJECTED:
        connection.execute(table.delete())
    tables.create_search(connection)
    for chunk in chunks(compute_views(connection)):
        put_views(connection, dict(chunk), (), derive)


def compute_views(connection: Connection) -> Iterator[tuple[str, View]]:
    """Give every record with its view, computed from its revisions."""
    table = tables.revision
    query = select(table.c.rec, table.c.head, table.c.payload).order_by(table.c.rec, table.c.nr)
    rows = connection.execution_options(yield_per=CHUNK).execute(query)
    for record, group in groupby(rows, key=lambda row: row.rec):
        yield str(record), view([load(row.head, row.payload) for row in group])

"""Queries on the register: pages of the list, search, counts, and the frame for estimates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, func, select, tuple_

from digiplan_desktop.store import clock, projection, search, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from digiplan_desktop.store.storage import Store

Cursor: TypeAlias = tuple[str, str]
_ENTERPRISE = tables.enterprise.c
_RESPONSE = tables.response.c


@dataclass(frozen=True)
class EnterpriseRow:
    """An enterprise in the list.

    Attributes:
        response_status: of its questionnaire in the round that was asked for; "" when it has none.
    """

    id: str
    tax_code: str
    name: str
    area: str
    district: str
    size: str
    status: str
    phone: str
    address: str
    changed_at: datetime
    response_status: str


@dataclass(frozen=True)
class EnterpriseQuery:
    """Which enterprises; "" stands for any.

    Attributes:
        search: words that begin words of the name, the codes, the phone or the address, blind to case and diacritics.
        response_status: of the questionnaire in `round`; "none" for those that have none there.
    """

    search: str = ""
    area: str = ""
    district: str = ""
    size: str = ""
    status: str = ""
    response_status: str = ""
    round: str = ""


@dataclass(frozen=True)
class Page:
    """Some rows of a list; `next` asks for those that follow, None when there are none."""

    rows: tuple[EnterpriseRow, ...]
    next: Cursor | None


@dataclass(frozen=True)
class FrameUnit:
    """An enterprise as a unit of the survey's frame."""

    id: str
    tax_code: str
    area: str
    district: str
    size: str
    status: str


def page_enterprises(
    store: Store, query: EnterpriseQuery, *, after: Cursor | None = None, limit: int = 200
) -> Page:
    """Give a page of the list in the order of names."""
    with store.reading() as connection:
        statement = (
            select(tables.enterprise, _status_in(query.round).label("response_status"))
            .where(*_conditions(connection, query))
            .order_by(_ENTERPRISE.sort, _ENTERPRISE.rec)
            .limit(limit + 1)
        )
        if after is not None:
            statement = statement.where(tuple_(_ENTERPRISE.sort, _ENTERPRISE.rec) > after)
        rows = connection.execute(statement).all()
    cursor = (rows[limit - 1].sort, rows[limit - 1].rec) if len(rows) > limit else None
    return Page(tuple(_row(row) for row in rows[:limit]), cursor)


def count_enterprises(store: Store, query: EnterpriseQuery) -> int:
    """Give how many enterprises the list has."""
    words = search.typed_words(query.search)
    with store.reading() as connection:
        if words and query == EnterpriseQuery(search=query.search, round=query.round):
            return search.count_found(connection, words)
        statement = select(func.count()).select_from(tables.enterprise).where(*_conditions(connection, query))
        return connection.execute(statement).scalar_one()


def search_enterprises(store: Store, text: str, limit: int = 20) -> tuple[EnterpriseRow, ...]:
    """Give the first enterprises, in the order of names, in which every word of the text is found."""
    if not search.typed_words(text):
        return ()
    return page_enterprises(store, EnterpriseQuery(search=text), limit=limit).rows


def frame(store: Store) -> Iterator[FrameUnit]:
    """Give every enterprise of the register in the order of ids."""
    columns = (
        _ENTERPRISE.rec,
        _ENTERPRISE.tax_code,
        _ENTERPRISE.area,
        _ENTERPRISE.district,
        _ENTERPRISE.size,
    )
    statement = select(*columns, _ENTERPRISE.status).order_by(_ENTERPRISE.rec)
    with store.reading() as connection:
        for row in connection.execution_options(yield_per=projection.CHUNK).execute(statement):
            yield FrameUnit(*row)


def _conditions(connection: Connection, query: EnterpriseQuery) -> list[ColumnElement[bool]]:
    wanted = {"area": query.area, "district": query.district, "size": query.size, "status": query.status}
    conditions: list[ColumnElement[bool]] = [
        _ENTERPRISE[name] == value for name, value in wanted.items() if value
    ]
    if words := search.typed_words(query.search):
        conditions.append(search.found(connection, words))
    if query.response_status:
        status = "" if query.response_status == "none" else query.response_status
        conditions.append(_status_in(query.round) == status)
    return conditions


def _status_in(round_id: str) -> ColumnElement[Any]:
    statuses: ScalarSelect[Any] = (
        select(_RESPONSE.status)
        .where(_RESPONSE.round == round_id, _RESPONSE.respondent == _ENTERPRISE.rec)
        .order_by(_RESPONSE.rec)
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(statuses, "")


def _row(row: Row[Any]) -> EnterpriseRow:
    return EnterpriseRow(
        id=row.rec,
        tax_code=row.tax_code,
        name=row.name,
        area=row.area,
        district=row.district,
        size=row.size,
        status=row.status,
        phone=row.phone,
        address=row.address,
        changed_at=clock.moment(row.hlc),
        response_status=row.response_status,
    )

"""Queries on the answered questionnaires: lists, the one of a respondent, and the facts for estimates."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, and_, func, select, tuple_

from digiplan_desktop.store import clock, projection, tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from digiplan_desktop.store.storage import Store

_RESPONSE = tables.response.c
_FACT = tables.response_fact.c


@dataclass(frozen=True)
class ResponseRow:
    """A questionnaire in the list; `name` and `tax_code` are the respondent's in the register, "" when not there."""

    id: str
    round: str
    respondent: str
    name: str
    tax_code: str
    form: str
    status: str
    area: str
    district: str
    stratum: str
    changed_at: datetime
    stamp: str


@dataclass(frozen=True)
class ResponseFacts:
    """A questionnaire with those of the wanted facts that could be computed from it."""

    id: str
    respondent: str
    status: str
    stratum: str
    area: str
    district: str
    facts: Mapping[str, float]


def list_responses(
    store: Store,
    round: str = "",  # noqa: A002  the word of the trade
    status: str = "",
    limit: int | None = None,
    after: ResponseRow | None = None,
) -> tuple[ResponseRow, ...]:
    """Give questionnaires, the last changed first.

    Args:
        store: where to look.
        round: its id; "" for any.
        status: "" for any.
        limit: None for all.
        after: the last row of the page before.
    """
    name = func.coalesce(tables.enterprise.c.name, "").label("name")
    tax_code = func.coalesce(tables.enterprise.c.tax_code, "").label("tax_code")
    statement = (
        select(tables.response, name, tax_code)
        .select_from(tables.response)
        .join(tables.enterprise, tables.enterprise.c.rec == _RESPONSE.respondent, isouter=True)
        .order_by(_RESPONSE.hlc.desc(), _RESPONSE.rec.desc())
        .limit(limit)
    )
    for column, value in ((_RESPONSE.round, round), (_RESPONSE.status, status)):
        statement = statement.where(column == value) if value else statement
    if after is not None:
        statement = statement.where(tuple_(_RESPONSE.hlc, _RESPONSE.rec) < (after.stamp, after.id))
    with store.reading() as connection:
        return tuple(_row(row) for row in connection.execute(statement))


def response_of(store: Store, round: str, respondent: str) -> str | None:  # noqa: A002  the word of the trade
    """Give the id of a respondent's questionnaire in a round; the first by id when there are several."""
    statement = select(func.min(_RESPONSE.rec)).where(
        _RESPONSE.round == round, _RESPONSE.respondent == respondent
    )
    with store.reading() as connection:
        return connection.execute(statement).scalar_one_or_none()


def response_facts(store: Store, round: str, names: Sequence[str]) -> Iterator[ResponseFacts]:  # noqa: A002
    """Give every questionnaire of a round with the named facts, by id; a fact that is not there is left out."""
    wanted = and_(_FACT.rec == _RESPONSE.rec, _FACT.name.in_(names))
    statement = (
        select(tables.response, _FACT.name, _FACT.value)
        .select_from(tables.response)
        .join(tables.response_fact, wanted, isouter=True)
        .where(_RESPONSE.round == round)
        .order_by(_RESPONSE.rec)
    )
    with store.reading() as connection:
        rows = connection.execution_options(yield_per=projection.CHUNK).execute(statement)
        for _, group in groupby(rows, key=lambda row: row.rec):
            yield _facts(list(group))


def _facts(rows: Sequence[Row[Any]]) -> ResponseFacts:
    first = rows[0]
    facts = {row.name: row.value for row in rows if row.name is not None}
    return ResponseFacts(
        first.rec, first.respondent, first.status, first.stratum, first.area, first.district, facts
    )


def _row(row: Row[Any]) -> ResponseRow:
    return ResponseRow(
        id=row.rec,
        round=row.round,
        respondent=row.respondent,
        name=row.name,
        tax_code=row.tax_code,
        form=row.form,
        status=row.status,
        area=row.area,
        district=row.district,
        stratum=row.stratum,
        changed_at=clock.moment(row.hlc),
        stamp=row.hlc,
    )

"""Events of the plan: an enterprise founded or attracted, a figure that an administration reported."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import TYPE_CHECKING

from digiplan_desktop.actions.record_ids import new_record_id
from digiplan_desktop.actions.rounds import TERRITORIES
from digiplan_desktop.changes import Changes
from digiplan_desktop.errors import ChoiceUnknown, ValueUnreadable

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.store.records import Record

KINDS = ("unit", "figure")


@dataclass(frozen=True)
class Event:
    """One event with the document that proves it.

    Attributes:
        kind: "unit", one enterprise founded or attracted, or "figure", a number that an administration reported.
        date: of founding or of the decision; for a figure the day it stands for.
        people: staff of the enterprise.
        territory: "old" or "new" when it holds for that one only, "" for both.
        numerator, denominator: decimal text, of a figure; the denominator is empty for a plain number.
    """

    target: str
    kind: str
    date: date
    name: str = ""
    enterprise: str = ""
    people: int = 0
    numerator: str = ""
    denominator: str = ""
    document: str = ""
    note: str = ""
    territory: str = ""
    id: str = ""


def record_event(workspace: Workspace, event: Event) -> tuple[str, Changes]:
    """Keep an event; gives its id. Raises ChoiceUnknown (target, kind, territory), ValueUnreadable.

    A figure that is no number would stop every figure of the plan, so it is refused here.
    """
    known = tuple(target.id for target in workspace.plan.targets)
    if event.target not in known:
        raise ChoiceUnknown("target", event.target, known)
    if event.kind not in KINDS:
        raise ChoiceUnknown("event", event.kind, KINDS)
    if event.territory not in {"", *TERRITORIES}:
        raise ChoiceUnknown("territory", event.territory, TERRITORIES)
    _require_number(event.numerator)
    _require_number(event.denominator, divides=True)
    event_id = event.id or new_record_id()
    fields = {name: value for name, value in asdict(event).items() if name not in {"id", "date"}}
    changes = {f"m/{name}": value for name, value in fields.items()} | {"m/date": event.date.isoformat()}
    workspace.store.save(event_id, "plan_event", changes, act="edit" if event.id else "create")
    return event_id, Changes(events=True)


def _require_number(text: str, *, divides: bool = False) -> None:
    """Refuse what is no number of a statistic; an empty text is none and allowed, and nothing is divided by 0."""
    if not text:
        return
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueUnreadable(text, "number") from None
    if not isfinite(float(number)) or number < 0 or (divides and not number):
        raise ValueUnreadable(text, "number")


def withdraw_event(workspace: Workspace, event_id: str) -> Changes:
    """Take an event back; its history stays."""
    workspace.store.save(event_id, "plan_event", {"_del": True}, act="delete")
    return Changes(events=True)


def list_events(workspace: Workspace, target: str = "") -> tuple[Event, ...]:
    """Give the events of a target, or all, by date."""
    events = [_read(record) for record in workspace.store.records("plan_event")]
    chosen = [event for event in events if not target or event.target == target]
    return tuple(sorted(chosen, key=lambda event: (event.target, event.date, event.id)))


def _read(record: Record) -> Event:
    data = record.data

    def text(name: str) -> str:
        return str(data.get(f"m/{name}") or "")

    people = data.get("m/people")
    return Event(
        target=text("target"),
        kind=text("kind"),
        date=date.fromisoformat(text("date")),
        name=text("name"),
        enterprise=text("enterprise"),
        people=people if isinstance(people, int) else 0,
        numerator=text("numerator"),
        denominator=text("denominator"),
        document=text("document"),
        note=text("note"),
        territory=text("territory"),
        id=record.id,
    )

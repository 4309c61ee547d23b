"""What the plan's figures rest on, read from the store: rounds with their answers, and plan events."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digiplan_desktop.actions.events import list_events
from digiplan_desktop.actions.facts import ALWAYS
from digiplan_desktop.actions.rounds import Round, list_rounds
from digiplan_desktop.plan.dispositions import final_disposition
from digiplan_desktop.plan.evidence import (
    PENDING,
    EventEvidence,
    Evidence,
    RoundEvidence,
    StratumFrame,
    UnitResponse,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.actions.events import Event
    from digiplan_desktop.actions.workspace import Workspace


def read_evidence(workspace: Workspace, *, round_id: str = "") -> Evidence:
    """Give every round, or one, and every event."""
    rounds = [known for known in list_rounds(workspace) if not round_id or known.id == round_id]
    return Evidence(
        rounds=tuple(read_round(workspace, known) for known in rounds),
        events=tuple(_event(event) for event in list_events(workspace)),
    )


def read_round(workspace: Workspace, known: Round) -> RoundEvidence:
    """Give a round as far as it has come: its frozen frame and one response for each questionnaire begun."""
    from digiplan_desktop.store.responses import response_facts

    names = sorted(ALWAYS | workspace.plan.facts(known.form))
    return RoundEvidence(
        id=known.id,
        form=known.form,
        regime=known.regime,
        reference_date=known.reference_date,
        territory=known.territory,
        strata=tuple(
            StratumFrame(stratum, population, drawn if known.drawn else population)
            for stratum, population, drawn in known.strata
        ),
        responses=tuple(
            UnitResponse(
                stratum=row.stratum,
                area=row.area,
                district=row.district,
                disposition=disposition(row.status, row.facts),
                facts=row.facts,
            )
            for row in response_facts(workspace.store, known.id, names)
        ),
        open=not known.closed,
        frame_hash=known.frame_hash,
        title=known.title,
        frame_by_area=dict(known.areas),
    )


def disposition(status: str, facts: Mapping[str, float]) -> str:
    """Give the AAPOR disposition of a questionnaire; one that is not complete is still under way."""
    return final_disposition(facts) if status == "complete" else PENDING


def _event(event: Event) -> EventEvidence:
    return EventEvidence(
        id=event.id,
        target=event.target,
        kind=event.kind,
        date=event.date,
        name=event.name,
        enterprise=event.enterprise,
        people=event.people or None,
        numerator=_decimal(event.numerator),
        denominator=_decimal(event.denominator),
        document=event.document,
        note=event.note,
        territory=event.territory,
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None

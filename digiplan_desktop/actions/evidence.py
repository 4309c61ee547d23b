"""What the plan's figures rest on, read from the store: rounds with their answers, and plan events."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digiplan_desktop.actions.events import list_events
from digiplan_desktop.actions.facts import ALWAYS
from digiplan_desktop.actions.rounds import Round, list_rounds
from digiplan_desktop.plan.evidence import (
    COMPLETE,
    INELIGIBLE,
    NO_CONTACT,
    OTHER,
    PARTIAL,
    PENDING,
    REFUSAL,
    UNKNOWN_OTHER,
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

# Question "status" of the shipped questionnaires → AAPOR disposition; 1, operating, is decided by "result".
BY_STATUS = {2: INELIGIBLE, 3: INELIGIBLE, 4: UNKNOWN_OTHER, 5: OTHER, 6: INELIGIBLE, 7: REFUSAL}
# Question "result": 1 complete, 2 partial, 3 call back, 4 refused, 5 not reached.
BY_RESULT = {1: COMPLETE, 2: PARTIAL, 3: PENDING, 4: REFUSAL, 5: NO_CONTACT}


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
    """Give the AAPOR disposition of a questionnaire from its state and from what it says of the visit.

    Source: AAPOR Standard Definitions, establishment surveys; an enterprise that was not found at its address
    may still operate, so its eligibility is unknown.
    """
    if status != "complete":
        return PENDING
    by_status = BY_STATUS.get(int(facts.get("status", 1)))
    return by_status if by_status is not None else BY_RESULT.get(int(facts.get("result", 1)), OTHER)


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
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None

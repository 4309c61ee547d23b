"""Events of the plan: kept with their document, counted where they belong, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digiplan_desktop.actions.events import Event, list_events, record_event, withdraw_event
from digiplan_desktop.actions.progress import plan_progress
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.errors import ChoiceUnknown, ValueUnreadable

FOUNDED = Event("T5", "unit", date(2024, 3, 1), name="Công ty số", people=40, document="12/QĐ")
REPORTED = Event("T3a", "figure", date(2026, 6, 1), numerator="9", denominator="10", territory="old")


def value(workspace: Workspace, target: str, territory: str = "old") -> float | None:
    progress = plan_progress(workspace, as_of=date(2026, 6, 30), territory=territory)
    return next(each for each in progress.targets if each.id == target).value


def test_a_founded_enterprise_counts_with_its_staff(workspace: Workspace) -> None:
    record_event(workspace, FOUNDED)
    assert (value(workspace, "T5"), value(workspace, "T5b")) == (1, 40)


def test_a_withdrawn_event_counts_no_more_and_keeps_its_history(workspace: Workspace) -> None:
    event_id, _ = record_event(workspace, FOUNDED)
    assert withdraw_event(workspace, event_id)
    assert list_events(workspace) == ()
    assert value(workspace, "T5") is None
    assert len(workspace.store.history(event_id)) == 2


def test_an_event_that_is_corrected_stays_one_event(workspace: Workspace) -> None:
    event_id, _ = record_event(workspace, FOUNDED)
    (kept,) = list_events(workspace, "T5")
    assert (kept.id, kept.name, kept.people, kept.document) == (event_id, "Công ty số", 40, "12/QĐ")
    record_event(workspace, replace(kept, people=45))
    assert [(each.id, each.people) for each in list_events(workspace)] == [(event_id, 45)]


def test_a_figure_of_one_territory_is_none_of_the_other(workspace: Workspace) -> None:
    record_event(workspace, REPORTED)
    assert value(workspace, "T3a") == 90
    assert value(workspace, "T3a", "new") is None


@pytest.mark.parametrize(
    "event",
    [
        Event("T99", "unit", date(2024, 1, 1)),
        Event("T5", "rumour", date(2024, 1, 1)),
        Event("T5", "unit", date(2024, 1, 1), territory="moon"),
    ],
)
def test_an_event_that_fits_nothing_is_refused(workspace: Workspace, event: Event) -> None:
    with pytest.raises(ChoiceUnknown):
        record_event(workspace, event)
    assert workspace.store.state().records == 0


@pytest.mark.parametrize(
    ("numerator", "denominator"), [("abc", ""), ("9", "0"), ("NaN", "10"), ("-1", "10"), ("1e400", "10")]
)
def test_a_figure_that_is_no_number_is_refused(
    workspace: Workspace, numerator: str, denominator: str
) -> None:
    with pytest.raises(ValueUnreadable):
        record_event(workspace, replace(REPORTED, numerator=numerator, denominator=denominator))
    assert workspace.store.state().records == 0

"""Rounds: a frozen frame, a sample that anyone can draw again."""

from __future__ import annotations

from random import Random

import pytest

from digiplan_desktop.actions.frames import frame_hash, read_frame
from digiplan_desktop.actions.invented_enterprises import invent_enterprises
from digiplan_desktop.actions.rounds import (
    RoundPlan,
    close_round,
    create_round,
    drawn_enterprises,
    find_round,
    list_rounds,
)
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.errors import ChoiceUnknown, FormUnknown, FrameEmpty, RecordMissing, ValueUnreadable
from digiplan_desktop.register.identifiers import enterprise_id
from digiplan_desktop.store.writing import Edit

SAMPLE = RoundPlan("dn01", "2026-II", "probability_sample", sample_size=60, seed="thử")


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    invented = invent_enterprises(400, workspace.catalogue, Random(5))
    workspace.store.save_many(
        Edit(enterprise_id(each.tax_code, "", ""), "enterprise", each.changes, act="import")
        for each in invented
    )
    return workspace


def test_every_large_enterprise_is_drawn_and_the_size_is_met(filled: Workspace) -> None:
    made, _ = create_round(filled, SAMPLE)
    drawn = drawn_enterprises(filled, made.id)
    assert made.drawn == len(drawn) == len(set(drawn))
    assert 60 <= len(drawn) <= 75
    large = {member.id for member in read_frame(filled, "old") if member.stratum.endswith("|large")}
    assert large
    assert large <= set(drawn)


def test_the_same_seed_draws_the_same_enterprises(filled: Workspace) -> None:
    first, _ = create_round(filled, SAMPLE)
    second, _ = create_round(filled, SAMPLE)
    assert drawn_enterprises(filled, first.id) == drawn_enterprises(filled, second.id)


def test_a_change_of_the_register_leaves_the_frame_of_a_round(filled: Workspace) -> None:
    made, _ = create_round(filled, SAMPLE)
    gone = read_frame(filled, "old")[0]
    filled.store.save(gone.id, "enterprise", {"m/status": "dissolved"})
    assert frame_hash(read_frame(filled, "old")) != made.frame_hash
    again = find_round(filled, made.id)
    assert (again.frame_size, again.strata, again.areas) == (made.frame_size, made.strata, made.areas)
    assert sum(size for _, size, _ in again.strata) == 400
    assert sum(size for _, size in again.areas) == 400


def test_a_round_is_found_by_period_or_by_the_beginning_of_its_id(filled: Workspace) -> None:
    made, _ = create_round(filled, SAMPLE)
    assert find_round(filled, "2026-II").id == made.id
    assert find_round(filled, made.id[:20]).id == made.id
    with pytest.raises(RecordMissing):
        find_round(filled, "1999")


def test_a_closed_round_says_so(filled: Workspace) -> None:
    made, _ = create_round(filled, SAMPLE)
    assert not made.closed
    assert close_round(filled, made.id)
    assert [known.closed for known in list_rounds(filled)] == [True]


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (RoundPlan("dn01", "2026", "guess"), ChoiceUnknown),
        (RoundPlan("dn01", "2026", "census", territory="moon"), ChoiceUnknown),
        (RoundPlan("dn01", " ", "census"), ValueUnreadable),
        (RoundPlan("nothing", "2026", "census"), FormUnknown),
        (SAMPLE, FrameEmpty),
    ],
)
def test_what_cannot_be_made_is_refused_and_leaves_no_round(
    workspace: Workspace, wanted: RoundPlan, error: type[Exception]
) -> None:
    with pytest.raises(error):
        create_round(workspace, wanted)
    assert list_rounds(workspace) == ()

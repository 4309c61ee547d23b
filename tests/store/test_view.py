"""The merging of histories: its promises, each on thousands of steps of laptops with wrong clocks."""

from __future__ import annotations

import os
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digiplan_desktop.store.view import EMPTY, Option, advance, follows, view, view_seen
from tests.helpers.store import (
    NOON,
    STEPS,
    YEAR_MS,
    Laptops,
    a_revision,
    ancestors_of,
    as_shown,
    expected_view,
    seen_view,
    text_of_value,
)

HISTORIES = int(os.environ.get("DIGIPLAN_HISTORIES", "25"))
LENGTH = 120


def values_of(one, path):
    return [option.value for option in one.conflicts[path]]


def run(seed, steps=None, laptops=3):
    """Give every step of a history: laptop, view before, revision."""
    world = Laptops(seed, laptops)
    for name in steps or world.random.choices(STEPS, k=LENGTH):
        yield world, *world.step(name)


# -- one rule, one small history -----------------------------------------------------------------------------------


def test_nothing_written_is_an_empty_view():
    assert view([]) == EMPTY


def test_a_linear_history_shows_the_last_value_of_each_path():
    first = a_revision(m_name="A", m_phone="1")
    second = a_revision([first], m_name="B")

    assert view([second, first]).data == {"m/name": "B", "m/phone": "1"}
    assert view([second, first]).heads == (second.id,)


def test_edits_of_different_paths_merge_without_a_conflict():
    base = a_revision(m_name="A", m_phone="1")
    left, right = a_revision([base], m_name="B"), a_revision([base], m_phone="2")

    merged = view([base, left, right])

    assert merged.data == {"m/name": "B", "m/phone": "2"}
    assert merged.conflicts == {}
    assert merged.heads == tuple(sorted((left.id, right.id)))


def test_two_values_unseen_by_each_other_are_a_conflict_that_shows_the_newest_first():
    base = a_revision(m_name="A")
    late = a_revision([base], ms=NOON + 9, user="binh", m_name="B")
    early = a_revision([base], ms=NOON + 1, user="chi", m_name="C")

    merged = view([early, base, late])

    assert merged.data["m/name"] == "B"
    assert merged.conflicts["m/name"] == (
        Option("B", "binh", late.hlc, late.id),
        Option("C", "chi", early.hlc, early.id),
    )
    assert merged.conflicts["m/name"][0].at == late.at


def test_the_same_value_written_twice_is_no_conflict():
    base = a_revision(m_name="A")

    assert not view([base, a_revision([base], m_name="B"), a_revision([base], m_name="B")]).conflicts


def test_one_and_true_are_different_values():
    base = a_revision(m_name="A")
    merged = view([base, a_revision([base], q_staff=1), a_revision([base], q_staff=True)])

    assert {text_of_value(value) for value in values_of(merged, "q/staff")} == {"1", "true"}


def test_a_value_set_back_on_one_side_still_counts_against_the_other():
    first = a_revision(q_staff=1)
    second = a_revision([first], q_staff=2)
    back = a_revision([second], q_staff=1)
    elsewhere = a_revision([first], q_staff=3)

    assert {*values_of(view([first, second, back, elsewhere]), "q/staff")} == {1, 3}


def test_a_decision_that_equals_the_old_value_still_counts_against_a_later_edit_elsewhere():
    base = a_revision(q_staff=2)
    a, b = a_revision([base], q_staff=1), a_revision([base], q_staff=2)
    decision = a_revision([a, b], q_staff=2)
    elsewhere = a_revision([b], q_staff=3)

    assert {*values_of(view([base, a, b, decision, elsewhere]), "q/staff")} == {2, 3}


def test_an_edit_on_a_stale_form_conflicts_with_what_it_did_not_show():
    shown = a_revision(q_staff=1)
    imported = a_revision([shown], q_staff=2)
    typed = a_revision([shown], q_staff=3)

    assert {*values_of(view([shown, imported, typed]), "q/staff")} == {2, 3}


def test_a_deletion_that_saw_everything_deletes_and_asks_nothing():
    base = a_revision(m_name="A")
    left, right = a_revision([base], m_name="B"), a_revision([base], m_name="C")
    gone = a_revision([left, right], writes={"_del": True})

    assert view([base, left, right, gone]).deleted
    assert view([base, left, right, gone]).conflicts == {}


def test_two_deletions_are_no_conflict_when_each_edit_was_seen_by_one_of_them():
    base = a_revision(m_name="A")
    left, right = a_revision([base], m_name="B"), a_revision([base], m_phone="1")
    gone = [a_revision([one], writes={"_del": True}) for one in (left, right)]

    assert view([base, left, right, *gone]).deleted


def test_a_deletion_never_hides_an_edit_it_had_not_seen():
    base = a_revision(m_name="A")
    gone = a_revision([base], ms=NOON + YEAR_MS, writes={"_del": True})
    edit = a_revision([base], user="binh", m_name="B")

    merged = view([base, gone, edit])

    assert not merged.deleted
    assert merged.data == {"m/name": "B"}
    assert [(option.value, option.revision) for option in merged.conflicts["_del"]] == [
        (True, gone.id),
        (False, edit.id),
    ]


def test_taking_a_deletion_back_brings_the_record_with_its_values():
    base = a_revision(m_name="A")
    gone = a_revision([base], writes={"_del": True})
    back = a_revision([gone], writes={"_del": False})

    assert not view([base, gone, back]).deleted
    assert view([base, gone, back]).data == {"m/name": "A"}
    assert view([base, gone, back]).conflicts == {}


def test_taking_back_and_deleting_again_without_seeing_each_other_is_a_conflict():
    base = a_revision(m_name="A")
    gone = a_revision([base], writes={"_del": True})
    back = a_revision([gone], writes={"_del": False})
    again = a_revision([gone], writes={"_del": True})

    assert {*values_of(view([base, gone, back, again]), "_del")} == {True, False}


def test_a_revision_without_its_parent_waits_and_shows_nothing():
    lost = a_revision(m_name="A")
    child = a_revision([lost], m_name="B")
    grandchild = a_revision([child], m_name="C")

    assert view([grandchild, child]).waiting == 2
    assert view([grandchild, child]).data == {}
    assert view([grandchild, child]).heads == ()
    assert view([grandchild, lost, child]).data == {"m/name": "C"}


def test_a_waiting_revision_leaves_the_rest_as_it_is():
    base = a_revision(m_name="A")
    waits = a_revision(["f" * 64], m_name="B")
    both = a_revision([base, waits], m_name="C")

    merged = view([base, waits, both])

    assert (merged.data, merged.heads, merged.waiting) == ({"m/name": "A"}, (base.id,), 2)


def test_a_revision_waits_when_only_one_of_its_parents_is_here():
    base = a_revision(m_name="A")
    for lost in ("0" * 64, "f" * 64):
        waits = a_revision([base, lost], m_name="B")

        assert view([base, waits]).data == {"m/name": "A"}
        assert view([base, waits]).waiting == 1


def test_an_orphan_beside_a_linear_history_is_counted():
    base = a_revision(m_name="A")

    assert view([base, a_revision(["f" * 64], m_name="B")]).waiting == 1


def test_a_deletion_that_writes_other_paths_too_has_seen_itself():
    base = a_revision(m_name="A")

    assert view([base, a_revision([base], writes={"_del": True, "m/name": "closed"})]).deleted


def test_the_side_that_keeps_a_record_is_named_by_who_took_the_deletion_back():
    base = a_revision(m_name="A")
    gone = a_revision([base], ms=NOON + YEAR_MS, user="wrong clock", writes={"_del": True})
    back = a_revision([gone], user="binh", writes={"_del": False})
    again = a_revision([base], user="chi", writes={"_del": True})

    options = view([base, gone, back, again]).conflicts["_del"]

    assert {(option.value, option.user) for option in options} == {(True, "chi"), (False, "binh")}


def test_kind_and_user_are_of_the_newest_revision():
    base = a_revision(ms=NOON + 5, user="an", m_name="A")
    older_clock = a_revision([base], ms=NOON, user="binh", m_name="B")

    assert view([base, older_clock]).user == "an"
    assert view([base, older_clock]).stamp == (base.hlc, base.id)


def test_what_somebody_saw_leaves_out_what_came_beside_it():
    base = a_revision(m_name="A")
    left, right = a_revision([base], m_name="B"), a_revision([base], m_name="C")

    assert view_seen([base, left, right], [left.id]).data == {"m/name": "B"}
    assert view_seen([base, left, right], []) == EMPTY
    assert view_seen([base], ["f" * 64]) == EMPTY


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_the_order_of_arrival_has_no_effect(order):
    base = a_revision(m_name="A")
    left, right = a_revision([base], m_name="B"), a_revision([base], m_name="C", m_phone="1")
    last = a_revision([left, right], m_phone="2")
    revisions = (base, left, right, last)

    assert view([revisions[one] for one in order]) == view(revisions)


# -- promises that hold on every history ---------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_every_view_is_what_the_rules_say(seed):
    for _, laptop, _, _ in run(seed):
        assert seen_view(laptop.view) == as_shown(expected_view(laptop.all))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(STEPS), min_size=1, max_size=60))
def test_views_follow_the_rules_on_histories_that_shrink(seed, steps):
    for _, laptop, _, _ in run(seed, steps, laptops=2):
        assert seen_view(laptop.view) == as_shown(expected_view(laptop.all))


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_laptops_that_exchanged_everything_show_the_same(seed):
    *_, (world, _, _, _) = run(seed, laptops=4)
    world.exchange()
    views = [laptop.view for laptop in world.laptops]

    assert all(one == views[0] for one in views)
    assert views[0].waiting == 0
    world.exchange()
    assert world.laptops[0].view == views[0]


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_no_value_is_lost_in_silence(seed):
    *_, (world, laptop, _, _) = run(seed)
    world.exchange()
    known, merged = laptop.revisions, laptop.view
    for one in laptop.all:
        later = [other for other in laptop.all if one.id in ancestors_of(known, other.id)]
        for path, value in one.writes.items():
            options = values_of(merged, path) if path in merged.conflicts else [merged.data.get(path)]
            shown = text_of_value(value) in {text_of_value(option) for option in options}
            overwritten = any(path in other.writes for other in later)
            assert shown or overwritten or merged.deleted or path == "_del", (one, merged)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_an_edit_closes_conflicts_on_its_own_paths_only_and_is_shown_at_any_clock(seed):
    for _, laptop, before, revision in run(seed):
        if revision is None or revision.parents != before.heads:
            continue
        after = laptop.view
        open_before = {*before.conflicts} - {"_del"}
        if not (before.deleted or after.deleted):
            assert {*after.conflicts} - {"_del"} == open_before - {*revision.writes}
        for path, value in revision.writes.items():
            if path != "_del":
                assert text_of_value(after.data[path]) == text_of_value(value)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_deleted_record_was_deleted_by_people_who_saw_all_of_it(seed):
    for _, laptop, _, _ in run(seed):
        if laptop.view.deleted:
            removing = [one for one in laptop.all if one.writes.get("_del") is True]
            covered = {one.id for one in removing}.union(
                *(ancestors_of(laptop.revisions, one.id) for one in removing)
            )
            waiting = laptop.view.waiting
            unseen = [one for one in laptop.all if one.id not in covered and {*one.writes} - {"_del"}]
            assert len(unseen) <= waiting


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_every_revision_is_under_a_head_or_counted_as_waiting(seed):
    for _, laptop, _, _ in run(seed):
        one = laptop.view
        reached = {*one.heads}.union(*(ancestors_of(laptop.revisions, head) for head in one.heads))
        assert len(reached) + one.waiting == len(laptop.revisions)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_going_on_from_a_view_gives_the_view_of_the_longer_history(seed):
    used = 0
    for _, laptop, before, revision in run(seed):
        if revision is not None and follows(before, revision):
            used += 1
            assert advance(before, revision) == laptop.view
    assert used > 0


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_long_history_without_forks_is_the_overlay_of_its_writes(seed):
    random = Random(seed)
    revisions = [a_revision(m_name=0)]
    for number in range(1, 80):
        revisions.append(
            a_revision(revisions[-1:], ms=NOON + random.randint(-9, 9), m_name=number, m_phone=number)
        )
    random.shuffle(revisions)

    assert view(revisions).data == {"m/name": 79, "m/phone": 79}
    assert seen_view(view(revisions)) == expected_view(revisions)

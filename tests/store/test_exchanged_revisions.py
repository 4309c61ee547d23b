"""Stores that take in each other's revisions, whole, in part, twice and in any order."""

from __future__ import annotations

import os
from random import Random

import pytest

from digiplan_desktop.errors import RecordMissing, StoreNotWritable
from digiplan_desktop.store.revision import read
from digiplan_desktop.store.storage import Store
from digiplan_desktop.store.writing import Edit
from tests.helpers.store import NOON, PATHS, VALUES, YEAR_MS, expected_view, text_of_value

HISTORIES = int(os.environ.get("DIGIPLAN_STORE_HISTORIES", "4"))
RECORDS = ("e1", "e2")
STEPS = (
    "edit",
    "edit",
    "many",
    "stale",
    "stale",
    "resolve",
    "delete",
    "undelete",
    "send",
    "send",
    "half",
    "rebuild",
)


def all_revisions(store):
    """Give every revision of a store as another one would get it: from its bytes."""
    return [read(one.head, one.payload) for one in store.recent(100_000)]


@pytest.fixture
def stores(tmp_path):
    """Three stores of three people."""
    opened = [Store.create(tmp_path / name, user=name) for name in ("an", "binh", "chi")]
    yield opened
    for store in opened:
        store.close()


def test_two_stores_with_the_same_revisions_have_the_same_digest(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    binh.save("e1", "enterprise", {"m/name": "B"})
    assert an.state().digest != binh.state().digest

    assert binh.add_revisions(all_revisions(an)) == 1
    assert an.add_revisions(all_revisions(binh), source="stick") == 1

    assert an.state() == binh.state()
    assert an.state().conflicts == 1
    assert an.record("e1") == binh.record("e1")
    assert {option.user for option in an.record("e1").conflicts["m/name"]} == {"an", "binh"}


def test_revisions_that_are_here_already_change_nothing(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    binh.add_revisions(all_revisions(an))
    before = binh.state()

    assert binh.add_revisions(all_revisions(an) * 2) == 0
    assert binh.state() == before


def test_revisions_that_come_without_their_parents_wait_and_are_counted(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    an.save("e1", "enterprise", {"m/name": "B"})
    late, first = all_revisions(an)

    binh.add_revisions([late])
    assert binh.record("e1") is None
    assert [*binh.records("enterprise")] == []
    assert (binh.state().records, binh.state().waiting, binh.state().heads) == (0, 1, 0)
    assert binh.check(deep=True) == ()

    binh.add_revisions([first])
    assert binh.record("e1").data == {"m/name": "B"}
    assert binh.state() == an.state()


def test_work_goes_on_beside_waiting_revisions(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    an.save("e1", "enterprise", {"m/name": "B"})
    late, first = all_revisions(an)
    binh.add_revisions([late])

    binh.save("e1", "enterprise", {"m/phone": "1"})
    assert (binh.record("e1").data, binh.record("e1").waiting) == ({"m/phone": "1"}, 1)
    binh.add_revisions([first])
    assert binh.record("e1").data == {"m/name": "B", "m/phone": "1"}


def test_a_waiting_revision_cannot_be_what_a_writer_saw(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    an.save("e1", "enterprise", {"m/name": "B"})
    late, _ = all_revisions(an)
    binh.add_revisions([late])

    with pytest.raises(RecordMissing):
        binh.save("e1", "enterprise", {"m/phone": "1"}, parents=[late.id])


def test_a_store_keeps_its_own_chain_beside_what_it_takes_in(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    binh.save("e2", "enterprise", {"m/name": "B"})
    binh.add_revisions(all_revisions(an))
    binh.save("e1", "enterprise", {"m/name": "C"})

    own = [one for one in binh.recent(10) if one.log == binh.log]
    assert [one.seq for one in own] == [2, 1]
    assert own[0].prev == own[1].id
    assert binh.check(deep=True) == ()


def test_the_bytes_are_handed_on_as_they_came(stores):
    an, binh, chi = stores
    an.save("e1", "enterprise", {"m/name": "A"})
    binh.add_revisions(all_revisions(an))
    chi.add_revisions(all_revisions(binh))

    assert [(one.head, one.payload) for one in chi.recent(1)] == [
        (one.head, one.payload) for one in an.recent(1)
    ]


def test_a_clock_that_is_years_ahead_is_not_caught(stores):
    an, binh, _ = stores
    an.now = lambda: NOON + 3 * YEAR_MS
    binh.now = lambda: NOON
    an.save("e1", "enterprise", {"m/name": "A"})
    binh.add_revisions(all_revisions(an))
    binh.save("e1", "enterprise", {"m/name": "B"})

    assert binh.record("e1").data == {"m/name": "B"}
    assert binh.recent(1)[0].at.timestamp() * 1000 == NOON


def test_a_clock_that_is_minutes_ahead_is_followed(stores):
    an, binh, _ = stores
    an.now = lambda: NOON + 60_000
    binh.now = lambda: NOON
    an.save("e1", "enterprise", {"m/name": "A"})
    binh.add_revisions(all_revisions(an))
    binh.save("e1", "enterprise", {"m/name": "B"})

    assert binh.recent(1)[0].hlc > an.recent(1)[0].hlc


def test_a_read_only_store_takes_nothing_in(stores):
    an, binh, _ = stores
    an.save("e1", "enterprise", {"m/name": "A"})

    with Store.open(binh.folder, read_only=True) as reader, pytest.raises(StoreNotWritable):
        reader.add_revisions(all_revisions(an))


class World:
    """Three stores with wrong clocks, moved by steps drawn from a seed."""

    def __init__(self, stores, seed):
        self.random, self.stores = Random(seed), stores
        self.opened = {}
        for store in stores:
            skew = self.random.randint(-10, 10) * YEAR_MS
            store.now = lambda skew=skew: NOON + skew

    def step(self):
        store, record = self.random.choice(self.stores), self.random.choice(RECORDS)
        name = self.random.choice(STEPS)
        before = store.state().revisions
        if name in {"send", "half"}:
            self.send(store, half=name == "half")
        elif name == "rebuild":
            self.rebuild(store)
        else:
            getattr(self, name)(store, record)
        assert store.state().revisions >= before

    def writes(self):
        return {
            path: self.random.choice(VALUES) for path in self.random.sample(PATHS, self.random.choice((1, 2)))
        }

    def edit(self, store, record):
        writes = self.writes()
        saved = store.save(record, "enterprise", writes, act="resolve")
        self.opened[store, record] = saved.heads
        shown = store.record(record).data
        assert [repr(shown[path]) for path in writes] == [repr(value) for value in writes.values()]

    def many(self, store, record):
        store.save_many(Edit(self.random.choice(RECORDS), "enterprise", self.writes()) for _ in range(4))

    def stale(self, store, record):
        store.save(record, "enterprise", self.writes(), parents=self.opened.get((store, record), ()))

    def resolve(self, store, record):
        found = store.record(record)
        for path, options in (found.conflicts if found else {}).items():
            store.save(record, "enterprise", {path: options[-1].value}, act="resolve")
            assert path not in store.record(record).conflicts

    def delete(self, store, record):
        if store.record(record):
            store.save(record, "enterprise", {"_del": True}, act="delete")

    def undelete(self, store, record):
        if store.record(record):
            store.save(record, "enterprise", {"_del": False}, act="restore")

    def send(self, store, *, half):
        sent = all_revisions(store)
        self.random.shuffle(sent)
        self.random.choice(self.stores).add_revisions(sent[: len(sent) // 2] if half else sent)

    def rebuild(self, store):
        before = store.state()
        store.rebuild()
        assert store.state() == before


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_stores_come_to_the_same_state_whatever_happened(stores, seed, tmp_path):
    world = World(stores, seed)
    for _ in range(100):
        world.step()
    everything = [one for store in stores for one in all_revisions(store)]
    for store in stores:
        world.random.shuffle(everything)
        store.add_revisions(everything)

    states = {store.state() for store in stores}
    assert len(states) == 1
    assert states.pop().waiting == 0
    assert stores[0].conflicts() == stores[1].conflicts() == stores[2].conflicts()
    assert all(store.check(deep=True) == () for store in stores)
    for record in RECORDS:
        expected, found = expected_view(stores[0].history(record)), stores[0].record(record)
        assert {path: text_of_value(value) for path, value in found.data.items()} == expected.shown
        assert (found.deleted, frozenset(found.heads)) == (expected.deleted, expected.heads)
    with Store.create(tmp_path / "new") as fresh:
        for one in everything:
            fresh.add_revisions([one])
        assert fresh.state() == stores[0].state()

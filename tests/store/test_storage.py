"""The store as the deeds use it."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from digiplan_desktop.errors import AnswerRefused, Cancelled, RecordMissing, StoreNotWritable
from digiplan_desktop.store import tables
from digiplan_desktop.store.storage import Store
from digiplan_desktop.store.writing import Edit
from tests.helpers.store import YEAR_MS


def edits(number, **fields):
    return [Edit(f"r{one:05}", "enterprise", {"m/name": f"Name {one}", **fields}) for one in range(number)]


def test_a_saved_record_is_read_back(store):
    saved = store.save("r1", "enterprise", {"m/name": "Cà phê Đắk Lắk", "m/emp": 12, "m/invented": True})
    record = store.record("r1")

    assert record.data == {"m/name": "Cà phê Đắk Lắk", "m/emp": 12, "m/invented": True}
    assert (record.kind, record.heads, record.changed_by) == ("enterprise", (saved.revision,), "an")
    assert (record.conflicts, record.deleted, record.waiting) == ({}, False, 0)
    assert abs(record.changed_at - saved.at) < timedelta(seconds=5)


def test_a_record_that_was_never_saved_is_nothing(store):
    assert store.record("r1") is None
    assert store.history("r1") == ()


def test_saving_the_same_again_changes_nothing(store):
    first = store.save("r1", "enterprise", {"m/name": "H\u00f2a", "m/emp": 1})
    second = store.save("r1", "enterprise", {"m/name": "Ho\u0300a", "m/emp": 1})

    assert second.revision is None
    assert second.heads == first.heads
    assert len(store.history("r1")) == 1


def test_only_changed_paths_are_written(store):
    store.save("r1", "enterprise", {"m/name": "A", "m/emp": 1})
    store.save("r1", "enterprise", {"m/name": "A", "m/emp": 2})

    assert [dict(one.writes) for one in store.history("r1")] == [{"m/name": "A", "m/emp": 1}, {"m/emp": 2}]
    assert [one.act for one in store.history("r1")] == ["create", "edit"]


def test_one_and_true_are_a_change(store):
    store.save("r1", "enterprise", {"m/emp": 1})

    assert store.save("r1", "enterprise", {"m/emp": True}).revision is not None
    assert store.record("r1").data["m/emp"] is True


def test_a_list_is_kept_in_its_order(store):
    store.save("r1", "round", {"m/strata": [["D643-1|micro", 120, 12]], "m/drawn": ["b", "a"]})

    assert store.record("r1").data["m/strata"] == [["D643-1|micro", 120, 12]]
    assert store.save("r1", "round", {"m/drawn": ["b", "a"]}).revision is None
    assert store.save("r1", "round", {"m/drawn": ["a", "b"]}).revision is not None


def test_nothing_and_absence_are_the_same_to_a_save(store):
    store.save("r1", "enterprise", {"m/name": "A"})

    assert store.save("r1", "enterprise", {"m/emp": None, "_del": False}).revision is None


def test_each_revision_follows_the_one_before_in_the_log(store):
    for number in range(3):
        store.save(f"r{number}", "enterprise", {"m/name": "A"})
    third, second, first = store.recent(10)

    assert (first.prev, second.prev, third.prev) == ("", first.id, second.id)
    assert (first.seq, second.seq, third.seq) == (1, 2, 3)
    assert {one.log for one in store.recent(10)} == {store.log}
    assert first.hlc < second.hlc < third.hlc


def test_the_log_goes_on_after_reopening(store):
    first = store.save("r1", "enterprise", {"m/name": "A"})
    store.close()

    with Store.open(store.folder) as again:
        again.save("r2", "enterprise", {"m/name": "B"})
        assert again.recent(1)[0].prev == first.revision
        assert again.user == "an"
        assert not again.demo


def test_saves_are_ordered_although_the_clock_jumps_ten_years(store):
    for number, years in enumerate((0, 10, -10, 0)):
        store.now = lambda years=years: 1_764_000_000_000 + years * YEAR_MS
        store.save("r1", "enterprise", {"m/emp": number})
        assert store.record("r1").data["m/emp"] == number
    stamps = [one.hlc for one in store.history("r1")]

    assert stamps == sorted(set(stamps))


def test_an_edit_on_a_stale_form_is_a_conflict(store):
    opened = store.save("r1", "enterprise", {"m/name": "A"}).heads
    store.save("r1", "enterprise", {"m/name": "B"})
    saved = store.save("r1", "enterprise", {"m/name": "C"}, parents=opened)
    record = store.record("r1")

    assert {option.value for option in record.conflicts["m/name"]} == {"B", "C"}
    assert len(record.heads) == 2
    assert saved.heads == (saved.revision,)
    assert [(one.record, one.path) for one in store.conflicts()] == [("r1", "m/name")]


def test_a_stale_form_writes_only_what_differs_from_what_it_showed(store):
    opened = store.save("r1", "enterprise", {"m/name": "A", "m/phone": "1"}).heads
    store.save("r1", "enterprise", {"m/name": "B"})
    store.save("r1", "enterprise", {"m/name": "A", "m/phone": "2"}, parents=opened)
    record = store.record("r1")

    assert record.data == {"m/name": "B", "m/phone": "2"}
    assert record.conflicts == {}


def test_a_form_that_stays_open_never_overwrites_what_came_in_meanwhile(store):
    form = store.save("r1", "enterprise", {"m/name": "A", "m/phone": "1"}).heads
    store.save("r1", "enterprise", {"m/name": "came in", "m/phone": "came in"})
    form = store.save("r1", "enterprise", {"m/name": "typed"}, parents=form).heads
    form = store.save("r1", "enterprise", {"m/name": "typed"}, parents=form).heads
    store.save("r1", "enterprise", {"m/phone": "typed"}, parents=form)

    conflicts = store.record("r1").conflicts
    assert {path: {one.value for one in options} for path, options in conflicts.items()} == {
        "m/name": {"came in", "typed"},
        "m/phone": {"came in", "typed"},
    }


def test_an_edit_of_another_path_leaves_a_conflict_open_and_a_decision_closes_it(store):
    opened = store.save("r1", "enterprise", {"m/name": "A"}).heads
    store.save("r1", "enterprise", {"m/name": "B"})
    store.save("r1", "enterprise", {"m/name": "C"}, parents=opened)
    store.save("r1", "enterprise", {"m/phone": "1"})
    shown = store.record("r1").data["m/name"]
    assert "m/name" in store.record("r1").conflicts

    assert store.save("r1", "enterprise", {"m/name": shown}, act="edit").revision is None
    assert store.save("r1", "enterprise", {"m/name": shown}, act="resolve").revision is not None
    assert store.record("r1").conflicts == {}
    assert store.record("r1").data["m/name"] == shown
    assert store.conflicts() == ()


def test_parents_that_are_not_here_are_refused(store):
    store.save("r1", "enterprise", {"m/name": "A"})

    with pytest.raises(RecordMissing) as refused:
        store.save("r1", "enterprise", {"m/name": "B"}, parents=["f" * 64])
    assert refused.value.id == "f" * 64
    assert store.record("r1").data == {"m/name": "A"}


def test_a_writer_who_had_seen_nothing_conflicts_with_what_is_there(store):
    store.save("r1", "enterprise", {"m/name": "A"})
    store.save("r1", "enterprise", {"m/name": "B"}, parents=())

    assert {option.value for option in store.record("r1").conflicts["m/name"]} == {"A", "B"}


def test_a_deleted_record_leaves_the_lists_and_can_be_brought_back(store):
    store.save("r1", "enterprise", {"m/name": "A"})
    store.save("r1", "enterprise", {"_del": True}, act="delete")

    assert store.record("r1").deleted
    assert [*store.records("enterprise")] == []
    assert store.state().records == 0
    store.save("r1", "enterprise", {"_del": False}, act="restore")
    assert [one.data for one in store.records("enterprise")] == [{"m/name": "A"}]


def test_control_characters_are_refused_and_nothing_is_saved(store):
    with pytest.raises(AnswerRefused):
        store.save("r1", "enterprise", {"m/name": "a\x07"})
    assert store.record("r1") is None


def test_a_record_never_changes_its_kind(store):
    store.save("r1", "enterprise", {"m/name": "A"})

    with pytest.raises(ValueError, match="enterprise"):
        store.save("r1", "response", {"m/name": "B"})


def test_many_edits_are_one_deed(store):
    told = []
    assert store.save_many(edits(1_234), progress=told.append) == 1_234
    assert store.save_many(edits(1_234)) == 0
    assert store.save_many(edits(1_235, **{"m/emp": 3})) == 1_235

    assert told == [500, 1_000, 1_234]
    assert store.state().records == 1_235
    assert store.check(deep=True) == ()
    assert len({one.txn for one in store.recent(1_235)}) == 1
    assert store.recent(1)[0].txn != store.history("r00000")[0].txn


def test_one_record_may_be_edited_twice_in_a_deed(store):
    twice = [Edit("r1", "enterprise", {"m/name": "A"}), Edit("r1", "enterprise", {"m/name": "B", "m/emp": 1})]

    assert store.save_many(twice) == 2
    assert store.record("r1").data == {"m/name": "B", "m/emp": 1}
    assert [one.parents for one in store.history("r1")] == [(), (store.history("r1")[0].id,)]


def test_edits_of_one_deed_may_delete_and_bring_back(store):
    deed = [
        Edit("r1", "enterprise", {"m/name": "A"}),
        Edit("r1", "enterprise", {"_del": True}, act="delete"),
        Edit("r1", "enterprise", {"_del": False}, act="restore", txn="mine"),
    ]

    store.save_many(deed)

    assert not store.record("r1").deleted
    assert [one.txn == "mine" for one in store.history("r1")] == [False, False, True]


def test_a_cancelled_deed_leaves_nothing(store):
    answers = iter([False, False, True])

    with pytest.raises(Cancelled):
        store.save_many(edits(2_000), cancelled=lambda: next(answers))
    assert store.state().revisions == 0
    store.save("r1", "enterprise", {"m/name": "A"})
    assert store.check(deep=True) == ()


def test_a_deed_with_one_bad_edit_leaves_nothing(store):
    with pytest.raises(AnswerRefused):
        store.save_many([*edits(700), Edit("bad", "enterprise", {"m/name": "\x00"})])
    assert store.state().revisions == 0


def test_records_come_by_id_and_by_kind(store):
    store.save_many(edits(1_100))
    store.save("round", "round", {"m/title": "2026"})

    assert [one.id for one in store.records("enterprise")] == [f"r{number:05}" for number in range(1_100)]
    assert [one.id for one in store.records("enterprise", ids=["r00007", "round", "r00003", "none"])] == [
        "r00003",
        "r00007",
    ]
    assert [one.id for one in store.records("enterprise", ids=[])] == []


def test_a_record_may_be_saved_while_records_are_read(store):
    store.save_many(edits(600))
    for record in store.records("enterprise"):
        if record.id.endswith("99"):
            store.save(record.id, "enterprise", {"m/emp": 1})

    assert sum("m/emp" in one.data for one in store.records("enterprise")) == 6


def test_the_state_counts_what_is_there(store):
    opened = store.save("r1", "enterprise", {"m/name": "A"}).heads
    store.save("r1", "enterprise", {"m/name": "B"})
    store.save("r1", "enterprise", {"m/name": "C"}, parents=opened)
    store.save("r2", "enterprise", {"m/name": "A"})
    state = store.state()

    assert (state.records, state.revisions, state.heads, state.conflicts, state.waiting) == (2, 4, 3, 1, 0)
    assert len(state.digest) == 64


def test_an_empty_store_has_a_state_too(store):
    assert store.state().records == 0
    assert store.check(deep=True) == ()


def test_the_truth_can_be_neither_changed_nor_deleted(store):
    store.save("r1", "enterprise", {"m/name": "A"})
    store.save("r1", "enterprise", {"m/name": "B"})
    statements = [
        tables.revision.update().values(payload=b"{}"),
        tables.revision.delete(),
        tables.revision_parent.update().values(parent="x"),
        tables.revision_parent.delete(),
    ]
    for statement in statements:
        with pytest.raises(IntegrityError, match="append-only"), store.reading() as connection:
            connection.execute(statement)


def test_every_commit_waits_for_the_disk(store):
    with store.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_reads_of_another_thread_go_on_during_a_long_deed(store):
    store.save("r1", "enterprise", {"m/name": "A"})
    half_way, read = threading.Event(), threading.Event()

    def slow():
        half_way.set()
        assert read.wait(10)
        return False

    worker = threading.Thread(target=lambda: store.save_many(edits(10), cancelled=slow))
    worker.start()
    assert half_way.wait(10)
    seen = store.state().records
    read.set()
    worker.join(10)

    assert seen == 1
    assert store.state().records == 11


def test_saves_of_several_threads_take_turns(store):
    def work(name):
        for number in range(20):
            store.save(f"{name}{number}", "enterprise", {"m/name": name})

    workers = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)

    assert store.state().records == 60
    assert store.check(deep=True) == ()


def test_a_read_only_store_reads_beside_its_holder_and_refuses_to_write(store):
    store.save("r1", "enterprise", {"m/name": "A"})

    with Store.open(store.folder, read_only=True) as reader:
        assert reader.record("r1").data == {"m/name": "A"}
        store.save("r1", "enterprise", {"m/name": "B"})
        assert reader.record("r1").data == {"m/name": "B"}
        with pytest.raises(StoreNotWritable):
            reader.save("r1", "enterprise", {"m/name": "C"})
        with pytest.raises(StoreNotWritable):
            reader.rebuild()


def test_the_names_of_people_are_not_readable_on_the_disk(store):
    store.save("r1", "enterprise", {"m/legal_rep": "Nguyen Thi Known"})
    store.close()

    found = b"".join(path.read_bytes() for path in store.folder.iterdir())
    assert b"Known" not in found


def test_a_full_disk_is_told_and_nothing_is_saved(store):
    store.save("r1", "enterprise", {"m/name": "A"})
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than there are

    with pytest.raises(StoreNotWritable):
        store.save("r1", "enterprise", {"m/name": "A" * 1_000_000})
    assert store.record("r1").data == {"m/name": "A"}
    assert store.check(deep=True) == ()


def test_a_fault_that_is_ours_is_not_taken_for_the_users(store):
    with pytest.raises(OperationalError, match="no such table"), store.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")

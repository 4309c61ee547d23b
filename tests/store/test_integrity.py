"""Damage is noticed."""

from __future__ import annotations

from random import Random

import pytest

from digiplan_desktop.errors import StoreDamaged
from digiplan_desktop.store.storage import Store
from digiplan_desktop.store.writing import Edit


@pytest.fixture
def folder(tmp_path):
    """A closed store of 300 records."""
    with Store.create(tmp_path / "store") as store:
        store.save_many(Edit(f"r{one}", "enterprise", {"m/name": f"Name {one}"}) for one in range(300))
    return tmp_path / "store"


def tamper(folder, *statements):
    """Change rows as somebody with the key could, past the triggers."""
    with Store.open(folder) as store, store._writing() as connection:
        for name in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER revision_{name}")
        for statement in statements:
            connection.exec_driver_sql(statement)


def codes(folder, **options):
    with Store.open(folder) as store:
        return {problem.code for problem in store.check(**options)}


def test_a_sound_store_has_no_problems(folder):
    assert codes(folder) == set()
    assert codes(folder, deep=True) == set()


@pytest.mark.parametrize("seed", range(12))
def test_one_flipped_bit_anywhere_in_the_database_is_noticed(folder, seed):
    random = Random(seed)
    content = bytearray((folder / "database.db").read_bytes())
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    (folder / "database.db").write_bytes(content)

    try:
        found = codes(folder, deep=True)
    except StoreDamaged:
        return
    assert "store_page" in found


def test_a_changed_answer_is_noticed(folder):
    tamper(folder, "UPDATE revision SET payload = replace(payload, 'Name 7', 'Name 8') WHERE rec = 'r7'")

    assert codes(folder, deep=True) == {"store_revision", "store_projection"}


def test_a_changed_record_id_is_noticed(folder):
    tamper(folder, "UPDATE revision SET rec = 'r8' WHERE rec = 'r7'")

    assert "store_revision" in codes(folder, deep=True)


def test_a_revision_that_was_taken_out_is_noticed(folder):
    tamper(folder, "DELETE FROM revision WHERE rec = 'r7'")

    assert {"store_chain", "store_projection"} <= codes(folder, deep=True)


def test_a_log_without_its_beginning_is_noticed(folder):
    tamper(folder, "DELETE FROM revision WHERE rec = 'r0'")

    assert "store_chain" in codes(folder, deep=True)


def test_a_lost_end_of_the_log_is_noticed_at_once(folder):
    tamper(folder, "DELETE FROM revision WHERE rec = 'r299'")

    assert codes(folder) == {"store_chain"}


def test_bytes_that_are_no_revision_are_noticed(folder):
    tamper(folder, "UPDATE revision SET payload = x'00' WHERE rec = 'r299'")

    assert codes(folder) == {"store_revision"}


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE record SET data = '{"m/name":"other"}' WHERE rec = 'r7'""",
        "UPDATE record SET digest = x'00' WHERE rec = 'r7'",
        "UPDATE record SET heads = '' WHERE rec = 'r7'",
        "DELETE FROM record WHERE rec = 'r7'",
        (
            "INSERT INTO record SELECT 'r7b', kind, data, heads, deleted, conflicts, waiting, hlc, newest, user, "
            "digest FROM record WHERE rec = 'r7'"
        ),
    ],
)
def test_one_wrong_row_among_the_views_is_noticed(folder, statement):
    tamper(folder, statement)

    assert codes(folder, deep=True) == {"store_projection"}


def test_a_lost_conflict_is_noticed(folder):
    with Store.open(folder) as store:
        store.save("r7", "enterprise", {"m/name": "other"}, parents=())
    tamper(folder, "UPDATE conflict SET options = '[]'")

    assert codes(folder, deep=True) == {"store_projection"}


def test_a_view_that_is_not_what_the_revisions_make_is_noticed_and_rebuilt(folder):
    tamper(folder, "UPDATE record SET data = '{}', digest = x'00' WHERE rec = 'r7'")
    assert codes(folder, deep=True) == {"store_projection"}

    with Store.open(folder) as store:
        store.rebuild()
        assert store.check(deep=True) == ()
        assert store.record("r7").data == {"m/name": "Name 7"}

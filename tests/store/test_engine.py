"""What the driver says, in the words of the program's errors."""

from __future__ import annotations

import pytest

from digiplan_desktop.errors import StoreMissing, StoreNotWritable
from digiplan_desktop.store.engine import open_engine, reading, roomy

KEY = b"k" * 32


def test_a_database_that_vanished_is_missing(tmp_path):
    engine = open_engine(tmp_path / "database.db", KEY, "rw")

    with pytest.raises(StoreMissing), reading(engine):
        pass
    assert [*tmp_path.iterdir()] == []


def test_a_database_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "database.db").mkdir()
    engine = open_engine(tmp_path / "database.db", KEY, "rw")

    with pytest.raises(StoreNotWritable), reading(engine):
        pass


def test_memory_taken_for_bulk_work_is_given_back(tmp_path):
    engine = open_engine(tmp_path / "database.db", KEY, "rwc")

    def size(connection):
        return connection.exec_driver_sql("PRAGMA cache_size").scalar_one()

    with reading(engine) as connection:
        usual = size(connection)
        with roomy(connection):
            assert abs(size(connection)) > abs(usual)
        assert size(connection) == usual
    engine.dispose()

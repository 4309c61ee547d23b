from __future__ import annotations

import pytest

from digiplan_desktop.store.storage import Store


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "store", user="an") as opened:
        yield opened

"""A form compiled once opens from the cache, and never from a cache that is not whole or no longer true."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from digiplan_desktop.errors import FormBroken
from digiplan_desktop.forms.compilation import load_form
from digiplan_desktop.forms.form_cache import (
    MAX_FILES,
    CachedForm,
    cache_folder,
    cache_key,
    read_cached,
    write_cached,
)
from digiplan_desktop.forms.session import Session
from digiplan_desktop.forms.workbook import SheetRow
from tests.helpers.forms import write_workbook

FORM = """
| type                          | name | label | choice_filter |
| integer                       | age  | Age   |               |
| select_one_from_file towns.csv | town | Town  | zone = '1'    |
| soft_checks |
| name | relevant to | expression | message::English (en) | level   |
| old  | age         | . < 90     | Sure?                 | warning |
| settings |
| form_id | version |
| people  | 7       |
"""
TOWNS = "name,label,zone\nbh,Buôn Hồ,1\nek,Ea Kao,2\n"
CACHED = CachedForm("<a/>", "b", {"settings": [SheetRow(2, {"form_id": "Ă"})]})


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "towns.csv").write_text(TOWNS, encoding="utf-8")
    return write_workbook(tmp_path / "form.xlsx", FORM)


def cache_file(path: Path) -> Path:
    return cache_folder() / f"{cache_key(path, path.read_bytes())}.form"


def test_a_form_opened_again_is_the_same_form(path: Path):
    first, again = load_form(path), load_form(path)
    assert cache_file(path).is_file()
    assert (
        (again.id, again.version, again.hash)
        == (first.id, first.version, first.hash)
        == ("people", "7", first.hash)
    )
    assert again.questions == first.questions
    session = Session(again)
    session.answer("age", "95")
    assert [warning.check for warning in session.warnings()] == ["old"]
    assert [choice.value for choice in session.choices("town")] == ["bh"]


def test_the_second_opening_needs_no_compiler_of_workbooks(path: Path, monkeypatch: pytest.MonkeyPatch):
    load_form(path)
    # Python refuses to import a module that is None.
    monkeypatch.setitem(sys.modules, "pyxform.xls2xform", None)
    assert load_form(path).id == "people"


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\n{}", b"\xff\xfe" * 100])
def test_a_damaged_file_is_ignored_and_written_anew(path: Path, damage: bytes):
    load_form(path)
    file = cache_file(path)
    whole = file.read_bytes()
    file.write_bytes(damage + whole[1:] if damage == b"x" else damage)
    assert load_form(path).id == "people"
    assert file.read_bytes() == whole


def test_a_cut_file_is_ignored(path: Path):
    load_form(path)
    file = cache_file(path)
    file.write_bytes(file.read_bytes()[:-5])
    assert read_cached(file.stem) is None
    assert load_form(path).id == "people"


def test_a_changed_workbook_is_compiled_anew(path: Path):
    load_form(path)
    write_workbook(path, FORM.replace("| 7       |", "| 8       |"))
    assert load_form(path).version == "8"


def test_a_changed_data_file_is_read_and_checked_anew(path: Path):
    first = load_form(path)
    (path.parent / "towns.csv").write_text(TOWNS + "kr,Krông Pắc,1\n", encoding="utf-8")
    changed = load_form(path)
    assert changed.hash != first.hash
    assert [choice.value for choice in Session(changed).choices("town")] == ["bh", "kr"]
    (path.parent / "towns.csv").write_text("name,label\nbh,Buôn Hồ\n", encoding="utf-8")
    with pytest.raises(FormBroken):
        load_form(path)


def test_a_broken_form_is_not_kept(path: Path):
    write_workbook(path, FORM.replace(". < 90", ". <"))
    with pytest.raises(FormBroken):
        load_form(path)
    assert not cache_folder().exists()


def test_a_folder_that_cannot_be_written_is_no_cache(path: Path, tmp_path: Path):
    (tmp_path / "cache").write_text("a file stands there", encoding="utf-8")
    assert load_form(path).id == "people"


def test_what_is_kept_comes_back_and_the_oldest_make_room(tmp_path: Path):
    for number in range(MAX_FILES + 5):
        write_cached(f"{number:064}", CACHED, tmp_path)
    assert len(list(tmp_path.iterdir())) == MAX_FILES
    assert read_cached(f"{MAX_FILES + 4:064}", tmp_path) == CACHED
    assert read_cached("nothing", tmp_path) is None

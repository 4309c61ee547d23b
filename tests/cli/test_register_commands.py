"""The register from the command line: the contract that scripts and acceptance checks call."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from tests.helpers.command import digiplan

HEADINGS = ["STT", "Mã số DN", "Tên doanh nghiệp", "Địa chỉ trụ sở", "Xã/phường", "Huyện", "Số lao động"]
ROWS: list[list[object]] = [
    [1, "6000123454", "Công ty TNHH Cà phê Đắk Lắk", "12 Lê Duẩn", "Phường Tân Lập", "TP Buôn Ma Thuột", 12],
    [2, "6000123461", "Công ty CP Nông sản Ea Kar", "Km 52", "Thị trấn Ea Kar", "Huyện Ea Kar", 45],
    [3, "", "Hợp tác xã Bình Minh", "Thôn 3", "Xã Cư Bao", "TX Buôn Hồ", 9],
    [4, "6000123479", "", "Thôn 4", "Xã Cư Bao", "TX Buôn Hồ", 9],
]


def write_list(path: Path, rows: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("DS")
        sheet.write(0, 0, "DANH SÁCH DOANH NGHIỆP")
        for row, cells in enumerate([HEADINGS, *rows], start=2):
            sheet.write_row(row, 0, cells)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "kho"
    assert digiplan("init", folder).code == 0
    return folder


def test_import_accounts_for_every_row_and_says_why_one_was_refused(store: Path, tmp_path: Path) -> None:
    ran = digiplan("register", "import", write_list(tmp_path / "ds.xlsx", ROWS), "--json", store=store)
    assert ran.code == 3, ran.err
    document = ran.document
    assert (document["read"], document["added"], document["updated"], document["unchanged"]) == (4, 3, 0, 0)
    assert [each["row"] for each in document["refused"]] == [7]
    assert document["refused"][0]["reason"]
    assert {"mst", "ent_name"} <= set(document["columns"]) or {"tax_code", "name"} <= set(document["columns"])


def test_the_same_list_changes_nothing_and_a_changed_one_updates_that_row(
    store: Path, tmp_path: Path
) -> None:
    rows = ROWS[:3]
    first = digiplan("register", "import", write_list(tmp_path / "ds.xlsx", rows), "--json", store=store)
    assert first.code == 0, first.err
    before = digiplan("state", "--json", store=store).document
    again = digiplan("register", "import", tmp_path / "ds.xlsx", "--json", store=store).document
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 3)
    assert digiplan("state", "--json", store=store).document == before
    changed = [*rows[:1], [*rows[1][:6], 46], rows[2]]
    update = digiplan(
        "register", "import", write_list(tmp_path / "moi.xlsx", changed), "--json", store=store
    ).document
    assert (update["added"], update["updated"], update["unchanged"]) == (0, 1, 2)
    after = digiplan("state", "--json", store=store).document
    assert after["revisions"] == before["revisions"] + 1
    assert after["digest"] != before["digest"]


def test_a_dry_run_tells_the_same_and_writes_nothing(store: Path, tmp_path: Path) -> None:
    before = digiplan("state", "--json", store=store).document
    ran = digiplan(
        "register", "import", write_list(tmp_path / "ds.xlsx", ROWS), "--dry-run", "--json", store=store
    )
    assert ran.document["added"] == 3
    assert digiplan("state", "--json", store=store).document == before


def test_search_is_blind_to_case_and_diacritics(store: Path, tmp_path: Path) -> None:
    digiplan("register", "import", write_list(tmp_path / "ds.xlsx", ROWS), store=store)
    for text in ("dak lak", "ĐẮK LẮK", "ca phe"):
        hits = digiplan("register", "search", text, "--json", store=store).document["hits"]
        assert [hit["tax_code"] for hit in hits] == ["6000123454"], text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_file_that_is_no_list_is_refused_in_words_that_name_it(
    store: Path, tmp_path: Path, language: str
) -> None:
    picture = tmp_path / "anh chup.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    before = digiplan("state", "--json", store=store).document
    ran = digiplan("register", "import", picture, store=store, language=language)
    assert ran.code == 2
    assert "anh chup.xlsx" in ran.err
    assert ran.out == ""
    assert digiplan("state", "--json", store=store).document == before


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = digiplan("state", store=tmp_path / "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.err


@pytest.mark.parametrize(("language", "words"), [("vi", "Không tìm thấy gì."), ("en", "Nothing found.")])
def test_a_search_without_a_hit_says_so_to_people_and_gives_scripts_an_empty_list(
    store: Path, language: str, words: str
) -> None:
    ran = digiplan("register", "search", "không có", store=store, language=language)
    assert (ran.code, ran.out, ran.err.strip()) == (0, "", words)
    assert digiplan("register", "search", "không có", "--json", store=store).document["hits"] == []


def test_a_search_needs_a_limit_above_zero(store: Path) -> None:
    assert digiplan("register", "search", "a", "--limit", "-1", store=store).code == 2


def test_an_unknown_status_of_questionnaires_is_refused(store: Path) -> None:
    assert digiplan("response", "list", "--status", "done", store=store).code == 2

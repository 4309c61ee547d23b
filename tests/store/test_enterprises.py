"""Lists of the register: pages, filters, search."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digiplan_desktop.store import search
from digiplan_desktop.store.enterprises import (
    EnterpriseQuery,
    FrameUnit,
    count_enterprises,
    frame,
    page_enterprises,
    search_enterprises,
)
from digiplan_desktop.store.storage import Store
from digiplan_desktop.store.writing import Edit
from digiplan_desktop.text import sort_key

COMPANIES = {
    "e1": {"name": "Công ty TNHH Đống Đa", "tax_code": "6000123454", "phone": "0905 123 456", "area": "W1-1"},
    "e2": {
        "name": "Hợp tác xã Ea Kao",
        "tax_code": "6000123454-001",
        "phone": "+84 262 3812345",
        "area": "W1-1",
    },
    "e3": {"name": "Cà phê Buôn Ma Thuột", "address": "12 Lê Duẩn, phường Tân Lợi", "district": "D643-1"},
    "e4": {"name": "Ánh Dương", "size": "micro", "status": "active", "area": "W2-1", "district": "D643-1"},
    "e5": {"name": "An Dương", "size": "small", "status": "dissolved"},
}


def edit(record, fields, kind="enterprise"):
    return Edit(record, kind, {f"m/{name}": value for name, value in fields.items()})


@pytest.fixture
def register(store):
    """A store with five enterprises."""
    store.save_many(edit(record, fields) for record, fields in COMPANIES.items())
    return store


def found(store, text):
    return {row.id for row in search_enterprises(store, text)}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("dong da", {"e1"}),
        ("ĐỐNG đa", {"e1"}),
        ("da dong", {"e1"}),
        ("cong ty", {"e1"}),
        ("duong", {"e4", "e5"}),
        ("ea k", {"e2"}),
        ("6000123454", {"e1", "e2"}),
        ("6000123454-001", {"e2"}),
        ("6000123454001", {"e2"}),
        ("0905123456", {"e1"}),
        ("0905 123 456", {"e1"}),
        ("0262 381", {"e2"}),
        ("84262", {"e2"}),
        ("le duan", {"e3"}),
        ("nothing like it", set()),
        ("", set()),
        (" - ", set()),
        ('"', set()),
    ],
)
def test_search_finds_words_by_their_beginning(register, typed, ids):
    assert found(register, typed) == ids


def test_the_list_is_in_vietnamese_order(register):
    names = [row.name for row in page_enterprises(register, EnterpriseQuery()).rows]

    assert names == sorted(names, key=sort_key)
    assert names.index("An Dương") < names.index("Ánh Dương") < names.index("Cà phê Buôn Ma Thuột")


def test_a_row_shows_what_was_saved(register):
    row = page_enterprises(register, EnterpriseQuery(search="anh duong")).rows[0]

    assert (row.id, row.tax_code, row.area, row.district) == ("e4", "", "W2-1", "D643-1")
    assert (row.size, row.status, row.phone, row.address, row.response_status) == (
        "micro",
        "active",
        "",
        "",
        "",
    )
    assert row.changed_at == register.record("e4").changed_at


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (EnterpriseQuery(area="W1-1"), {"e1", "e2"}),
        (EnterpriseQuery(district="D643-1"), {"e3", "e4"}),
        (EnterpriseQuery(district="D643-1", size="micro"), {"e4"}),
        (EnterpriseQuery(status="dissolved"), {"e5"}),
        (EnterpriseQuery(search="duong", status="active"), {"e4"}),
        (EnterpriseQuery(round="R1", response_status="complete"), {"e1"}),
        (EnterpriseQuery(round="R1", response_status="none"), {"e2", "e4", "e5"}),
        (EnterpriseQuery(round="R2", response_status="complete"), set()),
        (EnterpriseQuery(round="R2", response_status="new"), {"e1"}),
    ],
)
def test_filters_narrow_the_list_and_its_count(register, query, ids):
    register.save("q1", "response", {"m/round": "R1", "m/respondent": "e1", "m/status": "complete"})
    register.save("q2", "response", {"m/round": "R1", "m/respondent": "e3", "m/status": "in_progress"})
    register.save("q3", "response", {"m/round": "R2", "m/respondent": "e1", "m/status": "new"})

    assert {row.id for row in page_enterprises(register, query).rows} == ids
    assert count_enterprises(register, query) == len(ids)


def test_an_enterprise_with_two_questionnaires_stands_in_the_list_once(register):
    for response in ("q1", "q2"):
        register.save(response, "response", {"m/round": "R1", "m/respondent": "e1", "m/status": response})

    rows = page_enterprises(register, EnterpriseQuery(round="R1", area="W1-1")).rows

    assert [(row.id, row.response_status) for row in rows] == [("e1", "q1"), ("e2", "")]


def test_pages_follow_each_other_without_gap_or_repetition(store):
    store.save_many(edit(f"e{number:03}", {"name": f"Name {number % 7}"}) for number in range(95))
    seen, after, pages = [], None, 0
    while pages == 0 or after is not None:
        page = page_enterprises(store, EnterpriseQuery(), after=after, limit=10)
        seen += page.rows
        after, pages = page.next, pages + 1

    assert pages == 10
    assert len({row.id for row in seen}) == 95
    assert all((sort_key(a.name), a.id) < (sort_key(b.name), b.id) for a, b in pairwise(seen))


def test_a_page_that_ends_the_list_has_no_next(store):
    store.save_many(edit(f"e{number}", {"name": "A"}) for number in range(10))

    assert page_enterprises(store, EnterpriseQuery(), limit=10).next is None


def test_a_changed_enterprise_is_found_by_its_new_words_only(register):
    register.save("e1", "enterprise", {"m/name": "Sông Hinh"})

    assert found(register, "song hinh") == {"e1"}
    assert found(register, "dong da") == set()


def test_a_deleted_enterprise_is_in_no_list_until_it_is_brought_back(register):
    register.save("e1", "enterprise", {"_del": True}, act="delete")
    assert found(register, "dong da") == set()
    assert count_enterprises(register, EnterpriseQuery(search="dong da")) == 0
    assert count_enterprises(register, EnterpriseQuery()) == 4
    assert "e1" not in {unit.id for unit in frame(register)}

    register.save("e1", "enterprise", {"_del": False}, act="restore")
    assert found(register, "dong da") == {"e1"}


def test_search_is_the_same_after_a_rebuild(register):
    register.save("e1", "enterprise", {"_del": True}, act="delete")
    register.rebuild()

    assert found(register, "duong") == {"e4", "e5"}
    for word, count in (("duong", 2), ("dong", 0), ("hop tac", 1), ("ca phe", 1)):
        assert count_enterprises(register, EnterpriseQuery(search=word)) == count


def test_the_frame_is_the_whole_register(register):
    assert FrameUnit("e4", "", "W2-1", "D643-1", "micro", "active") in [*frame(register)]
    assert [unit.id for unit in frame(register)] == sorted(COMPANIES)


def test_values_that_are_no_text_do_not_break_the_list(register):
    register.save("e1", "enterprise", {"m/name": None, "m/phone": 905})

    assert [
        row.name
        for row in page_enterprises(register, EnterpriseQuery(search="6000123454")).rows
        if row.id == "e1"
    ] == [""]


@pytest.fixture(scope="module")
def full_register(tmp_path_factory):
    """A store whose names are made of few words, so that most searches have many hits."""
    words = ("đại", "đạt", "an", "ánh", "b", "bình", "công", "côngty")
    with Store.create(tmp_path_factory.mktemp("full") / "store") as store:
        store.save_many(
            edit(f"e{number:04}", {"name": f"{words[number % 8]} {words[number // 8 % 8]} {number}"})
            for number in range(600)
        )
        yield store


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["d", "da", "dai", "an", "b", "cong", "congty", "1", "12", "59"]),
        min_size=1,
        max_size=3,
    )
)
def test_sparse_and_dense_searches_find_the_same(full_register, words):
    query = EnterpriseQuery(search=" ".join(words))
    indexed = page_enterprises(full_register, query, limit=1_000).rows
    most = search.SPARSE
    search.SPARSE = 0
    try:
        walked = page_enterprises(full_register, query, limit=1_000).rows
    finally:
        search.SPARSE = most

    assert indexed == walked

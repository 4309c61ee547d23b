"""The way through a questionnaire: sections, order, what is missing, what is wrong."""

from __future__ import annotations

import pytest

from digiplan_desktop.forms.compilation import load_form
from digiplan_desktop.forms.library import form_path
from digiplan_desktop.forms.session import Session
from digiplan_desktop.ui.entry_outline import Outline, split_number
from tests.helpers.forms import form_of

KNOWN = {"q/ent_name": "Công ty A", "q/mst": "6000123450"}


@pytest.fixture
def session() -> Session:
    return Session(load_form(form_path("dn01")), KNOWN)


def name_of(ref: str | None) -> str:
    return (ref or "").rpartition("/")[2]


def answer(session: Session, outline: Outline, name: str, text: str) -> bool:
    return outline.update(session.answer(name, text))


def test_sections_are_the_groups_that_apply_now(session: Session) -> None:
    outline = Outline(session)
    assert [section.code for section in outline.sections] == ["A", "K"]
    assert answer(session, outline, "status", "1")
    assert [section.code for section in outline.sections] == list("ABCDEFGHIJK")
    assert outline.sections[1].title == "Quy mô doanh nghiệp"


def test_computed_values_are_not_asked(session: Session) -> None:
    names = {name_of(ref) for ref in Outline(session).order}
    assert "size_class" not in names
    assert "start" not in names
    assert {"ent_name", "mst", "status"} <= names


def test_an_answer_that_moves_nothing_only_changes_its_state(session: Session) -> None:
    outline = Outline(session)
    answer(session, outline, "status", "1")
    assert not answer(session, outline, "emp", "12")
    ref = next(ref for ref in outline.order if name_of(ref) == "emp")
    state = outline.state(ref)
    assert state is not None
    assert state.value == "12"
    assert ref not in outline.missing


def test_it_goes_on_with_the_first_open_question(session: Session) -> None:
    outline = Outline(session)
    assert name_of(outline.first_open()) == "status"
    answer(session, outline, "status", "2")
    answer(session, outline, "commune", "24373")
    answer(session, outline, "address", "12 Nguyễn Tất Thành")
    assert name_of(outline.first_open()) == "phone"
    answer(session, outline, "commune", "")
    assert name_of(outline.first_open()) == "commune"


def test_problems_come_before_what_is_missing(session: Session) -> None:
    outline = Outline(session)
    answer(session, outline, "status", "1")
    assert name_of(outline.next_problem("")) == "legal_form"
    answer(session, outline, "emp", "10")
    answer(session, outline, "emp_f", "11")
    answer(session, outline, "emp_si", "50")
    assert [name_of(ref) for ref in outline.errors] == ["emp_f"]
    assert [name_of(ref) for ref in outline.doubts] == ["emp_si"]
    first = outline.next_problem("")
    assert name_of(first) == "emp_f"
    second = outline.next_problem(first or "")
    assert name_of(second) == "emp_si"
    assert name_of(outline.next_problem(second or "")) == "emp_f"
    assert [outline.section_state(index) for index in (0, 1, 2)] == ["todo", "error", "todo"]


def test_a_question_is_found_by_its_number_name_or_place(session: Session) -> None:
    outline = Outline(session)
    answer(session, outline, "status", "1")
    assert name_of(outline.find_number("C8")) == "f_acct"
    assert name_of(outline.find_number("emp")) == "emp"
    assert name_of(outline.find_number("2")) == "mst"
    assert outline.find_number("C77") is None
    assert outline.find_number("") is None


def test_questions_outside_groups_inner_groups_and_members_of_a_repeat_have_their_place() -> None:
    session = Session(
        form_of("""
        | type           | name  | label        | readonly | calculation |
        | note           | hello | Welcome      |          |             |
        | text           | who   | Who answers? |          |             |
        | begin_group    | home  | A. Household |          |             |
        | begin_group    | inner | Address      |          |             |
        | text           | road  | A1. Street   |          |             |
        | end_group      |       |              |          |             |
        | integer        | n     | A2. Persons  |          |             |
        | integer        | twice | A3. Twice    | yes      | ${n} * 2    |
        | end_group      |       |              |          |             |
        | begin_repeat   | rep   | Member       |          |             |
        | text           | m     | B1. Name     |          |             |
        | end_repeat     |       |              |          |             |
        | text           | last  | C1. Anything |          |             |
        | settings |
        | form_id |
        | odd |
        """)
    )
    outline = Outline(session)
    sections = [(part.code, part.title, [name_of(ref) for ref in part.refs]) for part in outline.sections]
    assert sections == [
        ("1", "", ["hello", "who"]),
        ("A", "Household", ["inner", "road", "n", "twice"]),
        ("3", "Member", ["m"]),
        ("4", "", ["last"]),
    ]
    assert [name_of(ref) for ref in outline.order] == ["who", "road", "n", "m", "last"]
    answer(session, outline, "n", "4")
    computed = outline.state(session.node("twice").ref)
    assert computed is not None
    assert computed.value == "8"


@pytest.mark.parametrize(
    ("label", "number", "words"),
    [
        ("C8. Mức độ dùng", "C8", "Mức độ dùng"),
        ("12) Tuổi", "12", "Tuổi"),
        ("1.2. Tên", "1.2", "Tên"),
        ("Tên doanh nghiệp", "", "Tên doanh nghiệp"),
        ("COVID-19 có ảnh hưởng?", "", "COVID-19 có ảnh hưởng?"),
    ],
)
def test_the_number_of_a_question_is_split_from_its_words(label: str, number: str, words: str) -> None:
    assert split_number(label) == (number, words)

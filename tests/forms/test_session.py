# ruff: noqa: E501  a row of a table is one line
"""What a person who fills a form meets: questions that come and go, rules, checks, languages, saving."""

from __future__ import annotations

import pytest

from digiplan_desktop.errors import AnswerRefused, QuestionUnknown
from digiplan_desktop.forms.session import Session
from tests.helpers.forms import form_of
from tests.helpers.scenario import Scenario

VISIT = """
| type            | name   | label::Tiếng Việt (vi) | label::English (en) | relevant      | required | constraint   | constraint_message::Tiếng Việt (vi) | constraint_message::English (en) | calculation |
| text            | who    | Tên                    | Name                |               | yes      |              |                                     |                                  |             |
| select_one sex  | sex    | Giới tính              | Sex                 |               |          |              |                                     |                                  |             |
| begin_group     | g      | Thai sản               | Pregnancy           | ${sex} = 'f'  |          |              |                                     |                                  |             |
| integer         | visits | Lần khám của ${who}    | Visits of ${who}    |               | yes      | . <= 20      | Tối đa 20.                          | At most 20.                      |             |
| calculate       | twice  |                        |                     |               |          |              |                                     |                                  | ${visits} * 2 |
| end_group       |        |                        |                     |               |          |              |                                     |                                  |             |
| choices |
| list_name | name | label::Tiếng Việt (vi) | label::English (en) |
| sex       | f    | Nữ                     | Woman               |
| sex       | m    | Nam                    | Man                 |
| settings |
| form_id | version | default_language |
| visit   | 1       | Tiếng Việt (vi)  |
"""

TOOLS = """
| type                 | name  | label | constraint             | constraint_message |
| select_multiple tool | tools | Tools | count-selected(.) <= 2 | Two at most        |
| integer              | staff | Staff |                        |                    |
| decimal              | pay   | Pay   |                        |                    |
| date                 | since | Since | . <= today()           | Not in the future  |
| choices |
| list_name | name  | label |
| tool      | none  | None  |
| tool      | crm   | CRM   |
| tool      | shop  | Shop  |
| soft_checks |
| name       | relevant to | expression                                                       | message::Tiếng Việt (vi) | message::English (en) | level   |
| none_alone | tools       | not(selected(${tools}, 'none')) or count-selected(${tools}) = 1 | Không có thì thôi.       | None stands alone.    | warning |
| many       | staff       | ${staff} < 1000                                                  | Nhiều quá?               | That many?            | note    |
"""


def test_a_group_is_shown_only_while_it_is_relevant():
    Scenario(VISIT).hides("visits").answer("sex", "f").shows("g", "visits").answer("sex", "m").hides(
        "g", "visits"
    )


def test_a_hidden_answer_leaves_the_result_but_is_not_forgotten():
    scenario = Scenario(VISIT).answers(who="Lan", sex="f", visits="3").holds(visits="3", twice="6")
    scenario.answer("sex", "m").submits(who="Lan", sex="m")
    scenario.answer("sex", "f").holds(visits="3", twice="6")


def test_required_questions_are_missing_only_while_they_are_relevant():
    Scenario(VISIT).violates(who="required").answer("who", "Lan").violates().answer("sex", "f").violates(
        visits="required"
    )


def test_a_constraint_is_not_asked_of_an_empty_answer():
    scenario = Scenario(VISIT).answers(who="Lan", sex="f", visits="21").violates(visits="constraint")
    assert scenario.session.violations()[0].message == "Tối đa 20."
    scenario.answer("visits", "").violates(visits="required")


def test_a_text_that_is_no_number_is_kept_and_reported():
    scenario = Scenario(VISIT).answers(who="Lan", sex="f", visits="abc").violates(visits="type")
    assert scenario.session.node("visits").value == "abc"


def test_labels_come_in_the_session_language_with_their_outputs():
    session = Scenario(VISIT).answers(who="Lan", sex="f").session
    assert session.node("visits").label == "Lần khám của Lan"
    session.language = "en"
    assert session.node("visits").label == "Visits of Lan"
    assert [choice.label for choice in session.choices("sex")] == ["Woman", "Man"]


def test_an_answer_tells_what_looks_different():
    session = Scenario(VISIT).session
    assert {"/data/sex", "/data/g", "/data/g/visits"} <= session.answer("sex", "f")
    assert "/data/g/visits" in session.answer("who", "Lan")
    assert session.answer("who", "Lan") == frozenset()


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("staff", "007", "7"),
        ("staff", "1.234.567", "1234567"),
        ("staff", " 12 ", "12"),
        ("pay", "12,5", "12.5"),
        ("pay", "1.234", "1.234"),
        ("pay", "1.234,50", "1234.5"),
        ("since", "5/3/2024", "2024-03-05"),
        ("since", "05/03/24", "2024-03-05"),
        ("since", "2024-3-5", "2024-03-05"),
        ("tools", "shop crm shop", "crm shop"),
    ],
)
def test_what_is_typed_is_stored_in_one_form(name: str, typed: str, stored: str):
    Scenario(TOOLS).answer(name, typed).submits(**{name: stored})


@pytest.mark.parametrize(
    ("name", "typed"), [("staff", "1.5"), ("staff", "1.234"), ("since", "31/2/2024"), ("pay", "1,2,3")]
)
def test_what_cannot_be_read_is_a_violation_of_type(name: str, typed: str):
    Scenario(TOOLS).answer(name, typed).violates(**{name: "type"})


def test_text_is_stored_composed():
    Scenario(VISIT).answer("who", "Hiê\u0323p").submits(who="Hiệp")


def test_control_characters_are_refused_and_nothing_changes():
    scenario = Scenario(VISIT)
    with pytest.raises(AnswerRefused) as caught:
        scenario.session.answer("who", "a\x00b")
    assert caught.value.reason == "control_characters"
    scenario.submits()


def test_an_unknown_question_is_named():
    with pytest.raises(QuestionUnknown):
        Scenario(VISIT).session.answer("nobody", "1")


def test_a_choice_that_is_not_offered_is_a_violation():
    Scenario(VISIT).answers(who="Lan", sex="x").violates(sex="choice")


def test_a_failing_soft_check_asks_for_a_reason_and_then_lets_go():
    scenario = Scenario(TOOLS).answer("tools", "none crm").warns("none_alone")
    assert not scenario.session.complete()
    scenario.confirms("none_alone", "Đã hỏi lại")
    assert scenario.session.warnings()[0].reason == "Đã hỏi lại"
    assert scenario.session.complete()
    scenario.answer("tools", "crm").warns()


def test_a_note_needs_no_reason():
    scenario = Scenario(TOOLS).answer("staff", "5000").warns("many")
    assert scenario.session.complete()


def test_a_soft_check_speaks_the_language_of_the_session():
    assert (
        Scenario(TOOLS, language="en").answer("staff", "5000").session.warnings()[0].message == "That many?"
    )


def test_opening_a_response_writes_nothing():
    assert Scenario(VISIT).session.writes() == {}


def test_the_write_set_holds_what_changed_since_it_was_saved():
    session = Scenario(TOOLS).answers(staff="5", tools="crm shop").session
    writes = session.writes()
    assert writes == {"q/staff": "5", "q/tools/crm": True, "q/tools/shop": True}
    session.mark_saved(writes)
    assert session.writes() == {}
    session.answer("tools", "crm")
    session.answer("staff", "")
    assert session.writes() == {"q/tools/shop": False, "q/staff": ""}


def test_a_reason_travels_with_the_answers():
    scenario = Scenario(TOOLS).answer("tools", "none crm").confirms("none_alone", "vâng")
    assert scenario.session.writes()["c/none_alone"] == "vâng"
    assert scenario.reopened().session.warnings()[0].reason == "vâng"


def test_calculations_are_derived_and_never_written():
    scenario = Scenario(VISIT).answers(who="Lan", sex="f", visits="3")
    assert "q/twice" not in scenario.session.writes()
    scenario.reopened().holds(twice="6")


def test_answers_of_another_version_of_the_form_are_kept():
    scenario = Scenario(VISIT, {"q/who": "Lan", "q/gone": "x", "m/round": "r1"})
    scenario.answer("sex", "m")
    assert scenario.session.writes() == {"q/sex": "m"}
    assert scenario.session.unknown == {"q/gone": "x"}


def test_everything_comes_back_as_it_was_saved():
    filled = Scenario(TOOLS).answers(tools="shop crm", staff="12", pay="1,5", since="1/1/2020")
    assert filled.reopened().session.values() == filled.session.values()


def test_today_is_the_clock_of_the_session():
    Scenario(TOOLS).answer("since", "23/11/2026").violates().answer("since", "25/11/2026").violates(
        since="constraint"
    )


def test_a_session_of_another_language_falls_back_to_the_default():
    assert Session(form_of(VISIT), language="fr").node("who").label == "Tên"

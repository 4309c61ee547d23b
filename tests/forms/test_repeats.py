"""Repeats as people and stores see them: adding, removing, nesting, saving."""

from __future__ import annotations

import pytest

from digiplan_desktop.errors import AnswerRefused, QuestionUnknown
from digiplan_desktop.forms.session import Session
from tests.helpers.forms import form_of
from tests.helpers.scenario import Scenario

NESTED = """
| type                | name   | label          | calculation       | repeat_count |
| begin_repeat        | site   | Site           |                   |              |
| text                | town   | Town           |                   |              |
| select_multiple use | uses   | Uses in ${town}|                   |              |
| begin_repeat        | worker | Worker         |                   |              |
| integer             | age    | Age            |                   |              |
| end_repeat          |        |                |                   |              |
| calculate           | oldest |                | max(${age})       |              |
| end_repeat          |        |                |                   |              |
| calculate           | sites  |                | count(${site})    |              |
| integer             | n      | N              |                   |              |
| begin_repeat        | child  | Child          |                   | ${n}         |
| text                | first  | First name     |                   |              |
| end_repeat          |        |                |                   |              |
| choices |
| list_name | name | label |
| use       | a    | A     |
| use       | b    | B     |
"""


def test_instances_are_added_and_removed_at_any_depth():
    session = Scenario(NESTED).session
    assert session.values()["sites"] == "1"
    assert "/data/site[2]/town" in session.add_repeat("site")
    session.add_repeat("/data/site[2]/worker")
    session.add_repeat("/data/site[2]/worker")
    session.answer("/data/site[2]/worker[2]/age", "40")
    session.answer("/data/site[2]/worker[1]/age", "30")
    session.answer("/data/site[1]/worker[1]/age", "20")
    values = session.values()
    assert (values["sites"], values["site[1]/oldest"], values["site[2]/oldest"]) == ("2", "20", "40")
    session.remove_repeat("/data/site[2]/worker[2]")
    assert session.values()["site[2]/oldest"] == "30"
    session.remove_repeat("/data/site[1]")
    assert session.values()["site[1]/oldest"] == "30"


def test_nested_instances_come_back_from_the_store():
    session = Scenario(NESTED).session
    session.add_repeat("site")
    session.answer("/data/site[2]/town", "Ea Kao")
    session.answer("/data/site[2]/uses", "b a")
    session.add_repeat("/data/site[2]/worker")
    session.answer("/data/site[2]/worker[1]/age", "40")
    session.answer("n", "2")
    session.answer("/data/child[2]/first", "Y Wan")
    writes = session.writes()
    again = Session(form_of(NESTED), writes)
    assert again.values() == session.values()
    assert again.unknown == {}
    assert again.writes() == {}


def test_a_removed_instance_is_written_as_removed():
    session = Scenario(NESTED).session
    session.answer("/data/site[1]/town", "Ea Kao")
    session.mark_saved(session.writes())
    session.remove_repeat("/data/site[1]")
    writes = session.writes()
    assert writes["q/site/0000"] is False
    assert "site[1]/town" not in Session(form_of(NESTED), {**session._saved, **writes}).values()


def test_two_people_who_add_an_instance_add_two():
    first, second = Scenario(NESTED).session, Scenario(NESTED).session
    for session, town in ((first, "Ea Kao"), (second, "Ea Tu")):
        session.add_repeat("site")
        session.answer("/data/site[2]/town", town)
    merged = Session(form_of(NESTED), {**first.writes(), **second.writes()})
    assert [merged.values()[f"site[{place}]/town"] for place in (2, 3)] == ["Ea Kao", "Ea Tu"]


def test_a_counted_repeat_follows_its_count_and_not_the_user():
    session = Scenario(NESTED).session
    session.answer("n", "3")
    assert {"child[1]/first", "child[2]/first", "child[3]/first"} <= set(session.values())
    session.answer("n", "1")
    assert "child[2]/first" not in session.values()
    for deed in (lambda: session.add_repeat("child"), lambda: session.remove_repeat("/data/child[1]")):
        with pytest.raises(AnswerRefused):
            deed()


def test_an_absurd_count_is_bounded():
    session = Scenario(NESTED).answer("n", "999999").session
    assert sum(name.endswith("/first") for name in session.values()) == 1000


@pytest.mark.parametrize("ref", ["nothing", "n", "/data/ghost"])
def test_only_a_repeat_can_be_repeated(ref: str):
    with pytest.raises(QuestionUnknown):
        Scenario(NESTED).session.add_repeat(ref)


def test_a_repeat_is_shown_as_a_heading_for_each_instance():
    session = Scenario(NESTED).session
    session.answer("town", "Ea Kao")
    shown = [(node.ref, node.kind, node.label) for node in session.nodes()]
    assert shown[:3] == [
        ("/data/site[1]", "repeat", "Site"),
        ("/data/site[1]/town", "question", "Town"),
        ("/data/site[1]/uses", "question", "Uses in Ea Kao"),
    ]

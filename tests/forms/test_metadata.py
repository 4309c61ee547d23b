"""What a form records by itself: start, end, day, device, person."""

from __future__ import annotations

from datetime import UTC, datetime

from digiplan_desktop.forms.session import Session
from tests.helpers.forms import form_of

FORM = """
| type     | name     | label | default | readonly | calculation        |
| start    | start    |       |         |          |                    |
| end      | end      |       |         |          |                    |
| today    | today    |       |         |          |                    |
| deviceid | deviceid |       |         |          |                    |
| username | username |       |         |          |                    |
| text     | a        | A     | first   |          |                    |
| date     | d        | D     | today() |          |                    |
| text     | fixed    | Fixed |         | yes      | concat(${a}, '!')  |
| note     | n        | Read! |         |          |                    |
"""


def at(hour: int) -> datetime:
    return datetime(2026, 11, 23, hour, 0, tzinfo=UTC)


def test_metadata_and_defaults_are_written_with_the_first_answer():
    session = Session(form_of(FORM), now=lambda: at(8), metadata={"deviceid": "laptop-1", "username": "Hoa"})
    assert session.writes() == {}
    session.answer("a", "mới")
    writes = session.writes()
    assert (writes["q/deviceid"], writes["q/username"], writes["q/a"]) == ("laptop-1", "Hoa", "mới")
    assert writes["q/today"] == writes["q/d"] == "2026-11-23"
    assert writes["q/start"].startswith("2026-11-23T")
    assert "q/end" not in writes


def test_the_start_of_a_response_is_kept_when_it_is_opened_again():
    session = Session(form_of(FORM), now=lambda: at(8))
    session.answer("a", "x")
    again = Session(form_of(FORM), session.writes(), now=lambda: at(15))
    assert again.values()["start"] == session.values()["start"]
    assert again.writes() == {}


def test_the_end_is_noted_when_the_response_is_finished():
    session = Session(form_of(FORM), now=lambda: at(9))
    session.finish()
    assert session.writes()["q/end"].startswith("2026-11-23T")


def test_a_default_that_was_cleared_stays_cleared():
    session = Session(form_of(FORM), now=lambda: at(8))
    session.answer("a", "")
    assert Session(form_of(FORM), session.writes()).values()["a"] == ""


def test_a_calculation_that_is_shown_is_read_only_and_follows():
    session = Session(form_of(FORM), now=lambda: at(8))
    node = session.node("fixed")
    assert (node.value, node.readonly, node.type) == ("first!", True, "text")
    session.answer("a", "b")
    assert session.node("fixed").value == "b!"
    assert session.node("n").type == "note"

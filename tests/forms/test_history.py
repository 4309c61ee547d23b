"""What was done can be taken back, with everything that followed from it, and done again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from digiplan_desktop.forms.session import Session
from tests.helpers.scenario import Scenario

HOUSEHOLD = """
| type          | name    | label    | relevant       | calculation         | constraint | repeat_count | default |
| integer       | size    | Size     |                |                     | . < 20     |              |         |
| text          | why     | Why      | ${size} > 5    |                     |            |              |         |
| calculate     | twice   |          |                | ${size} * 2         |            |              |         |
| begin_repeat  | member  | Member   |                |                     |            | ${size}      |         |
| text          | called  | Called   |                |                     |            |              | N.      |
| end_repeat    |         |          |                |                     |            |              |         |
| begin_repeat  | plot    | Plot     |                |                     |            |              |         |
| decimal       | area    | Area     |                |                     |            |              | 0       |
| calculate     | double  |          |                | ${area} * 2         |            |              |         |
| end_repeat    |         |          |                |                     |            |              |         |
| calculate     | land    |          |                | sum(${area})        |            |              |         |
| text          | note_it | Note it  | ${land} > 10   |                     |            |              |         |
| soft_checks |
| name  | relevant to | expression  | message::English (en) | level   |
| large | size        | ${size} < 9 | Sure?                 | warning |
"""


def session() -> Session:
    return Scenario(HOUSEHOLD).session


def test_an_answer_is_taken_back_with_what_followed_from_it():
    scenario = Scenario(HOUSEHOLD).answers(size="3").answers(size="7").shows("why").holds(twice="14")
    changed = scenario.session.undo()
    assert {"/data/size", "/data/twice", "/data/why"} <= changed
    scenario.hides("why").holds(size="3", twice="6")
    scenario.session.redo()
    scenario.shows("why").holds(size="7", twice="14")


def test_a_violation_goes_with_its_answer():
    scenario = Scenario(HOUSEHOLD).answers(size="30").violates(size="constraint")
    scenario.session.undo()
    scenario.violates()
    scenario.session.redo()
    scenario.violates(size="constraint")


def test_members_that_a_smaller_count_took_away_come_back_as_they_were():
    scenario = Scenario(HOUSEHOLD).answers(size="2")
    scenario.session.answer("/data/member[2]/called", "Hoa")
    scenario.answers(size="1")
    scenario.session.undo()
    assert scenario.session.node("/data/member[2]/called").value == "Hoa"


def test_an_added_and_a_removed_plot_are_taken_back():
    scenario = Scenario(HOUSEHOLD)
    scenario.session.answer("/data/plot[1]/area", "4")
    scenario.session.add_repeat("plot")
    scenario.session.answer("/data/plot[2]/area", "8")
    scenario.shows("note_it").holds(land="12")
    scenario.session.remove_repeat("/data/plot[1]")
    scenario.hides("note_it").holds(land="8")
    scenario.session.undo()
    scenario.shows("note_it").holds(land="12")
    scenario.session.undo()
    scenario.session.undo()
    scenario.holds(land="4")
    assert sum(node.name == "plot" for node in scenario.session.nodes()) == 1


def test_a_confirmation_is_taken_back():
    scenario = Scenario(HOUSEHOLD).answers(size="12").confirms("large", "counted twice")
    assert scenario.session.undo() == {"/data/size"}
    assert [warning.reason for warning in scenario.session.warnings()] == [""]
    scenario.session.redo()
    assert [warning.reason for warning in scenario.session.warnings()] == ["counted twice"]


def test_a_new_deed_ends_what_could_be_redone():
    scenario = Scenario(HOUSEHOLD).answers(size="1").answers(size="2")
    scenario.session.undo()
    assert scenario.session.can_redo
    scenario.answers(size="3")
    assert not scenario.session.can_redo
    assert scenario.session.redo() == frozenset()
    scenario.holds(size="3")


def test_nothing_done_is_nothing_to_take_back():
    opened = session()
    assert not opened.can_undo
    assert opened.undo() == frozenset()
    opened.answer("size", "")
    assert not opened.can_undo


def test_what_was_taken_back_is_written_as_it_is_now():
    scenario = Scenario(HOUSEHOLD).answers(size="4")
    scenario.session.mark_saved(scenario.session.writes())
    scenario.session.undo()
    assert scenario.session.writes()["q/size"] == ""


def snapshot(opened: Session) -> object:
    return opened.nodes(), dict(opened.values()), opened.violations(), opened.warnings()


deeds = st.lists(
    st.one_of(
        st.tuples(st.just("size"), st.sampled_from(["", "0", "1", "3", "6", "25", "x"])),
        st.tuples(st.just("area"), st.sampled_from(["", "2", "11"])),
        st.tuples(st.just("called"), st.sampled_from(["An", "Ba"])),
        st.tuples(st.just("add"), st.just("")),
        st.tuples(st.just("remove"), st.just("")),
    ),
    max_size=12,
)


def do(opened: Session, name: str, text: str) -> None:
    repeat = {"area": "/data/plot[1]/area", "called": "/data/member[1]/called"}.get(name, name)
    plots = sum(node.name == "plot" for node in opened.nodes())
    members = sum(node.name == "member" for node in opened.nodes())
    if name == "add":
        opened.add_repeat("plot")
    elif name == "remove" and plots:
        opened.remove_repeat("/data/plot[1]")
    elif name == "size" or (name == "area" and plots) or (name == "called" and members):
        opened.answer(repeat, text)


@settings(max_examples=60, deadline=None)
@given(deeds)
def test_every_state_is_met_again_on_the_way_back_and_forth(steps: list[tuple[str, str]]):
    opened = session()
    states = [snapshot(opened)]
    for name, text in steps:
        before = opened._history._done.copy()
        do(opened, name, text)
        if opened._history._done != before:
            states.append(snapshot(opened))
    for state in reversed(states[:-1]):
        opened.undo()
        assert snapshot(opened) == state
    for state in states[1:]:
        opened.redo()
        assert snapshot(opened) == state

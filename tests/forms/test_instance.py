# ruff: noqa: E501  a row of a table is one line
"""The heart of the engine: running only what a change touches gives what running everything gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from digiplan_desktop.forms.library import shipped_form
from digiplan_desktop.forms.session import Session
from tests.helpers.forms import form_of
from tests.helpers.scenario import Scenario

RULES = """
| type         | name  | label        | relevant             | calculation                     | required    | readonly   | constraint    | repeat_count | choice_filter   |
| integer      | n     | N            |                      |                                 |             |            | . >= 0        |              |                 |
| integer      | m     | M            | ${n} > 2             |                                 | ${n} > 5    |            | . <= ${n}     |              |                 |
| begin_group  | g     | G            | ${m} != '' or ${n} = 1 |                               |             |            |               |              |                 |
| integer      | p     | P            |                      |                                 |             | ${m} = 3   |               |              |                 |
| calculate    | s     |              |                      | coalesce(${n}, 0) + coalesce(${m}, 0) + coalesce(${p}, 0) |  |  |               |              |                 |
| begin_group  | h     | H            | ${s} mod 2 = 0       |                                 |             |            |               |              |                 |
| text         | q     | Q of ${s}    |                      |                                 | true()      |            |               |              |                 |
| calculate    | len   |              |                      | string-length(${q}) * ${s}      |             |            |               |              |                 |
| end_group    |       |              |                      |                                 |             |            |               |              |                 |
| end_group    |       |              |                      |                                 |             |            |               |              |                 |
| select_one a | kind  | Kind         |                      |                                 |             |            |               |              |                 |
| select_one b | sort  | Sort         | ${kind} != ''        |                                 |             |            |               |              | group = ${kind} |
| calculate    | total |              |                      | ${len} + ${s} + count-selected(${kind}) |     |            |               |              |                 |
| begin_repeat | r     | R            | ${n} < 9             |                                 |             |            |               |              |                 |
| integer      | x     | X            |                      |                                 |             |            | . < ${n}      |              |                 |
| calculate    | y     |              |                      | ${x} * 2 + ${n} + position(..)  |             |            |               |              |                 |
| end_repeat   |       |              |                      |                                 |             |            |               |              |                 |
| calculate    | sum   |              |                      | sum(${y}) + count(${r})         |             |            |               |              |                 |
| choices |
| list_name | name | label | group |
| a         | u    | U     |       |
| a         | v    | V     |       |
| b         | u1   | U1    | u     |
| b         | u2   | U2    | u     |
| b         | v1   | V1    | v     |
"""

NAMES = st.sampled_from(["n", "m", "p", "q", "kind", "sort", "/data/r[1]/x", "/data/r[2]/x"])
TEXTS = st.sampled_from(["", "0", "1", "2", "3", "4", "6", "9", "12", "u", "v", "u1", "v1", "bảy"])
DEEDS = st.lists(
    st.one_of(st.tuples(NAMES, TEXTS), st.sampled_from([("add", ""), ("remove", "")])),
    min_size=1,
    max_size=25,
)


def state(session: Session) -> object:
    nodes = [(n.ref, n.value, n.required, n.readonly, n.label, n.violation) for n in session.nodes()]
    return nodes, dict(session.values())


def perform(session: Session, name: str, text: str) -> None:
    refs = {node.ref for node in session.nodes()}
    if name == "add":
        session.add_repeat("r")
    elif name == "remove" and "/data/r[1]" in refs:
        session.remove_repeat("/data/r[1]")
    elif (name in session.form.model.by_key or name in refs) and not session.node(name).readonly:
        session.answer(name, text)


@settings(max_examples=120, deadline=None)
@given(DEEDS)
def test_running_what_changed_gives_what_running_everything_gives(deeds: list[tuple[str, str]]):
    session = Session(form_of(RULES))
    for name, text in deeds:
        perform(session, name, text)
    before = state(session)
    session._instance.compute_all()
    assert state(session) == before


@settings(max_examples=60, deadline=None)
@given(DEEDS)
def test_a_response_saved_and_opened_again_is_the_same(deeds: list[tuple[str, str]]):
    session = Session(form_of(RULES))
    for name, text in deeds:
        perform(session, name, text)
    again = Session(form_of(RULES), session.writes())
    assert again.values() == session.values()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_shipped_form_agrees_too(data: st.DataObject):
    session = Session(shipped_form("dn01"))
    session.answer("status", "1")
    for _ in range(data.draw(st.integers(1, 20))):
        node = data.draw(st.sampled_from([node for node in session.nodes() if node.kind == "question"]))
        choices = [choice.value for choice in session.choices(node.ref)]
        texts = (
            st.sampled_from(choices)
            if choices
            else st.sampled_from(["", "0", "5", "80", "6000123450", "1/1/2024"])
        )
        session.answer(node.ref, data.draw(texts))
    before = state(session)
    session._instance.compute_all()
    assert state(session) == before


def test_an_answer_inside_a_repeat_touches_its_own_instance_only():
    scenario = Scenario(RULES).answer("n", "5")
    scenario.session.add_repeat("r")
    scenario.session.answer("/data/r[1]/x", "3")
    assert scenario.session.answer("/data/r[2]/x", "1") >= {"/data/r[2]/x", "/data/r[2]/y"}
    values = scenario.session.values()
    assert (values["r[1]/y"], values["r[2]/y"], values["sum"]) == ("12", "9", "23")


def test_what_a_filter_offers_follows_the_answer_it_reads():
    Scenario(RULES).answer("kind", "u").offers("sort", "u1", "u2").answer("kind", "v").offers("sort", "v1")


def test_removing_an_instance_moves_the_others_up():
    session = Scenario(RULES).answer("n", "5").session
    session.add_repeat("r")
    session.answer("/data/r[1]/x", "1")
    session.answer("/data/r[2]/x", "2")
    session.remove_repeat("/data/r[1]")
    assert session.values()["r[1]/x"] == "2"
    assert session.values()["r[1]/y"] == "10"


GROWING = """
| type         | name | label | calculation                                        | repeat_count |
| calculate    | want |       | count(${r}) + if(count(${r}) = 0 or ${LAST} = 'y', 1, 0) |              |
| begin_repeat | r    | R     |                                                    | ${want}      |
| text         | more | More? |                                                    |              |
| end_repeat   |      |       |                                                    |              |
"""


def test_a_repeat_may_grow_for_as_long_as_its_last_instance_says_so():
    session = Scenario(GROWING.replace("${LAST}", "${r}[last()]/more")).session
    assert [node.ref for node in session.nodes()] == ["/data/r[1]", "/data/r[1]/more"]
    session.answer("/data/r[1]/more", "y")
    assert "/data/r[2]/more" in {node.ref for node in session.nodes()}
    session.answer("/data/r[2]/more", "n")
    assert len(session.nodes()) == 4


def test_a_repeat_that_would_grow_for_ever_stops():
    session = Scenario(GROWING.replace("${LAST}", "'y'")).session
    assert 1 < len(session.nodes()) < 200

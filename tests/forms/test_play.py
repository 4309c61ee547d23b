# ruff: noqa: E501  an XForm is easier to read in long lines
"""The two headless clients: forms filled by a script, expressions evaluated one by one."""

from __future__ import annotations

import pytest

from digiplan_desktop.forms.evaluation import evaluate_questions
from digiplan_desktop.forms.library import form_path
from digiplan_desktop.forms.play import StepImpossible, play_batch, play_file

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model><instance><data id="t"><n>1</n>
<rep jr:template=""><x/></rep><sum/><when/></data></instance>
<bind nodeset="/data/n" type="int" required="true()" constraint=". &lt; 10"/><bind nodeset="/data/rep" relevant="/data/n &gt; 0"/>
<bind nodeset="/data/rep/x" type="int"/><bind nodeset="/data/sum" calculate="sum(/data/rep/x) + /data/n"/></model></h:head>
<h:body><input ref="/data/n"><label>N</label><setvalue event="xforms-value-changed" ref="/data/when" value="concat('n', /data/n)"/></input>
<group ref="/data/rep"><label>R</label><repeat nodeset="/data/rep"><input ref="/data/rep/x"/>
<setvalue event="odk-new-repeat" ref="/data/rep/x">5</setvalue></repeat></group></h:body></h:html>"""


def play(*steps: dict[str, object]) -> list[dict[str, dict[str, object]]]:
    (answer,) = play_batch(
        {"forms": {"f": FORM}, "scenarios": [{"id": 1, "form": "f", "steps": list(steps)}]}
    )["scenarios"]
    assert answer["id"] == 1
    return answer["states"]


def test_every_step_gives_the_state_of_every_node():
    first, second, third = play(
        {"op": "add_repeat", "ref": "/data/rep"}, {"op": "set", "ref": "/data/n", "value": "12"}
    )
    assert first["/data/rep#"] == {"count": 0}
    assert second["/data/rep[1]/x"]["value"] == "5"
    assert second["/data/sum"]["value"] == "6"
    assert (third["/data/n"]["violation"], third["/data/when"]["value"]) == ("constraint", "n12")


def test_a_removed_instance_leaves_and_the_sum_follows():
    add = {"op": "add_repeat", "ref": "/data/rep"}
    *_, last = play(
        add,
        add,
        {"op": "set", "ref": "/data/rep[2]/x", "value": "7"},
        {"op": "remove_repeat", "ref": "/data/rep[1]"},
    )
    assert (last["/data/rep#"], last["/data/sum"]["value"]) == ({"count": 1}, "8")


def test_a_broken_form_and_an_impossible_step_are_errors_of_their_scenario():
    batch = {
        "forms": {"f": FORM, "g": "<a/>"},
        "scenarios": [
            {"id": 1, "form": "g", "steps": []},
            {"id": 2, "form": "f", "steps": [{"op": "set", "ref": "/data/ghost", "value": "1"}]},
        ],
    }
    assert [set(answer) for answer in play_batch(batch)["scenarios"]] == [{"id", "error"}, {"id", "error"}]


def test_a_shipped_form_can_be_played():
    states = play_file(form_path("cs03"), [{"op": "set", "ref": "/data/g_id/status", "value": "1"}])["states"]
    assert (states[0]["/data/g_size"]["relevant"], states[1]["/data/g_size"]["relevant"]) == (False, True)
    with pytest.raises(StepImpossible):
        play_file(form_path("cs03"), [{"op": "dance"}])


def test_an_expression_is_answered_in_every_type():
    question = {
        "id": 7, "expression": "/a/b", "mode": "xforms", "document": "<a><b>1</b><b>2</b></a>", "context": "/*[1]",
        "root": None, "now": "2026-11-23T00:00:00.000Z", "tz": "Asia/Ho_Chi_Minh",
    }  # fmt: skip
    (result,) = evaluate_questions([question])["results"]
    assert result == {
        "id": 7, "type": "nodes", "number": 1.0, "string": "1", "boolean": True, "nodes": ["/*[1]/*[1]", "/*[1]/*[2]"],
    }  # fmt: skip
    (error,) = evaluate_questions([{**question, "expression": "nonsense("}])["results"]
    assert set(error) == {"id", "error"}


def test_plain_xpath_does_not_know_the_dialect():
    question = {"id": 1, "expression": "selected('a b', 'b')", "context": "/", "document": "<a/>"}
    assert "error" in evaluate_questions([{**question, "mode": "xpath1"}])["results"][0]
    assert evaluate_questions([{**question, "mode": "xforms"}])["results"][0]["boolean"] is True

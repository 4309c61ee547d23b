"""Lists of questionnaires and the facts computed from them."""

from __future__ import annotations

import pytest

from digiplan_desktop.store.responses import ResponseFacts, list_responses, response_facts, response_of
from digiplan_desktop.store.storage import Store
from digiplan_desktop.store.writing import Edit


def staff(kind, data):
    """Compute facts as a questionnaire's calculations do."""
    assert kind == "response"
    return {"staff": float(data["q/staff"]), "any": 1.0} if data.get("q/staff") else {}


def respond(store, response, **fields):
    store.save(response, "response", {f"m/{name}": value for name, value in fields.items()})


def facts(store, names=("staff",), round_id="R1"):
    return {one.id: dict(one.facts) for one in response_facts(store, round_id, names)}


@pytest.fixture
def answered(store):
    """Three questionnaires of two rounds; the respondent of one is in the register."""
    store.save("e1", "enterprise", {"m/name": "Đống Đa", "m/tax_code": "6000123454"})
    respond(store, "q1", round="R1", respondent="e1", form="dn01", status="new", stratum="D1|micro")
    respond(store, "q2", round="R1", respondent="gone", status="complete", area="W1-1", district="D1")
    respond(store, "q3", round="R2", respondent="e1", status="complete")
    return store


def test_the_last_changed_questionnaire_comes_first(answered):
    answered.save("q1", "response", {"q/staff": "3"})

    assert [row.id for row in list_responses(answered)] == ["q1", "q3", "q2"]


def test_a_row_names_the_respondent_from_the_register(answered):
    rows = {row.id: row for row in list_responses(answered)}

    assert (rows["q1"].name, rows["q1"].tax_code, rows["q1"].form) == ("Đống Đa", "6000123454", "dn01")
    assert (rows["q1"].round, rows["q1"].respondent, rows["q1"].stratum) == ("R1", "e1", "D1|micro")
    assert (rows["q2"].name, rows["q2"].area, rows["q2"].district) == ("", "W1-1", "D1")
    assert rows["q1"].changed_at == answered.record("q1").changed_at


def test_the_list_narrows_by_round_and_status(answered):
    assert [row.id for row in list_responses(answered, "R1")] == ["q2", "q1"]
    assert [row.id for row in list_responses(answered, status="complete")] == ["q3", "q2"]
    assert [row.id for row in list_responses(answered, "R2", "new")] == []


def test_pages_of_the_list_follow_each_other(answered):
    first = list_responses(answered, limit=2)
    second = list_responses(answered, limit=2, after=first[-1])

    assert [row.id for row in (*first, *second)] == ["q3", "q2", "q1"]
    assert list_responses(answered, limit=2, after=second[-1]) == ()


def test_the_questionnaire_of_a_respondent_is_found(answered):
    assert response_of(answered, "R1", "e1") == "q1"
    assert response_of(answered, "R2", "e1") == "q3"
    assert response_of(answered, "R2", "gone") is None


def test_the_first_of_two_questionnaires_is_the_one_in_all_stores(answered):
    respond(answered, "q0", round="R1", respondent="e1")

    assert response_of(answered, "R1", "e1") == "q0"


def test_facts_are_stored_with_the_answers(answered):
    answered.derive = staff
    answered.save("q1", "response", {"q/staff": "3"})

    assert [*response_facts(answered, "R1", ["staff"])] == [
        ResponseFacts("q1", "e1", "new", "D1|micro", "", "", {"staff": 3.0}),
        ResponseFacts("q2", "gone", "complete", "", "W1-1", "D1", {}),
    ]
    assert facts(answered, ["staff", "any"]) == {"q1": {"staff": 3.0, "any": 1.0}, "q2": {}}
    assert facts(answered, []) == {"q1": {}, "q2": {}}


def test_changed_answers_change_the_facts_and_cleared_ones_end_them(answered):
    answered.derive = staff
    for value in ("3", "4"):
        answered.save("q1", "response", {"q/staff": value})
    assert facts(answered)["q1"] == {"staff": 4.0}
    answered.save("q1", "response", {"q/staff": ""})
    assert facts(answered)["q1"] == {}


def test_facts_of_many_saves_are_there_too(store):
    store.derive = staff
    store.save_many(
        Edit(f"q{number:04}", "response", {"m/round": "R1", "q/staff": str(number + 1)})
        for number in range(1_200)
    )

    assert sum(one["staff"] for one in facts(store).values()) == 1_200 * 1_201 / 2


def test_answers_saved_while_nobody_could_compute_get_their_facts_later(answered):
    answered.save("q1", "response", {"q/staff": "3"})
    assert facts(answered)["q1"] == {}

    answered.derive = staff
    assert facts(answered)["q1"] == {"staff": 3.0}


def test_facts_outdated_by_a_save_without_computation_are_not_shown(answered):
    answered.derive = staff
    answered.save("q1", "response", {"q/staff": "3"})
    answered.derive = None
    answered.save("q1", "response", {"q/staff": "4"})
    assert facts(answered)["q1"] == {}

    answered.derive = staff
    assert facts(answered)["q1"] == {"staff": 4.0}


def test_facts_are_the_same_after_a_rebuild(answered):
    answered.derive = staff
    answered.save("q1", "response", {"q/staff": "3"})
    before = facts(answered, ["staff", "any"])
    answered.rebuild()

    assert facts(answered, ["staff", "any"]) == before


def test_a_deleted_questionnaire_has_neither_row_nor_facts(answered):
    answered.derive = staff
    answered.save("q1", "response", {"q/staff": "3"})
    answered.save("q1", "response", {"_del": True}, act="delete")

    assert [row.id for row in list_responses(answered, "R1")] == ["q2"]
    assert facts(answered) == {"q2": {}}
    assert response_of(answered, "R1", "e1") is None


def test_a_store_that_is_only_read_computes_nothing(answered):
    answered.save("q1", "response", {"q/staff": "3"})

    with Store.open(answered.folder, read_only=True) as reader:
        reader.derive = staff
        assert reader.derive is staff
        assert facts(reader)["q1"] == {}


def test_facts_of_answers_that_came_from_elsewhere_are_computed(answered, tmp_path):
    answered.save("q1", "response", {"q/staff": "3"})
    with Store.create(tmp_path / "other") as other:
        other.derive = staff
        other.add_revisions(answered.history("q1"))
        assert facts(other)["q1"] == {"staff": 3.0}

"""Starting, saving and completing questionnaires."""

from __future__ import annotations

import pytest

from digiplan_desktop.actions.questionnaires import (
    complete_entry,
    find_response,
    open_entry,
    prepare_completion,
    prepare_save,
    save_entry,
    start_response,
)
from digiplan_desktop.actions.rounds import RoundPlan, create_round
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.errors import RecordMissing
from digiplan_desktop.register.identifiers import enterprise_id

TAX_CODE = "6000123450"
# An enterprise that nobody found at its address: few questions are left to answer.
GONE = {
    "status": "4",
    "commune": "24305",
    "mode": "1",
    "int_date": "2026-11-02",
    "interviewer": "H'Lan",
    "result": "1",
}


@pytest.fixture
def response(workspace: Workspace) -> str:
    fields = {
        "m/name": "Công ty TNHH Cà phê",
        "m/tax_code": TAX_CODE,
        "m/area": "W24376-2" if "W24376-2" in workspace.catalogue.units else "",
        "m/district": "D651-1",
        "m/size": "small",
        "m/status": "active",
    }
    workspace.store.save(enterprise_id(TAX_CODE, "", ""), "enterprise", fields, act="create")
    made, _ = create_round(workspace, RoundPlan("dn01", "2026-II", "census"))
    return start_response(workspace, made.id, TAX_CODE)


def answer(workspace: Workspace, response: str, **answers: str) -> tuple[str, ...]:
    entry = open_entry(workspace, response)
    for name, value in answers.items():
        entry.session.answer(name, value)
    save_entry(workspace, entry, entry.session.writes())
    return entry.heads


def test_what_the_register_knows_is_filled_in(workspace: Workspace, response: str) -> None:
    values = open_entry(workspace, response).session.values()
    assert values["mst"] == TAX_CODE
    assert values["ent_name"] == "Công ty TNHH Cà phê"


def test_a_respondent_has_one_questionnaire_in_a_round(workspace: Workspace, response: str) -> None:
    round_id = str(find_response(workspace, response).data["m/round"])
    assert start_response(workspace, round_id, TAX_CODE) == response
    assert len(list(workspace.store.records("response"))) == 1


def test_without_a_respondent_each_start_is_a_new_questionnaire(workspace: Workspace, response: str) -> None:
    round_id = str(find_response(workspace, response).data["m/round"])
    assert start_response(workspace, round_id) != start_response(workspace, round_id)


def test_an_unknown_respondent_is_named(workspace: Workspace, response: str) -> None:
    round_id = str(find_response(workspace, response).data["m/round"])
    with pytest.raises(RecordMissing) as refused:
        start_response(workspace, round_id, "0000000000")
    assert refused.value.id == "0000000000"


def test_the_first_answer_makes_it_half_done_and_reopening_finds_it(
    workspace: Workspace, response: str
) -> None:
    answer(workspace, response, status="1", emp="12")
    entry = open_entry(workspace, response)
    assert entry.status == "in_progress"
    assert entry.session.values()["emp"] == "12"


def test_saving_nothing_adds_no_revision(workspace: Workspace, response: str) -> None:
    entry = open_entry(workspace, response)
    before = workspace.store.state().revisions
    assert save_entry(workspace, entry, entry.session.writes()) is None
    assert workspace.store.state().revisions == before


def test_two_windows_that_had_not_seen_each_other_conflict_on_that_answer_alone(
    workspace: Workspace, response: str
) -> None:
    one, other = open_entry(workspace, response), open_entry(workspace, response)
    one.session.answer("emp", "12")
    one.session.answer("note", "qua điện thoại")
    save_entry(workspace, one, one.session.writes())
    other.session.answer("emp", "13")
    save_entry(workspace, other, other.session.writes())
    record = find_response(workspace, response)
    assert set(record.conflicts) == {"q/emp"}
    assert {option.value for option in record.conflicts["q/emp"]} == {"12", "13"}
    assert record.data["q/note"] == "qua điện thoại"


def test_an_incomplete_questionnaire_is_not_completed_and_says_what_is_missing(
    workspace: Workspace, response: str
) -> None:
    entry = open_entry(workspace, response)
    found = complete_entry(workspace, entry)
    assert not found.done
    assert {violation.kind for violation in found.violations} == {"required"}
    assert find_response(workspace, response).data["m/status"] == "new"


def test_an_enterprise_that_is_gone_is_completed_with_few_answers_and_a_reopened_one_is_half_done_again(
    workspace: Workspace, response: str
) -> None:
    answer(workspace, response, **GONE)
    entry = open_entry(workspace, response)
    found = complete_entry(workspace, entry)
    assert found.done, found
    assert find_response(workspace, response).data["m/status"] == "complete"
    answer(workspace, response, note="đã gọi lại")
    assert find_response(workspace, response).data["m/status"] == "complete"
    answer(workspace, response, status="1")
    assert find_response(workspace, response).data["m/status"] == "in_progress"


def test_a_save_that_was_prepared_before_the_completion_does_not_undo_it(
    workspace: Workspace, response: str
) -> None:
    entry = open_entry(workspace, response)
    for name, value in GONE.items():
        entry.session.answer(name, value)
    save = prepare_save(workspace, entry, entry.session.writes())
    complete = prepare_completion(workspace, entry)
    save()
    late = prepare_save(workspace, entry, {"q/note": "gọi lại sau"})
    assert complete().done
    late()
    record = find_response(workspace, response)
    assert (record.data["m/status"], record.data["q/note"]) == ("complete", "gọi lại sau")


def test_completing_twice_adds_nothing(workspace: Workspace, response: str) -> None:
    answer(workspace, response, **GONE)
    entry = open_entry(workspace, response)
    assert complete_entry(workspace, entry).done
    before = workspace.store.state().revisions
    assert complete_entry(workspace, entry).done
    assert workspace.store.state().revisions == before

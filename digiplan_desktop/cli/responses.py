"""`digiplan response`: questionnaires, answered through the engine with its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digiplan_desktop.cli.arguments import json_option, language, opened
from digiplan_desktop.cli.output import give
from digiplan_desktop.errors import ChoiceUnknown, ValueUnreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digiplan_desktop.actions.questionnaires import Entry
    from digiplan_desktop.store.records import Record


@click.group("response")
def response_verb() -> None:
    """Questionnaires of a round."""


@response_verb.command("new")
@click.option("--round", "round_id", required=True)
@click.option(
    "--respondent", default="", help="Id or tax code of the enterprise; none for an agency or household."
)
@json_option
def new_verb(round_id: str, respondent: str, as_json: bool) -> None:
    """Begin a questionnaire, or find the one that the respondent has already."""
    from digiplan_desktop.actions.questionnaires import open_entry, start_response

    with opened() as workspace:
        response_id = start_response(workspace, round_id, respondent)
        entry = open_entry(workspace, response_id, language=language())
    document = {"id": response_id, "heads": list(entry.heads), "violations": _violations(entry)}
    give(document, as_json=as_json, text=response_id)


@response_verb.command("answer")
@click.argument("response_id", metavar="ID")
@click.argument("assignments", metavar="REF=VALUE...", nargs=-1, required=True)
@click.option(
    "--seen", default="", help="The heads that the writer had seen, divided by commas; all unless given."
)
@click.option("--complete", "complete", is_flag=True, help="Mark as complete when nothing stands in the way.")
@json_option
def answer_verb(
    response_id: str,
    assignments: Sequence[str],
    seen: str,
    complete: bool,
    as_json: bool,
) -> None:
    """Answer questions, all of them in one save; a several-of-many answer lists its options with blanks."""
    from digiplan_desktop.actions.questionnaires import (
        complete_entry,
        find_response,
        open_entry,
        save_entry,
    )

    with opened() as workspace:
        entry = open_entry(workspace, response_id, language=language())
        if seen:
            entry.heads = tuple(part.strip() for part in seen.split(",") if part.strip())
        for ref, value in [_assignment(text) for text in assignments]:
            entry.session.answer(ref, value)
        save_entry(workspace, entry, entry.session.writes())
        done = complete and complete_entry(workspace, entry).done
        heads = find_response(workspace, entry.response_id).heads
    document = {
        "id": entry.response_id,
        "heads": list(heads),
        "status": entry.status,
        "violations": _violations(entry),
        "warnings": _warnings(entry),
    }
    give(document, as_json=as_json, text=_answer_lines(entry, document, done=done))


@response_verb.command("confirm")
@click.argument("response_id", metavar="ID")
@click.argument("check")
@click.argument("reason")
@json_option
def confirm_verb(response_id: str, check: str, reason: str, as_json: bool) -> None:
    """Confirm an answer that a soft check finds unlikely, with the reason."""
    from digiplan_desktop.actions.questionnaires import open_entry, save_entry

    with opened() as workspace:
        entry = open_entry(workspace, response_id, language=language())
        entry.session.confirm(check, reason)
        save_entry(workspace, entry, entry.session.writes())
    document = {"id": entry.response_id, "heads": list(entry.heads), "warnings": _warnings(entry)}
    give(document, as_json=as_json, text=entry.response_id)


@response_verb.command("show")
@click.argument("response_id", metavar="ID")
@json_option
def show_verb(response_id: str, as_json: bool) -> None:
    """Show the answers of a questionnaire, its status and its conflicts."""
    from digiplan_desktop.actions.questionnaires import find_response, open_entry

    with opened(read_only=True) as workspace:
        record = find_response(workspace, response_id)
        entry = open_entry(workspace, record.id, language=language())
    document = {
        "id": record.id,
        "status": record.data.get("m/status", "new"),
        "round": record.data.get("m/round", ""),
        "respondent": record.data.get("m/respondent", ""),
        "answers": dict(entry.session.values()),
        "data": dict(record.data),
        "heads": list(record.heads),
        "conflicts": _conflicts(record),
        "violations": _violations(entry),
        "warnings": _warnings(entry),
    }
    answers = entry.session.values()
    give(document, as_json=as_json, text=[f"{name} = {value}" for name, value in answers.items() if value])


@response_verb.command("list")
@click.option("--round", "round_id", default="")
@click.option("--status", default="", help="new, in_progress or complete.")
@json_option
def list_verb(round_id: str, status: str, as_json: bool) -> None:
    """List questionnaires."""
    from digiplan_desktop.actions.rounds import find_round
    from digiplan_desktop.actions.worklists import STATUSES
    from digiplan_desktop.store.responses import list_responses

    if status not in {"", *STATUSES}:
        raise ChoiceUnknown("status", status, STATUSES)
    with opened(read_only=True) as workspace:
        known = find_round(workspace, round_id).id if round_id else ""
        rows = list_responses(workspace.store, round=known, status=status, limit=None)
    responses = [
        {
            "id": row.id,
            "round": row.round,
            "respondent": row.respondent,
            "name": row.name,
            "status": row.status,
        }
        for row in rows
    ]
    give(
        {"responses": responses},
        as_json=as_json,
        text=[f"{row.id}  {row.status:<12} {row.name}" for row in rows],
    )


def _assignment(text: str) -> tuple[str, str]:
    ref, sign, value = text.partition("=")
    if not sign or not ref:
        raise ValueUnreadable(text, "assignment")
    return ref, value


def _violations(entry: Entry) -> list[dict[str, str]]:
    return [
        {"ref": each.ref, "kind": each.kind, "message": each.message} for each in entry.session.violations()
    ]


def _warnings(entry: Entry) -> list[dict[str, str]]:
    return [
        {"check": each.check, "ref": each.ref, "message": each.message, "reason": each.reason}
        for each in entry.session.warnings()
    ]


def _conflicts(record: Record) -> list[dict[str, object]]:
    return [
        {
            "path": path,
            "values": [
                {"value": option.value, "user": option.user, "revision": option.revision}
                for option in options
            ],
        }
        for path, options in record.conflicts.items()
    ]


def _answer_lines(entry: Entry, document: Mapping[str, object], *, done: bool) -> list[str]:
    del document
    lines = [f"{entry.response_id}  {entry.status}{'  ✔' if done else ''}"]
    lines += [f"✖ {each.ref}: {each.message or each.kind}" for each in entry.session.violations()]
    lines += [f"▲ {each.ref}: {each.message}" for each in entry.session.warnings() if not each.reason]
    return lines

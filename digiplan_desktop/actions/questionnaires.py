"""Filling questionnaires: start one, open it, save each answer as it is left, complete it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from digiplan_desktop.actions.frames import stratum_of
from digiplan_desktop.actions.record_ids import new_record_id
from digiplan_desktop.actions.rounds import Round, find_round
from digiplan_desktop.changes import Changes
from digiplan_desktop.errors import RecordMissing

if TYPE_CHECKING:
    from collections.abc import Callable

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.forms.session import Session
    from digiplan_desktop.forms.states import SoftWarning, Violation
    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.records import Record
    from digiplan_desktop.store.storage import Saved

_RESPONSES = UUID("6f0e2a52-3d0c-5c39-9d0b-5a2f6a0f7e11")

# What the register already knows is not typed again: question → field of the enterprise.
PREFILLED = {
    "ent_name": "name",
    "est_name": "name",
    "mst": "tax_code",
    "address": "address",
    "phone": "phone",
    "activity": "activity",
    "reg_date": "reg_date",
}


@dataclass
class Entry:
    """One questionnaire that a person is filling.

    Attributes:
        title, subtitle: the respondent's name; tax code and commune.
        heads: the revisions that the person has seen; the next save names them as parents.
        status: "new", "in_progress" or "complete".
    """

    response_id: str
    round: Round
    form_id: str
    title: str
    subtitle: str
    session: Session
    heads: tuple[str, ...]
    status: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Completion:
    """Whether the questionnaire is complete now, and what stands in the way when not.

    Attributes:
        writes: what was written with the completion; the session is to be told (`Session.mark_saved`).
    """

    done: bool
    violations: tuple[Violation, ...]
    warnings: tuple[SoftWarning, ...]
    changes: Changes
    writes: Mapping[str, Value] = field(default_factory=dict)


def start_response(workspace: Workspace, round_id: str, respondent: str = "") -> str:
    """Give the id of the questionnaire of a respondent in a round, made now if there is none.

    The id follows from round and respondent, so that two laptops that start the same one make one record; without
    a respondent (an agency or a household that no list names) each call makes a new one. When it was started is
    written now and never again: two people who open it later must not disagree about that. Raises RecordMissing.
    """
    known = find_round(workspace, round_id)
    if respondent:
        respondent = _enterprise(workspace, respondent).id
        response_id = response_id_of(known.id, respondent)
        if workspace.store.record(response_id) is not None:
            return response_id
    else:
        response_id = new_record_id()
    begun = new_response(workspace, known, respondent)
    workspace.store.save(
        response_id,
        "response",
        {**begun, **_open_session(workspace, known.form, begun).beginning()},
        act="create",
        form=form_reference(workspace, known.form),
    )
    return response_id


def response_id_of(round_id: str, respondent: str) -> str:
    """Give the id of the one questionnaire that a respondent has in a round."""
    return str(uuid5(_RESPONSES, f"{round_id}|{respondent}"))


def new_response(workspace: Workspace, known: Round, respondent: str) -> dict[str, Value]:
    """Give the write-set of a questionnaire that nobody has begun, with what the register knows filled in."""
    changes: dict[str, Value] = {
        "m/round": known.id,
        "m/respondent": respondent,
        "m/form": known.form,
        "m/status": "new",
    }
    if not respondent:
        return changes
    facts = _enterprise(workspace, respondent).data
    district, area = str(facts.get("m/district") or ""), str(facts.get("m/area") or "")
    changes |= {
        "m/stratum": stratum_of(district, str(facts.get("m/size") or "")),
        "m/area": area,
        "m/district": district,
    }
    return changes | _prefilled(workspace, known.form, facts)


def _prefilled(workspace: Workspace, form_id: str, facts: Mapping[str, Value]) -> dict[str, Value]:
    questions = {question.name for question in workspace.form(form_id).questions}
    filled: dict[str, Value] = {
        f"q/{question}": facts[f"m/{name}"]
        for question, name in PREFILLED.items()
        if question in questions and facts.get(f"m/{name}")
    }
    area = str(facts.get("m/area") or "")
    if area and "commune" in questions:
        filled["q/commune"] = workspace.catalogue.unit(area).code
    return filled


def open_entry(workspace: Workspace, response_id: str, *, language: str = "vi") -> Entry:
    """Open a questionnaire where it was left; raises RecordMissing, FormBroken."""
    record = find_response(workspace, response_id)
    known = find_round(workspace, str(record.data.get("m/round", "")))
    facts = _respondent_facts(workspace, str(record.data.get("m/respondent") or ""))
    session = _open_session(workspace, known.form, record.data, language)
    return Entry(
        response_id=record.id,
        round=known,
        form_id=known.form,
        title=facts.get("name", ""),
        subtitle=" · ".join(part for part in (facts.get("tax_code", ""), facts.get("area_name", "")) if part),
        session=session,
        heads=record.heads,
        status=str(record.data.get("m/status") or "new"),
        facts=facts,
    )


def _open_session(
    workspace: Workspace, form_id: str, data: Mapping[str, Value], language: str = "vi"
) -> Session:
    from digiplan_desktop.forms.session import Session

    return Session(
        workspace.form(form_id), data, language=language, metadata={"username": workspace.store.user}
    )


def save_entry(workspace: Workspace, entry: Entry, writes: Mapping[str, Value]) -> Saved | None:
    """Save what was typed as one revision; when this returns, it is on the disk. None when nothing differs.

    The parents are the heads that the person has seen, not those that an import may have brought meanwhile.
    """
    return prepare_save(workspace, entry, writes)()


def prepare_save(
    workspace: Workspace, entry: Entry, writes: Mapping[str, Value]
) -> Callable[[], Saved | None]:
    """Give `save_entry` as work for the background: what it needs of the session is read now."""
    before, status = entry.status, _status_after(entry)

    def save() -> Saved | None:
        if not writes:
            return None
        # Against the status when it was prepared: a completion may have come in between.
        changes = dict(writes) if status == before else {**writes, "m/status": status}
        saved = workspace.store.save(
            entry.response_id,
            "response",
            changes,
            parents=entry.heads,
            form=form_reference(workspace, entry.form_id),
        )
        entry.heads = saved.heads
        if status != before:
            entry.status = status
        return saved

    return save


def _status_after(entry: Entry) -> str:
    # A complete questionnaire stays complete while the correction leaves nothing open.
    return "complete" if entry.status == "complete" and entry.session.complete() else "in_progress"


def complete_entry(workspace: Workspace, entry: Entry) -> Completion:
    """Mark the questionnaire as complete if nothing is missing or wrong and every warning has its reason."""
    found = prepare_completion(workspace, entry)()
    entry.session.mark_saved(found.writes)
    return found


def prepare_completion(workspace: Workspace, entry: Entry) -> Callable[[], Completion]:
    """Give `complete_entry` as work for the background: what it needs of the session is read now."""
    session = entry.session
    if not session.complete():
        waiting = tuple(warning for warning in session.warnings() if not warning.reason)
        refused = Completion(done=False, violations=session.violations(), warnings=waiting, changes=Changes())
        return lambda: refused
    if entry.status == "complete" and not session.writes():
        already = Completion(done=True, violations=(), warnings=(), changes=Changes())
        return lambda: already
    session.finish()
    writes = session.writes()
    at = datetime.now(UTC).isoformat(timespec="seconds")

    def save() -> Completion:
        saved = workspace.store.save(
            entry.response_id,
            "response",
            {**writes, "m/status": "complete", "m/completed_at": at},
            parents=entry.heads,
            form=form_reference(workspace, entry.form_id),
        )
        entry.heads, entry.status = saved.heads, "complete"
        return Completion(
            done=True, violations=(), warnings=(), changes=Changes(responses=True), writes=writes
        )

    return save


def form_reference(workspace: Workspace, form_id: str) -> str:
    """Give the name under which a revision says which questionnaire it was made with."""
    return f"{form_id}@{workspace.form(form_id).hash[:16]}"


def _respondent_facts(workspace: Workspace, respondent: str) -> dict[str, str]:
    if not respondent:
        return {}
    data = _enterprise(workspace, respondent).data
    facts = {path.removeprefix("m/"): str(value) for path, value in data.items() if value not in {None, ""}}
    if facts.get("area"):
        facts["area_name"] = workspace.catalogue.unit(facts["area"]).name
    return facts


def _enterprise(workspace: Workspace, reference: str) -> Record:
    """Give the enterprise of an id or a tax code."""
    from digiplan_desktop.register.identifiers import enterprise_id

    for record_id in (reference, enterprise_id(reference, "", "")):
        record = workspace.store.record(record_id)
        if record is not None and record.kind == "enterprise":
            return record
    raise RecordMissing("enterprise", reference)


def find_response(workspace: Workspace, response_id: str) -> Record:
    """Give a questionnaire as it stands; raises RecordMissing."""
    record = workspace.store.record(response_id)
    if record is None or record.kind != "response":
        raise RecordMissing("response", response_id)
    return record

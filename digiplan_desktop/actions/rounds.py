"""Survey rounds: a questionnaire, a period, a frame that is frozen when the round is made, and a sample."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from digiplan_desktop.actions.frames import FrameMember, count_areas, count_strata, frame_hash, read_frame
from digiplan_desktop.actions.record_ids import new_record_id
from digiplan_desktop.changes import Changes
from digiplan_desktop.errors import ChoiceUnknown, FrameEmpty, RecordMissing, ValueUnreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.records import Record

REGIMES = ("census", "census_in_progress", "probability_sample", "convenience", "administrative")
TERRITORIES = ("old", "new")
# Enterprises of this size are all visited: there are few and they weigh much.
TAKE_ALL = "large"


@dataclass(frozen=True)
class Round:
    """A survey round as it stands.

    Attributes:
        strata: (stratum, frame members, drawn units) of each cell, frozen when the round was made.
        areas: (commune, frame members) of each commune of the frame, frozen as well.
        drawn: how many enterprises were drawn; 0 when every member of the frame is to be visited.
        closed: whether fieldwork has ended.
    """

    id: str
    title: str
    form: str
    period: str
    reference_date: date
    regime: str
    territory: str
    frame_size: int
    frame_hash: str
    drawn: int
    seed: str
    strata: tuple[tuple[str, int, int], ...]
    areas: tuple[tuple[str, int], ...] = ()
    closed: bool = False
    changed_at: str = ""


@dataclass(frozen=True)
class RoundPlan:
    """What a user says of a new round; `sample_size` 0 draws nothing and visits the whole frame."""

    form: str
    period: str
    regime: str
    territory: str = "old"
    reference_date: date | None = None
    seed: str = ""
    sample_size: int = 0
    title: str = ""


def list_rounds(workspace: Workspace) -> tuple[Round, ...]:
    """Give every round, the latest reference date first."""
    rounds = [_read(record) for record in workspace.store.records("round")]
    return tuple(sorted(rounds, key=lambda known: (known.reference_date, known.id), reverse=True))


def find_round(workspace: Workspace, round_id: str) -> Round:
    """Give one round by its id, the beginning of its id, or its period; raises RecordMissing."""
    fitting = [
        known
        for known in list_rounds(workspace)
        if known.id == round_id or known.id.startswith(round_id) or known.period == round_id
    ]
    if len(fitting) != 1:
        raise RecordMissing("round", round_id)
    return fitting[0]


def drawn_enterprises(workspace: Workspace, round_id: str) -> tuple[str, ...]:
    """Give the ids of the enterprises that were drawn, in the order of the draw."""
    record = workspace.store.record(round_id)
    if record is None:
        raise RecordMissing("round", round_id)
    return tuple(cast("list[str]", record.data.get("m/drawn") or []))


def create_round(workspace: Workspace, wanted: RoundPlan) -> tuple[Round, Changes]:
    """Make a round: freeze its frame and, for a sample, draw it.

    Raises ValueUnreadable (period), ChoiceUnknown (regime, territory), FormUnknown, FormBroken, FrameEmpty.
    """
    if not wanted.period.strip():
        raise ValueUnreadable(wanted.period, "period")
    _require("regime", wanted.regime, REGIMES)
    _require("territory", wanted.territory, TERRITORIES)
    form = workspace.form(wanted.form)
    members = read_frame(workspace, wanted.territory)
    if wanted.regime == "probability_sample" and not members:
        raise FrameEmpty(wanted.territory)
    seed = wanted.seed or f"DigiPlan/{wanted.period}/v1"
    drawn = _draw(members, wanted, seed)
    changes: dict[str, Value] = {
        **_described(wanted, seed),
        "m/form": wanted.form,
        "m/form_hash": form.hash,
        "m/strata": _strata(members, drawn),
        "m/areas": [[area, size] for area, size in count_areas(members).items()],
        "m/drawn": [member.id for member in drawn],
        "m/frame_hash": frame_hash(members),
        "m/frame_size": len(members),
    }
    round_id = new_record_id()
    workspace.store.save(round_id, "round", changes, act="create")
    return find_round(workspace, round_id), Changes(rounds=True)


def close_round(workspace: Workspace, round_id: str) -> Changes:
    """Say that fieldwork has ended: figures of the round are no longer provisional."""
    known = find_round(workspace, round_id)
    workspace.store.save(known.id, "round", {"m/closed": True}, act="edit")
    return Changes(rounds=True)


def _described(wanted: RoundPlan, seed: str) -> dict[str, str]:
    day = wanted.reference_date or date.today()  # noqa: DTZ011 (the day on the user's own calendar)
    return {
        "m/title": wanted.title or f"{wanted.form} · {wanted.period}",
        "m/period": wanted.period,
        "m/reference_date": day.isoformat(),
        "m/regime": wanted.regime,
        "m/territory": wanted.territory,
        "m/seed": seed,
    }


def _draw(members: Sequence[FrameMember], wanted: RoundPlan, seed: str) -> list[FrameMember]:
    if wanted.regime != "probability_sample" or not wanted.sample_size:
        return []
    from digiplan_desktop.plan.sampling import SamplingUnit, allocate, draw

    sizes = count_strata(members)
    take_all = {stratum for stratum in sizes if stratum.endswith("|" + TAKE_ALL)}
    units = [SamplingUnit(member.id, member.stratum, member.tax_code or member.id) for member in members]
    by_id = {member.id: member for member in members}
    drawn = draw(units, allocate(sizes, wanted.sample_size, take_all=take_all), seed)
    return [by_id[unit_id] for unit_id in drawn.selected]


def _strata(members: Sequence[FrameMember], drawn: Sequence[FrameMember]) -> list[Value]:
    taken = count_strata(drawn)
    return [[stratum, size, taken.get(stratum, 0)] for stratum, size in count_strata(members).items()]


def _require(what: str, text: str, known: tuple[str, ...]) -> None:
    if text not in known:
        raise ChoiceUnknown(what, text, known)


def _read(record: Record) -> Round:
    data = record.data
    return Round(
        id=record.id,
        title=_text(data, "title"),
        form=_text(data, "form"),
        period=_text(data, "period"),
        reference_date=date.fromisoformat(_text(data, "reference_date")),
        regime=_text(data, "regime"),
        territory=_text(data, "territory"),
        frame_size=cast("int", data.get("m/frame_size") or 0),
        frame_hash=_text(data, "frame_hash"),
        drawn=len(cast("list[str]", data.get("m/drawn") or [])),
        seed=_text(data, "seed"),
        strata=_cells(data.get("m/strata")),
        areas=_cells(data.get("m/areas")),
        closed=data.get("m/closed") is True,
        changed_at=record.changed_at.isoformat() if record.changed_at else "",
    )


def _cells(value: object) -> tuple[Any, ...]:
    return tuple(tuple(cell) for cell in cast("list[list[Any]]", value or []))


def _text(data: Mapping[str, object], name: str) -> str:
    return str(data.get(f"m/{name}") or "")

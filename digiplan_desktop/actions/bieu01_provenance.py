"""The words of Biểu 01 that say what its numbers rest on."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import datetime
from typing import TYPE_CHECKING

from digiplan_desktop import __version__
from digiplan_desktop.plan.dispositions import response_rates
from digiplan_desktop.plan.evidence import PROBABILITY_SAMPLE, UNKNOWN_OTHER
from digiplan_desktop.plan.round_estimates import estimate_reading
from digiplan_desktop.returns.content import Bieu01Target, Provenance

if TYPE_CHECKING:
    from collections.abc import Callable

    from digiplan_desktop.actions.rounds import Round
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.plan.evidence import RoundEvidence, UnitResponse
    from digiplan_desktop.plan.round_reading import RoundReading
    from digiplan_desktop.plan.targets import Definition, Target

_SIZES = {"micro": "siêu nhỏ", "small": "nhỏ", "medium": "vừa", "large": "lớn"}
_HALVES = {"I": "6 tháng đầu năm", "II": "6 tháng cuối năm"}
_SIGNS = {">=": "≥ ", ">": "> ", "=": ""}


def period_words(period: str) -> str:
    """Give a period as a return prints it: "2026-II" is "6 tháng cuối năm 2026", "2026-Q3" "Quý III năm 2026"."""
    if half := re.fullmatch(r"(\d{4})-(I|II)", period):
        return f"{_HALVES[half[2]]} {half[1]}"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return f"Quý {['I', 'II', 'III', 'IV'][int(quarter[2]) - 1]} năm {quarter[1]}"
    return f"Năm {period}" if re.fullmatch(r"\d{4}", period) else period


def describe_target(
    reading: RoundReading, target: Target, top: Callable[[UnitResponse], str], base: RoundReading
) -> Bieu01Target:
    """Give a target's words and the engine's estimate for the return's first line, which `top` maps to ""."""
    found = estimate_reading(reading, "share", top).get("")
    bounds = reading.bounds()
    stage = target.stages[0]
    definition = reading.definition
    return Bieu01Target(
        id=target.id,
        heading=target.short.vi,
        definition=target.indicator.name.vi,
        definition_name=definition.name.vi,
        numerator=f"Σ w·d·y, y = {' × '.join(definition.numerator)}",
        denominator=f"Σ w·d, d = 1 khi {_conditions(definition)}",
        own_denominator=definition.where != base.definition.where,
        source="Phiếu điều tra",
        aim=f"{_SIGNS.get(stage.aim.operator, '')}{stage.aim.value:g}%"
        if stage.aim.value is not None
        else "",
        threshold=None if stage.aim.value is None else stage.aim.value / 100,
        estimate=found.value if found else None,
        se=found.se if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        df=found.df if found else None,
        n=found.n if found else 0,
        interval=found.interval if found else "none",
        lower_bound=bounds[0] if bounds else None,
        upper_bound=bounds[1] if bounds else None,
    )


def _conditions(definition: Definition) -> str:
    words = [f"{each.fact} {each.operator.replace('!=', '≠')} {each.value:g}" for each in definition.where]
    return " và ".join(words) or "mọi đơn vị trả lời"


def describe_provenance(
    workspace: Workspace,
    known: Round,
    survey: RoundEvidence,
    readings: tuple[tuple[Target, RoundReading], ...],
) -> Provenance:
    """Give the card that says from which round, answers and versions the return was made."""
    from digiplan_desktop.store.responses import list_responses

    last = list_responses(workspace.store, round=known.id, limit=1)
    form = workspace.form(known.form)
    base = readings[0][1]
    return Provenance(
        round_title=known.title,
        regime=known.regime,
        frame_size=survey.frame_size,
        frame_hash=known.frame_hash,
        strata=len(base.cells.cells),
        records=len(base.units),
        data_hash=_hash(survey),
        data_date=last[0].changed_at if last else None,
        cut_off=known.reference_date,
        catalogue="đơn vị hành chính từ 01/7/2025",
        plan=f"{workspace.plan.id} {workspace.plan.hash[:12]}",
        form=f"{known.form} {form.version} {form.hash[:12]}",
        program=f"DigiPlan Desktop {__version__}",
        made_at=datetime.now().astimezone(),
        merged=tuple(
            f"{_stratum_words(workspace, merged.stratum)} gộp vào {_stratum_words(workspace, merged.into)}"
            for merged in base.cells.merged
        ),
        response_rate=_response_rate(survey),
        response_rate_name="AAPOR RR3",
        seed=known.seed if known.regime == PROBABILITY_SAMPLE else "",
    )


def _response_rate(survey: RoundEvidence) -> float | None:
    # A drawn enterprise whose visit has not ended yet may or may not be eligible.
    ended = [unit.disposition for unit in survey.responses if unit.disposition]
    waiting = max(survey.drawn - len(ended), 0)
    return response_rates([*ended, *[UNKNOWN_OTHER] * waiting]).rr3


def _stratum_words(workspace: Workspace, stratum: str) -> str:
    district, _, size = stratum.partition("|")
    name = workspace.catalogue.unit(district).short if district else "chưa xác định"
    return f"{name}, {_SIZES.get(size, size)}"


def _hash(survey: RoundEvidence) -> str:
    rows = sorted(
        [unit.stratum, unit.area, unit.disposition, sorted(unit.facts.items())] for unit in survey.responses
    )
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

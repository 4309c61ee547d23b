"""The rows behind the estimates of a round, so that another program can estimate them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.actions.evidence import read_round
from digiplan_desktop.actions.rounds import find_round
from digiplan_desktop.plan.evidence import COMPLETE, INELIGIBLE

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace

DESIGN_COLUMNS = ("stratum", "population", "area", "district", "disposition", "eligible")


def estimation_rows(workspace: Workspace, round_id: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Give header and rows: the design columns, then each fact the plan asks of the round's questionnaire.

    One row for each resolved unit (answered or found ineligible). `stratum` is the cell as frozen in the round's
    frame, before lonely cells are merged; `population` its size N; a missing fact is an empty text.
    """
    known = find_round(workspace, round_id)
    evidence = read_round(workspace, known)
    names = tuple(sorted(workspace.plan.facts(known.form)))
    sizes = {cell.stratum: cell.population for cell in evidence.strata}
    rows: list[tuple[object, ...]] = [
        (
            unit.stratum,
            sizes.get(unit.stratum, ""),
            unit.area,
            unit.district,
            unit.disposition,
            int(unit.disposition == COMPLETE),
            *(unit.facts.get(name, "") for name in names),
        )
        for unit in evidence.responses
        if unit.disposition in {COMPLETE, INELIGIBLE}
    ]
    return (*DESIGN_COLUMNS, *names), rows

"""The rows behind one figure of the plan, so that another program can estimate it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.actions.evidence import read_round
from digiplan_desktop.actions.rounds import find_round
from digiplan_desktop.errors import ChoiceUnknown
from digiplan_desktop.plan import round_reading

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.plan.targets import Definition

COLUMNS = ("stratum", "cell", "population", "weight", "area", "district", "disposition", "eligible", "y", "x")


def estimation_rows(
    workspace: Workspace, round_id: str, target_id: str
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Give header and rows, one for each resolved unit of a round, for a target that a survey measures.

    `stratum` is the cell as frozen in the round's frame, `cell` the one it is counted in after lonely cells were
    merged, `population` the size N of that cell and `weight` N/r; `eligible` is d, `y` and `x` the numerator and
    denominator of the unit. Raises ChoiceUnknown for a target that no survey measures.
    """
    known = find_round(workspace, round_id)
    definition = _definition(workspace, target_id)
    reading = round_reading.read_round(read_round(workspace, known), definition, workspace.plan.neighbours)
    rows: list[tuple[object, ...]] = []
    for unit in reading.units:
        cell = reading.cells.cells[unit.cell]
        rows.append(
            (
                unit.response.stratum,
                unit.cell,
                cell.population,
                cell.population / cell.answered,
                unit.response.area,
                unit.response.district,
                unit.response.disposition,
                int(unit.outcome.inside),
                unit.outcome.y,
                unit.outcome.x,
            )
        )
    return COLUMNS, rows


def _definition(workspace: Workspace, target_id: str) -> Definition:
    measured = {
        target.id: target.indicator.definition
        for target in workspace.plan.targets
        if target.indicator.definition
    }
    definition = measured.get(target_id)
    if definition is None:
        raise ChoiceUnknown("target", target_id, tuple(measured))
    return definition

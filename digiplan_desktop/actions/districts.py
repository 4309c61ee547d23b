"""One target of the plan by old district, from the survey round that its figure comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.round_estimates import estimate_domains
from digiplan_desktop.plan.round_reading import restrict_round

if TYPE_CHECKING:
    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.plan.results import DomainEstimate


@dataclass(frozen=True)
class DistrictEstimates:
    """The districts of a round and the round as a whole; shares as fractions."""

    districts: tuple[DomainEstimate, ...]
    whole: DomainEstimate


def measured_targets(progress: PlanProgress) -> tuple[str, ...]:
    """Give the ids of the targets that a questionnaire measures as a share."""
    return tuple(
        target.id
        for target in progress.plan.targets
        if target.indicator.kind == "share" and target.indicator.definition is not None
    )


def estimate_districts(
    workspace: Workspace, progress: PlanProgress, target_id: str
) -> DistrictEstimates | None:
    """Estimate a target in every old district from the latest round of its questionnaire; None without one."""
    target = progress.plan.target(target_id)
    if target is None or target_id not in measured_targets(progress):
        return None
    rounds = [known for known in progress.evidence.rounds if known.form == target.indicator.form]
    if not rounds:
        return None
    districts = ("", *(unit.uid for unit in workspace.catalogue.districts(progress.territory)))
    latest = max(rounds, key=lambda known: known.reference_date)
    survey = restrict_round(latest, progress.territory, districts)
    found = {
        by: estimate_domains(progress.plan, survey, target.indicator, by) for by in ("district", "total")
    }
    return DistrictEstimates(found["district"], found["total"][0])

"""Where each target of the plan stands, from what the store holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digiplan_desktop.actions.evidence import read_evidence
from digiplan_desktop.actions.rounds import TERRITORIES
from digiplan_desktop.errors import ChoiceUnknown

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.plan.evidence import Evidence
    from digiplan_desktop.plan.results import TargetProgress
    from digiplan_desktop.plan.targets import Plan


@dataclass(frozen=True)
class PlanProgress:
    """All targets on one day.

    Attributes:
        invented: whether the figures come from a demonstration store.
    """

    plan: Plan
    as_of: date
    territory: str
    targets: tuple[TargetProgress, ...]
    evidence: Evidence
    invented: bool

    def of_year(self, year: int) -> tuple[TargetProgress, ...]:
        """Give the targets that are due in that year, in the plan's order."""
        return tuple(target for target in self.targets if target.year == year)

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which targets are due, earliest first."""
        return tuple(sorted({target.year for target in self.targets}))


def plan_progress(
    workspace: Workspace, *, as_of: date | None = None, territory: str = "old", round_id: str = ""
) -> PlanProgress:
    """Measure every target as it stands on a day (today unless given); raises ChoiceUnknown (territory).

    `round_id` restricts the evidence to one survey round.
    """
    from digiplan_desktop.plan.progress import measure_progress

    if territory not in TERRITORIES:
        raise ChoiceUnknown("territory", territory, TERRITORIES)
    day = as_of or date.today()  # noqa: DTZ011 (the user's own calendar)
    evidence = read_evidence(workspace, round_id=round_id)
    return PlanProgress(
        plan=workspace.plan,
        as_of=day,
        territory=territory,
        targets=measure_progress(workspace.plan, evidence, as_of=day, territory=territory),
        evidence=evidence,
        invented=workspace.store.demo,
    )

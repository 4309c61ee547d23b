"""The charts of one target on its page: over time, by old district, today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.charts.theme import Theme
    from digiplan_desktop.plan.results import TargetProgress

    Drawing = Callable[[Theme, float], Figure]


def chart_kinds(target: TargetProgress, progress: PlanProgress) -> tuple[str, ...]:
    """Give the charts that have something to show for a target."""
    from digiplan_desktop.actions.districts import measured_targets

    kinds = ["trajectory"] if target.series else []
    surveyed = target.source == "survey" and target.regime != "convenience"
    if surveyed and target.id in measured_targets(progress):
        kinds.append("dotplot")
    return (*kinds, "bullet")


def target_chart(kind: str, workspace: Workspace, target: TargetProgress, progress: PlanProgress) -> Drawing:
    """Give what draws a chart of a target: "trajectory", "dotplot" or "bullet"."""
    if kind == "trajectory":
        return _trajectory(target, progress)
    if kind == "dotplot":
        return _dotplot(workspace, target, progress)
    return _bullet(target, progress)


def _trajectory(target: TargetProgress, progress: PlanProgress) -> Drawing:
    from digiplan_desktop.ui.trajectory_words import trajectory_data, trajectory_text

    stages = [each for each in progress.targets if each.id == target.id]
    text = trajectory_text(progress, stages)

    def make(theme: Theme, width: float) -> Figure:
        from digiplan_desktop.charts.trajectory import trajectory_chart

        return trajectory_chart(trajectory_data(stages), text, theme, width=width)

    return make


def _dotplot(workspace: Workspace, target: TargetProgress, progress: PlanProgress) -> Drawing:
    # Compared with the aim of the year that is looked at.
    of_year = replace(progress, targets=progress.of_year(target.year))

    def make(theme: Theme, width: float) -> Figure:
        from digiplan_desktop.charts.dotplot import dot_plot
        from digiplan_desktop.ui.dotplot_words import dotplot_data

        data = dotplot_data(workspace, of_year, target.id)
        return dot_plot(data.rows, data.scale, data.words, data.text, theme, width=width)

    return make


def _bullet(target: TargetProgress, progress: PlanProgress) -> Drawing:
    from digiplan_desktop.ui.chart_words import chart_legend, chart_rows, chart_text

    rows, legend = chart_rows([target]), chart_legend()
    text = replace(chart_text(progress, target.year), title="", footer="")

    def make(theme: Theme, width: float) -> Figure:
        from digiplan_desktop.charts.bullet import bullet_chart

        return bullet_chart(rows, text, theme, legend=legend, width=width)

    return make

"""Charts of the open store as Figures: the same for the window, for `digiplan chart` and for the tour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.errors import ChoiceUnknown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from matplotlib.figure import Figure

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.charts.theme import Theme


@dataclass(frozen=True)
class ChartWish:
    """Which chart: its kind, the day to look from, the territory, and the year or the target it is about.

    Attributes:
        year: of the targets' due date; None takes the next one that is not past, or the last.
    """

    kind: str
    as_of: date | None = None
    territory: str = "old"
    year: int | None = None
    target: str = "T1"
    theme: str = "light"


def draw_chart(workspace: Workspace, wish: ChartWish) -> Figure:
    """Draw a chart; raises ChoiceUnknown for a kind, target, year or territory that is not known."""
    from digiplan_desktop.actions.progress import plan_progress
    from digiplan_desktop.charts.theme import THEMES

    if wish.kind not in _CHARTS:
        raise ChoiceUnknown("chart", wish.kind, tuple(_CHARTS))
    progress = plan_progress(workspace, as_of=wish.as_of, territory=wish.territory)
    known = tuple(target.id for target in progress.plan.targets)
    if wish.target not in known:
        raise ChoiceUnknown("target", wish.target, known)
    return _CHARTS[wish.kind](workspace, progress, wish, THEMES[wish.theme])


def next_year(progress: PlanProgress) -> int:
    """Give the year of the nearest due date that is not past, or the last one."""
    return next((year for year in progress.years if year >= progress.as_of.year), progress.years[-1])


def _bullet(_workspace: Workspace, progress: PlanProgress, wish: ChartWish, theme: Theme) -> Figure:
    from digiplan_desktop.charts.bullet import bullet_chart
    from digiplan_desktop.ui.chart_words import chart_legend, chart_rows, chart_text

    year = wish.year or next_year(progress)
    if year not in progress.years:
        raise ChoiceUnknown("year", str(year), tuple(map(str, progress.years)))
    rows = chart_rows(progress.of_year(year))
    return bullet_chart(rows, chart_text(progress, year), theme, legend=chart_legend())


def _trajectory(_workspace: Workspace, progress: PlanProgress, wish: ChartWish, theme: Theme) -> Figure:
    from digiplan_desktop.charts.trajectory import trajectory_chart
    from digiplan_desktop.ui.trajectory_words import trajectory_data, trajectory_text

    stages = [target for target in progress.targets if target.id == wish.target]
    return trajectory_chart(trajectory_data(stages), trajectory_text(progress, stages), theme)


def _dotplot(workspace: Workspace, progress: PlanProgress, wish: ChartWish, theme: Theme) -> Figure:
    from digiplan_desktop.charts.dotplot import dot_plot
    from digiplan_desktop.ui.dotplot_words import dotplot_data

    data = dotplot_data(workspace, progress, wish.target)
    return dot_plot(data.rows, data.scale, data.words, data.text, theme)


_CHARTS: dict[str, Callable[[Workspace, PlanProgress, ChartWish, Theme], Figure]] = {
    "bullet": _bullet,
    "trajectory": _trajectory,
    "dotplot": _dotplot,
}

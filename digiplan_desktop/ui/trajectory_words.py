"""Words and numbers of the trajectory chart: one target over time, with its required path and projection."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from math import ceil, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.figures import aim_text, in_percent, number_text, value_text
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.terms import status_word, territory_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.charts.bullet import Tick
    from digiplan_desktop.charts.captions import ChartText
    from digiplan_desktop.charts.trajectory import PathLeg, Projection, TargetPoint, Trajectory
    from digiplan_desktop.plan.results import TargetProgress

_YEAR = timedelta(days=365.25)


def trajectory_text(progress: PlanProgress, stages: Sequence[TargetProgress]) -> ChartText:
    """Give the captions: the finding about the last due date, then measure, territory and day."""
    from digiplan_desktop.charts.captions import ChartText

    last, language = stages[-1], current_language()
    title = f"{last.short.of(language)}: {status_word(last.status).lower()}"
    if last.value is not None and last.pace_needed is not None:
        pace = QCoreApplication.translate(
            "charts", "{pace} {unit} a year are still needed until {year}"
        ).format(pace=format_number(last.pace_needed, 1, language), unit=_unit(last), year=last.year)
        title = f"{title}; {pace}"
    subtitle = QCoreApplication.translate("charts", "{unit}; {territory}; seen on {day}").format(
        unit=last.text.of(language),
        territory=territory_word(progress.territory),
        day=format_date(progress.as_of, language),
    )
    return ChartText(title=title, subtitle=subtitle, footer=_footer(progress))


def _footer(progress: PlanProgress) -> str:
    method = QCoreApplication.translate(
        "charts",
        "Band: 95% interval. Dashed: required path, a straight line between the targets. "
        "Dotted: where the present pace leads.",
    )
    if not progress.invented:
        return method
    return QCoreApplication.translate("charts", "Invented figures, for demonstration.") + " " + method


def trajectory_data(stages: Sequence[TargetProgress]) -> Trajectory:
    """Give what the chart of one target draws; `stages` are its due dates, earliest first."""
    from digiplan_desktop.charts.trajectory import Observation, Trajectory

    last = stages[-1]
    observations = tuple(
        Observation(point.date, point.value, point.low, point.high, value_text(last, point.value))
        for point in last.series
    )
    first_days = [stage.due for stage in stages] + [point.date for point in last.series]
    if last.baseline is not None and last.baseline_date is not None:
        first_days.append(last.baseline_date)
    return Trajectory(
        ticks=_ticks(stages),
        first_year=min(day.year for day in first_days) - 1,
        last_year=max(stage.year for stage in stages),
        observations=observations,
        path=tuple(_legs(stages)),
        targets=tuple(_points(stages)),
        projection=_projection(last),
        latest_note=_latest(last),
    )


def _points(stages: Sequence[TargetProgress]) -> Iterator[TargetPoint]:
    from digiplan_desktop.charts.trajectory import TargetPoint

    for stage in stages:
        if stage.aim.value is not None:
            name = QCoreApplication.translate("charts", "Target {year}").format(year=stage.year)
            yield TargetPoint(stage.due, stage.aim.value, (name, aim_text(stage)))


def _legs(stages: Sequence[TargetProgress]) -> Iterator[PathLeg]:
    """Give the straight pieces between the baseline, when it is known, and the targets."""
    from digiplan_desktop.charts.trajectory import PathLeg

    corners: list[tuple[date, float]] = []
    first = stages[0]
    if first.baseline is not None and first.baseline_date is not None:
        corners.append((first.baseline_date, first.baseline))
    corners += [(stage.due, stage.aim.value) for stage in stages if stage.aim.value is not None]
    for start, end in pairwise(corners):
        pace = (end[1] - start[1]) / ((end[0] - start[0]) / _YEAR)
        words = QCoreApplication.translate("charts", "+{pace} {unit} a year").format(
            pace=format_number(pace, 1, current_language()), unit=_unit(first)
        )
        yield PathLeg(start, end, (words,) if pace > 0 else ())


def _projection(last: TargetProgress) -> Projection | None:
    from digiplan_desktop.charts.trajectory import Projection

    if last.projection is None:
        return None
    return Projection(
        last.due,
        last.projection,
        last.projection_low,
        last.projection_high,
        value_text(last, last.projection),
        (QCoreApplication.translate("charts", "at the present pace"),),
    )


def _latest(last: TargetProgress) -> tuple[str, ...]:
    if not last.series:
        return ()
    day = format_date(last.series[-1].date, current_language())
    count = format_number(last.n, 0, current_language())
    return (QCoreApplication.translate("charts", "Latest figure"), f"{day}, n = {count}")


def _ticks(stages: Sequence[TargetProgress]) -> tuple[Tick, ...]:
    from digiplan_desktop.charts.bullet import Tick

    last = stages[-1]
    if in_percent(last):
        return tuple(Tick(float(value), f"{value}%") for value in range(0, 101, 20))
    highest = max(_heights(stages), default=1.0)
    step = _round_step(highest / 4)
    return tuple(
        Tick(step * count, number_text(last, step * count)) for count in range(ceil(highest / step) + 1)
    )


def _heights(stages: Sequence[TargetProgress]) -> Iterator[float]:
    for stage in stages:
        yield from (
            value for value in (stage.aim.value, stage.aim.upper, stage.value, stage.projection) if value
        )


def _round_step(rough: float) -> float:
    """Give the smallest of 1, 2, 5, 10, 20, 50 … that is at least `rough`."""
    power = 10.0 ** max(0, int(log10(rough)) if rough > 1 else 0)
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def _unit(target: TargetProgress) -> str:
    if in_percent(target):
        return QCoreApplication.translate("charts", "percentage points")
    return target.unit.of(current_language())

"""Words and numbers of the dot plot: one target by old district, with intervals, beside the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.errors import ChoiceUnknown, NotMeasured
from digiplan_desktop.text import format_date, format_number, sort_key
from digiplan_desktop.ui.figures import aim_text
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.terms import territory_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.charts.captions import ChartText
    from digiplan_desktop.charts.dotplot import DotRow, DotScale, DotWords
    from digiplan_desktop.plan.results import DomainEstimate, TargetProgress


@dataclass(frozen=True)
class DotplotData:
    """Everything `charts.dotplot.dot_plot` is called with."""

    rows: Sequence[DotRow]
    scale: DotScale
    words: DotWords
    text: ChartText


def dotplot_data(workspace: Workspace, progress: PlanProgress, target_id: str) -> DotplotData:
    """Give the plot of a target; raises ChoiceUnknown for one that no survey round measures as a share."""
    from digiplan_desktop.actions.districts import estimate_districts, measured_targets

    found = estimate_districts(workspace, progress, target_id)
    if target_id not in measured_targets(progress):
        raise ChoiceUnknown("target", target_id, measured_targets(progress))
    if found is None:
        raise NotMeasured(target_id)
    target = next(each for each in progress.targets if each.id == target_id)
    names = {unit.uid: unit.short for unit in workspace.catalogue.districts(progress.territory)}
    rows = [_row(each, names.get(each.domain, _unknown()), target) for each in found.districts]
    ordered = sorted(rows, key=_order)
    return DotplotData(ordered, _scale(found.whole, target), _words(target), _text(progress, target, rows))


def _order(row: DotRow) -> tuple[bool, float, str]:
    # Those that cannot be ranked stand in the order of their names.
    return (not row.reliable, -(row.value or 0.0) if row.reliable else 0.0, sort_key(row.name))


def _unknown() -> str:
    return QCoreApplication.translate("charts", "District unknown")


def _row(district: DomainEstimate, name: str, target: TargetProgress) -> DotRow:
    from digiplan_desktop.charts.dotplot import DotRow

    language = current_language()
    reliable = district.share is not None and "u" not in district.flags
    share = None if district.share is None else 100 * district.share
    text = "–" if share is None else f"{format_number(share, 1, language)}%"
    verdict = _verdict(district, target) if reliable else ""
    return DotRow(
        id=district.domain or "unknown",
        name=name,
        value=share,
        low=None if district.low is None else 100 * district.low,
        high=None if district.high is None else 100 * district.high,
        value_text=text if reliable or share is None else f"({text})",
        count_text=" / ".join(
            format_number(each, 0, language) for each in (district.answered, district.population)
        ),
        verdict=verdict,
        reliable=reliable,
        decided=bool(verdict) and verdict != _undecided(),
    )


def _verdict(district: DomainEstimate, target: TargetProgress) -> str:
    aim = target.aim.value
    if aim is None or district.low is None or district.high is None:
        return ""
    if 100 * district.low > aim:
        return QCoreApplication.translate("charts", "above the target")
    if 100 * district.high < aim:
        return QCoreApplication.translate("charts", "below the target")
    return _undecided()


def _undecided() -> str:
    return QCoreApplication.translate("charts", "not clear")


def _scale(whole: DomainEstimate, target: TargetProgress) -> DotScale:
    from digiplan_desktop.charts.bullet import Tick
    from digiplan_desktop.charts.dotplot import DotScale, Reference

    aim, share = target.aim.value, whole.share
    return DotScale(
        ticks=tuple(Tick(float(value), f"{value}%") for value in range(0, 101, 20)),
        target=None if aim is None else Reference(aim, aim_text(target)),
        whole=None
        if share is None
        else Reference(
            100 * share,
            QCoreApplication.translate("charts", "All: {share}%").format(
                share=format_number(100 * share, 1, current_language())
            ),
            None if whole.low is None else 100 * whole.low,
            None if whole.high is None else 100 * whole.high,
        ),
    )


def _words(target: TargetProgress) -> DotWords:
    from digiplan_desktop.charts.dotplot import DotWords

    return DotWords(
        value=QCoreApplication.translate("charts", "Estimate"),
        count=QCoreApplication.translate("charts", "Answers / listed"),
        verdict=QCoreApplication.translate("charts", "Against {year}").format(year=target.year),
        unreliable=QCoreApplication.translate("charts", "Too few answers to rank"),
    )


def _text(progress: PlanProgress, target: TargetProgress, rows: Sequence[DotRow]) -> ChartText:
    from digiplan_desktop.charts.captions import ChartText

    language = current_language()
    ranked = [row for row in rows if row.reliable]
    decided = sum(row.decided for row in ranked)
    title = QCoreApplication.translate(
        "charts", "{name}: {decided} of {ranked} old districts differ clearly from the target of {year}"
    ).format(name=target.short.of(language), decided=decided, ranked=len(ranked), year=target.year)
    subtitle = QCoreApplication.translate(
        "charts", "Estimate with 95% interval by old district; {territory}; {day}"
    ).format(
        territory=territory_word(progress.territory),
        day=format_date(target.reference_date or progress.as_of, language),
    )
    footer = QCoreApplication.translate(
        "charts",
        "Estimates stratified by size within each district. Districts with too few answers are not ranked.",
    )
    if progress.invented:
        footer = QCoreApplication.translate("charts", "Invented figures, for demonstration.") + " " + footer
    return ChartText(title=title, subtitle=subtitle, footer=footer)

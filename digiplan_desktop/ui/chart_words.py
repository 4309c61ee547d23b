"""Words and numbers of the plan's bullet chart: from the progress of the targets to rows and captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.figures import aim_text, in_percent, value_text
from digiplan_desktop.ui.language import current_language
from digiplan_desktop.ui.terms import status_word, territory_word
from digiplan_desktop.ui.verdict_words import short_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.charts.bullet import BulletLegend, BulletRow, Tick
    from digiplan_desktop.charts.captions import ChartText
    from digiplan_desktop.charts.theme import Tone
    from digiplan_desktop.plan.results import TargetProgress

BEHIND = frozenset({"slightly_behind", "behind", "far_behind", "regressing", "missed"})
REACHED = frozenset({"met", "exceeded"})
UNCERTAIN = frozenset({"low_coverage", "stale", "inconclusive"})
WITHOUT_NUMBER = frozenset({"no_target", "qualitative"})
_MOST_NAMES = 2


def headline(progress: PlanProgress, year: int) -> str:
    """Give one sentence that says where the plan stands for the targets of that year."""
    targets = [target for target in progress.of_year(year) if target.status not in WITHOUT_NUMBER]
    met = sum(target.status in REACHED for target in targets)
    sentence = QCoreApplication.translate("charts", "{met} of {total} targets for {year} are met").format(
        met=met, total=len(targets), year=year
    )
    late = [target for target in targets if target.status in BEHIND]
    if late:
        return f"{sentence}; {_behind(late)}"
    unsure = sum(target.status in UNCERTAIN or target.status == "no_data" for target in targets)
    if unsure:
        return "{}; {}".format(
            sentence,
            QCoreApplication.translate("charts", "{count} cannot be judged yet").format(count=unsure),
        )
    return sentence


def _behind(late: Sequence[TargetProgress]) -> str:
    if len(late) > _MOST_NAMES:
        return QCoreApplication.translate("charts", "{count} are behind").format(count=len(late))
    names = ", ".join(_lower_first(target.short.of(current_language())) for target in late)
    return QCoreApplication.translate("charts", "behind: {names}").format(names=names)


def chart_text(progress: PlanProgress, year: int) -> ChartText:
    """Give the captions of the chart of all targets of that year."""
    from digiplan_desktop.charts.captions import ChartText

    language = current_language()
    subtitle = QCoreApplication.translate(
        "charts", "Plan {number}: results on {day} against the targets of 31/12/{year}; {territory}"
    ).format(
        number=progress.plan.number,
        day=format_date(progress.as_of, language),
        year=year,
        territory=territory_word(progress.territory),
    )
    return ChartText(title=headline(progress, year), subtitle=subtitle, footer=_footer(progress))


def _footer(progress: PlanProgress) -> str:
    method = QCoreApplication.translate(
        "charts",
        "Estimates stratified by old district and size, with finite population correction. "
        "Required path: straight line from the baseline to the target. "
        "Grey bands: below 50%, 50–80%, above 80% of the target.",
    )
    if not progress.invented:
        return method
    return QCoreApplication.translate("charts", "Invented figures, for demonstration.") + " " + method


def chart_legend() -> BulletLegend:
    """Give the words of the chart's key."""
    from digiplan_desktop.charts.bullet import BulletLegend

    return BulletLegend(
        result=QCoreApplication.translate("charts", "Result"),
        interval=QCoreApplication.translate("charts", "95% interval"),
        expected=QCoreApplication.translate("charts", "Path to date"),
        target=QCoreApplication.translate("charts", "Target"),
        target_range=QCoreApplication.translate("charts", "Target range"),
        insufficient=QCoreApplication.translate("charts", "Not enough evidence"),
    )


def chart_rows(targets: Sequence[TargetProgress]) -> tuple[BulletRow, ...]:
    """Give one row of the chart for each target."""
    return tuple(_row(target) for target in targets)


def _row(target: TargetProgress) -> BulletRow:
    from digiplan_desktop.charts.bullet import BulletRow

    qualitative = target.aim.value is None
    insufficient = target.status in UNCERTAIN
    return BulletRow(
        id=target.id,
        name=target.short.of(current_language()),
        unit_line=_unit_line(target),
        scale_max=_scale(target),
        value=target.value,
        tone=tone_of(target.status),
        status_word=status_word(target.status),
        value_text="" if target.value is None else value_text(target, target.value),
        note=short_reason(target),
        low=target.low,
        high=target.high,
        expected=None if qualitative or insufficient else target.expected,
        aim=target.aim.value,
        range_end=target.aim.upper,
        ticks=_ticks(target),
        insufficient=insufficient,
        qualitative=qualitative,
    )


def tone_of(status: str) -> Tone:
    """Give the tone in which charts show a status."""
    from digiplan_desktop.charts.theme import Tone

    tones = {
        "met": Tone.DONE,
        "exceeded": Tone.DONE,
        "on_track": Tone.ON_TRACK,
        "slightly_behind": Tone.SLIGHTLY_BEHIND,
        "behind": Tone.BEHIND,
        "far_behind": Tone.FAR_BEHIND,
        "regressing": Tone.FAR_BEHIND,
        "missed": Tone.MISSED,
        "no_data": Tone.NO_DATA,
        "no_target": Tone.NEUTRAL,
        "qualitative": Tone.NEUTRAL,
    }
    return tones.get(status, Tone.UNCERTAIN)


def _unit_line(target: TargetProgress) -> str:
    # "mid: at least two functions …": the word before the colon is enough here, the page has all of it.
    unit = target.unit.of(current_language())
    name = target.definition_name.of(current_language()).partition(":")[0]
    return f"{unit} · {name}" if name and len(target.definitions) > 1 else unit


def _scale(target: TargetProgress) -> float:
    highest = max(target.value or 0.0, target.high or 0.0, target.expected or 0.0)
    end = target.aim.upper if target.aim.upper is not None else target.aim.value
    if end is None:
        return 100.0 if in_percent(target) else max(1.0, highest * 1.25)
    if in_percent(target):
        return min(100.0, max(end * 1.25, highest * 1.05))
    room = 1.08 if target.aim.upper is not None else 1.25
    return max(end * room, min(highest * 1.05, end * 2))


def _ticks(target: TargetProgress) -> tuple[Tick, ...]:
    from digiplan_desktop.charts.bullet import Tick

    language = current_language()
    aim = target.aim
    ticks = []
    if aim.value is not None and aim.upper is not None:
        ticks = [
            Tick(aim.value, format_number(aim.value, 0, language)),
            Tick(aim.upper, format_number(aim.upper, 0, language)),
        ]
    elif aim.value is not None:
        ticks = [Tick(aim.value, aim_text(target))]
    return (*ticks, Tick(0.0, "0"))


def _lower_first(text: str) -> str:
    # "Dùng hóa đơn" inside a sentence is "dùng hóa đơn"; abbreviations stay as they are.
    return text if text[:2].isupper() else text[:1].lower() + text[1:]

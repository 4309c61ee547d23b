"""Why a target has its status: one short line for the chart, one sentence for its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.figures import (
    aim_text,
    in_percent,
    interval_text,
    percent_text,
    value_text,
)
from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP, current_language

if TYPE_CHECKING:
    from digiplan_desktop.plan.results import TargetProgress

# Reason codes of plan/status.py; a code that reads differently by status is looked up as "code:status" first.
WHY: dict[str, str] = {
    "no_target": QT_TRANSLATE_NOOP("verdicts", "The plan sets no target here; the figure is only watched."),
    "qualitative": QT_TRANSLATE_NOOP(
        "verdicts", "The plan sets no number here on purpose: level and trend are shown, never a pass mark."
    ),
    "no_observation": QT_TRANSLATE_NOOP(
        "verdicts",
        "Nothing has been recorded yet: neither answers of a survey round nor an event of the plan.",
    ),
    "certain:met": QT_TRANSLATE_NOOP(
        "verdicts",
        "Whatever the enterprises not yet reached will say, {0} is certain already; {1} is asked for.",
    ),
    "certain:missed": QT_TRANSLATE_NOOP(
        "verdicts",
        "Whatever the enterprises not yet reached will say, more than {0} is impossible; {1} was asked for.",
    ),
    "point:met": QT_TRANSLATE_NOOP("verdicts", "The exact figure of {0} reaches the {1} that is asked for."),
    "point:exceeded": QT_TRANSLATE_NOOP("verdicts", "The exact figure of {0} lies beyond {1}."),
    "point:missed": QT_TRANSLATE_NOOP("verdicts", "The exact figure of {0} falls short of {1}."),
    "interval:met": QT_TRANSLATE_NOOP(
        "verdicts", "The whole interval from {0} to {1} reaches the {2} that is asked for."
    ),
    "interval:exceeded": QT_TRANSLATE_NOOP("verdicts", "The whole interval from {0} to {1} lies beyond {2}."),
    "interval:inconclusive": QT_TRANSLATE_NOOP(
        "verdicts", "{2} lies within the interval from {0} to {1}: more answers are needed to tell."
    ),
    "due": QT_TRANSLATE_NOOP("verdicts", "The due date is here, and {0} falls short of {1}."),
    "convenience": QT_TRANSLATE_NOOP(
        "verdicts",
        "The enterprises were chosen by convenience: counts are shown, an estimate would not be honest.",
    ),
    "silent_districts": QT_TRANSLATE_NOOP(
        "verdicts",
        "{0} old district(s) have no answer at all, so nothing can be said for the whole territory yet.",
    ),
    "coverage": QT_TRANSLATE_NOOP(
        "verdicts", "Only {0} of the list is covered; at least {1} is needed to judge."
    ),
    "few_answers": QT_TRANSLATE_NOOP(
        "verdicts", "Only {0} answers can be used; at least {1} are needed to judge."
    ),
    "half_width": QT_TRANSLATE_NOOP(
        "verdicts", "The interval reaches {0} points to either side; at most {1} are allowed to judge."
    ),
    "old": QT_TRANSLATE_NOOP(
        "verdicts",
        "The figure stands for a day {0} days away; at most {1} are allowed. A new figure is needed.",
    ),
    "no_baseline": QT_TRANSLATE_NOOP(
        "verdicts",
        "No baseline was recorded, so the path cannot be judged: {0} now, {1} asked for.",
    ),
    "not_begun": QT_TRANSLATE_NOOP("verdicts", "The path begins only later; the figure stands at {0}."),
    "ratio": QT_TRANSLATE_NOOP(
        "verdicts", "{0} of the progress required to date is made: {2}, where the path asks for {1}."
    ),
    "floor": QT_TRANSLATE_NOOP(
        "verdicts", "The path asks for {0} by now, not a whole one more than the {1} there are."
    ),
    "below_baseline": QT_TRANSLATE_NOOP("verdicts", "The figure of {0} lies below the baseline of {1}."),
}

# Which of the numbers of a reason are shares of one, plain counts or points; all others are in the target's unit.
_SHARES = {("coverage", 0), ("coverage", 1), ("ratio", 0)}
_COUNTS = {("silent_districts", 0), ("few_answers", 0), ("few_answers", 1), ("old", 0), ("old", 1)}
_POINTS = {("half_width", 0), ("half_width", 1)}

_AIMS = {("certain", 1), ("point", 1), ("interval", 2), ("due", 1), ("no_baseline", 1)}
# Words such as "lies beyond 20%" take the aim as a number, without its "≥".
_BESIDE_THE_AIM = ("exceeded", "inconclusive")

_SHORT: dict[str, str] = {
    "coverage": QT_TRANSLATE_NOOP("verdicts", "{0} covered, {1} needed"),
    "few_answers": QT_TRANSLATE_NOOP("verdicts", "{0} answers, {1} needed"),
    "half_width": QT_TRANSLATE_NOOP("verdicts", "Interval of ± {0} points, {1} allowed"),
    "old": QT_TRANSLATE_NOOP("verdicts", "Figure {0} days old"),
    "silent_districts": QT_TRANSLATE_NOOP("verdicts", "{0} districts without answers"),
    "convenience": QT_TRANSLATE_NOOP("verdicts", "Counts only, no estimate"),
}


def why(target: TargetProgress) -> str:
    """Give one sentence that explains the status."""
    source = WHY.get(f"{target.reason}:{target.status}", WHY.get(target.reason, ""))
    return _filled(source, target) if source else interval_text(target)


def short_reason(target: TargetProgress) -> str:
    """Give the line under the status in the chart."""
    source = _SHORT.get(target.reason, "")
    if source:
        return _filled(source, target)
    interval = interval_text(target)
    if interval:
        return interval
    if target.gap is not None and target.gap > 0 and target.value is not None:
        return QCoreApplication.translate("verdicts", "{count} more by {day}").format(
            count=value_text(target, target.gap), day=format_date(target.due, current_language())
        )
    return ""


def _filled(source: str, target: TargetProgress) -> str:
    words = [_number(target, place, value) for place, value in enumerate(target.reason_values)]
    return QCoreApplication.translate("verdicts", source).format(*words)


def _number(target: TargetProgress, place: int, value: float) -> str:
    language = current_language()
    where = (target.reason, place)
    if where in _SHARES:
        return percent_text(value)
    if where in _COUNTS:
        return format_number(value, 0, language)
    if where in _POINTS:
        return format_number(value, 0 if value == round(value) else 1, language)
    if where in _AIMS and target.aim.upper is None and target.status not in _BESIDE_THE_AIM:
        return aim_text(target)
    # A point of the path need not be a whole enterprise.
    if not in_percent(target) and value != round(value):
        return format_number(value, 1, language)
    return value_text(target, value)

"""The facts behind a target's figure as pairs of words: what it rests on, what is expected, what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_date, format_number
from digiplan_desktop.ui.figures import in_percent, interval_text, number_text, percent_text, value_text
from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP, current_language
from digiplan_desktop.ui.terms import flag_word, regime_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digiplan_desktop.actions.progress import PlanProgress
    from digiplan_desktop.plan.results import DefinitionEstimate, TargetProgress

translate = QCoreApplication.translate

_SOURCES = {
    "survey": QT_TRANSLATE_NOOP("facts", "Survey round"),
    "figure": QT_TRANSLATE_NOOP("facts", "Figure reported by an administration"),
    "units": QT_TRANSLATE_NOOP("facts", "Events of the plan"),
}


def facts_of(target: TargetProgress, progress: PlanProgress) -> tuple[tuple[str, str], ...]:
    """Give name and text of every fact that is known."""
    return tuple((name, text) for name, text in _facts(target, progress) if text)


def definition_lines(target: TargetProgress) -> Sequence[tuple[str, str, str, str]]:
    """Give a line for each definition that the plan keeps side by side; the frozen one is marked."""
    return [_definition(target, each) for each in target.definitions]


def _facts(target: TargetProgress, progress: PlanProgress) -> Iterator[tuple[str, str]]:
    language = current_language()
    yield translate("facts", "Interval"), interval_text(target)
    yield (
        translate("facts", "Answers used"),
        format_number(target.n, 0, language) if target.source == "survey" else "",
    )
    yield translate("facts", "Coverage"), _coverage(target)
    yield translate("facts", "Quality"), "" if target.value is None else flag_word(target.flags)
    yield from _path(target, progress)
    yield from _source(target)


def _path(target: TargetProgress, progress: PlanProgress) -> Iterator[tuple[str, str]]:
    if target.expected is not None:
        name = translate("facts", "Expected by {day}").format(
            day=format_date(progress.as_of, current_language())
        )
        yield name, value_text(target, target.expected)
    if target.pace_needed is not None:
        pace = number_text(target, target.pace_needed)
        unit = (
            translate("facts", "percentage points")
            if in_percent(target)
            else target.unit.of(current_language())
        )
        yield (
            translate("facts", "Pace needed"),
            translate("facts", "{pace} {unit} a year until {year}").format(
                pace=pace, unit=unit, year=target.year
            ),
        )
    if target.projection is not None:
        yield translate("facts", "At this pace on the due date"), value_text(target, target.projection)
    if target.lower_bound is not None and target.upper_bound is not None and target.source == "survey":
        low, high = number_text(target, target.lower_bound), value_text(target, target.upper_bound)
        yield (
            translate("facts", "Certain without any assumption"),
            translate("facts", "between {low} and {high}").format(low=low, high=high),
        )


def _source(target: TargetProgress) -> Iterator[tuple[str, str]]:
    source = _SOURCES.get(target.source, "")
    if not source:
        return
    day = format_date(target.reference_date, current_language()) if target.reference_date else ""
    parts = [translate("facts", source), regime_word(target.regime) if target.source == "survey" else "", day]
    yield translate("facts", "Source"), " · ".join(part for part in parts if part)
    yield translate("facts", "Definition in force"), target.definition_name.of(current_language())
    if target.frame:
        yield (
            translate("facts", "Frame"),
            translate("facts", "{count} enterprises").format(
                count=format_number(target.frame, 0, current_language())
            ),
        )


def _coverage(target: TargetProgress) -> str:
    if target.coverage is None:
        return ""
    text = percent_text(target.coverage)
    if target.worst_coverage is None:
        return text
    return translate("facts", "{all}; least covered stratum {worst}").format(
        all=text, worst=percent_text(target.worst_coverage)
    )


def _definition(target: TargetProgress, each: DefinitionEstimate) -> tuple[str, str, str, str]:
    mark = "● " if each.chosen else "   "
    interval = ""
    if each.low is not None and each.high is not None:
        interval = f"{number_text(target, each.low)}–{value_text(target, each.high)}"
    answers = format_number(each.n, 0, current_language())
    return (mark + each.name.of(current_language()), value_text(target, each.value), interval, answers)

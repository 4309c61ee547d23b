"""Lines that the command line prints for people, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.messages import refusal_text, status_glyph, status_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digiplan_desktop.actions.enterprises import ImportReport
    from digiplan_desktop.plan.results import TargetProgress


def import_summary(report: ImportReport) -> str:
    """Say in one sentence what became of the rows of a list."""
    return QCoreApplication.translate(
        "commands",
        "{read} rows read: {added} added, {updated} updated, {unchanged} unchanged, {refused} refused.",
    ).format(
        read=report.read,
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
        refused=report.refused,
    )


def row_lines(report: ImportReport) -> Iterator[str]:
    """Give a line for each row that was refused or needs a look."""
    for mark, rows in (("✖", report.refusals), ("▲", report.warnings)):
        for each in rows:
            place = QCoreApplication.translate("commands", "row {row}, {column}").format(
                row=each.row, column=each.column or "–"
            )
            yield f"{mark} {place}: {each.value!s:.60} · {refusal_text(each.reason)}"


def nothing_found() -> str:
    """Say that a list has no line."""
    return QCoreApplication.translate("commands", "Nothing found.")


def demo_part(part: str, count: int) -> str:
    """Say which part of a demonstration is being made."""
    match part:
        case "enterprises":
            text = QCoreApplication.translate("commands", "Inventing {count} enterprises …")
        case "responses":
            text = QCoreApplication.translate(
                "commands", "Inventing a survey round with {count} questionnaires …"
            )
        case _:
            text = QCoreApplication.translate("commands", "Inventing {count} events of the plan …")
    return text.format(count=count)


def demo_result(folder: Path, enterprises: int, responses: int) -> str:
    """Say what a demonstration store holds and how to open it."""
    return QCoreApplication.translate(
        "commands",
        "“{folder}” holds {enterprises} invented enterprises and {responses} invented questionnaires. "
        'Open it with: digiplan --store "{folder}"',
    ).format(folder=folder, enterprises=enterprises, responses=responses)


def target_line(target: TargetProgress, language: str) -> str:
    """Give one line about a target: year, name, value with its interval, status."""
    value = "–" if target.value is None else format_number(target.value, 1, language)
    if target.low is not None and target.high is not None:
        value += f" ({format_number(target.low, 1, language)}–{format_number(target.high, 1, language)})"
    status = f"{status_glyph(target.status)} {status_word(target.status)}"
    name = f"{target.year}  {target.id:<4} {target.short.of(language):<44.44}"
    return f"{name} {value:>22} {target.unit.of(language):<8} {status}"

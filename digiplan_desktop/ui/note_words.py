"""What has to be told beside a figure of the plan, a sentence for each note of plan/progress.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.figures import value_text
from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP, current_language
from digiplan_desktop.ui.terms import status_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.plan.results import Note, TargetProgress

NOTE_WORDS: dict[str, str] = {
    "census_incomplete": QT_TRANSLATE_NOOP(
        "notes", "The census is not finished ({0} of {1} answered): it is weighted like a sample."
    ),
    "missing_at_random": QT_TRANSLATE_NOOP(
        "notes",
        "The interval assumes that enterprises not yet reached are like those that answered in their stratum.",
    ),
    "silent_districts": QT_TRANSLATE_NOOP("notes", "Old districts without any answer: {names}."),
    "merged_strata": QT_TRANSLATE_NOOP(
        "notes", "{0} strata with too few answers were counted with a neighbour."
    ),
    "strays": QT_TRANSLATE_NOOP("notes", "{0} answers belong to no stratum of the frame and were left out."),
    "surplus": QT_TRANSLATE_NOOP("notes", "{0} answers exceed the number of units in their stratum."),
    "missing_units": QT_TRANSLATE_NOOP("notes", "About {0} units still lack what the target asks of all."),
    "undocumented": QT_TRANSLATE_NOOP("notes", "{0} of the events or figures have no document yet."),
    "staff_unknown": QT_TRANSLATE_NOOP("notes", "The staff of {0} new enterprises is not known."),
    "not_counted": QT_TRANSLATE_NOOP(
        "notes", "{0} events lie outside the counting period or name an enterprise twice."
    ),
    "observed_after_due": QT_TRANSLATE_NOOP("notes", "The figure was taken {0} days after the due date."),
    "from_first_result": QT_TRANSLATE_NOOP("notes", "The path starts at the result of the earlier due date."),
    "two_classes": QT_TRANSLATE_NOOP("notes", "Within the interval the status could also be: {names}."),
    "floor": QT_TRANSLATE_NOOP("notes", "The path asks for no more than {0} whole units by now."),
    "interval_holds_baseline": QT_TRANSLATE_NOOP("notes", "The interval includes the baseline of {value}."),
}


def note_sentences(target: TargetProgress, names: Mapping[str, str]) -> list[str]:
    """Give a sentence for each note; `names` has the names of units by uid."""
    return [_sentence(target, note, names) for note in target.notes if note.code in NOTE_WORDS]


def _sentence(target: TargetProgress, note: Note, names: Mapping[str, str]) -> str:
    language = current_language()
    numbers = [format_number(value, 0, language) for value in note.values if isinstance(value, int | float)]
    texts = [_name(value, names) for value in note.values if isinstance(value, str)]
    value = value_text(target, note.values[0]) if numbers and not isinstance(note.values[0], str) else ""
    words = QCoreApplication.translate("notes", NOTE_WORDS[note.code])
    return words.format(*numbers, names=", ".join(dict.fromkeys(texts)), value=value)


def _name(text: str, names: Mapping[str, str]) -> str:
    return names[text] if text in names else status_word(text)

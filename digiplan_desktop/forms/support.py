"""Which appearances and actions of XLSForm mean something at a desk; the rest is reported, and shown plainly."""

from __future__ import annotations

import re

# What changes how a question looks or is keyed here, or asks for what every question here does anyway.
_KNOWN = frozenset(
    (
        "minimal", "autocomplete", "search", "multiline", "numbers", "thousands-sep", "field-list", "table-list",
        "label", "list-nolabel", "list", "compact", "horizontal", "horizontal-compact", "likert", "quick",
        "quickcompact", "columns", "columns-pack", "no-buttons", "vertical", "no-ticks", "picker", "no-calendar",
        "month-year", "year", "rating", "accordion", "page", "pages", "theme-grid", "gorgeous", "randomize", "masked",
        "hidden-answer", "url", "counter", "randomized",
    )
)  # fmt: skip
_WIDTH = re.compile(r"(w|columns-|compact-|quickcompact-)\d+\Z")
_WHOLE = re.compile(r"(ex|intent|printer):|search\s*\(")
RECORDING_ACTIONS = frozenset(("recordaudio", "setgeopoint"))


def unsupported_appearances(appearance: str) -> tuple[str, ...]:
    """Give the words of an appearance that change nothing here: calls of other apps, maps, pens, other calendars."""
    if _WHOLE.match(appearance.strip()):
        return (appearance.strip(),)
    words = appearance.split()
    return tuple(word for word in words if word.lower() not in _KNOWN and not _WIDTH.match(word))

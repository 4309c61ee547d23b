"""Shows a place in the text of a cell: the line it stands on, and a caret below it."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"\$\{\s*([^{}]*?)\s*\}")


def caret(text: str, offset: int) -> str:
    """Write the line of the text in which the offset lies, with a caret under it; "" when the place is not known."""
    if not text or not 0 <= offset <= len(text):
        return ""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:].partition("\n")[0]
    return f"{line}\n{' ' * (offset - start)}^"


def reference_offset(text: str, name: str) -> int:
    """Give the offset of ${name} in a text, -1 when it does not stand there."""
    return next((match.start() for match in _REFERENCE.finditer(text) if match.group(1) == name), -1)

"""Status glyphs drawn as markers, so that they keep their shape in any font."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.path import Path

from digiplan_desktop.charts.theme import Tone

if TYPE_CHECKING:
    from digiplan_desktop.charts.page import Page

_CHECK = Path(
    [(-0.5, 0.02), (-0.32, 0.2), (-0.14, 0.0), (0.32, 0.56), (0.52, 0.4), (-0.12, -0.42), (-0.5, 0.02)]
)
_SHAPES: dict[Tone, tuple[Any, float]] = {
    Tone.DONE: (_CHECK, 11),
    Tone.ON_TRACK: ("o", 7.5),
    Tone.SLIGHTLY_BEHIND: ("^", 8),
    Tone.BEHIND: ("v", 8),
    Tone.FAR_BEHIND: ("D", 6.5),
    Tone.MISSED: ("X", 8),
    Tone.UNCERTAIN: ("o", 7),
    Tone.NO_DATA: ("s", 6.5),
    Tone.NEUTRAL: ("s", 5),
}
_HOLLOW = frozenset({Tone.UNCERTAIN, Tone.NO_DATA})


def draw_glyph(page: Page, x: float, y: float, tone: Tone) -> None:
    """Draw the glyph of a tone centred at x, y."""
    shape, size = _SHAPES[tone]
    colour = page.theme.tones[tone]
    hollow: dict[str, Any] = {"markerfacecolor": "none", "markeredgewidth": 1.5, "markeredgecolor": colour}
    page.mark(x, y, shape, size, colour, gid=f"glyph:{tone}", **(hollow if tone in _HOLLOW else {}))

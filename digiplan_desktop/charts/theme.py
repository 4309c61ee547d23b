"""The colours of charts in light and dark, and the tones a status is shown in.

Free of matplotlib, so that other layers can ask for a glyph or a colour without loading it. The colours of
one theme keep their distance for people with protan, deutan and tritan vision.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tone(StrEnum):
    """How a status is shown: always by glyph and colour beside its word."""

    DONE = "done"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    MISSED = "missed"
    UNCERTAIN = "uncertain"
    NO_DATA = "no_data"
    NEUTRAL = "neutral"


GLYPHS: Mapping[Tone, str] = {
    Tone.DONE: "✔",
    Tone.ON_TRACK: "●",
    Tone.SLIGHTLY_BEHIND: "▲",
    Tone.BEHIND: "▼",
    Tone.FAR_BEHIND: "◆",
    Tone.MISSED: "×",
    Tone.UNCERTAIN: "○",
    Tone.NO_DATA: "□",
    Tone.NEUTRAL: "■",
}


@dataclass(frozen=True)
class Theme:
    """Colours by role, as "#RRGGBB".

    Attributes:
        bands: background of a bullet bar: below 50 %, 50-80 % and above 80 % of the aim.
        muted: marks and numbers that the evidence does not carry.
        interval: the line of an interval where it crosses the bar and where it stands on the background.
        tones: one colour for each tone.
    """

    name: str
    surface: str
    text: str
    secondary: str
    line: str
    bar: str
    bands: tuple[str, str, str]
    muted: str
    expected: str
    interval: str
    band: str
    projection: str
    tones: Mapping[Tone, str]


def _tones(done: str, on_track: str, slightly: str, behind: str, far: str, grey: str) -> dict[Tone, str]:
    return {
        Tone.DONE: done,
        Tone.ON_TRACK: on_track,
        Tone.SLIGHTLY_BEHIND: slightly,
        Tone.BEHIND: behind,
        Tone.FAR_BEHIND: far,
        Tone.MISSED: far,
        Tone.UNCERTAIN: grey,
        Tone.NO_DATA: grey,
        Tone.NEUTRAL: grey,
    }


LIGHT = Theme(
    name="light",
    surface="#FFFFFF",
    text="#15202B",
    secondary="#52606D",
    line="#D9DFE5",
    bar="#005B99",
    bands=("#D2D9E1", "#E0E5EA", "#EDF0F3"),
    muted="#6B7885",
    expected="#BF4E0E",
    interval="#15202B",
    band="#CFE3F1",
    projection="#3F8FC4",
    tones=_tones("#00476F", "#2C7FB8", "#C08A00", "#A8380A", "#4A0A33", "#7C8995"),
)

DARK = Theme(
    name="dark",
    surface="#14191F",
    text="#E6EBF0",
    secondary="#A3AFBB",
    line="#2B333C",
    bar="#5AB0EA",
    bands=("#36424D", "#2A343D", "#20282F"),
    muted="#8593A0",
    expected="#F08A3C",
    interval="#F4F7FA",
    band="#1F3A50",
    projection="#7CC3F0",
    tones=_tones("#D0F6F8", "#2F9EF8", "#F0C01A", "#D4642E", "#AE62A6", "#9AA099"),
)

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}

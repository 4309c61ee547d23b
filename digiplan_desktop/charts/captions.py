"""The words around a chart: a title that states the finding, a subtitle, a source line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digiplan_desktop.charts.lettering import FOOTER, SUBTITLE, TITLE, wrap

if TYPE_CHECKING:
    from digiplan_desktop.charts.page import Page

MARGIN = 36.0


@dataclass(frozen=True)
class ChartText:
    """Ready-made words, in the language of the reader.

    Attributes:
        title: the finding, as a sentence.
        subtitle: measure, unit, date.
        footer: source, method, "invented figures" where they are.
        alt: the chart in words for those who cannot see it; title and subtitle when empty.
    """

    title: str
    subtitle: str = ""
    footer: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Captions:
    """The words broken into lines for one width, so that a chart knows the room they need.

    Attributes:
        top: height above the drawing; bottom: height below it, both in points.
    """

    text: ChartText
    title: list[str]
    subtitle: list[str]
    footer: list[str]
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        words = TITLE.leading * len(self.title) + SUBTITLE.leading * len(self.subtitle)
        object.__setattr__(self, "top", words + (34 if words else 6))
        object.__setattr__(self, "bottom", FOOTER.leading * len(self.footer) + (30 if self.footer else 6))


def fit_captions(text: ChartText, width: float) -> Captions:
    """Break the words for a page of that width in points."""
    room = width - 2 * MARGIN
    return Captions(
        text=text,
        title=wrap(text.title, TITLE, room),
        subtitle=wrap(text.subtitle, SUBTITLE, room),
        footer=wrap(text.footer, FOOTER, room),
    )


def draw_captions(page: Page, captions: Captions) -> None:
    """Write title and subtitle at the top, the source line at the foot; keep the alt text with the figure."""
    theme = page.theme
    y = page.lines(MARGIN, 40, captions.title, TITLE, theme.text, gid="title")
    page.lines(MARGIN, y - 2, captions.subtitle, SUBTITLE, theme.secondary, gid="subtitle")
    first = page.height - 16 - FOOTER.leading * (len(captions.footer) - 1)
    page.lines(MARGIN, first, captions.footer, FOOTER, theme.secondary, gid="footer")
    page.figure.set_label(alt_text(captions.text))


def alt_text(text: ChartText) -> str:
    """Give the chart in words."""
    return text.alt or ". ".join(part for part in (text.title, text.subtitle) if part)

"""The words around a chart: a title that states the finding, a subtitle, a source line."""

from __future__ import annotations

from dataclasses import dataclass


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

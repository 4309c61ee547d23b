"""What stands under the table of Biểu 01: the reconciliation line, the notes, the three who sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.returns.notes import foot_notes
from digiplan_desktop.returns.printing import text_lines
from digiplan_desktop.returns.signatures import place_and_date, signature_columns

if TYPE_CHECKING:
    from digiplan_desktop.returns.content import Bieu01
    from digiplan_desktop.returns.layout import Frame

_PIXELS_PER_LETTER = 5.4
_GAP, _LINE, _SIGNING_ROOM = 9.0, 17.0, 52.0


class Foot:
    """The rows under the table, each with a height of its own, so that the page breaks can be foreseen."""

    def __init__(self, frame: Frame, data: Bieu01) -> None:
        self.frame, self.data = frame, data
        self.notes = foot_notes(data)
        self.signers = signature_columns(data.office)
        self._depth = max(len(heading) for heading, _, _ in self.signers)

    @property
    def height(self) -> float:
        """Height in points, from the row under the table to the names."""
        return sum(self._heights())

    def _heights(self) -> list[float]:
        """Give the heights of: gap, reconciliation, notes, gap, date, headings, instruction, room to sign, name."""
        letters = int(sum(self.frame.widths) / _PIXELS_PER_LETTER)
        notes = [14.5 * text_lines(note, letters) + 1 for note in self.notes]
        signatures = [_LINE, *[_LINE] * self._depth, _LINE, _SIGNING_ROOM, _LINE]
        return [_GAP, _LINE, *notes, _GAP, *signatures]

    def write(self, first: int) -> int:
        """Write the notes and signatures below the reconciliation line; give the last row used."""
        for row, height in enumerate(self._heights(), first):
            self.frame.sheet.set_row(row, height)
        row = first + 2
        for row, note in enumerate(self.notes, first + 2):
            look = {"font_size": 10, "text_wrap": True, "valign": "top"}
            self.frame.span((row, row), (0, self.frame.last), note, **look)
        return self._write_signatures(row + 2)

    def _write_signatures(self, row: int) -> int:
        span, thirds = self.frame.span, self.frame.thirds
        date_line = place_and_date(self.data.office.place, self.data.signed_on)
        span((row, row), thirds[2], date_line, italic=True, font_size=12, align="center")
        last = row + self._depth + 3
        for third, (heading, instruction, name) in zip(thirds, self.signers, strict=True):
            for place, line in enumerate(heading, row + 1):
                span((place, place), third, line, bold=True, font_size=12, align="center")
            span((last - 2, last - 2), third, instruction, italic=True, align="center")
            span((last, last), third, name, bold=True, font_size=12, align="center", locked=False)
        return last

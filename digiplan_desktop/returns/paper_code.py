"""The QR code of a questionnaire: which form, which version."""

from __future__ import annotations

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from digiplan_desktop.returns.paper_sketch import BLACK, Box, Sketch

PREFIX = "digiplan-form"


def code_text(form_id: str, version: str) -> str:
    """Give what the code says: digiplan-form:ID:VERSION."""
    return f"{PREFIX}:{form_id}:{version}"


def form_code(form_id: str, version: str, side: float) -> Sketch:
    """Draw the code as a square; level M still reads with one module in seven soiled."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(code_text(form_id, version))
    code.make()
    rows: list[list[bool]] = code.modules
    module = side / len(rows)
    marks = tuple(
        Box(start * module, row * module, length * module, module, fill=BLACK, line=None)
        for row, cells in enumerate(rows)
        for start, length in _runs(cells)
    )
    return Sketch(side, side, marks)


def _runs(cells: list[bool]) -> list[tuple[int, int]]:
    """Give start and length of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(cells):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs

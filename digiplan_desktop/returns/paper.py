"""Printed questionnaires: A4 sheets as PDF, with the typefaces inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from digiplan_desktop.errors import FileNotWritable
from digiplan_desktop.returns.paper_answers import boxes
from digiplan_desktop.returns.paper_blocks import SERIAL_BOXES, WIDTH, Block, blocks_of
from digiplan_desktop.returns.paper_lettering import REGULAR, load_typefaces, printable, text_width
from digiplan_desktop.returns.paper_sketch import GREY, Box, Letters, Mark, Rule, Sketch
from digiplan_desktop.returns.paper_words import PaperWords, paper_words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from digiplan_desktop.returns.paper_content import Paper

A4 = (595.28, 841.89)
LEFT = (A4[0] - WIDTH) / 2
TOP, BOTTOM = 46.0, 48.0
ROOM = A4[1] - TOP - BOTTOM
_FOOT = 30.0

Page = list[tuple[float, Sketch]]


@dataclass(frozen=True)
class Printed:
    """What was written: the file and its number of pages."""

    path: Path
    pages: int


def write_paper(path: Path, paper: Paper) -> Printed:
    """Write a questionnaire as PDF, replacing a file of that name; the same content gives the same bytes.

    Raises:
        FileNotWritable: the folder is missing or read-only, or another program holds the file.
    """
    content, pages = paper_bytes(paper)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FileNotWritable(path, error.strerror or "") from error
    return Printed(path, pages)


def paper_bytes(paper: Paper) -> tuple[bytes, int]:
    """Give the PDF and its number of pages."""
    from reportlab.pdfgen.canvas import Canvas

    load_typefaces()
    words = paper_words(paper.language)
    pages = paginate(blocks_of(paper, words))
    target = BytesIO()
    # Any other first typeface would be named in the file without being inside it; the stubs take it for a number.
    canvas = Canvas(
        target,
        pagesize=A4,
        invariant=1,
        lang=paper.language,
        initialFontName=REGULAR,  # type: ignore[arg-type]
    )
    canvas.setTitle(printable(paper.title))
    canvas.setSubject(f"{paper.form_id} {paper.version}".strip())
    canvas.setCreator("DigiPlan Desktop")
    for number, page in enumerate(pages, 1):
        for down, sketch in page:
            draw(canvas, sketch.moved(LEFT, TOP + down))
        draw(canvas, _margins(paper, words, number, len(pages)))
        canvas.showPage()
    canvas.save()
    return target.getvalue(), len(pages)


# Pages


def paginate(blocks: Iterable[Block]) -> list[Page]:
    """Distribute blocks over pages; those that keep the next one with them go to the same page."""
    pages: list[Page] = [[]]
    used = 0.0
    for group in _groups(blocks):
        height = sum(block.sketch.height + block.gap for block in group)
        if pages[-1] and used + height > ROOM:
            pages.append([])
            used = 0.0
        for block in group:
            used += block.gap if pages[-1] else 0
            if pages[-1] and used + block.sketch.height > ROOM:
                pages.append([])
                used = 0.0
            pages[-1].append((used, block.sketch))
            used += block.sketch.height
    return pages


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Give the blocks in groups that belong on one page; what no page can hold comes in pieces."""
    group: list[Block] = []
    for block in blocks:
        group += _pieces(block)
        if not block.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _pieces(block: Block) -> list[Block]:
    """Cut a block that is higher than a page."""
    if block.sketch.height <= ROOM:
        return [block]
    # A mark that begins just above the cut still ends on the page.
    step = ROOM - 24
    marks = sorted(block.sketch.marks, key=lambda mark: mark.y)
    found = []
    for piece, members in groupby(marks, key=lambda mark: int(mark.y // step)):
        sketch = Sketch(WIDTH, step, tuple(members))
        found.append(Block(Sketch(WIDTH, ROOM, sketch.moved(0, 12 - piece * step)), gap=0))
    return found


def _margins(paper: Paper, words: PaperWords, number: int, pages: int) -> Iterator[Mark]:
    """Give foot and, from the second page on, the serial number again, for sheets come apart."""
    y = A4[1] - _FOOT
    right = LEFT + WIDTH
    yield Rule(LEFT, y - 10, WIDTH, grey=0.8)
    yield Letters(LEFT, y, f"{paper.form_id} · {paper.version}".rstrip(" ·"), REGULAR, 8, GREY)
    yield _right_aligned(words.page.format(page=number, pages=pages), right, y)
    if number > 1:
        serial = boxes(SERIAL_BOXES, WIDTH)
        yield from serial.moved(right - serial.width, 20)
        yield _right_aligned(words.serial, right - serial.width - 6, 31)


def _right_aligned(text: str, right: float, y: float) -> Letters:
    return Letters(right - text_width(text, REGULAR, 8), y, text, REGULAR, 8, GREY)


# Drawing


def draw(canvas: Canvas, marks: Iterable[Mark]) -> None:
    """Draw marks; their y runs down from the upper edge of the page."""
    for mark in marks:
        match mark:
            case Letters():
                canvas.setFont(mark.font, mark.size)
                canvas.setFillGray(mark.grey)
                canvas.drawString(mark.x, A4[1] - mark.y, mark.text)
            case Rule():
                _draw_rule(canvas, mark)
            case Box():
                _draw_box(canvas, mark)


def _draw_rule(canvas: Canvas, rule: Rule) -> None:
    canvas.setLineWidth(0.6)
    canvas.setStrokeGray(rule.grey)
    canvas.setDash(*((0.8, 2.2) if rule.dotted else ()))
    canvas.line(rule.x, A4[1] - rule.y, rule.x + rule.width, A4[1] - rule.y)
    canvas.setDash()


def _draw_box(canvas: Canvas, box: Box) -> None:
    canvas.setLineWidth(0.7)
    canvas.setStrokeGray(box.line or 0.0)
    canvas.setFillGray(box.fill or 0.0)
    drawn = {"stroke": int(box.line is not None), "fill": int(box.fill is not None)}
    y = A4[1] - box.y - box.height
    if box.radius:
        canvas.roundRect(box.x, y, box.width, box.height, box.radius, **drawn)
    else:
        canvas.rect(box.x, y, box.width, box.height, **drawn)

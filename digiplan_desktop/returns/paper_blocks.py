"""The blocks of which the pages are made: heading, sections, questions, lists, the part for the office."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from digiplan_desktop.returns.paper_answers import answer_sketch, boxes, row_of_options
from digiplan_desktop.returns.paper_code import form_code
from digiplan_desktop.returns.paper_content import Annex, Answer, Paper, Question, Section
from digiplan_desktop.returns.paper_grid import NUMBER_WIDTH, batteries, grid
from digiplan_desktop.returns.paper_lettering import BOLD, ITALIC, lettered
from digiplan_desktop.returns.paper_sketch import (
    EMPTY,
    GREY,
    PALE,
    Rule,
    Sketch,
    beside,
    framed,
    stack,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digiplan_desktop.returns.paper_words import PaperWords

WIDTH = 511.0
_CODE_SIDE = 74.0
_SIDE_SHARE = 0.46
SERIAL_BOXES = "######"
_ANNEX_COLUMNS, _ANNEX_ROWS = 3, 54


@dataclass(frozen=True)
class Block:
    """What stays on one page: a sketch, the gap above it, and whether the next block must stand on its page too."""

    sketch: Sketch
    gap: float = 6.0
    keeps_next: bool = False


def blocks_of(paper: Paper, words: PaperWords) -> Iterator[Block]:
    """Give every block of a questionnaire in the order of the pages."""
    yield Block(_heading(paper, words), gap=0)
    yield from _items(paper.items, words, depth=0)
    yield Block(_office(words), gap=14)
    for annex in paper.annexes:
        yield from _annex(annex, words)


def _heading(paper: Paper, words: PaperWords) -> Sketch:
    width = WIDTH - _CODE_SIDE - 14
    form = (
        f"{words.form} {paper.form_id} · {words.version} {paper.version}"
        if paper.version
        else (f"{words.form} {paper.form_id}")
    )
    serial = beside(lettered(words.serial, 120, size=9), boxes(SERIAL_BOXES, 200), 70)
    left = stack(
        [
            lettered(paper.title, width, font=BOLD, size=15),
            lettered(form, width, size=9, grey=GREY),
            serial,
        ],
        gap=5,
    )
    top = beside(left, form_code(paper.form_id, paper.version, _CODE_SIDE), WIDTH - _CODE_SIDE)
    return stack(
        [
            top,
            lettered(words.purpose, WIDTH, size=9),
            lettered(words.how, WIDTH, font=ITALIC, size=8.5, grey=GREY),
        ],
        gap=4,
    )


def _items(items: tuple[Question | Section, ...], words: PaperWords, *, depth: int) -> Iterator[Block]:
    for battery in batteries(items):
        item = battery[0]
        if isinstance(item, Section):
            yield Block(_section_head(item, words, depth=depth), gap=12 if depth == 0 else 8, keeps_next=True)
            yield from _items(item.items, words, depth=depth + 1)
        elif len(battery) > 1:
            table = grid(tuple(each for each in battery if isinstance(each, Question)), WIDTH, words)
            yield from (
                Block(row, gap=0 if place else 6, keeps_next=place < len(table) - 1)
                for place, row in enumerate(table)
            )
        else:
            yield Block(question_sketch(item, words))


def _section_head(section: Section, words: PaperWords, *, depth: int) -> Sketch:
    copy = words.copy.format(number=section.copy) if section.copy else ""
    title = f"{section.title} ({copy})" if copy and section.title else section.title or copy
    inner = WIDTH - 10
    text = stack(
        [
            lettered(title, inner, font=BOLD, size=11 if depth == 0 else 10),
            lettered(section.skip, inner, font=ITALIC, size=9),
            lettered(section.hint, inner, font=ITALIC, size=8.5, grey=GREY),
            lettered(words.more_copies if section.copy == 1 else "", inner, font=ITALIC, size=8.5, grey=GREY),
        ],
        gap=1,
    )
    return framed(text, width=WIDTH, padding=4, fill=PALE if depth == 0 else 0.96) if text.height else EMPTY


# Questions


def question_sketch(question: Question, words: PaperWords) -> Sketch:
    """Give a question with its skip instruction, hint, room for the answer and check."""
    width = WIDTH - NUMBER_WIDTH
    skip = lettered(f"→ {question.skip}" if question.skip else "", width, font=ITALIC, size=8.5)
    check = words.check.format(text=question.check) if question.check else ""
    body = stack(
        [
            skip,
            _asked(question, width, words),
            lettered(check, width, size=8, grey=GREY),
        ],
        gap=3,
    )
    number = lettered(question.number, NUMBER_WIDTH - 3, font=BOLD)
    row = beside(number, body, NUMBER_WIDTH)
    line = Sketch(WIDTH, 4, (Rule(0, 0, WIDTH, grey=0.8),))
    return stack([line, row])


def _asked(question: Question, width: float, words: PaperWords) -> Sketch:
    """Put a short answer at the right of its question, a long one below."""
    short = _short_answer(question, width, words)
    if short is not None:
        text = _wording(question, width - short.width - 14, words)
        return beside(text, short, width - short.width)
    return stack([_wording(question, width, words), answer_sketch(question, width, words)], gap=4)


def _short_answer(question: Question, width: float, words: PaperWords) -> Sketch | None:
    found = None
    if question.answer in {Answer.BOXES, Answer.TICK}:
        found = answer_sketch(question, width, words)
    elif question.answer in {Answer.ONE, Answer.SEVERAL}:
        found = row_of_options(question)
    return found if found is not None and found.width <= _SIDE_SHARE * width else None


def _wording(question: Question, width: float, words: PaperWords) -> Sketch:
    text = f"{question.text} {words.required}" if question.required else question.text
    font = ITALIC if question.answer is Answer.NONE else BOLD
    return stack(
        [
            lettered(text, width, font=font),
            lettered(question.hint, width, font=ITALIC, size=8.5, grey=GREY),
        ],
        gap=1,
    )


# The end of the questionnaire


def _office(words: PaperWords) -> Sketch:
    column = WIDTH / len(words.roles)
    row = EMPTY
    for place, role in enumerate(words.roles):
        fields = [_field(name, column - 14) for name in (words.name, words.signature)]
        date = beside(lettered(words.date, 60, size=8.5), boxes("##/##/####", column), 28)
        row = beside(
            row, stack([lettered(role, column, font=BOLD), *fields, date], gap=5), place * column + 5
        )
    head = lettered(words.staff, WIDTH, font=BOLD, size=10)
    return stack([head, framed(row, width=WIDTH, padding=5)], gap=3)


def _field(name: str, width: float) -> Sketch:
    label = lettered(name, width, size=8.5)
    at = label.width + 4
    return beside(label, Sketch(width - at, 16, (Rule(0, 13, width - at, dotted=True),)), at)


def _annex(annex: Annex, words: PaperWords) -> Iterator[Block]:
    title = words.annex.format(number=annex.number, title=annex.title)
    yield Block(lettered(title, WIDTH, font=BOLD, size=11), gap=16, keeps_next=True)
    entries = [f"{option.code}  {option.label}" for option in annex.options]
    room = _ANNEX_COLUMNS * _ANNEX_ROWS
    for start in range(0, len(entries), room):
        yield Block(_columns(entries[start : start + room]))


def _columns(entries: list[str]) -> Sketch:
    rows = ceil(len(entries) / _ANNEX_COLUMNS)
    column = WIDTH / _ANNEX_COLUMNS
    sketch = EMPTY
    for place in range(_ANNEX_COLUMNS):
        texts = entries[place * rows : (place + 1) * rows]
        part = stack([lettered(text, column - 8, size=8.5) for text in texts], gap=1)
        sketch = beside(sketch, part, place * column)
    return sketch

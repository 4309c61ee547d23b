"""Where an answer is written: codes to ring or tick, boxes for characters, lines for words."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from digiplan_desktop.returns.paper_content import Answer, Option, Question
from digiplan_desktop.returns.paper_lettering import ITALIC, REGULAR, lettered, text_width
from digiplan_desktop.returns.paper_sketch import (
    EMPTY,
    GREY,
    Box,
    Letters,
    Mark,
    Rule,
    Sketch,
    beside,
    stack,
)

if TYPE_CHECKING:
    from digiplan_desktop.returns.paper_words import PaperWords

BOX_WIDTH, BOX_HEIGHT = 13.0, 15.0
_CODE_HEIGHT, _CODE_SIZE, _LABEL_SIZE = 12.5, 8.0, 9.0
_LINE_HEIGHT = 19.0
_MOST_COLUMNS, _LONG_LIST = 4, 8
_CODE_GREY = 0.2
_COLUMN_GAP = 10.0
_LONG_LINES = 3


def answer_sketch(question: Question, width: float, words: PaperWords) -> Sketch:
    """Give the room for one answer, at most `width` points wide."""
    match question.answer:
        case Answer.ONE | Answer.SEVERAL | Answer.RANKED:
            found = _options(question, width)
        case Answer.CODE:
            found = _listed_code(question, width, words)
        case Answer.BOXES:
            found = boxes(question.boxes, width)
        case Answer.TEXT | Answer.LONG_TEXT:
            found = _lines(_LONG_LINES if question.answer is Answer.LONG_TEXT else 1, width)
        case Answer.TICK:
            found = Sketch(_CODE_HEIGHT, _CODE_HEIGHT, (Box(0, 0, _CODE_HEIGHT, _CODE_HEIGHT),))
        case Answer.NONE:
            found = EMPTY
    return found


def boxes(pattern: str, width: float) -> Sketch:
    """Give a box for every "#" of the pattern and the other characters between them, in rows that fit the width."""
    marks: list[Mark] = []
    x = y = widest = 0.0
    for sign in pattern:
        wide = BOX_WIDTH if sign == "#" else text_width(sign, REGULAR, 11) + 4
        if x and x + wide > width:
            x, y = 0.0, y + BOX_HEIGHT + 3
        if sign == "#":
            marks.append(Box(x, y, BOX_WIDTH, BOX_HEIGHT))
        else:
            marks.append(Letters(x + 2, y + 11.5, sign, REGULAR, 11))
        x += wide
        widest = max(widest, x)
    return Sketch(widest, y + BOX_HEIGHT, tuple(marks))


def _lines(count: int, width: float) -> Sketch:
    rules = tuple(Rule(0, (line + 1) * _LINE_HEIGHT - 4, width, dotted=True) for line in range(count))
    return Sketch(width, count * _LINE_HEIGHT, rules)


def _listed_code(question: Question, width: float, words: PaperWords) -> Sketch:
    """Give boxes for the code beside a line for the name, and say where the list stands."""
    where = (
        words.see_annex.format(number=question.annex)
        if question.annex
        else words.see_list.format(name=question.list_name, size=question.list_size)
    )
    code = boxes(question.boxes, width / 2)
    at = code.width + 8
    name = Sketch(width - at, code.height, (Rule(0, code.height - 1, width - at, dotted=True),))
    return stack([beside(code, name, at), lettered(where, width, font=ITALIC, size=8, grey=GREY)], gap=1)


# Options


def _options(question: Question, width: float) -> Sketch:
    """Give the options in columns, read down; as many columns as hold every label on one line."""
    mark_width = widest_mark(question)
    columns = _columns(question.options, width, mark_width)
    column_width = (width - (columns - 1) * _COLUMN_GAP) / columns
    rows = ceil(len(question.options) / columns)
    cells = [_option(question.answer, option, mark_width, column_width) for option in question.options]
    sketch = EMPTY
    for index in range(columns):
        column = stack(cells[index * rows : (index + 1) * rows], gap=2)
        sketch = beside(sketch, column, index * (column_width + _COLUMN_GAP))
    return sketch


def row_of_options(question: Question) -> Sketch:
    """Give the options on one line as wide as they need."""
    mark_width = widest_mark(question)
    sketch = EMPTY
    for option in question.options:
        cell = _option(question.answer, option, mark_width, 10_000)
        sketch = beside(sketch, cell, sketch.width + (_COLUMN_GAP if sketch.width else 0))
    return sketch


def _columns(options: tuple[Option, ...], width: float, mark_width: float) -> int:
    """Give the number of columns; a long list takes two even where some labels then run over two lines."""
    widest = max((text_width(option.label, REGULAR, _LABEL_SIZE) for option in options), default=0)
    fitting = int((width + _COLUMN_GAP) // (mark_width + 4 + widest + _COLUMN_GAP))
    least = 2 if len(options) > _LONG_LIST else 1
    return max(least, min(_MOST_COLUMNS, len(options), fitting))


def widest_mark(question: Question) -> float:
    """Give the width that the marks of all options of a question share."""
    widths = (text_width(option.code, REGULAR, _CODE_SIZE) + 7 for option in question.options)
    return max((_CODE_HEIGHT, *widths))


def code_mark(answer: Answer, code: str, width: float) -> Sketch:
    """Give a round mark for one of several codes, a square one where any number of them may be marked."""
    x = (width - text_width(code, REGULAR, _CODE_SIZE)) / 2
    radius = _CODE_HEIGHT / 2 if answer is Answer.ONE else 0
    marks = (
        Box(0, 0, width, _CODE_HEIGHT, radius=radius),
        Letters(x, 9.0, code, REGULAR, _CODE_SIZE, _CODE_GREY),
    )
    return Sketch(width, _CODE_HEIGHT, marks)


def _option(answer: Answer, option: Option, mark_width: float, width: float) -> Sketch:
    if answer is Answer.RANKED:
        return _ranked_option(option, width)
    label = lettered(option.label, width - mark_width - 4, size=_LABEL_SIZE)
    return beside(code_mark(answer, option.code, mark_width), label, mark_width + 4)


def _ranked_option(option: Option, width: float) -> Sketch:
    """Give an empty box for the place in the order, then code and label."""
    label = lettered(f"{option.label} ({option.code})", width - BOX_WIDTH - 6, size=_LABEL_SIZE)
    return beside(Sketch(BOX_WIDTH, BOX_HEIGHT, (Box(0, 0, BOX_WIDTH, BOX_HEIGHT),)), label, BOX_WIDTH + 6)

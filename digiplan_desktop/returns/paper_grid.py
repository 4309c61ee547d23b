"""Questions in a row that offer the same few answers stand in one table: the answers' words are read once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from digiplan_desktop.returns.paper_answers import code_mark, widest_mark
from digiplan_desktop.returns.paper_content import Answer, Question, Section
from digiplan_desktop.returns.paper_lettering import BOLD, REGULAR, lettered
from digiplan_desktop.returns.paper_sketch import EMPTY, PALE, Rule, Sketch, beside, framed, stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digiplan_desktop.returns.paper_words import PaperWords

NUMBER_WIDTH = 32.0
_LEAST_QUESTIONS, _MOST_OPTIONS = 3, 6
_TEXT_SHARE = 0.44


def batteries(items: tuple[Question | Section, ...]) -> Iterator[list[Question | Section]]:
    """Give the items, with each run of questions that fit one table as one list."""
    for options, members in groupby(items, key=_table_key):
        found = list(members)
        if options is not None and len(found) >= _LEAST_QUESTIONS:
            yield found
        else:
            yield from ([each] for each in found)


def _table_key(item: Question | Section) -> tuple[object, ...] | None:
    """Give what the questions of one table have in common; None for what never stands in a table."""
    if isinstance(item, Section) or item.answer is not Answer.ONE or item.skip or item.hint or item.check:
        return None
    return item.options if 1 < len(item.options) <= _MOST_OPTIONS else None


def grid(questions: tuple[Question, ...], width: float, words: PaperWords) -> list[Sketch]:
    """Give the rows of a table, its head first: questions down, answers across."""
    lead = common_lead([question.text for question in questions])
    at = NUMBER_WIDTH + (width - NUMBER_WIDTH) * _TEXT_SHARE
    column = (width - at) / len(questions[0].options)
    head = lettered(lead.rstrip(": "), at - 10, font=BOLD)
    for place, option in enumerate(questions[0].options):
        label = lettered(option.label, column - 6, font=REGULAR, size=8)
        head = beside(head, label, at - 2 + place * column)
    rows = [framed(Sketch(width, head.height, head.moved(0, 0)), width=width, padding=2, fill=PALE)]
    for question in questions:
        marks = _marks(question, column)
        text = question.text.removeprefix(lead)
        wording = f"{text} {words.required}" if question.required else text
        number = lettered(question.number, NUMBER_WIDTH - 3, font=BOLD)
        asked = lettered(wording, at - NUMBER_WIDTH - 10, font=BOLD)
        row = beside(beside(number, asked, NUMBER_WIDTH), marks, at)
        line = Sketch(width, 4, (Rule(0, 4, width, grey=0.8),))
        rows.append(stack([Sketch(width, 3), row, line]))
    return rows


def common_lead(texts: list[str]) -> str:
    """Give the words up to a colon with which all texts begin, "" without such."""
    lead, colon, _ = texts[0].partition(": ")
    shared = lead + colon
    return shared if colon and all(text.startswith(shared) for text in texts) else ""


def _marks(question: Question, column: float) -> Sketch:
    width = widest_mark(question)
    sketch = EMPTY
    for place, option in enumerate(question.options):
        sketch = beside(sketch, code_mark(question.answer, option.code, width), place * column)
    return sketch

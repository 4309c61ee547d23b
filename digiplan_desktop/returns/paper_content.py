"""What a printed questionnaire says: plain values, filled by the caller from a compiled form.

Words that the form itself gives (titles, questions, options, messages) come in the language to be printed; words of
the sheet itself (page, serial number, signatures) stand in `paper_words`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Answer(Enum):
    """How an answer is written down by hand."""

    ONE = "one code of a list"
    SEVERAL = "any codes of a list"
    RANKED = "an order of a list"
    CODE = "the code of an entry of a printed list"
    BOXES = "characters in boxes"
    TEXT = "words on a line"
    LONG_TEXT = "words on several lines"
    TICK = "one box to tick"
    NONE = "nothing: a note"


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen: its code as the program stores it, and its words."""

    code: str
    label: str


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        name: the name in the form; not printed.
        number: as the form numbers it ("A3"), else its place in the form.
        skip: when it is asked, in words; "" for always.
        check: what its answer must satisfy, in words.
        boxes: for `Answer.BOXES` a pattern: "#" is a box, anything else is printed between boxes ("##/##/####").
        annex: for `Answer.CODE` the number of the printed list, 0 when the list is too long to be printed.
        list_name, list_size: name of the list as the form has it, and how many entries it has.
    """

    name: str
    number: str
    text: str
    answer: Answer
    hint: str = ""
    skip: str = ""
    check: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    boxes: str = ""
    annex: int = 0
    list_name: str = ""
    list_size: int = 0


@dataclass(frozen=True)
class Section:
    """A group of questions under a heading, or one of the blank copies of a repeated group.

    Attributes:
        copy: which blank copy of a repeated group this is, 0 for a group that is not repeated.
    """

    title: str
    items: tuple[Question | Section, ...]
    hint: str = ""
    skip: str = ""
    copy: int = 0


@dataclass(frozen=True)
class Annex:
    """A list printed at the end because it is too long to stand below its question."""

    number: int
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Paper:
    """A whole printed questionnaire; `language` ("vi" or "en") is that of the words of the sheet."""

    title: str
    form_id: str
    version: str
    language: str
    items: tuple[Question | Section, ...]
    annexes: tuple[Annex, ...] = field(default_factory=tuple)

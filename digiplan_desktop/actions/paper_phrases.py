"""The words in which conditions of a questionnaire are told to a person with a pencil."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """Words of one language.

    Attributes:
        skip, never: what stands above a question that is asked on a condition, or not at all on paper.
        question: how a question is named that has only a running number.
        calculated: how a value is named that the program calculates.
        functions: by function name, a pattern of the arguments.
    """

    skip: str
    never: str
    conjunction: str
    disjunction: str
    negation: str
    empty: str
    answered: str
    chosen: str
    not_chosen: str
    question: str
    calculated: str
    functions: Mapping[str, str]


_SAME = {"number": "{0}", "string": "{0}", "int": "{0}", "boolean": "{0}", "date": "{0}", "once": "{0}"}

_VIETNAMESE = Phrases(
    skip="Chỉ hỏi khi {condition}",
    never="Không hỏi trên phiếu giấy",
    conjunction=" và ",
    disjunction=" hoặc ",
    negation="không phải ({condition})",
    empty="{value} để trống",
    answered="{value} có trả lời",
    chosen="{value} có chọn",
    not_chosen="{value} không chọn",
    question="câu {number}",
    calculated="giá trị tính “{name}”",
    functions={
        **_SAME,
        "today": "ngày hôm nay",
        "now": "lúc này",
        "true": "đúng",
        "false": "sai",
        "count-selected": "số mục chọn ở {0}",
        "string-length": "số ký tự của {0}",
        "count": "số {0}",
        "count-non-empty": "số {0} có trả lời",
        "sum": "tổng của {0}",
        "round": "{0} làm tròn",
        "if": "({1} nếu {0}, nếu không thì {2})",
        "coalesce": "{0} (hoặc {1} nếu để trống)",
        "starts-with": "{0} bắt đầu bằng {1}",
        "ends-with": "{0} kết thúc bằng {1}",
        "contains": "{0} có chứa {1}",
        "regex": "{0} đúng mẫu {1}",
        "substr": "{0} từ ký tự {1} đến {2}",
    },
)

_ENGLISH = Phrases(
    skip="Ask only if {condition}",
    never="Not asked on paper",
    conjunction=" and ",
    disjunction=" or ",
    negation="it is not so that ({condition})",
    empty="{value} is left blank",
    answered="{value} is answered",
    chosen="{value} includes",
    not_chosen="{value} does not include",
    question="question {number}",
    calculated="the calculated value “{name}”",
    functions={
        **_SAME,
        "today": "today",
        "now": "this moment",
        "true": "true",
        "false": "false",
        "count-selected": "the number of choices in {0}",
        "string-length": "the number of characters of {0}",
        "count": "the number of {0}",
        "count-non-empty": "the number of answered {0}",
        "sum": "the sum of {0}",
        "round": "{0} rounded",
        "if": "({1} if {0}, otherwise {2})",
        "coalesce": "{0} (or {1} where that is blank)",
        "starts-with": "{0} begins with {1}",
        "ends-with": "{0} ends with {1}",
        "contains": "{0} contains {1}",
        "regex": "{0} has the pattern {1}",
        "substr": "characters {1} to {2} of {0}",
    },
)


def phrases_of(language: str) -> Phrases:
    """Give the words of a language: Vietnamese for "vi", English for every other."""
    return _VIETNAMESE if language == "vi" else _ENGLISH

"""The generated forms of the race, and what is answered in them."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from digiplan_desktop.forms.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from digiplan_desktop.forms.definition import Form

Row = dict[str, str]

VI, EN = "label::Tiếng Việt (vi)", "label::English (en)"
BILINGUAL = {"default_language": "Tiếng Việt (vi)"}
SECTION = 20
PASSES = 2
ROUNDS = 40
HUB_VALUES = [str(value) for value in (12, 70, 35, 16, 61, 29, 18, 66, 41, 15) * 3]


@dataclass(frozen=True)
class Answer:
    """One deed.

    Attributes:
        then: the question whose choices are read afterwards, "" for none.
        compared: whether the engines' values are compared after it.
    """

    ref: str
    type: str
    value: str
    then: str = ""
    compared: bool = False


@dataclass(frozen=True)
class Race:
    """One form with its deeds: the same file, the same answers in the same order for every engine."""

    name: str
    file: Path
    answers: list[Answer]
    hub: list[Answer]

    def plan(self, loads: int) -> dict[str, Any]:
        """Give it as JSON can hold it."""
        deeds = {
            "answers": [asdict(each) for each in self.answers],
            "hub": [asdict(each) for each in self.hub],
        }
        # The hub changes what is asked everywhere: every one of its values is a new questionnaire to compare.
        for each in [deeds["answers"][-1], *deeds["hub"]]:
            each["compared"] = True
        return {"file": str(self.file), "loads": loads, **deeds}


def compile_rows(survey: list[Row], choices: list[Row], name: str, folder: Path, **settings: str) -> Path:
    """Compile an XLSForm's rows to an XForm file: what every engine loads."""
    from pyxform.xls2xform import convert

    sheet = [{"form_id": name, "form_title": name, "version": "1", **settings}]
    xform = convert({"survey": survey, "choices": choices, "settings": sheet}).xform
    path = folder / f"{name}.xml"
    path.write_text(xform, "utf-8")
    return path


# A questionnaire with many questions


def many_questions(count: int) -> tuple[list[Row], list[Row]]:
    """Give a form of `count` questions, four in five with an expression, more than half of which read `age`."""
    survey: list[Row] = []
    for place in range(count):
        if place % SECTION == 0:
            if place:
                survey.append({"type": "end_group"})
            survey.append(
                {"type": "begin_group", "name": f"g{place}", **_label(f"Mục {place}", f"Section {place}")}
            )
        survey.append(_question(place))
    survey.append({"type": "end_group"})
    choices = [
        {"list_name": "level", "name": str(n), **_label(f"Mức {n}", f"Level {n}")} for n in range(1, 6)
    ]
    return survey, choices


def _label(vietnamese: str, english: str) -> Row:
    return {VI: vietnamese, EN: english}


def _question(place: int) -> Row:
    if place == 0:
        return {
            "type": "integer",
            "name": "age",
            **_label("Tuổi", "Age"),
            "constraint": ". >= 0 and . <= 120",
        }
    name = f"q{place}"
    before = f"${{q{place - 5}}}" if place % SECTION > 5 and place > 5 else "${age}"
    row = {"name": name, **_label(f"Câu hỏi số {place}?", f"Question number {place}?")}
    match place % 5:
        case 0:
            row |= {
                "type": "calculate",
                "calculation": f"if(${{age}} > {place % 60}, ${{age}} * 2 + {place}, '')",
            }
        case 1:
            row |= {"type": "select_one level", "relevant": f"${{age}} > {10 + place % 50}"}
        case 2:
            row |= {"type": "integer", "constraint": f". >= 0 and . <= {place + 1000}"}
        case 3:
            row |= {"type": "text", "relevant": f"{before} != '' and ${{age}} < {40 + place % 50}"}
        case _:
            row |= {"type": "select_multiple level", "required": "yes"}
    return row


def answers_to_many(form: Form, seed: int = 3) -> tuple[list[Answer], list[Answer]]:
    """Give answers to every question that is open at its turn, twice over, and the values of the hub."""
    chance = random.Random(seed)
    session = Session(form)
    hub = next(each.ref for each in form.questions if each.name == "age")
    session.answer(hub, "45")
    answers = [Answer(hub, "integer", "45")]
    for _ in range(PASSES):
        for question in form.questions:
            if question.kind != "question" or question.ref == hub or not session.node(question.ref).relevant:
                continue
            value = _value(question.type, chance)
            session.answer(question.ref, value)
            answers.append(Answer(question.ref, question.type, value))
    return answers, [Answer(hub, "integer", value) for value in HUB_VALUES]


def _value(kind: str, chance: random.Random) -> str:
    match kind:
        case "select_one":
            return str(chance.randint(1, 5))
        case "select_multiple":
            return " ".join(str(each) for each in sorted(chance.sample(range(1, 6), 2)))
        case "integer":
            return str(chance.randint(0, 1000))
        case _:
            return f"trả lời {chance.randint(1, 10**6)}"


# A questionnaire with many choices


def many_choices(provinces: int = 63, districts: int = 11, communes: int = 18) -> tuple[list[Row], list[Row]]:
    """Give a form with three selects, each filtered by the one before: 63 + 693 + 12,474 choices.

    It speaks one language: with two, one of the peers needs ten times as long to load it.
    """
    survey: list[Row] = [
        {"type": "select_one province", "name": "province", "label": "Tỉnh"},
        {
            "type": "select_one district",
            "name": "district",
            "choice_filter": "province = ${province}",
            "label": "Huyện",
        },
        {
            "type": "select_one commune",
            "name": "commune",
            "choice_filter": "district = ${district}",
            "label": "Xã",
        },
        {"type": "text", "name": "village", "label": "Thôn", "relevant": "${commune} != ''"},
        {"type": "integer", "name": "people", "label": "Số người", "constraint": ". >= 0"},
    ]
    choices: list[Row] = []
    for p in range(provinces):
        choices.append({"list_name": "province", "name": f"p{p}", "label": f"Tỉnh {p}"})
        for d in range(districts):
            inside = {"province": f"p{p}"}
            code = f"d{p}_{d}"
            choices.append({"list_name": "district", "name": code, "label": f"Huyện {d}", **inside})
            choices.extend(
                {
                    "list_name": "commune",
                    "name": f"c{p}_{d}_{c}",
                    "district": code,
                    "label": f"Xã {c}",
                }
                for c in range(communes)
            )
    return survey, choices


def answers_to_choices(form: Form, seed: int = 5) -> tuple[list[Answer], list[Answer]]:
    """Give rounds of going down from province to commune; the hub is the province of a full questionnaire."""
    chance = random.Random(seed)
    refs = {each.name: each.ref for each in form.questions}
    answers = []
    for _ in range(ROUNDS):
        p, d, c = chance.randrange(63), chance.randrange(11), chance.randrange(18)
        answers += [
            Answer(refs["province"], "select_one", f"p{p}", refs["district"]),
            Answer(refs["district"], "select_one", f"d{p}_{d}", refs["commune"]),
            Answer(refs["commune"], "select_one", f"c{p}_{d}_{c}"),
            Answer(refs["village"], "text", f"Buôn {c}"),
            Answer(refs["people"], "integer", str(chance.randint(0, 5000))),
        ]
    places = (str(chance.randrange(63)) for _ in range(10))
    return answers, [Answer(refs["province"], "select_one", f"p{p}", refs["district"]) for p in places]

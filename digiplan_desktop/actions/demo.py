"""A store to look at and to learn with: an invented register, a round with answers, and events of the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from digiplan_desktop.actions.events import Event, record_event
from digiplan_desktop.actions.invented_answers import RESPONSE, Respondent, invent_answers
from digiplan_desktop.actions.invented_enterprises import invent_enterprises
from digiplan_desktop.actions.questionnaires import form_reference, new_response, response_id_of
from digiplan_desktop.actions.rounds import Round, RoundPlan, create_round, drawn_enterprises
from digiplan_desktop.actions.workspace import create_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from digiplan_desktop.actions.invented_answers import Answers
    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.records import Record
    from digiplan_desktop.store.writing import Edit

USER = "ĐTV H'Lan"
HALF_DONE = 12
# Questions that a half-done questionnaire has not reached yet.
LEFT_OPEN = ("q/ec", "q/ei", "q/pay", "q/se", "q/bar", "q/it", "q/hr", "q/need", "q/result")


@dataclass(frozen=True)
class DemoSize:
    """How much to invent: enterprises in the register, complete questionnaires, and the seed of the draw."""

    enterprises: int = 12_075
    responses: int = 1_032
    seed: int = 74


@dataclass(frozen=True)
class Demo:
    """What was made."""

    enterprises: int
    responses: int
    round_id: str


def make_demo(
    folder: Path, size: DemoSize, *, day: date | None = None, tell: Callable[[str, int], None] | None = None
) -> Demo:
    """Make a store with invented content that looks back from `day` (today unless given).

    `tell` is called with the name of each part ("enterprises", "responses", "events") and its size before it is made.
    Raises StoreExists, StoreNotWritable.
    """
    told = tell or (lambda _part, _size: None)
    day = day or date.today()  # noqa: DTZ011 (the user's own calendar)
    random = Random(size.seed)  # noqa: S311 (invented data, no secret)
    with create_workspace(folder, user=USER, demo=True) as workspace:
        told("enterprises", size.enterprises)
        _add_enterprises(workspace, size.enterprises, random)
        told("responses", size.responses)
        made = _add_round(workspace, size, day)
        answered = _add_responses(workspace, made, size.responses, random)
        events = tuple(_events(day))
        told("events", len(events))
        _add_events(workspace, events)
        _add_office(workspace)
    return Demo(enterprises=size.enterprises, responses=answered, round_id=made.id)


def _add_enterprises(workspace: Workspace, count: int, random: Random) -> None:
    from digiplan_desktop.register.identifiers import enterprise_id
    from digiplan_desktop.store.writing import Edit

    workspace.store.save_many(
        Edit(
            record=enterprise_id(invented.tax_code, str(invented.fields["name"]), ""),
            kind="enterprise",
            changes=dict(invented.changes),
            act="import",
        )
        for invented in invent_enterprises(count, workspace.catalogue, random)
    )


def _add_round(workspace: Workspace, size: DemoSize, day: date) -> Round:
    half = "I" if day.month <= 6 else "II"
    wanted = RoundPlan(
        form="dn01",
        period=f"{day.year}-{half}",
        regime="probability_sample",
        territory="old",
        reference_date=day,
        seed=f"DigiPlan/{day.year}-{half}/demo",
        # About seven in ten of those drawn answer.
        sample_size=min(size.enterprises, round(size.responses / 0.7)),
        title=f"Điều tra doanh nghiệp {day.year}-{half} (số liệu mô phỏng)",
    )
    return create_round(workspace, wanted)[0]


def _add_responses(workspace: Workspace, made: Round, wanted: int, random: Random) -> int:
    edits = list(_responses(workspace, made, wanted, random))
    workspace.store.save_many(edits)
    return min(wanted, len(edits))


def _responses(workspace: Workspace, made: Round, wanted: int, random: Random) -> Iterator[Edit]:
    """Give `wanted` complete questionnaires and a few that someone has only begun."""
    from digiplan_desktop.store.writing import Edit

    form = form_reference(workspace, made.form)
    respondents = _willing(workspace, made, random)[: wanted + HALF_DONE]
    for number, record in enumerate(respondents):
        changes = new_response(workspace, made, record.id)
        answers = _paths(
            invent_answers(Respondent(record.data, str(changes["q/commune"]), made.reference_date), random)
        )
        if number >= wanted:
            answers = {path: value for path, value in answers.items() if not path.startswith(LEFT_OPEN)}
        status = "complete" if number < wanted else "in_progress"
        yield Edit(
            record=response_id_of(made.id, record.id),
            kind="response",
            changes={**changes, **answers, "m/status": status},
            act="create",
            form=form,
        )


def _willing(workspace: Workspace, made: Round, random: Random) -> list[Record]:
    """Give the drawn enterprises in the order in which they would answer, those that would rather not last."""
    records = list(workspace.store.records("enterprise", ids=drawn_enterprises(workspace, made.id)))
    random.shuffle(records)
    return sorted(records, key=lambda record: random.random() > RESPONSE[str(record.data["m/size"])])


def _paths(answers: Answers) -> dict[str, Value]:
    paths: dict[str, Value] = {}
    for question, answer in answers.items():
        if isinstance(answer, str):
            paths[f"q/{question}"] = answer
        else:
            paths.update({f"q/{question}/{option}": True for option in answer})
    return paths


# (target, name, staff) of each enterprise that was founded or attracted.
_UNITS = (
    ("T5", "Công ty TNHH Phần mềm Đại Ngàn (mô phỏng)", 64),
    ("T5", "Công ty Cổ phần Giải pháp số Ban Mê (mô phỏng)", 118),
    ("T5", "Công ty TNHH Dữ liệu Nông nghiệp Xanh (mô phỏng)", 41),
    ("T5", "Công ty TNHH Truyền thông số Sêrêpốk (mô phỏng)", 36),
    ("T5", "Công ty Cổ phần Truy xuất Cà phê (mô phỏng)", 52),
    ("T6", "Chi nhánh tập đoàn công nghệ (mô phỏng)", 210),
    ("T6", "Trung tâm phát triển phần mềm (mô phỏng)", 95),
)
# (target, what was reported, numerator, denominator) at the end of 2025 and this month.
_AT_END_OF_2025 = (
    ("T1", "Kết quả cuối năm 2025: ứng dụng công nghệ số (mô phỏng)", "2520", "12040"),
    ("T2", "Kết quả cuối năm 2025: kinh doanh trực tuyến (mô phỏng)", "3350", "12040"),
)
_NOW = (
    ("T3a", "Cơ quan thuế: doanh nghiệp dùng hóa đơn điện tử (mô phỏng)", "11905", "11953"),
    ("T4", "Kho bạc: giá trị chi không dùng tiền mặt, triệu đồng (mô phỏng)", "8412300", "9120450"),
)


def _add_events(workspace: Workspace, events: Iterable[Event]) -> None:
    for number, event in enumerate(events, start=101):
        record_event(workspace, replace(event, document=f"Số {number}/MP"))


def _events(day: date) -> Iterator[Event]:
    for number, (target, name, people) in enumerate(_UNITS):
        yield Event(target, "unit", date(2023 + number % 3, 2 + number, 15), name=name, people=people)
    for when, figures in ((date(2025, 12, 31), _AT_END_OF_2025), (day.replace(day=1), _NOW)):
        for target, name, numerator, denominator in figures:
            figure = Event(target, "figure", when, name=name, numerator=numerator, denominator=denominator)
            yield replace(figure, territory="old")


def _add_office(workspace: Workspace) -> None:
    from digiplan_desktop.actions.office import Office, save_office

    save_office(
        workspace,
        Office(
            superior="UBND TỈNH ĐẮK LẮK",
            name="SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            place="Đắk Lắk",
            signer_title="GIÁM ĐỐC",
            signer_name="Nguyễn Thị Hoa (mô phỏng)",
            preparer="H'Lan Niê (mô phỏng)",
            checker="Trần Văn Bình (mô phỏng)",
            receiver="UBND tỉnh Đắk Lắk",
        ),
    )

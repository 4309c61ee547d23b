"""What an author can ask for beside plain questions: ranges, ranks, files, points, other, guidance, other apps."""

from __future__ import annotations

from pathlib import Path

import pytest

from digiplan_desktop.forms.compilation import check_form
from tests.helpers.forms import write_workbook
from tests.helpers.scenario import Scenario

KINDS = """
| type                   | name  | label   | parameters            |
| range                  | score | Điểm    | start=1 end=10 step=3 |
| select_one l or_other  | tool  | Công cụ |                       |
| rank l                 | order | Thứ tự  |                       |
| image                  | photo | Ảnh     |                       |
| geopoint               | place | Vị trí  |                       |
| choices |
| list_name | name  | label        |
| l         | pc    | **Máy tính** |
| l         | phone | Điện thoại   |
| l         | none  | Không        |
"""
WORDS = """
| type | name | label::A (vi) | hint::A (vi) | guidance_hint::A (vi) | image::A (vi) | appearance | noAppErrorString |
| text | name | **Tên** cơ sở | Ghi đủ       | Hỏi *chủ*             | bien.png      | ex:org.app | Nhập bằng tay    |
"""


@pytest.mark.parametrize("value", ["1", "4", "10"])
def test_a_range_takes_its_steps(value: str):
    Scenario(KINDS).answers(score=value).violates().holds(score=value)


@pytest.mark.parametrize("value", ["0", "2", "11", "13"])
def test_a_range_takes_nothing_between_or_beyond_its_steps(value: str):
    Scenario(KINDS).answers(score=value).violates(score="choice")


def test_a_range_says_its_ends():
    assert dict(Scenario(KINDS).session.node("score").parameters) == {"start": "1", "end": "10", "step": "3"}


def test_another_answer_is_asked_for_when_it_is_chosen():
    scenario = Scenario(KINDS).offers("tool", "pc", "phone", "none", "other").hides("tool_other")
    scenario.answers(tool="other").shows("tool_other").answers(tool_other="máy in").holds(tool_other="máy in")


def test_a_ranking_keeps_its_order():
    scenario = Scenario(KINDS).answers(order="phone none pc").holds(order="phone none pc").violates()
    scenario.reopened().holds(order="phone none pc")
    scenario.answers(order="phone gone").violates(order="choice")


def test_a_file_is_named_and_not_a_path():
    Scenario(KINDS).answers(photo="3f2a.jpg").violates().holds(photo="3f2a.jpg")
    for name in ("../secret.jpg", "C:\\x.jpg", "a/b.jpg", "..", "x" * 300):
        Scenario(KINDS).answers(photo=name).violates(photo="type")


def test_a_point_is_typed_by_hand():
    Scenario(KINDS).answers(place="12,667; 108,05").holds(place="12.667 108.05 0.0 0.0").violates()
    Scenario(KINDS).answers(place="95 108").violates(place="type")


def test_words_guidance_and_pictures_of_a_question_stand_apart():
    node = Scenario(WORDS).session.node("name")
    assert (node.label, node.rich_label) == ("Tên cơ sở", "<b>Tên</b> cơ sở")
    assert node.guidance == "Hỏi chủ"
    assert node.media == (("image", "bien.png"),)


def test_a_question_for_another_app_says_in_the_words_of_the_form_that_it_is_typed():
    assert Scenario(WORDS).session.node("name").hint == "Ghi đủ\nNhập bằng tay"


def test_choices_are_read_without_their_marks():
    assert next(choice.label for choice in Scenario(KINDS).session.choices("order")) == "Máy tính"


def test_a_picture_is_not_taken_for_a_label():
    table = "| type | name | label | media::image::A (en) |\n| text | a |  | a.png |"
    node = Scenario(table, language="en").session.node("a")
    assert (node.label, node.media) == ("", (("image", "a.png"),))


def test_a_default_from_the_last_response_is_empty_and_told(tmp_path: Path):
    table = "| type | name | label | default          |\n| text | a    | A     | ${last-saved#a} |"
    checked = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert checked.ok
    assert [(each.code, each.text) for each in checked.problems] == [("unsupported", "last-saved")]
    Scenario(table).holds(a="").answers(a="x").holds(a="x")


def test_the_head_of_a_table_of_questions_asks_nothing():
    table = """
    | type         | name | label | appearance | required |
    | begin_group  | g    | G     | table-list |          |
    | select_one l | a    | A     |            | yes      |
    | select_one l | b    | B     |            |          |
    | end_group    |      |       |            |          |
    | choices |
    | list_name | name | label |
    | l         | x    | X     |
    """
    scenario = Scenario(table)
    assert [node.type for node in scenario.session.nodes()] == [
        "group",
        "note",
        "note",
        "select_one",
        "select_one",
    ]
    scenario.violates(a="required").answers(a="x").violates()

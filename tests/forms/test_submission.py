"""A response travels as an OpenRosa instance and comes back, from an earlier version of the form too."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from digiplan_desktop.errors import FileDamaged, FileMissing, FormUnknown
from digiplan_desktop.forms.session import Session
from tests.helpers.forms import form_of
from tests.helpers.scenario import Scenario

FORM = """
| type              | name     | label    | relevant       | calculation   | default | save_to |
| text              | who      | Who      |                |               |         | full_name |
| integer           | people   | People   |                |               |         |         |
| text              | why      | Why      | ${people} > 5  |               |         |         |
| select_multiple l | tools    | Tools    |                |               | pc      |         |
| calculate         | twice    |          |                | ${people} * 2 |         |         |
| calculate         | token    |          |                | once(uuid())  |         |         |
| begin_group       | place    | Place    |                |               |         |         |
| text              | street   | Street   |                |               |         |         |
| end_group         |          |          |                |               |         |         |
| begin_repeat      | branch   | Branch   |                |               |         |         |
| text              | town     | Town     |                |               |         |         |
| end_repeat        |          |          |                |               |         |         |
| choices |
| list_name | name  | label |
| l         | pc    | PC    |
| l         | phone | Phone |
| settings |
| form_id | version | instance_name |
| survey  | 2026-1  | ${who}        |
| entities |
| list_name | label  |
| people    | ${who} |
"""
OLD = """<?xml version="1.0"?>
<data id="survey" version="2025-3" xmlns:orx="http://openrosa.org/xforms">
  <who>An</who><fax>0262</fax><car><no>1</no></car><car><no>2</no></car><tools>phone</tools>
  <place><street>Lê Duẩn</street><hamlet>3</hamlet></place>
  <branch><town>Buôn Hồ</town><rent>5</rent></branch><branch><town>Ea Kar</town></branch>
  <orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta>
</data>"""
ORX = "{http://openrosa.org/xforms}"


def filled() -> Scenario:
    scenario = Scenario(FORM).answers(
        who="An & <Bình>", people="7", why="busy", tools="phone pc", street="Lê Duẩn"
    )
    scenario.session.answer("/data/branch[1]/town", "Buôn Hồ")
    scenario.session.add_repeat("branch")
    return scenario


def tree(session: Session, **envelope: str) -> ElementTree.Element:
    return ElementTree.fromstring(session.instance_xml(**envelope))


def test_an_instance_names_its_form_and_version():
    root = tree(filled().session)
    assert (root.tag, root.get("id"), root.get("version")) == ("data", "survey", "2026-1")


def test_metadata_stand_in_the_openrosa_namespace():
    session = filled().session
    meta = tree(session).find(f"{ORX}meta")
    assert meta is not None
    assert re.fullmatch(r"uuid:[0-9a-f-]{36}", meta.findtext(f"{ORX}instanceID") or "")
    assert meta.findtext(f"{ORX}instanceName") == "An & <Bình>"
    assert tree(session).findtext(f"{ORX}meta/{ORX}instanceID") == meta.findtext(f"{ORX}instanceID")
    edited = tree(session, instance_id="uuid:2", deprecated_id="uuid:1").find(f"{ORX}meta")
    assert edited is not None
    assert (edited.findtext(f"{ORX}instanceID"), edited.findtext(f"{ORX}deprecatedID")) == (
        "uuid:2",
        "uuid:1",
    )


def test_what_is_not_relevant_is_left_out_and_every_instance_of_a_repeat_is_there():
    scenario = filled()
    assert tree(scenario.session).findtext("why") == "busy"
    scenario.answers(people="2")
    root = tree(scenario.session)
    assert root.find("why") is None
    assert root.findtext("twice") == "4"
    assert [branch.findtext("town") for branch in root.findall("branch")] == ["Buôn Hồ", ""]


def test_an_instance_comes_back_as_it_went(tmp_path: Path):
    scenario = filled()
    path = tmp_path / "instance.xml"
    path.write_text(scenario.session.instance_xml(), encoding="utf-8")
    again = Session.open_instance(scenario.form, path)
    assert again.values() == scenario.session.values()
    assert again.instance_id == scenario.session.instance_id
    assert not again.unknown


def test_fewer_instances_than_a_new_response_begins_with_stay_fewer(tmp_path: Path):
    path = tmp_path / "instance.xml"
    path.write_text('<data id="survey" version="2026-1"><who>An</who><tools/></data>', encoding="utf-8")
    again = Session.open_instance(form_of(FORM), path)
    assert not [node for node in again.nodes() if node.name == "branch"]
    assert again.values()["tools"] == ""


def test_an_earlier_version_loses_nothing(tmp_path: Path):
    path = tmp_path / "instance.xml"
    path.write_text(OLD, encoding="utf-8")
    session = Session.open_instance(form_of(FORM), path)
    assert session.unknown == {
        "q/fax": "0262",
        "q/car.no": "1",
        "q/car.no.2": "2",
        "q/hamlet": "3",
        "q/branch/0000/rent": "5",
    }
    assert session.values()["street"] == "Lê Duẩn"
    assert session.values()["tools"] == "phone"
    assert session.node("/data/branch[2]/town").value == "Ea Kar"
    session.answer("who", "Bình")
    assert not [value for path, value in session.writes().items() if path in session.unknown]


def test_entities_are_read_and_not_declared():
    form = form_of(FORM)
    (entity,) = form.entities
    assert (entity.dataset, entity.deeds, entity.label) == ("people", ("create",), "/data/who")
    assert entity.properties == {"full_name": "/data/who"}
    assert "entity" not in filled().session.instance_xml()


def test_answers_of_a_type_that_a_question_once_had_are_kept():
    form = form_of("| type | name | label |\n| text | a | A |\n| text | b | B |")
    session = Session(form, {"q/a/pc": True, "q/b": "x"})
    assert session.unknown == {"q/a/pc": True}
    session.answer("b", "y")
    assert session.writes() == {"q/b": "y"}


def test_one_choice_becomes_one_of_many():
    form = form_of(FORM)
    assert Session(form, {"q/tools": "phone"}).values()["tools"] == "phone"


def test_what_was_drawn_once_is_kept_for_ever():
    scenario = filled()
    token = scenario.session.values()["token"]
    assert token
    assert scenario.reopened().session.values()["token"] == token


@pytest.mark.parametrize(
    ("text", "error"),
    [("<data", FileDamaged), ("", FileDamaged), ('<data id="other"/>', FormUnknown)],
)
def test_what_is_no_response_to_the_form_is_refused(tmp_path: Path, text: str, error: type[Exception]):
    path = tmp_path / "instance.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error):
        Session.open_instance(form_of(FORM), path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(FileMissing):
        Session.open_instance(form_of(FORM), tmp_path / "instance.xml")

# ruff: noqa: E501  an XForm is easier to read in long lines
"""Lists of choices in files beside the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digiplan_desktop.forms.compilation import check_form, load_form
from digiplan_desktop.forms.session import Session
from tests.helpers.forms import write_workbook
from tests.helpers.scenario import Scenario

if TYPE_CHECKING:
    from pathlib import Path

TOWNS = """
| type                           | name | label | choice_filter      | calculation |
| text                           | d    | D     |                    |             |
| select_one_from_file towns.csv | t    | Town  | district = ${d}    |             |
| calculate                      | n    |       |                    | jr:choice-name(${t}, '${t}') |
| calculate                      | p    |       |                    | pulldata('towns', 'people', 'name', ${t}) |
"""
ROWS = "name,label,district,people\nbh,Buôn Hồ,d1,98000\nbmt,Buôn Ma Thuột,d2,375000\nek,Ea Kao,d2,14000\n"


def test_a_filter_reads_the_columns_of_the_file():
    Scenario(TOWNS, towns=ROWS).answer("d", "d2").offers("t", "bmt", "ek").answer("d", "d1").offers("t", "bh")


def test_a_choice_that_its_filter_closes_is_taken_back():
    Scenario(TOWNS, towns=ROWS).answers(d="d2", t="ek").holds(t="ek").answer("d", "d1").holds(t="")


def test_a_row_gives_its_label_and_its_other_columns():
    Scenario(TOWNS, towns=ROWS).answers(d="d2", t="bmt").holds(n="Buôn Ma Thuột", p="375000")


def test_a_semicolon_and_a_byte_order_mark_are_understood():
    scenario = Scenario(TOWNS, towns="\ufeff" + ROWS.replace(",", ";"))
    scenario.answer("d", "d1").offers("t", "bh")


def test_a_file_may_have_a_label_for_each_language(tmp_path: Path):
    table = (
        "| type | name | label::Tiếng Việt (vi) | label::English (en) |\n"
        "| select_one_from_file wards.csv | w | Phường | Ward |"
    )
    (tmp_path / "wards.csv").write_text(
        "name,label,label::English (en)\n1,Phường Một,Ward One\n", encoding="utf-8"
    )
    session = Session(load_form(write_workbook(tmp_path / "form.xlsx", table)))
    assert session.choices("w")[0].label == "Phường Một"
    session.language = "en"
    assert session.choices("w")[0].label == "Ward One"


XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title>
<model><instance><data id="t"><a/></data></instance><instance id="places" src="{source}"/>
<bind nodeset="/data/a" type="string"/></model></h:head><h:body><select1 ref="/data/a"><label>A</label>
<itemset nodeset="instance('places')/root/item"><value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("p.xml", "<root><item><name>x</name><label>Ích</label></item></root>"),
        (
            "p.geojson",
            (
                '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "1", "properties": '
                '{"name": "x", "label": "Ích"}, "geometry": {"type": "Point", "coordinates": [108.05, 12.68]}}]}'
            ),
        ),
    ],
)
def test_other_kinds_of_files_are_lists_too(tmp_path: Path, name: str, content: str):
    (tmp_path / name).write_text(content, encoding="utf-8")
    path = tmp_path / "form.xml"
    path.write_text(XFORM.format(source=f"jr://file/{name}"), encoding="utf-8")
    assert [(each.value, each.label) for each in Session(load_form(path)).choices("a")] == [("x", "Ích")]


@pytest.mark.parametrize(
    "source", ["jr://file/../secret.xml", "file:///etc/passwd", "https://example.org/p.xml"]
)
def test_no_file_outside_the_folder_of_the_form_is_read(tmp_path: Path, source: str):
    (tmp_path / "secret.xml").write_text("<root/>", encoding="utf-8")
    folder = tmp_path / "form"
    folder.mkdir()
    (folder / "form.xml").write_text(XFORM.format(source=source), encoding="utf-8")
    assert [problem.code for problem in check_form(folder / "form.xml").problems] == ["missing_file"]


def test_thirteen_thousand_choices_are_filtered_by_an_index():
    rows = "name,label,district,people\n" + "".join(f"c{n},Choice {n},d{n % 1000},1\n" for n in range(13_000))
    session = Scenario(TOWNS, towns=rows).answer("d", "d7").session
    assert [choice.value for choice in session.choices("t")] == [f"c{n}" for n in range(7, 13_000, 1000)]
    (index,) = [each for each in session.form.model.indexes.values() if "d7" in each]
    assert len(index["d7"]) == 13

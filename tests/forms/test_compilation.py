"""What the static check finds in forms, and where it says it stands."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from digiplan_desktop.errors import (
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileProtected,
    FileTooLarge,
    FileWrongKind,
    FormBroken,
    Problem,
)
from digiplan_desktop.forms.compilation import check_form, load_form
from tests.helpers.forms import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

MANY_FAULTS = """
| type       | name  | label | relevant          | calculation              | constraint      |
| integer    | age   | Age   |                   |                          | . >             |
| text       | name  | Name  | ${age} >= foo(1)  |                          |                 |
| begin_group| g     | G     |                   |                          |                 |
| calculate  | a     |       |                   | ${b} + 1                 |                 |
| calculate  | b     |       |                   | ${a} + 1                 |                 |
| calculate  | c     |       |                   | substr(${name})          |                 |
| calculate  | d     |       |                   | /data/nowhere + 1        |                 |
| end_group  |       |       |                   |                          |                 |
| soft_checks |
| name  | relevant to | expression      | message::English (en) | level   |
| one   | age         | ${ghost} > 1    | Sure?                 | warning |
| two   | nobody      | ${age} > 1      | Sure?                 | warning |
| three | age         | ${age} >        | Sure?                 | warning |
| four  | age         | foo(${age})     | Sure?                 | loud    |
| five  |             | ${age} > 1      | Sure?                 | warning |
| one   | age         | ${age} > 1      | Sure?                 | warning |
"""


PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def places(problems: tuple[Problem, ...]) -> set[tuple[str, str, int, str]]:
    return {(each.code, each.sheet, each.row, each.column) for each in problems if each.severity == "error"}


def test_every_fault_is_found_with_its_cell(tmp_path: Path):
    check = check_form(write_workbook(tmp_path / "form.xlsx", MANY_FAULTS))
    assert not check.ok
    assert places(check.problems) == {
        ("syntax", "survey", 2, "constraint"),
        ("unknown_function", "survey", 3, "relevant"),
        ("cycle", "survey", 5, "calculation"),
        ("arity", "survey", 7, "calculation"),
        ("unknown_reference", "survey", 8, "calculation"),
        ("unknown_reference", "soft_checks", 2, "expression"),
        ("unknown_reference", "soft_checks", 3, "relevant to"),
        ("syntax", "soft_checks", 4, "expression"),
        ("level_unknown", "soft_checks", 5, "level"),
        ("cell_missing", "soft_checks", 6, "relevant to"),
        ("name_repeated", "soft_checks", 7, "name"),
    }


def test_a_ring_names_its_members(tmp_path: Path):
    check = check_form(write_workbook(tmp_path / "form.xlsx", MANY_FAULTS))
    ring = next(problem for problem in check.problems if problem.code == "cycle")
    assert ring.text in ("a → b → a", "b → a → b")


def test_the_caret_stands_in_the_words_of_the_author(tmp_path: Path):
    check = check_form(write_workbook(tmp_path / "form.xlsx", MANY_FAULTS))
    found = {problem.code: problem.detail for problem in check.problems if problem.sheet == "survey"}
    assert found["unknown_function"] == "${age} >= foo(1)\n" + " " * 10 + "^"
    assert found["syntax"].endswith("^")


def test_a_broken_form_is_not_loaded(tmp_path: Path):
    path = write_workbook(tmp_path / "form.xlsx", MANY_FAULTS)
    with pytest.raises(FormBroken) as caught:
        load_form(path)
    assert {problem.code for problem in caught.value.problems} >= {"syntax", "cycle", "arity"}


@pytest.mark.parametrize(
    ("table", "sheet", "row"),
    [
        ("| type | name | label |\n| select_one colour | c | Colour |", "choices", 0),
        ("| type | name | label |\n| text | a | A |\n| text | a | B |", "survey", 3),
        ("| type | name | label |\n| begin_group | g | G |\n| text | a | A |", "survey", 2),
        ("| type | name | label |\n| text | a b | A |", "survey", 2),
        ("| type | name | label | relevant |\n| text | a | A | ${ghost} = 1 |", "survey", 2),
        ("| type | name | label |\n| nonsense | a | A |", "survey", 2),
    ],
)
def test_what_the_compiler_of_workbooks_refuses_has_a_place(tmp_path: Path, table: str, sheet: str, row: int):
    check = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert not check.ok
    problem = next(each for each in check.problems if each.severity == "error")
    assert (problem.code, problem.sheet, problem.row) == ("text", sheet, row)
    assert problem.text


def test_every_cell_is_checked_though_the_form_cannot_be_compiled(tmp_path: Path):
    table = """
    | type            | name | label | relevant        | constraint   | required |
    | select_one gone | a    | A     | ${ghost} = 1    | . > (        | yes      |
    | text            | b    | B     | ${a} = fo(1)    | regex(.)     | ${b} = 1 |
    """
    check = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert places(check.problems) == {
        ("text", "choices", 0, ""),
        ("reference_unknown", "survey", 2, "type"),
        ("unknown_reference", "survey", 2, "relevant"),
        ("syntax", "survey", 2, "constraint"),
        ("unknown_function", "survey", 3, "relevant"),
        ("arity", "survey", 3, "constraint"),
    }


def test_a_filter_that_names_no_column_of_its_list_is_found(tmp_path: Path):
    table = """
    | type         | name | label | choice_filter                  |
    | text         | d    | D     |                                |
    | select_one a | t    | T     | distrct = ${d} and name != 'x' |
    | select_one_from_file towns.csv | u | U | people > 5 and size = ${d} |
    | choices |
    | list_name | name | label | district |
    | a         | 1    | One   | d1       |
    """
    (tmp_path / "towns.csv").write_text("name,label,people\n1,One,7\n", encoding="utf-8")
    check = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert [(each.code, each.row, each.text) for each in check.problems] == [
        ("column_missing", 3, "distrct"),
        ("column_missing", 4, "size"),
    ]


def test_a_data_file_that_is_not_there_is_named(tmp_path: Path):
    table = "| type | name | label |\n| select_one_from_file towns.csv | t | Town |"
    check = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert [(problem.code, problem.text) for problem in check.problems] == [("missing_file", "towns.csv")]


def test_a_missing_translation_is_a_warning(tmp_path: Path):
    table = "| type | name | label::A (en) | label::B (fr) | hint::A (en) |\n| text | t | T | T | H |"
    check = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert check.ok
    assert [problem.severity for problem in check.problems] == ["warning"]


STACKED = [
    ["survey"],
    ["", "type", "name", "label", "relevant"],
    ["", "integer", "a", "A", ""],
    ["", "text", "b", "B", "${a} >"],
    ["soft_checks"],
    ["", "name", "relevant to", "expression", "message::English (en)", "level"],
    ["", "big", "a", "${a} < 10", "Sure?", "warning"],
]


@pytest.mark.parametrize(("name", "mark"), [("form.md", "|"), ("form.csv", ",")])
def test_sheets_one_below_the_other_are_a_form_too(tmp_path: Path, name: str, mark: str):
    lines = [mark.join(row) if mark == "," else "| " + " | ".join(row) + " |" for row in STACKED]
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert places(check_form(path).problems) == {("syntax", "survey", 3, "relevant")}
    path.write_text("\n".join(lines).replace("${a} >", "${a} > 1") + "\n", encoding="utf-8")
    form = load_form(path)
    assert (form.id, form.title) == ("form", "form")
    assert [question.name for question in form.questions] == ["a", "b"]
    assert [check.name for check in form.soft_checks] == ["big"]


def test_an_xform_needs_no_workbook(tmp_path: Path):
    path = tmp_path / "form.xml"
    path.write_text(
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>'
        '<h:title>Tiny</h:title><model><instance><data id="tiny"><a/></data></instance></model></h:head>'
        '<h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>',
        encoding="utf-8",
    )
    assert (load_form(path).id, load_form(path).title) == ("tiny", "Tiny")


def test_a_form_with_entities_is_refused(tmp_path: Path):
    path = tmp_path / "form.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', encoding="utf-8")
    assert [problem.code for problem in check_form(path).problems] == ["xml"]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("form.xlsx", b"\x89PNG\r\n\x1a\n", FileWrongKind),
        ("form.xlsx", b"not a workbook at all", FileDamaged),
        ("form.xlsx", b"PK\x03\x04 cut off", FileDamaged),
        ("form.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", FileDamaged),
        ("form.xlsx", PROTECTED, FileProtected),
        ("form.xlsx", b"", FileEmpty),
        ("form.pdf", b"%PDF", FileWrongKind),
    ],
)
def test_a_file_that_is_no_form_is_refused(tmp_path: Path, name: str, content: bytes, error: type[Exception]):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error):
        load_form(tmp_path / name)


def test_a_cell_in_the_last_corner_is_refused_at_once(tmp_path: Path):
    path = write_workbook(tmp_path / "form.xlsx", "| type | name | label |\n| text | a | A |")
    book = load_workbook(path)
    book["survey"]["XFD1048576"] = "!"
    book.save(path)
    with pytest.raises(FileTooLarge) as caught:
        load_form(path)
    assert caught.value.measure == "cells"


def test_a_package_that_unpacks_to_too_much_is_refused(tmp_path: Path):
    path = tmp_path / "form.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(50 * 1024 * 1024))
    with pytest.raises(FileTooLarge):
        load_form(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(FileMissing):
        load_form(tmp_path / "form.xlsx")


def test_equal_content_has_an_equal_hash_and_a_changed_data_file_another(tmp_path: Path):
    table = "| type | name | label |\n| select_one_from_file towns.csv | t | Town |"
    path = write_workbook(tmp_path / "form.xlsx", table)
    (tmp_path / "towns.csv").write_text("name,label\n1,One\n", encoding="utf-8")
    first = load_form(path).hash
    assert load_form(path).hash == first
    (tmp_path / "towns.csv").write_text("name,label\n1,Uno\n", encoding="utf-8")
    assert load_form(path).hash != first

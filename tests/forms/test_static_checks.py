"""The check of a form finds everything at once: what is missing, what is never used, what this program cannot do."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.carets import caret
from digiplan_desktop.forms.compilation import check_form
from tests.helpers.forms import write_workbook

Found = tuple[str, str, int, str, str]


def check(tmp_path: Path, table: str) -> tuple[Problem, ...]:
    return check_form(write_workbook(tmp_path / "form.xlsx", table)).problems


def found(problems: tuple[Problem, ...], *codes: str) -> list[Found]:
    places = [(p.code, p.sheet, p.row, p.column, p.text) for p in problems if p.code in codes]
    return sorted(places, key=lambda place: (place[1] != "survey", place[2]))


def test_a_refused_workbook_tells_all_faults_of_its_skeleton(tmp_path: Path):
    problems = check(
        tmp_path,
        """
        | type            | name | label       |
        | nonsense        | a    | A           |
        | text            |      | No name     |
        | select_one gone | b    | B           |
        | text            | c d  | C           |
        | text            | e    | E ${ghost}  |
        | text            | e    | Again       |
        | begin_group     | g    | G           |
        | end_repeat      |      |             |
        | begin group     | h    | H           |
        | choices |
        | list_name | name | label |
        | l         |      | X     |
        """,
    )
    assert found(
        problems, "unsupported", "cell_missing", "reference_unknown", "name_invalid", "name_repeated",
        "group_unbalanced", "unknown_reference",
    ) == [
        ("unsupported", "survey", 2, "type", "nonsense"),
        ("cell_missing", "survey", 3, "name", ""),
        ("reference_unknown", "survey", 4, "type", "gone"),
        ("name_invalid", "survey", 5, "name", "c d"),
        ("unknown_reference", "survey", 6, "label", "ghost"),
        ("name_repeated", "survey", 7, "name", "e"),
        ("group_unbalanced", "survey", 9, "type", "end_repeat"),
        ("group_unbalanced", "survey", 10, "type", "begin group"),
        ("cell_missing", "choices", 2, "name", ""),
    ]  # fmt: skip


def test_a_good_workbook_has_none_of_these(tmp_path: Path):
    assert not check(
        tmp_path,
        """
        | type                  | name | label | appearance       | calculation | choice_filter |
        | begin group           | g    | G     | field-list       |             |               |
        | select_one l or_other | a    | A     | minimal          |             |               |
        | select_multiple l     | b    | B     | columns-2 w3     |             |               |
        | rank l                | c    | C     | likert           |             |               |
        | note                  | n    | N     |                  |             |               |
        | calculate             | d    |       |                  | 1 + 1       |               |
        | begin repeat          | r    | R     |                  |             |               |
        | integer               | a2   | A     |                  |             |               |
        | end repeat            |      |       |                  |             |               |
        | end group             |      |       |                  |             |               |
        | choices |
        | list_name | name | label |
        | l         | x    | X     |
        """,
    )


def test_missing_columns_and_cells_of_a_language_are_told_where_they_should_be(tmp_path: Path):
    problems = check(
        tmp_path,
        """
        | type         | name | label::Việt (vi) | label::English (en) | hint::Việt (vi) |
        | select_one l | a    | Một               | One                 | gợi ý           |
        | text         | b    |                   | Two                 |                 |
        | choices |
        | list_name | name | label::Việt (vi) | label::English (en) |
        | l         | x    | X                 |                     |
        """,
    )
    assert found(problems, "language_missing", "text_untranslated", "text") == [
        ("language_missing", "survey", 1, "hint::English (en)", "English (en)"),
        ("text_untranslated", "survey", 3, "label::Việt (vi)", "Two"),
        ("text_untranslated", "choices", 2, "label::English (en)", "X"),
    ]
    assert {problem.severity for problem in problems} == {"warning"}


CASCADE = """
| type         | name | label | choice_filter | calculation                            |
| select_one p | p    | P     |               |                                        |
| select_one d | d    | D     | of = ${p}     |                                        |
| calculate    | c    |       |               | instance('looked')/root/item[1]/label  |
| choices |
| list_name | name | label | of |
| p         | p1   | P1    |    |
| d         | d1   | D1    | p1 |
| d         | d2   | D2    | p2 |
| looked    | x    | X     |    |
| idle      | y    | Y     |    |
| idle      | z    | Z     |    |
"""


def test_a_list_that_nobody_offers_is_told_once(tmp_path: Path):
    problems = check(tmp_path, CASCADE)
    assert found(problems, "list_unused") == [("list_unused", "choices", 6, "list_name", "idle")]


def test_a_choice_that_no_answer_lets_through_is_told(tmp_path: Path):
    problems = check(tmp_path, CASCADE)
    assert found(problems, "choice_unreachable") == [("choice_unreachable", "choices", 4, "of", "d2")]
    without_filter = CASCADE.replace(
        "| select_one d | d    | D     | of = ${p}     |", "| select_one d | d | D |  |"
    )
    assert not found(check(tmp_path, without_filter), "choice_unreachable")


def test_a_filter_with_an_unknown_column_points_at_it(tmp_path: Path):
    problems = check(tmp_path, CASCADE.replace("of = ${p}", "${p} = off"))
    (problem,) = [each for each in problems if each.code == "column_missing"]
    assert problem.detail == "${p} = off\n       ^"


def test_the_expressions_of_a_ring_are_given_with_their_rows(tmp_path: Path):
    table = """
    | type      | name | label | calculation   | relevant  |
    | calculate | a    |       | ${b} + 1      |           |
    | text      | t    | T     |               | ${a} > 2  |
    | calculate | b    |       | count(${t})   |           |
    """
    (ring,) = [each for each in check(tmp_path, table) if each.code == "cycle"]
    assert sorted(ring.detail.splitlines()) == [
        "2 calculation a: ${b} + 1",
        "3 relevant t: ${a} > 2",
        "4 calculation b: count(${t})",
    ]
    assert set(ring.text.split(" → ")) == {"a", "b", "t"}


def test_what_this_program_does_not_do_is_told_and_the_form_still_runs(tmp_path: Path):
    table = """
    | type             | name | label | appearance      |
    | text             | a    | A     | ex:org.app(x=1) |
    | image            | b    | B     | signature       |
    | geopoint         | c    | C     | maps w2         |
    | background-audio | d    |       |                 |
    | start-geopoint   | e    |       |                 |
    """
    checked = check_form(write_workbook(tmp_path / "form.xlsx", table))
    assert checked.ok
    assert found(checked.problems, "unsupported") == [
        ("unsupported", "survey", 2, "appearance", "ex:org.app(x=1)"),
        ("unsupported", "survey", 3, "appearance", "signature"),
        ("unsupported", "survey", 4, "appearance", "maps"),
        ("unsupported", "survey", 5, "type", "recordaudio"),
        ("unsupported", "survey", 6, "type", "setgeopoint"),
    ]


def test_a_caret_stands_on_the_line_of_its_place():
    assert caret("a +\n b c", 6) == " b c\n  ^"
    assert caret("a +", 3) == "a +\n   ^"
    assert caret("a", 5) == ""
    assert caret("", 0) == ""


def test_a_data_file_that_is_not_there_is_told_where_it_is_named(tmp_path: Path):
    table = """
    | type                           | name | label | calculation                     |
    | select_one_from_file towns.csv | a    | A     |                                 |
    | calculate                      | b    |       | pulldata('people', 'x', 'y', 1) |
    """
    assert found(check(tmp_path, table), "missing_file") == [
        ("missing_file", "survey", 2, "type", "towns.csv"),
        ("missing_file", "survey", 3, "calculation", "people.csv"),
    ]


def test_sheets_and_columns_are_known_however_they_are_capitalised(tmp_path: Path):
    path = tmp_path / "form.xlsx"
    book = Workbook()
    sheet = book.active
    sheet.title = "Survey"
    for row in (["Type", "Name", "Label", "Relevant"], ["text", "a", "A", None], ["text", "b", "B", "fo(1)"]):
        sheet.append(row)
    book.save(path)
    assert found(check_form(path).problems, "unknown_function") == [
        ("unknown_function", "survey", 3, "relevant", "fo")
    ]


def test_a_choice_of_several_may_not_hold_a_space(tmp_path: Path):
    table = """
    | type              | name | label |
    | select_multiple l | a    | A     |
    | choices |
    | list_name | name | label |
    | l         | x    | X     |
    | l         | y z  | YZ    |
    """
    assert found(check(tmp_path, table), "name_invalid") == [("name_invalid", "choices", 3, "name", "y z")]

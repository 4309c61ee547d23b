"""A form read for printing: numbers, skip instructions in words, boxes, lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from digiplan_desktop.actions.paper import paper_of, print_form
from digiplan_desktop.actions.paper_boxes import grouped
from digiplan_desktop.actions.paper_texts import without_markup
from digiplan_desktop.forms.compilation import load_form
from digiplan_desktop.forms.library import form_path, shipped_form
from digiplan_desktop.returns.paper import A4, LEFT
from digiplan_desktop.returns.paper_content import Answer, Question, Section
from tests.helpers.command import digiplan
from tests.helpers.paper import plain_text, read_sheets

HEAD = "| | type | name | label | relevant | constraint | constraint_message | calculation |"
CHOICES = """| choices |
| | list_name | name | label |
| | ab | a | Bánh |
| | ab | b | Cơm |
"""


def form_of(folder: Path, *rows: str):
    path = folder / "giay.md"
    survey = "\n".join(("| survey |", HEAD, *(f"| | {row} |" for row in rows)))
    path.write_text(f"{survey}\n{CHOICES}", encoding="utf-8")
    return load_form(path)


def questions(items: tuple[Question | Section, ...]) -> list[Question]:
    found = []
    for item in items:
        found += questions(item.items) if isinstance(item, Section) else [item]
    return found


def question(paper, name: str) -> Question:
    return next(each for each in questions(paper.items) if each.name == name)


def skip_of(folder: Path, relevant: str, language: str = "vi") -> str:
    form = form_of(
        folder,
        "integer | n | B1. Số người | | | |",
        "decimal | tien | Số tiền | | | |",
        "date | ngay | B3. Ngày | | | |",
        "select_one ab | mot | B4. Một | | | |",
        "select_multiple ab | nhieu | B5. Nhiều | | | |",
        "calculate | tong | | | | | ${n} + 1",
        f"text | t | B9. Tên | {relevant} | | |",
    )
    return (
        question(paper_of(form, language), "t").skip.removeprefix("Chỉ hỏi khi ").removeprefix("Ask only if ")
    )


@pytest.mark.parametrize(
    ("relevant", "words"),
    [
        ("${mot} = 'a'", "B4 = a (Bánh)"),
        ("'a' = ${mot}", "B4 = a (Bánh)"),
        ("${mot} != 'b'", "B4 ≠ b (Cơm)"),
        ("${mot} = 'a' or ${mot} = 'b'", "B4 = a (Bánh) hoặc b (Cơm)"),
        ("${mot} = 'a' or ${n} > 5", "B4 = a (Bánh) hoặc B1 > 5"),
        ("${mot} = 'a' and (${n} > 5 or ${n} < 2)", "B4 = a (Bánh) và (B1 > 5 hoặc B1 < 2)"),
        ("3 < ${n}", "B1 > 3"),
        ("${tien} >= 1234567.5", "câu 2 ≥ 1.234.567,5"),
        ("${n} = ''", "B1 để trống"),
        ("${n} != ''", "B1 có trả lời"),
        ("selected(${nhieu}, 'a') or selected(${nhieu}, 'b')", "B5 có chọn a (Bánh) hoặc b (Cơm)"),
        ("not(selected(${nhieu}, 'a'))", "B5 không chọn a (Bánh)"),
        ("not(${n} > 5)", "B1 ≤ 5"),
        ("not(${n} > 5 and ${mot} = 'a')", "không phải (B1 > 5 và B4 = a (Bánh))"),
        ("count-selected(${nhieu}) >= 2", "số mục chọn ở B5 ≥ 2"),
        ("${ngay} > date('2025-07-01')", "B3 > 01/07/2025"),
        ("${ngay} <= today()", "B3 ≤ ngày hôm nay"),
        ("${tien} div ${n} > -2", "câu 2 ÷ B1 > −2"),
        ("${tong} > 3", "giá trị tính “tong” (= B1 + 1) > 3"),
    ],
)
def test_conditions_are_told_in_words(tmp_path, relevant, words):
    assert skip_of(tmp_path, relevant) == words


def test_conditions_speak_english(tmp_path):
    assert (
        skip_of(tmp_path, "${n} > 1234 and selected(${nhieu}, 'a')", "en")
        == "B1 > 1,234 and B5 includes a (Bánh)"
    )
    assert skip_of(tmp_path, "${tien} = ''", "en") == "question 2 is left blank"


def test_a_condition_without_words_stands_as_it_is_with_numbers_for_paths(tmp_path):
    assert skip_of(tmp_path, "translate(${n}, '1', '2') = ${mot}") == "translate( B1 , '1', '2') = B4"


def test_what_is_always_or_never_asked_has_no_condition(tmp_path):
    assert skip_of(tmp_path, "true()") == ""
    assert skip_of(tmp_path, "false()") == "Không hỏi trên phiếu giấy"


@pytest.mark.parametrize(
    ("kind", "constraint", "boxes"),
    [
        ("integer", ". >= 0 and . <= 100000", "### ###"),
        ("integer", ". <= ${n}", "##"),
        ("integer", "", "## ### ###"),
        ("decimal", ". >= 0 and . <= 100", "###,##"),
        ("date", "", "##/##/####"),
        ("time", "", "##:##"),
        ("text", "regex(., '^[0-9]{7}$')", "#######"),
        ("text", "regex(., '^[0-9]{10}(-?[0-9]{3})?$')", "##########-###"),
        ("text", "regex(., '^0[0-9]{2}[0-9]{2}$')", "#####"),
        ("text", "regex(., '^[0-9]{4,5}$')", "#####"),
        ("text", "regex(., '^[A-Z]+$')", ""),
        ("text", "", ""),
    ],
)
def test_boxes_are_as_many_as_the_answer_may_have_signs(tmp_path, kind, constraint, boxes):
    form = form_of(tmp_path, "integer | n | Số | | . < 99 | |", f"{kind} | q | Câu | | {constraint} | |")
    found = question(paper_of(form), "q")

    assert found.boxes == boxes
    assert found.answer is (Answer.BOXES if boxes else Answer.TEXT)


def test_digits_stand_in_groups_of_three_and_short_numbers_whole():
    assert [grouped(digits) for digits in (2, 4, 5, 6, 7)] == ["##", "####", "## ###", "### ###", "# ### ###"]


def test_a_check_is_the_forms_message_else_its_constraint_in_words(tmp_path):
    form = form_of(
        tmp_path, "integer | n | Số | | . < 20 | Dưới 20 người |", "integer | m | Lại | | . < ${n} | |"
    )
    paper = paper_of(form)

    assert [question(paper, name).check for name in "nm"] == ["Dưới 20 người", "câu 2 < câu 1"]


def test_a_repeated_group_is_printed_several_times(tmp_path):
    form = form_of(
        tmp_path,
        "begin_repeat | p | Người | | | |",
        "text | ten | Tên **đủ** | | | |",
        "end_repeat | | | | | |",
    )
    sections = paper_of(form).items

    assert [(section.title, section.copy) for section in sections] == [
        ("Người", 1),
        ("Người", 2),
        ("Người", 3),
    ]
    assert [each.text for each in questions(sections)] == ["Tên đủ"] * 3


def test_markup_of_labels_is_taken_away_and_names_keep_their_signs():
    assert (
        without_markup("# Tên **đủ** và [trang](http://x.vn) <span style='a'>đỏ</span>")
        == "Tên đủ và trang đỏ"
    )
    assert without_markup("snake_case_name, 2 * 3 * 4 < 5") == "snake_case_name, 2 * 3 * 4 < 5"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form_id", ["dn01", "cq02", "cs03"])
def test_a_shipped_questionnaire_prints_whole_and_inside_its_pages(tmp_path, form_id, language):
    printed = print_form(form_path(form_id), tmp_path / "p.pdf", language)
    form, text, sheets = shipped_form(form_id), plain_text(printed.path), read_sheets(printed.path)

    assert len(sheets.sizes) == printed.pages <= 8
    outside = [
        word
        for word in sheets.words
        if word.left < LEFT - 1 or word.right > A4[0] - LEFT + 1 or word.top < 0 or word.bottom > A4[1] - 20
    ]
    assert outside == []
    squeezed = text.replace(" ", "")
    for asked in questions(paper_of(form, language).items):
        # In a table the words that all questions begin with stand once, and lines of columns are mixed.
        words = asked.text.rpartition(": ")[2].split()
        assert all(word in squeezed for word in [asked.number, *words]), asked.name
        assert all(option.code in squeezed for option in asked.options), asked.name
    labels = [each.labels[language] for each in form.questions if each.kind == "group"]
    assert all(label in text for label in labels)
    assert len(questions(paper_of(form, language).items)) == sum(
        each.kind == "question" for each in form.questions
    )


def test_the_skips_of_the_enterprise_questionnaire_read_as_on_paper():
    paper = paper_of(shipped_form("dn01"))

    assert question(paper, "net_n").skip == "Chỉ hỏi khi C3 = 1 (Có)"
    assert question(paper, "rev_b").skip == "Chỉ hỏi khi B4 để trống"
    assert question(paper, "ei_type").skip.startswith("Chỉ hỏi khi E1 = 1 (")
    assert paper.items[1].skip == "Chỉ hỏi khi A3 = 1 (Đang hoạt động)"


def test_the_list_of_communes_is_printed_once_at_the_end():
    paper = paper_of(shipped_form("dn01"))

    assert [(annex.number, len(annex.options)) for annex in paper.annexes] == [(1, 102)]
    assert (question(paper, "commune").answer, question(paper, "commune").annex) == (Answer.CODE, 1)


def test_the_command_prints_in_the_language_asked_for(tmp_path):
    out = tmp_path / "cs03.pdf"
    ran = digiplan("form", "print", form_path("cs03"), out, "--lang", "en", "--json")

    assert (ran.code, ran.document) == (0, {"file": str(out), "pages": len(read_sheets(out).sizes)})
    assert "Name of the establishment" in plain_text(out)


def test_a_missing_questionnaire_is_the_users_error(tmp_path):
    ran = digiplan("form", "print", tmp_path / "none.xlsx", tmp_path / "p.pdf")

    assert (ran.code, (tmp_path / "p.pdf").exists()) == (2, False)
    assert "none.xlsx" in ran.err

"""Printed questionnaires: what stands on the sheets, and that it stands on them."""

from __future__ import annotations

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from digiplan_desktop.errors import FileNotWritable
from digiplan_desktop.returns.paper import A4, BOTTOM, LEFT, ROOM, paginate, write_paper
from digiplan_desktop.returns.paper_answers import answer_sketch, boxes
from digiplan_desktop.returns.paper_blocks import WIDTH, Block, question_sketch
from digiplan_desktop.returns.paper_code import code_text, form_code
from digiplan_desktop.returns.paper_content import Annex, Answer, Option, Paper, Question, Section
from digiplan_desktop.returns.paper_grid import batteries, common_lead
from digiplan_desktop.returns.paper_lettering import REGULAR, break_lines, load_typefaces, text_width
from digiplan_desktop.returns.paper_sketch import Box, Letters, Sketch
from digiplan_desktop.returns.paper_words import paper_words
from tests.helpers.paper import fonts, plain_text, read_sheets

YES_NO = (Option("1", "Có"), Option("0", "Không"))
VI = paper_words("vi")


@pytest.fixture(autouse=True)
def typefaces():
    load_typefaces()


def question(number: str = "A1", text: str = "Tên", answer: Answer = Answer.TEXT, **more) -> Question:
    return Question(f"q_{number}", number, text, answer, **more)


def paper(*items: Question | Section, annexes: tuple[Annex, ...] = (), language: str = "vi") -> Paper:
    return Paper("Phiếu thử nghiệm", "thu01", "7", language, items, annexes)


def drawn(sketch: Sketch, kind: type) -> list:
    return [mark for mark in sketch.marks if isinstance(mark, kind)]


def letters(sketch: Sketch) -> str:
    return " ".join(mark.text for mark in drawn(sketch, Letters))


def test_a_sheet_says_form_version_questions_skips_and_checks(tmp_path):
    asked = question(text="Tình trạng", answer=Answer.ONE, options=YES_NO, required=True)
    guarded = question(
        "A2", "Số lao động", Answer.BOXES, boxes="###", skip="Chỉ hỏi khi A1 = 1 (Có)", check="≥ 0"
    )
    printed = write_paper(tmp_path / "p.pdf", paper(Section("A. Đơn vị", (asked, guarded), skip="Luôn hỏi")))

    text = plain_text(printed.path)
    for words in (
        "Phiếu thử nghiệm",
        "Mẫu phiếu thu01 · phiên bản 7",
        "A. Đơn vị",
        "Luôn hỏi",
        "Tình trạng *",
        "→ Chỉ hỏi khi A1 = 1 (Có)",
        "Kiểm tra: ≥ 0",
        "Người kiểm tra phiếu",
        "Trang 1/1",
    ):
        assert words in text
    assert read_sheets(printed.path).sizes == (
        (pytest.approx(A4[0], abs=0.1), pytest.approx(A4[1], abs=0.1)),
    )


def test_every_typeface_is_inside_the_file(tmp_path):
    printed = write_paper(tmp_path / "p.pdf", paper(question(hint="Ghi chữ in hoa")))

    found = fonts(printed.path)
    assert all("SourceSans3" in name and inside for name, inside in found), found
    assert len(found) == 3


def test_the_same_questionnaire_gives_the_same_bytes(tmp_path):
    first = write_paper(tmp_path / "1.pdf", paper(question())).path.read_bytes()

    assert write_paper(tmp_path / "2.pdf", paper(question())).path.read_bytes() == first
    assert write_paper(tmp_path / "3.pdf", paper(question("A2"))).path.read_bytes() != first


def test_a_folder_that_is_not_there_is_the_users_error(tmp_path):
    with pytest.raises(FileNotWritable):
        write_paper(tmp_path / "none" / "p.pdf", paper(question()))


def test_one_code_is_round_and_several_are_square():
    one = answer_sketch(question(answer=Answer.ONE, options=YES_NO), 300, VI)
    several = answer_sketch(question(answer=Answer.SEVERAL, options=YES_NO), 300, VI)

    assert [box.radius > 0 for box in drawn(one, Box)] == [True, True]
    assert [box.radius > 0 for box in drawn(several, Box)] == [False, False]
    assert letters(one) == letters(several) == "1 Có 0 Không"


def test_boxes_follow_their_pattern_and_break_where_the_room_ends():
    date = boxes("##/##/####", 400)
    long = boxes("#" * 40, 200)

    assert (len(drawn(date, Box)), letters(date)) == (8, "/ /")
    assert len(drawn(long, Box)) == 40
    assert max(box.x + box.width for box in drawn(long, Box)) <= 200


def test_the_code_holds_form_and_version():
    wanted = QRCode(None, QRErrorCorrectLevel.M)
    wanted.addData("digiplan-form:dn01:2026")
    wanted.make()
    sketch = form_code("dn01", "2026", 74)
    module = sketch.height / len(wanted.modules)
    dark = {
        (round(box.y / module), round(box.x / module) + step)
        for box in drawn(sketch, Box)
        for step in range(round(box.width / module))
    }

    assert code_text("dn01", "2026") == "digiplan-form:dn01:2026"
    assert dark == {(y, x) for y, row in enumerate(wanted.modules) for x, cell in enumerate(row) if cell}


def test_questions_with_the_same_answers_share_one_table():
    run = [question(f"C{n}", f"Mức độ: việc {n}", Answer.ONE, options=YES_NO) for n in range(3)]
    guarded = question("C3", "Khác", Answer.ONE, options=YES_NO, skip="Chỉ hỏi khi C1 = 1")

    assert [len(each) for each in batteries((*run, guarded))] == [3, 1]
    assert [len(each) for each in batteries((*run[:2], guarded))] == [1, 1, 1]
    assert common_lead([each.text for each in run]) == "Mức độ: "
    assert common_lead(["Một: a", "Hai: a"]) == ""


def test_a_table_prints_every_question_and_each_answer_once(tmp_path):
    run = [question(f"C{n}", f"Mức độ: việc {n}", Answer.ONE, options=YES_NO) for n in range(3)]

    text = plain_text(write_paper(tmp_path / "p.pdf", paper(*run)).path)
    assert [text.count(words) for words in ("Mức độ", "Không", "việc 0", "việc 1", "việc 2")] == [1] * 5


def test_a_long_list_is_printed_at_the_end_and_named_where_it_is_needed(tmp_path):
    entries = tuple(Option(f"{code:05}", f"Xã {code}") for code in range(300))
    near = question(answer=Answer.CODE, boxes="#####", annex=1)
    far = question("A2", "Nghề", Answer.CODE, boxes="####", list_name="nghe", list_size=9000)

    text = plain_text(
        write_paper(tmp_path / "p.pdf", paper(near, far, annexes=(Annex(1, "Xã", entries),))).path
    )
    assert "Ghi mã theo danh mục 1 ở cuối phiếu" in text
    assert "xem danh mục nghe (9000 mục) kèm theo phiếu" in text
    assert all(f"{entry.code} {entry.label}" in text for entry in entries)


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    filling, head, first = (Sketch(WIDTH, height) for height in (ROOM - 40, 20, 60))

    pages = paginate([Block(filling), Block(head, keeps_next=True), Block(first)])

    assert [[sketch for _, sketch in page] for page in pages] == [[filling], [head, first]]


def test_nothing_leaves_the_page_however_long_the_texts_are(tmp_path):
    word, text = "x" * 400, "Một câu hỏi rất dài. " * 400
    options = tuple(Option(f"code_{n}", f"{text[:90]} {n}") for n in range(30))
    printed = write_paper(
        tmp_path / "p.pdf",
        paper(
            question(text=word, hint=text, answer=Answer.SEVERAL, options=options),
            question("A2", text, Answer.LONG_TEXT, skip=text, check=text),
        ),
    )

    sheets = read_sheets(printed.path)
    assert len(sheets.sizes) == printed.pages > 2
    outside = [
        word
        for word in sheets.words
        if word.left < LEFT - 1 or word.right > A4[0] - LEFT + 1 or word.top < 0 or word.bottom > A4[1] - 20
    ]
    assert outside == []
    assert sum(word.text == "Một" for word in sheets.words) >= 4 * 400


def test_lines_break_at_blanks_and_keep_every_letter():
    text = "Doanh nghiệp có sử dụng máy tính, máy tính bảng hoặc điện thoại thông minh"

    lines = break_lines(text, REGULAR, 10, 120)
    assert " ".join(lines) == text
    assert max(text_width(line, REGULAR, 10) for line in lines) <= 120


def test_letters_of_other_normal_forms_and_control_characters_are_mended():
    decomposed = "Tie\u0302\u0301ng\x07 Vie\u0323\u0302t"

    assert break_lines(decomposed, REGULAR, 10, 500) == ["Tiếng Việt"]


def test_a_required_question_is_marked_and_a_note_is_not_a_question():
    assert letters(question_sketch(question(required=True), VI)).startswith("A1 Tên *")
    note = question_sketch(question("", "Xin cảm ơn", Answer.NONE), VI)
    assert (letters(note), drawn(note, Box)) == ("Xin cảm ơn", [])


def test_pages_leave_room_for_the_foot():
    assert A4[1] > ROOM + BOTTOM

"""Every code that the layers below give has words, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digiplan_desktop.errors import FileTooLarge, FormBroken, Problem, StoreHeld
from digiplan_desktop.plan.results import STATES, Note
from digiplan_desktop.register.reasons import REASONS
from digiplan_desktop.ui.language import install_language
from digiplan_desktop.ui.messages import problem_text, refusal_text, text_of, violation_text
from digiplan_desktop.ui.note_words import NOTE_WORDS
from digiplan_desktop.ui.problem_words import PROBLEM_WORDS
from digiplan_desktop.ui.terms import (
    field_word,
    flag_word,
    response_word,
    size_word,
    state_word,
    status_glyph,
    status_word,
)
from digiplan_desktop.ui.verdict_words import WHY
from tests.helpers.sources import PACKAGE


@pytest.fixture(params=["vi", "en"])
def language(qapp, request):
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "vi")


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_of_the_register_has_words(language: str, reason: str):
    assert refusal_text(reason) != reason


@pytest.mark.parametrize("status", STATES)
def test_a_status_of_a_target_has_a_word_and_a_sign(language: str, status: str):
    assert status_word(status) != status
    assert status_glyph(status)


def test_statuses_are_told_apart_by_their_words(language: str):
    assert len({status_word(status) for status in STATES}) == len(STATES)


def test_every_reason_of_a_verdict_has_a_sentence():
    source = (PACKAGE / "plan" / "status.py").read_text("utf-8")
    codes = set(re.findall(r'Verdict\(\s*[\w.]+(?: if \w+ else [\w.]+)?, "(\w+)"', source))

    assert len(codes) > 10
    assert codes - {key.partition(":")[0] for key in WHY} == set()


def test_every_note_of_a_figure_has_a_sentence():
    codes = set()
    for file in (PACKAGE / "plan").glob("*.py"):
        text = file.read_text("utf-8")
        codes |= set(re.findall(r'Note\(\s*"(\w+)"', text))
        codes |= set(re.findall(r'^        \("(\w+)", ', text, re.MULTILINE))

    assert len(codes) > 8
    assert codes - NOTE_WORDS.keys() == set()


def test_every_problem_of_a_file_has_words():
    codes = set()
    for folder in ("forms", "plan", "store", "register"):
        for file in (PACKAGE / folder).rglob("*.py"):
            text = file.read_text("utf-8")
            codes |= set(re.findall(r'Problem\(\s*"(?:error|warning)",\s*"(\w+)"', text))
            codes |= set(re.findall(r'(?:XPathError|Fault|\.wrong|\.problem)\(\s*"(\w+)"', text))

    assert len(codes) > 20
    assert codes - PROBLEM_WORDS.keys() == set()


def test_words_of_the_register(language: str):
    expected = {"vi": ("Siêu nhỏ", "Đang hoạt động", "Mã số thuế"), "en": ("Micro", "Operating", "Tax code")}

    assert (size_word("micro"), state_word("active"), field_word("tax_code")) == expected[language]


def test_a_field_without_a_name_is_shown_as_it_is(language: str):
    assert field_word("Cột lạ") == "Cột lạ"


def test_several_flags_are_explained_together(language: str):
    assert flag_word("up") == f"{flag_word('u')}; {flag_word('p')}"


def test_a_questionnaire_that_is_complete_has_a_tick(language: str):
    assert response_word("complete")[0] == "✔"


def test_a_problem_says_its_place(language: str):
    words = problem_text(Problem("error", "unknown_reference", "survey", 12, "relevant", "tuoi"))

    expected = {
        "vi": "trang tính survey, dòng 12, cột relevant: không có câu hỏi “tuoi”. Hãy kiểm tra tên.",
        "en": "sheet survey, row 12, column relevant: there is no question “tuoi”. Check its name.",
    }
    assert words == expected[language]


def test_the_words_of_a_compiler_pass_through(language: str):
    assert problem_text(Problem("error", "text", text="[row : 3] no label")) == "[row : 3] no label"


def test_a_violation_speaks_the_words_of_the_questionnaire(language: str):
    assert violation_text("constraint", "Không quá 100.") == "Không quá 100."
    assert violation_text("constraint") not in {"constraint", ""}


def test_numbers_in_a_message_are_written_as_in_the_language(qapp):
    error = FileTooLarge(Path("lớn.xlsx"), "rows", 1_234_567, 1_000_000)

    install_language(qapp, "vi")
    assert "1.234.567 dòng" in text_of(error)
    install_language(qapp, "en")
    assert "1,234,567 rows" in text_of(error)
    install_language(qapp, "vi")


def test_a_held_store_says_who_holds_it(language: str):
    words = text_of(StoreHeld(Path("/kho"), "H'Lan", "MAY-03", 4711, "08:15"))

    assert all(fact in words for fact in ("H'Lan", "MAY-03", "4711", "08:15", "kho"))


def test_a_broken_form_lists_its_problems(language: str):
    problems = tuple(Problem("error", "text", text=f"problem {number}") for number in range(20))

    words = text_of(FormBroken(Path("phieu.xlsx"), problems))

    assert "problem 11" in words
    assert "problem 12" not in words
    assert words.endswith("…")


def test_a_note_names_the_districts(qapp):
    from digiplan_desktop.ui.note_words import note_sentences
    from tests.helpers.targets import a_target

    target = a_target(notes=(Note("silent_districts", ("D643-1", "D644-1")), Note("merged_strata", (11,))))

    sentences = note_sentences(target, {"D643-1": "Buôn Ma Thuột", "D644-1": "Buôn Hồ"})

    assert sentences[0] == "Huyện cũ chưa có phiếu nào: Buôn Ma Thuột, Buôn Hồ."
    assert sentences[1].startswith("11 tầng")

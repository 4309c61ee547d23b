"""`form eval` answers as a browser's engine would: on its nodes, with plain XPath 1.0 and with the dialect."""

from __future__ import annotations

from typing import Any

from digiplan_desktop.forms.evaluation import evaluate_questions


def answer(
    expression: str, document: str = "<a/>", context: str = "/", mode: str = "xforms"
) -> dict[str, Any]:
    question = {
        "id": 1,
        "expression": expression,
        "mode": mode,
        "document": document,
        "context": context,
        "root": None,
        "now": "2026-11-23T05:00:00Z",
        "tz": "Asia/Ho_Chi_Minh",
    }
    return evaluate_questions([question])["results"][0]


def test_a_document_type_is_a_node_before_the_root():
    assert answer("preceding::node()", "<!DOCTYPE a><a/>", "/*[1]")["nodes"] == ["/node()[1]"]


def test_a_section_of_character_data_is_a_node_of_its_own():
    found = answer("child::node()", "<a>x<![CDATA[y]]>z</a>", "/*[1]")
    assert found["nodes"] == ["/*[1]/node()[1]", "/*[1]/node()[2]", "/*[1]/node()[3]"]
    assert answer("string(/a)", "<a>x<![CDATA[y]]>z</a>")["string"] == "xyz"


def test_a_cut_from_before_the_beginning_without_a_length_is_the_whole_text():
    assert answer("substring('12345', -1 div 0)", mode="xpath1")["string"] == "12345"
    assert answer("substring('12345', -1 div 0, 1 div 0)", mode="xpath1")["string"] == ""


def test_only_an_attribute_of_xml_says_the_language():
    document = '<a xml:lang="vi-VN"><b lang="fr"/></a>'
    assert answer("lang('vi')", document, "/*[1]/*[1]")["boolean"] is True
    assert answer("lang('fr')", document, "/*[1]/*[1]")["boolean"] is False


def test_a_day_after_a_date_is_a_date():
    assert answer("date('2018-01-01' + 1)")["string"] == "2018-01-02"
    assert answer("date('2018-01-01' + 1.5)")["string"].startswith("2018-01-02T12:00")


def test_a_clock_time_of_a_zone_that_no_place_has_is_no_time():
    assert answer("decimal-time('06:00:00.000-24:00')")["number"] == "NaN"


def test_a_wrong_expression_is_an_error_and_not_an_end():
    assert "error" in answer("1 +")
    assert "error" in answer("/a", "<a>")

"""A form that means harm, or is merely wrong, ends in an answer: no endless work, no endless memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from digiplan_desktop.forms.compilation import check_form, compile_xform
from digiplan_desktop.forms.functions.text import MAX_TEXT
from digiplan_desktop.forms.instance import MAX_NODES
from digiplan_desktop.forms.play import play_steps
from digiplan_desktop.forms.xml_reader import read_document
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from tests.helpers.forms import write_workbook
from tests.helpers.scenario import Scenario
from tests.helpers.xpath import text_of


def xform(instance: str, binds: str = "", body: str = "", itext: str = "") -> str:
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>'
        f"{itext}<instance>{instance}</instance>{binds}</model></h:head><h:body>{body}</h:body></h:html>"
    )


def state(text: str, *steps: tuple[str, str]) -> dict[str, dict[str, object]]:
    model, faults = compile_xform(text)
    assert model is not None
    assert not faults.errors
    return play_steps(model, [{"op": "set", "ref": ref, "value": value} for ref, value in steps])[-1]


def test_an_expression_that_looks_at_everything_for_everything_is_given_up():
    items = "".join(f"<item><n>{number}</n></item>" for number in range(300))
    every, more = "instance('l')/root/item", "&gt; 1])"
    inner = f"count({every}[count({every}[n {more} {more} {more}"
    bind = f'<bind nodeset="/data/t" calculate="count({every}[{inner}"/>'
    lists = f'</instance><instance id="l"><root>{items}</root>'
    assert state(xform(f'<data id="d"><t/></data>{lists}', bind))["/data/t"]["value"] == ""


def test_texts_that_double_each_other_stay_small():
    rows = "".join(
        f"| calculate | c{number} | | concat(${{c{number - 1}}}, ${{c{number - 1}}}) |\n"
        for number in range(1, 40)
    )
    scenario = Scenario("| type | name | label | calculation |\n| text | c0 | T | |\n" + rows)
    scenario.answers(c0="x" * 1000)
    assert max(len(value) for value in scenario.session.values().values()) <= MAX_TEXT


def test_repeats_inside_repeats_do_not_grow_for_ever():
    text = xform(
        '<data id="d"><n/><a jr:template=""><b jr:template=""><c jr:template=""><x/></c></b></a></data>',
        "",
        '<input ref="/data/n"/><group ref="/data/a"><repeat nodeset="/data/a" jr:count="/data/n">'
        '<group ref="/data/a/b"><repeat nodeset="/data/a/b" jr:count="/data/n">'
        '<group ref="/data/a/b/c"><repeat nodeset="/data/a/b/c" jr:count="/data/n">'
        '<input ref="/data/a/b/c/x"/></repeat></group></repeat></group></repeat></group>',
    )
    few = state(text, ("/data/n", "2"))
    assert "/data/a[2]/b[2]/c[2]/x" in few
    assert MAX_NODES / 2 < len(state(text, ("/data/n", "60"))) < 2 * MAX_NODES


def test_a_text_that_holds_itself_ends():
    itext = (
        '<itext><translation lang="vi"><text id="a"><value>A <output value="jr:itext(\'a\')"/></value></text>'
        "</translation></itext>"
    )
    body = '<input ref="/data/q"><label ref="jr:itext(\'a\')"/></input>'
    label = state(xform('<data id="d"><q/></data>', "", body, itext))["/data/q"]["label"]
    assert isinstance(label, str)
    assert label.startswith("A A")


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 5_000 + "1" + ")" * 5_000,
        "not(" * 2_000 + "1" + ")" * 2_000,
        "a[" * 3_000,
        "1" * 300_000,
    ],
)
def test_an_expression_nested_without_end_is_refused(expression: str):
    with pytest.raises(XPathError):
        parse(expression)


def test_a_long_sum_is_no_nesting():
    assert text_of("1" + "+1" * 20_000) == "20001"
    assert text_of("-" * 5_000 + "1") == "1"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>', "xml"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "not_a_form"),
        ("<a>" * 10_000 + "</a>" * 10_000, "xml"),
        ("<a", "xml"),
        ("\x00", "xml"),
    ],
)
def test_xml_that_expands_nests_or_breaks_is_refused(tmp_path: Path, text: str, code: str):
    path = tmp_path / "form.xml"
    path.write_text(text, encoding="utf-8")
    assert [problem.code for problem in check_form(path).problems] == [code]


@pytest.mark.parametrize("name", ["../secret.csv", "/etc/passwd", "sub/towns.csv", "http://host/towns.csv"])
def test_a_form_reads_nothing_outside_its_folder(tmp_path: Path, name: str):
    (tmp_path / "secret.csv").write_text("name,label\na,A\n", encoding="utf-8")
    folder = tmp_path / "form"
    folder.mkdir()
    path = folder / "form.xml"
    path.write_text(
        xform('<data id="d"><q/></data>').replace(
            "</instance></model>", f'</instance><instance id="t" src="jr://file-csv/{name}"/></model>'
        ),
        encoding="utf-8",
    )
    assert [problem.code for problem in check_form(path).problems] == ["missing_file"]


def test_a_harmful_pattern_does_not_stop_the_keyer(tmp_path: Path):
    table = "| type | name | label | constraint |\n| text | a | A | regex(., '^(([a-z])+.)+[A-Z]$') |"
    assert check_form(write_workbook(tmp_path / "form.xlsx", table)).ok
    Scenario(table).answers(a="a" * 2_000).violates(a="constraint")


@pytest.mark.parametrize("declared", ["UTF-16", "TF-8", "windows-1258", "latin-1"])
def test_a_text_is_read_as_it_stands_whatever_encoding_it_declares(declared: str):
    document = read_document(f'<?xml version="1.0" encoding="{declared}"?><a>Đắk Lắk</a>')
    assert document.children[0].text == "Đắk Lắk"

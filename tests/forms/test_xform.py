# ruff: noqa: E501  an XForm is easier to read in long lines
"""Forms that were written as XForms: what workbooks never bring, and older habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digiplan_desktop.forms.compilation import compile_xform, load_form
from digiplan_desktop.forms.session import Session

if TYPE_CHECKING:
    from pathlib import Path

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Old habits</h:title><model>
<itext><translation lang="English" default="true()"><text id="colour"><value form="short">Col</value><value>Colour of <output value="/data/who"/></value></text>
<text id="red"><value>Red</value></text></translation><translation lang="Tiếng Việt"><text id="colour"><value>Màu của <output ref="/data/who"/></value></text>
<text id="red"><value>Đỏ</value></text></translation></itext>
<instance><data id="old" version="3"><who>Lan</who><colour/><many/><ok/><photo/><g><inner/></g></data></instance>
<bind id="who" nodeset="/data/who" type="string"/><bind nodeset="/data/many" type="string" constraint="count-selected(.) &lt; 3" jr:constraintMsg="Two at most"/>
<bind nodeset="/data/g" relevant="/data/ok = 'OK'" readonly="/data/who = 'Lan'"/><bind nodeset="/data/g/inner" type="decimal"/>
</model></h:head><h:body>
<input bind="who"><label>Who?</label></input>
<select1 ref="/data/colour"><label ref="jr:itext('colour')"/><item><label ref="jr:itext('red')"/><value>r</value></item><item><label>Blue</label><value>b</value></item></select1>
<select ref="/data/many" appearance="minimal columns"><label>Many</label><item><value>x</value></item><item><label>Y</label><value>y</value></item></select>
<trigger ref="/data/ok"><label>Read and understood</label></trigger>
<upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
<group><label>No place of its own</label><group ref="/data/g"><label>G</label><range ref="/data/g/inner" start="0" end="1" step="0.1"><label>Inner</label></range></group></group>
</h:body></h:html>"""


def session_of(tmp_path: Path) -> Session:
    path = tmp_path / "old.xml"
    path.write_text(FORM, encoding="utf-8")
    return Session(load_form(path), language="English")


def test_controls_of_every_kind_have_a_type(tmp_path: Path):
    session = session_of(tmp_path)
    session.answer("ok", "OK")
    assert [(node.name, node.type) for node in session.nodes()] == [
        ("who", "text"), ("colour", "select_one"), ("many", "select_multiple"), ("ok", "acknowledge"),
        ("photo", "image"), ("g", "group"), ("inner", "decimal"),
    ]  # fmt: skip
    assert session.node("many").appearance == {"minimal", "columns"}


def test_items_in_the_body_are_choices_and_name_themselves_without_a_label(tmp_path: Path):
    session = session_of(tmp_path)
    assert [(each.value, each.label) for each in session.choices("colour")] == [("r", "Red"), ("b", "Blue")]
    assert [(each.value, each.label) for each in session.choices("many")] == [("x", "x"), ("y", "Y")]
    session.language = "Tiếng Việt"
    assert session.choices("colour")[0].label == "Đỏ"


def test_the_long_form_of_a_text_is_shown_with_its_outputs(tmp_path: Path):
    session = session_of(tmp_path)
    assert session.node("colour").label == "Colour of Lan"
    session.answer("who", "Hoa")
    session.language = "Tiếng Việt"
    assert session.node("colour").label == "Màu của Hoa"


def test_a_plain_message_and_an_inherited_state_are_heeded(tmp_path: Path):
    session = session_of(tmp_path)
    assert session.node("inner").readonly
    session.answer("who", "Hoa")
    assert not session.node("inner").readonly
    session.answer("many", "x y")
    assert session.node("many").violation is None


def test_a_control_without_a_node_and_a_bind_without_one_are_told_but_do_no_harm():
    text = FORM.replace('bind="who"', 'ref="/data/ghost"').replace(
        'nodeset="/data/many"', 'nodeset="/data/nobody"'
    )
    model, faults = compile_xform(text)
    assert model is not None
    assert {(fault.code, fault.severity) for fault in faults.found} == {("unknown_bind", "warning")}


def test_an_event_that_nobody_knows_is_unsupported():
    text = FORM.replace("</model>", '<setvalue event="full-moon" ref="/data/who" value="1"/></model>')
    _, faults = compile_xform(text)
    assert [fault.code for fault in faults.errors] == ["unsupported"]


def test_text_that_is_no_xform_is_no_form():
    for text, code in (("<a/>", "not_a_form"), ("<a>", "xml"), ("<a>" * 300 + "</a>" * 300, "xml")):
        model, faults = compile_xform(text)
        assert (model, [fault.code for fault in faults.found]) == (None, [code])

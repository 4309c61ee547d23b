"""Whatever is thrown at the parser, the loader and a session, they answer: no crash, no hang.

A normal run tries a few; DIGIPLAN_FUZZ=1000000 tries so many of each.
"""

from __future__ import annotations

import os
import string
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digiplan_desktop.errors import UserError
from digiplan_desktop.forms.compilation import check_form, compile_xform
from digiplan_desktop.forms.evaluation import evaluate_questions
from digiplan_desktop.forms.functions.library import ODK_LIBRARY
from digiplan_desktop.forms.functions.patterns import bounded_pattern
from digiplan_desktop.forms.session import Session
from digiplan_desktop.forms.submission import read_instance
from digiplan_desktop.forms.xml_reader import XmlBroken
from tests.helpers.forms import form_of

COUNT = int(os.environ.get("DIGIPLAN_FUZZ", "60"))
# Every run of a long fuzz looks elsewhere; the short one of `make test` is the same each time.
FUZZ = settings(
    max_examples=COUNT,
    deadline=5_000 if COUNT > 60 else None,
    derandomize=COUNT <= 60,
    database=None,
    suppress_health_check=list(HealthCheck),
)
PIECES = [
    *(f"{name}(" for name in ODK_LIBRARY), ")", "(", "[", "]", "/", "//", "..", ".", "@a", "::", "*", "+", "-", " div ",
    " mod ", " and ", " or ", "=", "!=", "<", "<=", "|", ",", "'", '"', "'x'", "1", "0.5", "-7", "1e9",
    "99999999999999999999", "/data/a", "../b", "child::", "ancestor::*", "following::node()", "${a}", "$v", "text()",
    "current()", "''", " ", "é",
    "'2026-02-30'", "'10 20 0 0'", "'((a+)+)+$'", "instance('l')", "preceding-sibling::", "#", "\t", "\x00", "\ud800",
]  # fmt: skip
expressions = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(string.printable, max_size=60),
)
DOCUMENT = "<data><a>1</a><b>x y</b><r><n>2</n></r><r><n>3</n></r></data>"


def question(expression: str, mode: str) -> dict[str, Any]:
    return {
        "id": 1,
        "expression": expression,
        "mode": mode,
        "document": DOCUMENT,
        "context": "/*[1]",
        "now": None,
    }


@FUZZ
@given(expressions, st.sampled_from(["xforms", "xpath1"]))
def test_every_expression_has_a_value_or_an_error(expression: str, mode: str):
    (answer,) = evaluate_questions([question(expression, mode)])["results"]
    assert ("error" in answer) != ("type" in answer)


XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model><itext><translation lang="vi">
<text id="q"><value>Q <output value="/data/a"/></value></text></translation></itext>
<instance><data id="d" version="1"><a>1</a><g><b/></g><r jr:template=""><n/></r></data></instance>
<instance id="l"><root><item><name>x</name><label>X</label></item></root></instance>
<bind nodeset="/data/a" type="int" constraint=". &gt; 0" required="true()"/>
<bind nodeset="/data/g/b" relevant="/data/a = 1" calculate="/data/a + 1"/></model></h:head>
<h:body><input ref="/data/a"><label ref="jr:itext('q')"/></input><select1 ref="/data/g/b"><itemset
 nodeset="instance('l')/root/item[name = /data/a]"><value ref="name"/><label ref="label"/></itemset></select1>
<group ref="/data/r"><repeat nodeset="/data/r" jr:count="/data/a"><input ref="/data/r/n"/></repeat></group>
</h:body></h:html>"""
cuts = st.lists(
    st.tuples(
        st.integers(0, len(XFORM)),
        st.integers(0, 12),
        st.one_of(st.just(""), st.sampled_from(PIECES), st.text(max_size=6)),
    ),
    max_size=5,
)


def mutated(text: str, edits: list[tuple[int, int, str]]) -> str:
    for place, length, piece in edits:
        text = text[:place] + piece + text[place + length :]
    return text


@FUZZ
@given(cuts)
def test_a_damaged_form_is_refused_or_runs(edits: list[tuple[int, int, str]]):
    model, faults = compile_xform(mutated(XFORM, edits))
    assert model is not None or faults.errors


CELLS = st.one_of(
    st.sampled_from(["", "text", "integer", "select_one l", "begin_group", "end_group", "begin_repeat", "end repeat",
                     "calculate", "a", "b", "l", "yes", "${a}", "${a} > ", ". > 1", "count(${b})",
                     "select_multiple_from_file x.csv", "rank l"]),
    st.text(string.ascii_letters + "${}()'./ é\n", max_size=12),
)  # fmt: skip
TABLE = st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=8)


def csv_cell(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@settings(FUZZ, max_examples=max(20, COUNT // 10))
@given(TABLE, TABLE)
def test_any_table_is_checked_to_its_end(
    tmp_path_factory: Any, survey: list[list[str]], choices: list[list[str]]
):
    sheets = {
        "survey": [["type", "name", "label", "relevant", "calculation", "choice_filter"], *survey],
        "choices": [["list_name", "name", "label", "a", "b", "c"], *choices],
    }
    lines = []
    for name, rows in sheets.items():
        lines += [name, *("," + ",".join(map(csv_cell, row)) for row in rows)]
    path: Path = tmp_path_factory.getbasetemp() / "fuzz.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        check = check_form(path)
    except UserError:
        return
    assert check.ok or check.problems


FORM = form_of("""
| type              | name  | label | relevant      | constraint   | calculation | repeat_count |
| integer           | size  | S     |               | . < 50       |             |              |
| decimal           | share | S     | ${size} > 2   | . <= 1       |             |              |
| date              | day   | D     |               | . <= today() |             |              |
| geopoint          | place | P     |               |              |             |              |
| select_multiple l | tools | T     |               |              |             |              |
| calculate         | twice |       |               |              | ${size} * 2 |              |
| begin_repeat      | m     | M     |               |              |             | ${size}      |
| text              | who   | W     | ${share} != 0 |              |             |              |
| end_repeat        |       |       |               |              |             |              |
| choices |
| list_name | name | label |
| l         | x    | X     |
| l         | y    | Y     |
""")
NAMES = [
    "size",
    "share",
    "day",
    "place",
    "tools",
    "/data/m[1]/who",
    "/data/m[2]/who",
    "twice",
    "nobody",
    "",
    "/data/m",
]
ANSWERS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["3", "0", "-1", "99", "1,5", "x y", "12.7 108.1", "31/12/2025", "1e999"]),
)


@FUZZ
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), ANSWERS, st.sampled_from(["answer", "answer", "undo", "redo"])),
        max_size=10,
    )
)
def test_a_session_answers_whatever_is_typed(deeds: list[tuple[str, str, str]]):
    session = Session(FORM)
    for name, text, deed in deeds:
        try:
            if deed == "answer":
                session.answer(name, text)
            else:
                getattr(session, deed)()
        except UserError:
            continue
    again = Session(FORM, {**session.writes()})
    assert again.values() == session.values()
    assert session.complete() in (True, False)


@FUZZ
@given(st.one_of(st.text(max_size=60), cuts.map(lambda edits: mutated(Session(FORM).instance_xml(), edits))))
def test_any_text_is_an_instance_or_is_not(text: str):
    try:
        found = read_instance(FORM.model, text)
    except XmlBroken:
        return
    Session(FORM, found.data)


@FUZZ
@given(
    st.one_of(st.text(max_size=30), st.text("ab()[]{}*+?|^$.\\dwb1,2<=!:-", max_size=24)),
    st.text("ab1 \n", max_size=200),
)
def test_any_pattern_is_answered_in_time(pattern: str, text: str):
    compiled = bounded_pattern(pattern)
    assert compiled is None or compiled.search(text) in (True, False)

"""Evaluates one expression on a small document, at a fixed time in Đắk Lắk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from digiplan_desktop.forms.functions.library import ODK_LIBRARY
from digiplan_desktop.forms.xml_reader import read_document
from digiplan_desktop.forms.xpath.compiler import compile_expression
from digiplan_desktop.forms.xpath.context import Context, Environment
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.values import string_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.values import Value

LOCAL = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
DOCUMENT = """<data>
<a>1</a><b>2</b><empty/><list>x y z</list><day>2026-01-31</day>
<rep><n>10</n><k>u</k></rep><rep><n>20</n><k>v</k></rep><rep><n/><k>w</k></rep>
</data>""".replace("\n", "")


def evaluate(expression: str, document: str = DOCUMENT) -> Value:
    """Give the value of an expression at the root element."""
    node = read_document(document).children[0]
    env = Environment(zone=LOCAL, now=lambda: NOW)
    env.instances = {"towns": read_document(TOWNS).children[0]}
    return compile_expression(parse(expression), ODK_LIBRARY)(Context(node, env))


TOWNS = (
    "<instance><root>"
    "<item><name>bh</name><label>Buôn Hồ</label><district>d1</district></item>"
    "<item><name>bmt</name><label>Buôn Ma Thuột</label><district>d2</district></item>"
    "<item><name>ek</name><label>Ea Kao</label><district>d2</district></item>"
    "</root></instance>"
)


def text_of(expression: str, document: str = DOCUMENT) -> str:
    """Give the value of an expression as a text."""
    return string_of(evaluate(expression, document))

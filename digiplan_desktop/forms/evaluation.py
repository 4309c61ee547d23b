"""`form eval`: evaluates single expressions on documents, as recorded peer behaviour is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from digiplan_desktop.forms.functions.library import CORE_LIBRARY, ODK_LIBRARY
from digiplan_desktop.forms.xml_reader import XmlBroken, read_document
from digiplan_desktop.forms.xpath.compiler import compile_expression
from digiplan_desktop.forms.xpath.context import Context, Environment, EvaluationError
from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.nodes import ATTRIBUTE, DOCUMENT, ELEMENT, Node
from digiplan_desktop.forms.xpath.parser import parse
from digiplan_desktop.forms.xpath.values import (
    Moment,
    Value,
    boolean_of,
    format_plain,
    number_of,
    string_of,
)

_NAMESPACES = {
    "xhtml": "http://www.w3.org/1999/xhtml",
    "h": "http://www.w3.org/1999/xhtml",
    "jr": "http://openrosa.org/javarosa",
    "orx": "http://openrosa.org/xforms",
    "odk": "http://www.opendatakit.org/xforms",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def evaluate_questions(questions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give `{"results": […]}` with one answer, or one error, for each question."""
    documents: dict[str, Node] = {}
    return {"results": [_answer(question, documents) for question in questions]}


def _answer(question: Mapping[str, Any], documents: dict[str, Node]) -> dict[str, Any]:
    try:
        value = _evaluate(question, documents)
    except (XPathError, EvaluationError, XmlBroken) as error:
        return {"id": question["id"], "error": str(error) or "error"}
    return {"id": question["id"], **describe(value, _zone(question))}


def _zone(question: Mapping[str, Any]) -> ZoneInfo | None:
    return ZoneInfo(question["tz"]) if question.get("tz") else None


def _evaluate(question: Mapping[str, Any], documents: dict[str, Node]) -> Value:
    text = question.get("document") or "<data/>"
    document = documents.get(text)
    if document is None:
        document = documents[text] = read_document(text, as_browser=True)
    strict = question.get("mode") == "xpath1"
    evaluator = compile_expression(
        parse(question["expression"]), CORE_LIBRARY if strict else ODK_LIBRARY, lenient=True
    )
    node = find_node(document, question.get("context") or "/")
    context = Context(node, _environment(question, document))
    context.env.root = find_node(document, question["root"]) if question.get("root") else None
    return evaluator(context)


def _environment(question: Mapping[str, Any], document: Node) -> Environment:
    now = question.get("now")
    env = Environment(
        zone=_zone(question),
        now=(lambda: datetime.fromisoformat(now.replace("Z", "+00:00"))) if now else None,
    )
    env.namespaces = _NAMESPACES
    env.instances = _instances(document)
    env.itext = lambda text_id: _itext(document, text_id)
    return env


def _instances(document: Node) -> dict[str, Node]:
    return {
        node.attribute("id"): node
        for node in document.descendants()
        if node.kind == ELEMENT and node.name == "instance" and node.attribute("id")
    }


def _itext(document: Node, text_id: str) -> str:
    """Give a text of the first translation of a document."""
    translations = [
        node for node in document.descendants() if node.kind == ELEMENT and node.name == "translation"
    ]
    for text in translations[0].children if translations else []:
        if text.kind == ELEMENT and text.attribute("id") == text_id:
            return next((value.string() for value in text.children if value.kind == ELEMENT), "")
    return ""


def find_node(document: Node, path: str) -> Node:
    """Give the node at a path of child positions such as /*[1]/*[2], /…/@name or /…/node()[3]."""
    node = document
    for part in path.strip("/").split("/") if path.strip("/") else []:
        node = _child_at(node, part)
    return node


def _child_at(node: Node, part: str) -> Node:
    if part.startswith("@"):
        return next((each for each in node.attributes if _qualified(each) == part[1:]), node)
    test, _, place = part.rstrip("]").partition("[")
    content = node.content()
    if test == "*":
        content = [child for child in content if child.kind == ELEMENT]
    return content[int(place) - 1]


def _qualified(node: Node) -> str:
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


def path_of(node: Node) -> str:
    """Give the path of child positions of a node, the reverse of `find_node`."""
    if node.kind == DOCUMENT or node.parent is None:
        return "/"
    above = path_of(node.parent).rstrip("/")
    if node.kind == ATTRIBUTE:
        return f"{above}/@{_qualified(node)}"
    elements = node.kind == ELEMENT
    like = [each for each in node.parent.content() if not elements or each.kind == ELEMENT]
    place = next((rank for rank, each in enumerate(like, 1) if each is node), 1)
    return f"{above}/{'*' if elements else 'node()'}[{place}]"


_KINDS = ((str, "string"), (bool, "boolean"), (float, "number"), (Moment, "date"), (list, "nodes"))


def describe(value: Value, zone: ZoneInfo | None) -> dict[str, Any]:
    """Give a value in all the forms that the judge may ask for."""
    kind = next(name for kind, name in _KINDS if isinstance(value, kind))
    number = number_of(value, zone)
    finite = number == number and abs(number) != float("inf")  # noqa: PLR0124
    return {
        "type": kind,
        "number": number if finite else format_plain(number),
        "string": string_of(value),
        "boolean": boolean_of(value),
        "nodes": [path_of(node) for node in value] if isinstance(value, list) else [],
    }

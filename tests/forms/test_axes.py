"""The axes and node tests of XPath 1.0, on a document where every node is named."""

from __future__ import annotations

import pytest

from tests.helpers.xpath import evaluate

DOCUMENT = "<r><a x='1'><b/><c>t<!--n--><?p q?></c></a><d><e/><f/></d><g><h/></g></r>"


def names(expression: str) -> str:
    found = evaluate(expression, DOCUMENT)
    assert isinstance(found, list)
    return " ".join(node.name or node.text for node in found)


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("child::*", "a d g"),
        ("descendant::*", "a b c d e f g h"),
        ("descendant-or-self::*", "r a b c d e f g h"),
        ("//e/ancestor::*", "r d"),
        ("//e/ancestor-or-self::*", "r d e"),
        ("//e/ancestor::*[1]", "d"),
        ("//e/parent::d", "d"),
        ("//e/following::*", "f g h"),
        ("//e/following-sibling::*", "f"),
        ("//f/preceding::*", "a b c e"),
        ("//f/preceding::*[1]", "e"),
        ("//f/preceding-sibling::*", "e"),
        ("a/attribute::x", "x"),
        ("a/@*", "x"),
        ("a/@x/following::*", "b c d e f g h"),
        ("a/@x/parent::*", "a"),
        ("//c/text()", "t"),
        ("//c/comment()", "n"),
        ("//c/processing-instruction()", "p"),
        ("//c/processing-instruction('z')", ""),
        ("//c/node()", "t n p"),
        ("//h/self::h", "h"),
        ("//h/self::e", ""),
        ("(//e | //b | //h)", "b e h"),
        ("namespace::*", ""),
        ("//*[2]", "c d f"),
        ("(//*)[2]", "a"),
        ("id('none')", ""),
    ],
)
def test_an_axis_gives_its_nodes_in_document_order(expression: str, found: str):
    assert names(expression) == found


def test_prefixes_are_matched_by_prefix_and_other_names_by_local_name():
    document = "<m xmlns:o='urn:o'><o:x>1</o:x><x>2</x></m>"
    assert [node.string() for node in evaluate("o:x", document)] == ["1"]
    assert [node.string() for node in evaluate("x", document)] == ["1", "2"]

"""How expressions are read: the traps of the grammar, and what is no expression."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digiplan_desktop.forms.xpath.lexer import XPathError
from digiplan_desktop.forms.xpath.parser import parse
from tests.helpers.xpath import evaluate, text_of


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1and1", "true"),
        ("5mod2", "1"),
        ("6 div 4", "1.5"),
        ("2 - -3", "5"),
        ("--2", "2"),
        ("1 - 1 - 1", "-1"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("1 = 1 = 1", "true"),
        ("3 > 2 > 1", "false"),
        ("1 < 2 and 2 < 3 or false()", "true"),
        ("-5 mod 2", "-1"),
        (".5 + 1.", "1.5"),
        ('"it\'s"', "it's"),
        (" /data/a  +  /data/b ", "3"),
        ("count(/data/rep/*)", "6"),
        ("count(//n)", "3"),
        ("count(rep[n > 5])", "2"),
        ("rep[2]/k", "v"),
        ("rep[last()]/k", "w"),
        ("(//k)[2]", "v"),
        ("rep[position() = 2]/preceding-sibling::rep/k", "u"),
        ("rep/k[. = 'v']/../n", "20"),
        ("count(a | b | a)", "2"),
        ("local-name(..)", ""),
        ("self::data/a", "1"),
        ("rep[k = 'u' or k = 'w'][2]/k", "w"),
    ],
)
def test_an_expression_means_what_the_recommendation_says(expression: str, value: str):
    assert text_of(expression) == value


def test_operator_names_are_names_where_an_operand_is_due():
    assert text_of("div + mod * and", "<d><div>6</div><mod>2</mod><and>5</and></d>") == "16"


def test_a_hyphen_belongs_to_the_name_unless_it_stands_apart():
    document = "<d><a-b>7</a-b><a>5</a><b>3</b></d>"
    assert text_of("a-b", document) == "7"
    assert text_of("a - b", document) == "2"


@pytest.mark.parametrize(
    ("expression", "code", "position"),
    [
        ("1 +", "syntax", 3),
        ("(1", "syntax", 2),
        ("a b", "syntax", 2),
        ("", "syntax", 0),
        ("1 # 2", "syntax", 2),
        ("foo::a", "syntax", 0),
        ("'open", "syntax", 0),
        ("$x", "unknown_variable", 0),
        ("1 + foo(2)", "unknown_function", 4),
        ("substr('a')", "arity", 0),
        ("true(1)", "arity", 0),
        ("count('a')", "not_nodes", 6),
        ("(" * 200 + "1" + ")" * 200, "too_deep", 90),
    ],
)
def test_what_is_no_expression_is_refused_at_its_place(expression: str, code: str, position: int):
    with pytest.raises(XPathError) as caught:
        evaluate(expression)
    assert (caught.value.code, caught.value.position) == (code, position)


def test_a_long_sum_is_no_deep_one():
    assert text_of(" + ".join(["1"] * 3000)) == "3000"


def test_choices_may_be_nested_as_deep_as_any_form_does():
    assert text_of("if(a = 2, 1, " * 80 + "7" + ")" * 80) == "7"


def test_an_unknown_function_is_found_behind_a_false_guard():
    with pytest.raises(XPathError):
        evaluate("false() and nonsense()")


PIECES = st.sampled_from(
    ["/", "//", "a", "data", "*", "[", "]", "(", ")", "1", "'x'", " and ", "or", "-", "+", "=", "<", "..", ".", "@",
     "count(", "if(", ",", "::", "child::", "div", "mod", "text()", "|", "$", "\"", "jr:itext("]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_read_or_refused_and_nothing_else(expression: str):
    try:
        parse(expression)
    except XPathError as error:
        place = error.position
    else:
        place = 0
    assert 0 <= place <= len(expression)

"""Regular expressions of a form mean what Python's mean, and none of them can stop the program."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digiplan_desktop.forms.functions.automaton import MAX_INSTRUCTIONS, Automaton
from digiplan_desktop.forms.functions.pattern_syntax import PatternRefused, read_pattern
from digiplan_desktop.forms.functions.patterns import MAX_PATTERN, bounded_pattern

LONG = "a" * 5_000


def automaton(pattern: str) -> Automaton:
    return Automaton(*read_pattern(pattern))


def found(pattern: str, text: str) -> bool:
    compiled = bounded_pattern(pattern)
    assert compiled is not None
    return compiled.search(text)


@pytest.mark.parametrize(
    "pattern",
    [
        "^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(a*)*$", "(a*)*b", "^(a?){40}a{40}$", "(.*a){25}", "a*a*a*a*a*a*b",
        r"^(\w+\s?)*$", "([a-z]+)*!", r"^(([a-z])+.)+[A-Z]([a-z])+$",
    ],
)  # fmt: skip
def test_a_pattern_with_more_ways_than_anybody_can_wait_for_is_answered(pattern: str):
    # A backtracking engine would still be at it when the sun has gone out.
    assert found(pattern, "a" * 60 + "!") == automaton(pattern).search("a" * 60 + "!")
    assert isinstance(found(pattern, LONG + "!"), bool)


def test_a_doubled_repeat_means_what_it_says():
    assert found("^(a+)+$", "a" * 60)
    assert not found("^(a+)+$", "a" * 60 + "!")
    assert found(r"^(\d{1,3}\.){3}\d{1,3}$", "192.168.10.1")
    assert not found(r"^(\d{1,3}\.){3}\d{1,3}$", "192.168.10")


def test_looking_around_is_possible_where_it_is_cheap():
    assert found(r"^(?!0+$)\d{10}$", "6000123454")
    assert not found(r"^(?!0+$)\d{10}$", "0000000000")
    assert found(r"^(\w)\w*\1$", "abca")
    assert not found(r"^(?=(a+)+$)", LONG + "!")


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "a)",
        "[a",
        "*a",
        "a{3,2}",
        "a++",
        "(?>a)",
        "(?(1)a|b)",
        "\\",
        "a" * (MAX_PATTERN + 1),
        "(" * 100 + ")" * 100,
    ],
)
def test_what_is_no_pattern_is_none(pattern: str):
    assert bounded_pattern(pattern) is None


def test_a_huge_repeat_is_not_written_out():
    with pytest.raises(PatternRefused):
        automaton(f"(a{{{MAX_INSTRUCTIONS}}}){{2}}")
    assert not found("((a{1,300}){1,300})+b", LONG)


ATOMS = [
    "a",
    "b",
    ".",
    "[ab]",
    "[^a]",
    r"\w",
    r"\d",
    "(?:a|b)",
    "(ab|a)",
    "^",
    "$",
    r"\b",
    r"\B",
    r"\A",
    r"\Z",
    "\\.",
    "",
    "[]a]",
]
patterns = st.lists(
    st.tuples(
        st.sampled_from(ATOMS), st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,2}", "{,2}", "{1,}", "*?"])
    ),
    max_size=4,
).map(lambda parts: "".join(atom + (sign if atom else "") for atom, sign in parts))
whole = st.builds(
    lambda flag, first, second, sign: (
        f"{flag}(?:{first}){sign}|{second}" if second else f"{flag}(?:{first}){sign}"
    ),
    st.sampled_from(["", "(?i)", "(?s)", "(?m)"]),
    patterns,
    patterns,
    st.sampled_from(["", "*", "{2}"]),
)


@given(whole, st.text("abA.1 \n", max_size=7))
def test_an_automaton_finds_what_python_finds(pattern: str, text: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expected = re.compile(pattern).search(text) is not None
        except re.error:
            assume(False)
    assert automaton(pattern).search(text) is expected
    assert found(pattern, text) is expected

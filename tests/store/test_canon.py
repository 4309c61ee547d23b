"""Canonical bytes against the reference implementation of RFC 8785."""

from __future__ import annotations

import json

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from digiplan_desktop.store.canon import NotCanonical, decode, encode, encode_normal, normal

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(32)])
    | st.sampled_from("\n\t")
)
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
KEYS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(VALUES)
def test_the_bytes_are_those_of_rfc_8785(value):
    assert encode(value) == rfc8785.dumps(normal(value))


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_what_is_encoded_is_decoded_to_itself(value):
    assert decode(encode(value)) == normal(value)
    assert encode_normal(normal(value)) == encode(value)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_bytes_are_either_refused_or_exactly_canonical(data):
    try:
        value = decode(data)
    except NotCanonical:
        return
    assert encode(value) == data


def test_a_name_in_either_normal_form_gives_the_same_bytes():
    assert encode("H\u00f2a") == encode("Ho\u0300a") == '"H\u00f2a"'.encode()


def test_line_ends_of_every_system_are_one():
    assert encode("a\r\nb\rc\nd") == b'"a\\nb\\nc\\nd"'


def test_one_true_and_a_text_have_different_bytes():
    assert len({encode(1), encode(True), encode("1"), encode("true")}) == 4


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"a":1,"a":2}', "a key twice"),
        (b'{"b":1,"a":2}', "keys out of order"),
        (b'{"a": 1}', "a blank"),
        (b"1.0", "a float"),
        (b"1e2", "a float that is whole"),
        (b"-0", "minus nought"),
        (b"01", "a leading nought"),
        (b"9007199254740992", "a number beyond 2^53"),
        (b'"\\u0041"', "a needless escape"),
        (b'"\\u0000"', "the character nought"),
        (b'"a\\rb"', "a carriage return"),
        (b'"\\ud800"', "half a surrogate pair"),
        ('"Ho\u0300a"'.encode(), "NFD"),
        (b'{"\xc3\xa9":1}', "a key that is not ASCII"),
        (b'{"":1}', "an empty key"),
        (b"[1,]", "a comma too many"),
        (b"", "nothing"),
        (b"\xff", "no UTF-8"),
        (b"nullx", "something behind"),
        (b"[" * 100_000, "deep nesting without end"),
        (b"[" * 20 + b"]" * 20, "deep nesting"),
        (b"NaN", "not a number"),
    ],
)
def test_other_spellings_are_refused(data, what):
    with pytest.raises(NotCanonical):
        decode(data)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (1.5, "number"),
        (2**53, "number"),
        (-(2**53), "number"),
        ("a\x00b", "control_characters"),
        ("a\x0bb", "control_characters"),
        ("\ud800", "control_characters"),
        ({1: 2}, "key"),
        ({"a b": 2}, "key"),
        (b"bytes", "type"),
        ({1, 2}, "type"),
    ],
)
def test_values_outside_the_profile_are_refused_with_the_reason(value, reason):
    with pytest.raises(NotCanonical) as refused:
        encode(value)
    assert refused.value.reason == reason

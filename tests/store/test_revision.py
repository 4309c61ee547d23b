"""A revision's bytes, and that nothing is believed which came from elsewhere."""

from __future__ import annotations

from hashlib import sha256

import msgspec
import pytest

from digiplan_desktop.errors import AnswerRefused
from digiplan_desktop.store import canon, clock
from digiplan_desktop.store.canon import NotCanonical
from digiplan_desktop.store.revision import Draft, Place, clean_writes, load, read, revision_id, seal

DRAFT = Draft(
    "r1", "response", "edit", ("b" * 64, "a" * 64), {"q/b": 2, "q/a": "Hòa"}, "an", "dn01@f00", "feed"
)
PLACE = Place("cafe", 6, "c" * 64, f"{1_764_000_000_000:015}.000003")


def sealed():
    return seal(DRAFT, PLACE, now=1_764_000_000_123)


def with_head(**changes):
    """Give a revision's bytes with other keys in the head."""
    one = sealed()
    return canon.encode(msgspec.json.decode(one.head) | changes), one.payload


def with_payload(payload):
    """Give a revision's bytes with another payload whose hash is right."""
    head, _ = with_head(ph=sha256(payload).hexdigest())
    return head, payload


def test_a_sealed_revision_reads_back_as_it_is():
    one = sealed()

    assert read(one.head, one.payload) == one == load(one.head, one.payload)
    assert one.id == sha256(b"digiplan-rev-1\x00" + one.head).hexdigest() == revision_id(one.head)
    assert (one.parents, one.writes) == (("a" * 64, "b" * 64), {"q/a": "Hòa", "q/b": 2})
    assert (one.log, one.seq, one.prev, one.txn) == ("cafe", 7, "c" * 64, "feed")
    assert one.at.timestamp() == 1_764_000_000.123


def test_the_head_names_the_paths_and_seals_the_payload():
    one = sealed()
    head = canon.decode(one.head)

    assert head["paths"] == ["q/a", "q/b"]
    assert head["ph"] == sha256(one.payload).hexdigest()
    assert head["v"] == 1


def test_the_first_revision_of_a_log_has_no_predecessor_and_a_lone_edit_no_group():
    one = seal(Draft("r1", "response", "create", (), {"m/a": 1}), Place("cafe"), now=5)

    assert canon.decode(one.head)["prev"] is None
    assert "txn" not in canon.decode(one.head)
    assert (one.prev, one.txn, one.seq) == ("", "", 1)


def test_equal_edits_are_two_facts():
    assert sealed().id != sealed().id


def test_unknown_keys_of_a_known_version_are_kept():
    head, payload = with_head(zone="later")

    assert read(head, payload).head == head


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"par": ["b" * 64, "a" * 64]},
        {"par": ["a" * 64, "a" * 64]},
        {"par": ["A" * 64]},
        {"prev": "short"},
        {"hlc": "yesterday"},
        {"rec": ""},
        {"kind": ""},
        {"log": ""},
        {"seq": 0},
        {"seq": "1"},
        {"paths": ["q/a"]},
        {"paths": ["q/b", "q/a"]},
        {"ph": "0" * 64},
    ],
)
def test_a_head_that_does_not_fit_is_refused(changes):
    with pytest.raises(NotCanonical):
        read(*with_head(**changes))


@pytest.mark.parametrize(
    "payload",
    [
        b"{}",
        b"[]",
        b'{"salt":1,"set":{"q/a":1,"q/b":1}}',
        b'{"salt":"","set":[]}',
        b'{"salt":"", "set":{}}',
        b"\x00",
    ],
)
def test_a_payload_that_does_not_fit_is_refused(payload):
    with pytest.raises(NotCanonical):
        read(*with_payload(payload))


def test_a_changed_byte_in_the_payload_is_noticed():
    one = sealed()

    with pytest.raises(NotCanonical):
        read(one.head, one.payload.replace("Hòa".encode(), b"Hoa"))


def test_text_is_brought_into_normal_form_before_it_is_written():
    assert clean_writes({"m/name": "Ho\u0300a\r\n"}) == {"m/name": "H\u00f2a\n"}


def test_control_characters_are_refused_with_their_place():
    with pytest.raises(AnswerRefused) as refused:
        clean_writes({"m/name": "a\x00b"})
    assert (refused.value.ref, refused.value.reason) == ("m/name", "control_characters")


def test_a_float_is_a_bug_of_ours():
    with pytest.raises(NotCanonical):
        clean_writes({"m/emp": 1.5})  # type: ignore[dict-item]


def test_the_clock_never_goes_back():
    stamps = [clock.START]
    for now in (1_000, 1_000, 900, 1_001, 0):
        stamps.append(clock.tick(stamps[-1], now))

    assert stamps == sorted(set(stamps))
    assert stamps[1:3] == ["000000000001000.000000", "000000000001000.000001"]


def test_a_full_counter_goes_on_to_the_next_millisecond():
    assert clock.tick("000000000001000.999999", 1_000) == "000000000001001.000000"


def test_stamps_far_ahead_are_not_adopted():
    near, far = "000000000600000.000000", "000000000600001.000000"

    assert clock.adopt(clock.START, near, now=0) == near
    assert clock.adopt(clock.START, far, now=0) == clock.START
    assert clock.adopt(near, clock.START, now=0) == near


def test_any_stamp_is_some_moment():
    assert clock.moment("9" * 15 + ".000000").year >= 9999
    assert clock.moment(clock.START).timestamp() == 0

"""A revision: which fields of a record a person changed, having seen which earlier revisions.

It is two byte strings, kept exactly as they were made: the payload (salt and values) and the head (everything else
and the payload's hash). Its id is the hash of the head: an erased payload leaves ids, chain and merging as they were.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from digiplan_desktop import __version__
from digiplan_desktop.errors import AnswerRefused
from digiplan_desktop.store import canon, clock
from digiplan_desktop.store.canon import NotCanonical, Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

VERSION = 1
DELETED = "_del"
_PREFIX = b"digiplan-rev-1\x00"
_ID = re.compile(r"[0-9a-f]{64}")


class _Head(msgspec.Struct):
    """The head's keys in the order of the alphabet, which is the canonical order."""

    act: str
    app: str
    form: str
    hlc: str
    kind: str
    log: str
    par: list[str]
    paths: list[str]
    ph: str
    prev: str | None
    rec: str
    seq: int
    user: str
    v: int
    txn: str | msgspec.UnsetType = msgspec.UNSET


class _Payload(msgspec.Struct):
    salt: str
    set: dict[str, Any]


_HEAD = msgspec.json.Decoder(_Head)
_PAYLOAD = msgspec.json.Decoder(_Payload)


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision, read.

    Attributes:
        id: 64 hexadecimal digits.
        parents: ids of the revisions the writer had seen and that nothing he had seen came after.
        writes: the changed or confirmed paths only.
        log, seq, prev: place in the log of the store that made it; `prev` is "" at a log's start.
        hlc: stamp of the clock, for display only.
        head, payload: the bytes as made.
    """

    id: str
    record: str
    kind: str
    act: str
    parents: tuple[str, ...]
    writes: Mapping[str, Value]
    log: str
    seq: int
    prev: str
    hlc: str
    user: str
    form: str
    txn: str
    head: bytes
    payload: bytes

    @property
    def at(self) -> datetime:
        """When it was made, by the clock of its machine."""
        return clock.moment(self.hlc)


@dataclass(frozen=True)
class Draft:
    """What a person did, before it has a place in a log; `writes` as `clean_writes` gives them."""

    record: str
    kind: str
    act: str
    parents: Sequence[str]
    writes: Mapping[str, Value]
    user: str = ""
    form: str = ""
    txn: str = ""


@dataclass(frozen=True)
class Place:
    """A place in a log: the log, the last revision's number and id, and the last stamp of the clock."""

    log: str
    seq: int = 0
    tip: str = ""
    hlc: str = clock.START


def clean_writes(writes: Mapping[str, Value]) -> dict[str, Value]:
    """Give the values in normal form.

    Raises:
        AnswerRefused: A text holds control characters.
        NotCanonical: A caller of ours gave a value or path outside the profile.
    """
    return {path: _clean(path, value) for path, value in writes.items()}


def _clean(path: str, value: Value) -> Value:
    try:
        cleaned: Value = canon.normal(value)
    except NotCanonical as error:
        if error.reason != "control_characters":
            raise
        raise AnswerRefused(path, repr(value), error.reason) from error
    return cleaned


def seal(draft: Draft, place: Place, now: int) -> Revision:
    """Make the revision that follows `place` in its log, at the machine's time `now` (ms)."""
    payload = canon.encode_normal({"salt": secrets.token_hex(16), "set": draft.writes})
    head: dict[str, object] = {
        "act": draft.act,
        "app": __version__,
        "form": draft.form,
        "hlc": clock.tick(place.hlc, now),
        "kind": draft.kind,
        "log": place.log,
        "par": sorted(draft.parents),
        "paths": sorted(draft.writes),
        "ph": sha256(payload).hexdigest(),
        "prev": place.tip or None,
        "rec": draft.record,
        "seq": place.seq + 1,
        "user": draft.user,
        "v": VERSION,
    }
    if draft.txn:
        head["txn"] = draft.txn
    return load(canon.encode(head), payload)


def read(head: bytes, payload: bytes) -> Revision:
    """Read a revision that came from elsewhere, and believe nothing of it.

    Raises:
        NotCanonical: The bytes are not canonical, or do not agree with each other.
    """
    canon.decode(head)
    canon.decode(payload)
    try:
        revision = load(head, payload)
        parts = _HEAD.decode(head)
    except msgspec.ValidationError as error:
        raise NotCanonical("type") from error
    _check_head(parts)
    if parts.paths != sorted(revision.writes) or parts.ph != sha256(payload).hexdigest():
        raise NotCanonical("bytes")
    return revision


def _check_head(head: _Head) -> None:
    ids = [*head.par, *([head.prev] if head.prev is not None else [])]
    sound = (
        head.v == VERSION
        and all(_ID.fullmatch(item) for item in ids)
        and head.par == sorted(set(head.par))
        and clock.is_stamp(head.hlc)
        and bool(head.rec and head.kind and head.log)
        and head.seq > 0
    )
    if not sound:
        raise NotCanonical("type")


def revision_id(head: bytes) -> str:
    """Give the id that the head's bytes have."""
    return sha256(_PREFIX + head).hexdigest()


def load(head: bytes, payload: bytes) -> Revision:
    """Read a revision whose bytes are known to be sound: our own, or checked when they came."""
    parts = _HEAD.decode(head)
    return Revision(
        id=revision_id(head),
        record=parts.rec,
        kind=parts.kind,
        act=parts.act,
        parents=tuple(parts.par),
        writes=_PAYLOAD.decode(payload).set,
        log=parts.log,
        seq=parts.seq,
        prev=parts.prev or "",
        hlc=parts.hlc,
        user=parts.user,
        form=parts.form,
        txn=parts.txn if isinstance(parts.txn, str) else "",
        head=head,
        payload=payload,
    )

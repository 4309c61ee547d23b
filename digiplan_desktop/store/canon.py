"""Canonical bytes: a restricted JSON that equals RFC 8785 byte for byte.

Objects have printable ASCII keys; strings are in NFC without C0 controls except line feed and tab; integers stay
below 2^53 in size; there are no floats. What is outside this profile is refused, not repaired, when it was received.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

Value: TypeAlias = "str | int | bool | list[Value] | None"

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder()
_LIMIT = 2**53
_DEPTH = 16
_KEY = re.compile(r"[!-~]+")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")


class NotCanonical(ValueError):
    """A value or byte string outside the profile.

    Attributes:
        reason: "control_characters", "number", "type", "key", "depth" or "bytes".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def encode(value: Any) -> bytes:
    """Give the canonical bytes of a value, its strings brought into normal form first.

    Raises:
        NotCanonical: The value is outside the profile.
    """
    return _ENCODER.encode(normal(value))


def encode_normal(value: Any) -> bytes:
    """Give the canonical bytes of a value that came from `normal` or `decode`; nothing is checked again."""
    return _ENCODER.encode(value)


def decode(data: bytes) -> Any:
    """Give the value of canonical bytes; refuse any other spelling of it (blanks, order, doubled keys, NFD …).

    Raises:
        NotCanonical: The bytes are not exactly what `encode` makes of their value.
    """
    try:
        value = _DECODER.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise NotCanonical("bytes") from error
    if encode(value) != data:
        raise NotCanonical("bytes")
    return value


def normal(value: Any, depth: int = 0) -> Any:
    """Give the value with strings in NFC and line ends as line feeds.

    Raises:
        NotCanonical: The value is outside the profile.
    """
    if isinstance(value, str):
        return normal_text(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _whole_number(value)
    if depth >= _DEPTH:
        raise NotCanonical("depth")
    if isinstance(value, list | tuple):
        return [normal(item, depth + 1) for item in value]
    if isinstance(value, Mapping):
        return {_key(key): normal(item, depth + 1) for key, item in value.items()}
    raise NotCanonical("number" if isinstance(value, float) else "type")


def normal_text(text: str) -> str:
    """Give the text in NFC with line feeds only.

    Raises:
        NotCanonical: It holds a control character or half a surrogate pair.
    """
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    if _FORBIDDEN.search(text):
        raise NotCanonical("control_characters")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _whole_number(value: int) -> int:
    if not -_LIMIT < value < _LIMIT:
        raise NotCanonical("number")
    return value


def _key(key: object) -> str:
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise NotCanonical("key")
    return key

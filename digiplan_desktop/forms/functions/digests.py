"""Digests, identifiers and seeded chance (ODK XForms §8)."""

from __future__ import annotations

import base64
import hashlib
import math
import random
import uuid
from datetime import tzinfo
from typing import TYPE_CHECKING

from digiplan_desktop.forms.xpath.context import EvaluationError
from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.values import Value, number_of, string_of

if TYPE_CHECKING:
    from digiplan_desktop.forms.xpath.nodes import Node

_ALGORITHMS = {"md5": "md5", "sha-1": "sha1", "sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512"}
_PARK_MILLER_MODULUS = 2_147_483_647
_PARK_MILLER_FACTOR = 16_807


def _digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    name = _ALGORITHMS.get(algorithm.lower())
    if name is None or encoding.lower() not in ("hex", "base64"):
        raise EvaluationError("unknown digest")
    digest = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return digest.hex() if encoding.lower() == "hex" else base64.b64encode(digest).decode("ascii")


def _uuid(length: float | None = None) -> str:
    """Give a random uuid; with a length, so many random letters and digits."""
    if length is None or math.isnan(length):
        return str(uuid.uuid4())
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    return "".join(random.choice(letters) for _ in range(min(int(length), 10_000)))  # noqa: S311


def seed_of(value: Value, zone: tzinfo | None) -> int:
    """Give the whole number a seed stands for: a number's whole part, else the first 64 bits of the text's SHA-256."""
    number = number_of(value, zone)
    if not math.isnan(number) and not math.isinf(number):
        return int(number)
    digest = hashlib.sha256(string_of(value).encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def shuffle(nodes: list[Node], seed: Value | None, zone: tzinfo | None) -> list[Node]:
    """Shuffle by Fisher and Yates; with a seed, by the Park-Miller generator that ODK prescribes."""
    result = list(nodes)
    if seed is None:
        random.shuffle(result)
        return result
    state = seed_of(seed, zone) % _PARK_MILLER_MODULUS
    if state <= 0:
        state += _PARK_MILLER_MODULUS - 1
    for last in range(len(result) - 1, 0, -1):
        state = state * _PARK_MILLER_FACTOR % _PARK_MILLER_MODULUS
        other = int((state - 1) / (_PARK_MILLER_MODULUS - 1) * (last + 1))
        result[last], result[other] = result[other], result[last]
    return result


FUNCTIONS = (
    Function("digest", _digest, "string string string?"),
    Function("uuid", _uuid, "number?"),
)

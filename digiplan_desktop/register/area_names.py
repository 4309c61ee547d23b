"""How people write the name of an area: kind words, abbreviations, spelling variants, whole addresses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from digiplan_desktop.text import fold, normalise

_KIND_WORDS = {
    "thi tran": "thi_tran",
    "phuong": "phuong",
    "xa": "xa",
    "thi xa": "thi_xa",
    "thanh pho": "thanh_pho",
    "huyen": "huyen",
    "quan": "quan",
    "tinh": "tinh",
    "tt": "thi_tran",
    "ttr": "thi_tran",
    "p": "phuong",
    "ph": "phuong",
    "f": "phuong",
    "x": "xa",
    "tx": "thi_xa",
    "tp": "thanh_pho",
    "h": "huyen",
    "q": "quan",
    "t": "tinh",
}
COMMUNE_KINDS = frozenset({"phuong", "xa", "thi_tran"})
DISTRICT_KINDS = frozenset({"huyen", "thi_xa", "thanh_pho", "quan"})
# One or two words, or an abbreviation, and then the name; "P1" and "TP.BMT" need no blank.
_KIND = re.compile(
    r"^(thị trấn|thi tran|thị xã|thi xa|thành phố|thanh pho|huyện|huyen|phường|phuong|quận|quan|tỉnh|tinh|xã|xa"
    r"|ttr|tt|tx|tp|ph|[pfxhqt])(?=[\s.:]|\d)[\s.:]*(?=\S)",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[,;|\n]|\s[-\u2013\u2014]\s?|\s?[-\u2013\u2014]\s")
# A kind word inside running text starts a new part: "thôn 5 xã Ea Kar huyện Ea Kar".
_INNER_KIND = re.compile(
    r"(?<=\S)(?:\s*[-\u2013\u2014]\s*|\s+)(?=(?:thị trấn|thị xã|thành phố|huyện|phường|quận|tỉnh|(?<!thị )xã"
    r"|t\.?p\.?|t\.?x\.?|t\.?t\.|p\.|x\.|h\.)[\s.]*[^\W_])",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*\((?:cũ|mới|cu|moi|huyện.*|tx.*|tp.*)\)\s*$", re.IGNORECASE)
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_JOINERS = re.compile("['\u2019\u2018`\u00b4\u02bc\u2032.-]")


@dataclass(frozen=True)
class Place:
    """The commune and the district that a text names, as written, each with its kind ("" when not said)."""

    commune: str = ""
    commune_kind: str = ""
    district: str = ""
    district_kind: str = ""


@lru_cache(20_000)
def split_kind(text: str) -> tuple[str, str]:
    """Give the kind of a unit and its bare name: "TT. Ea Drăng" is ("thi_tran", "Ea Drăng")."""
    clean = _TAIL.sub("", normalise(text)).strip(" .,:;-")
    dotted = re.sub(r"^([tT])\.([tTpPxX])\b", r"\1\2", clean)
    found = _KIND.match(dotted)
    if not found:
        return "", dotted
    return _KIND_WORDS[fold(found[1])], dotted[found.end() :]


def loose_key(name: str) -> str:
    """Give what stays the same in every spelling of a name: no case, diacritics, blanks or apostrophes."""
    return re.sub(r"\b0+(?=\d)", "", fold(name)).replace(" ", "")


def strict_key(name: str) -> str:
    """Give a key that keeps letters and tones apart but not where the tone stands: Hòa is Hoà, not Hoa."""
    return "".join(_syllable_key(word) for word in normalise(_JOINERS.sub("", name)).lower().split())


def _syllable_key(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(part for part in parts if part in _TONES))
    return "".join(part for part in parts if part not in _TONES).replace("ð", "đ") + tones


def split_parts(text: str) -> list[str]:
    """Cut an address or an area text into its parts, the smallest first as Vietnamese addresses have it."""
    cut = (part for piece in _BREAKS.split(text) for part in _INNER_KIND.split(piece))
    return [part for part in (normalise(piece).strip(" .") for piece in cut) if part]


def read_place(text: str) -> Place:
    """Find the commune and the district that carry their kind words in an address; the last of each counts."""
    commune = district = ("", "")
    for part in split_parts(text):
        kind, name = split_kind(part)
        if kind in COMMUNE_KINDS and len(part) < 60:
            commune = (part, kind)
        elif kind in DISTRICT_KINDS and name:
            district = (part, kind)
    return Place(commune[0], commune[1], district[0], district[1])

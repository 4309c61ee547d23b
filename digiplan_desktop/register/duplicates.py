"""Finding pairs of records that may be one enterprise; a person decides.

Only records that share a telephone, a person's id, the whole core of a name, or a rare word of it in one area
are compared, so that the work grows with the number of enterprises and not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LOWEST_SCORE = 85
_LARGEST_BLOCK = 40
_HARDLY_ALIKE = 60
_CODE_SLIP = 10
_BONUS = {"phone": 10, "personal_id": 10, "address": 5, "tax_code": _CODE_SLIP}
# Words that say what kind of business it is and not which one, in the spellings of lists.
_FORM_WORDS = re.compile(
    r"\b(?:cong ty|cty|ct|tong cong ty|trach nhiem huu han|tnhh|co phan|cp|mot thanh vien|mtv|1 thanh vien|1tv"
    r"|hai thanh vien|2 thanh vien|2tv|thanh vien|tv|doanh nghiep tu nhan|dntn|doanh nghiep|dn|chi nhanh|cn"
    r"|ho kinh doanh|hkd|hop tac xa|htx|thuong mai|tm|dich vu|dv|san xuat|sx|xay dung|xd|va|xuat nhap khau|xnk|ltd)\b"
)


@dataclass(frozen=True)
class Candidate:
    """What is compared of a record; empty when not known."""

    id: str
    name: str
    tax_code: str = ""
    area: str = ""
    phone: str = ""
    address: str = ""
    personal_id: str = ""


@dataclass(frozen=True)
class DuplicatePair:
    """Two records that may be one. `score` 0 to 100; `reasons` name, area, phone, address, tax_code, personal_id."""

    a: str
    b: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Compared:
    candidate: Candidate
    core: str
    words: str
    compact: str
    numbers: tuple[str, ...]
    phone: str


def core_name(name: str) -> str:
    """Give the folded name without the words for the form and kind of business."""
    folded = fold(name)
    core = " ".join(_FORM_WORDS.sub(" ", folded).split())
    return core or folded


def find_duplicates(candidates: Iterable[Candidate], lowest: int = LOWEST_SCORE) -> tuple[DuplicatePair, ...]:
    """Give the pairs that score at least `lowest`, the surest first."""
    compared = [_prepare(candidate) for candidate in candidates]
    pairs = (_compare(compared[a], compared[b]) for a, b in _pairs_to_compare(compared))
    found = [pair for pair in pairs if pair is not None and pair.score >= lowest]
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b)))


def _prepare(candidate: Candidate) -> _Compared:
    core = core_name(candidate.name)
    phone = re.sub(r"\D", "", candidate.phone)[-9:]
    numbers = tuple(sorted(word for word in core.split() if any(char.isdigit() for char in word)))
    known_phone = phone if len(phone) == 9 else ""
    return _Compared(
        candidate, core, " ".join(sorted(core.split())), core.replace(" ", ""), numbers, known_phone
    )


def _pairs_to_compare(compared: Sequence[_Compared]) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for members in _blocks(compared).values():
        if len(members) > _LARGEST_BLOCK:
            continue
        for pair in combinations(members, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _blocks(compared: Sequence[_Compared]) -> Mapping[tuple[str, ...], list[int]]:
    """Group records by what makes a comparison worth while; too common a key is no reason."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(compared):
        area = item.candidate.area
        keys: list[tuple[str, ...]] = [
            ("core", item.compact),
            ("phone", item.phone),
            ("person", item.candidate.personal_id),
        ]
        keys += {("word", area, word) for word in item.core.split() if area and len(word) > 1}
        for key in keys:
            if key[-1]:
                blocks[key].append(index)
    return blocks


def _compare(a: _Compared, b: _Compared) -> DuplicatePair | None:
    """Rate two records: likeness of names within one area, raised by what else agrees."""
    if a.numbers != b.numbers or _is_branch_of(a.candidate.tax_code, b.candidate.tax_code):
        return None
    likeness = _likeness(a, b)
    reasons = tuple(_shared(a, b)) if likeness else ()
    if "area" not in reasons and not {"phone", "personal_id"} & set(reasons):
        return None
    bonus = sum(_BONUS.get(reason, 0) for reason in reasons)
    score = min(100, round(likeness - _CODE_SLIP * _codes_differ(a, b)) + bonus)
    named = ("name", *reasons) if likeness >= LOWEST_SCORE else reasons
    return DuplicatePair(a.candidate.id, b.candidate.id, score, named)


def _likeness(a: _Compared, b: _Compared) -> float:
    """Give how alike two names are, 0 to 100, words in any order and with or without blanks; 0 when hardly."""
    from rapidfuzz import fuzz

    return max(
        fuzz.ratio(a.words, b.words, score_cutoff=_HARDLY_ALIKE),
        fuzz.ratio(a.compact, b.compact, score_cutoff=_HARDLY_ALIKE),
    )


def _shared(a: _Compared, b: _Compared) -> Iterator[str]:
    first, second = a.candidate, b.candidate
    if first.area and first.area == second.area:
        yield "area"
    if a.phone and a.phone == b.phone:
        yield "phone"
    if first.personal_id and first.personal_id == second.personal_id:
        yield "personal_id"
    if first.address and fold(first.address) == fold(second.address):
        yield "address"
    if _is_slip(first.tax_code, second.tax_code):
        yield "tax_code"


def _is_slip(a: str, b: str) -> bool:
    """Say whether two tax codes differ by one digit, or two neighbours that changed places."""
    if not a or a == b or len(a) != len(b):
        return False
    places = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(places) == 1:
        return True
    first, last = places[0], places[-1]
    return len(places) == 2 and last == first + 1 and (a[first], a[last]) == (b[last], b[first])


def _codes_differ(a: _Compared, b: _Compared) -> bool:
    """Two good codes that are no slip of each other speak against one enterprise."""
    first, second = a.candidate.tax_code, b.candidate.tax_code
    return bool(first and second and first != second and not _is_slip(first, second))


def _is_branch_of(a: str, b: str) -> bool:
    return bool(a and b) and a != b and a[:10] == b[:10]

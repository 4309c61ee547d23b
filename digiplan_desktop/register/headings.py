"""Finding the heading of a list and what each column holds, whatever the office called it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digiplan_desktop.paths import RESOURCES
from digiplan_desktop.text import fold, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digiplan_desktop.register.sheet_reading import Cell, Merge

SYNONYMS = RESOURCES / "register" / "import_header_synonyms.csv"
SEARCH_ROWS = 60
"""How far down a heading may begin, below letterheads and titles."""
_MOST_LEVELS = 3
_LONGEST_HEADING = 120
_SHORTEST_MISSPELT, _LONGEST_MISSPELT, _SLIP = 9, 40, 92
_EXACT, _ALMOST, _START, _PARENT = 3.0, 2.5, 2.0, 1.0
_PARENTHESES = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
# Less than any match of a heading: it only decides between two that are otherwise the same.
_UNITS_COUNT = 0.1
_ONLY_UNIT = re.compile(r"^\([^)]*\)$")
_ENUMERATION = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
_NUMBERING = re.compile(r"^[(\[]?\s*(?:\d{1,2}|[A-Za-z])\s*[)\]]?(?:\s*=.*)?$")
# Without its marks "động" (hoạt động) would be "đồng".
_UNIT_BEHIND = re.compile(r"(?:(?:tỷ|tỉ|triệu|nghìn|ngàn) )?đồng$|vn[dđ]$")
_UNITS = (
    (re.compile(r"\b(?:ty|ti)\b(?: dong| vnd| vn d| d)?"), "1000"),
    (re.compile(r"\b(?:trieu|tr)\b|\btrd\b|\btr d\b"), "1"),
    (re.compile(r"\b(?:nghin|ngan)\b|\b1 ?000 ?(?:d|dong|vnd)\b"), "0.001"),
    (re.compile(r"\b(?:dong|vnd|vn d|d)\b"), "0.000001"),
)


@dataclass(frozen=True)
class Heading:
    """Where the heading stands and what it says.

    Attributes:
        first, last: its rows, counted from 0.
        columns: field to column, counted from 0.
        titles: field to the heading as written.
        score: how surely this is a heading; comparable between rows and sheets.
    """

    first: int
    last: int
    columns: Mapping[str, int]
    titles: Mapping[str, str]
    score: float


@dataclass(frozen=True)
class _Synonyms:
    exact: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, str] = field(default_factory=dict)


@cache
def _synonyms() -> _Synonyms:
    exact: dict[str, str] = {}
    starts: dict[str, str] = {}
    with SYNONYMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for written in row["headers"].split("|"):
                exact.setdefault(fold(written), row["field"])
                if row["match"] == "starts":
                    starts.setdefault(fold(written), row["field"])
    return _Synonyms(exact, starts)


@lru_cache(10_000)
def match_heading(text: str) -> tuple[str, float]:
    """Give the field that a heading names and how surely (0 when none)."""
    known = _synonyms()
    plain = _ENUMERATION.sub("", text)
    bare = fold(_PARENTHESES.sub(" ", plain))
    for written in (fold(plain), bare):
        if written in known.exact:
            return known.exact[written], _EXACT if written in known.starts else _ALMOST
    words = bare.split()
    for count in range(len(words) - 1, 0, -1):
        start = " ".join(words[:count])
        if start in known.starts:
            return known.starts[start], _START
    return _match_misspelt(bare)


def _match_misspelt(folded: str) -> tuple[str, float]:
    """Forgive a slip of the keyboard in a long heading ("Tên doanh ngiệp")."""
    if not _SHORTEST_MISSPELT <= len(folded) <= _LONGEST_MISSPELT:
        return "", 0.0
    from rapidfuzz import fuzz, process

    known = _synonyms().exact
    found = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=_SLIP)
    return (known[found[0]], _PARENT) if found else ("", 0.0)


def find_heading(rows: Sequence[Sequence[Cell]], merges: Iterable[Merge] = ()) -> Heading | None:
    """Give the best heading with a column of names among the first rows, of one to three rows; None without."""
    best: Heading | None = None
    merges = tuple(merges)
    filled = _fill_merges(rows[: SEARCH_ROWS + _MOST_LEVELS], merges)
    lower = {row for top, _, bottom, _ in merges for row in range(top + 1, min(bottom, SEARCH_ROWS) + 1)}

    def rank(heading: Heading) -> tuple[float, bool, int]:
        # Of equals the one that begins where its merged cells do, and leaves a title above out.
        return heading.score, heading.first not in lower, heading.first - heading.last

    for first in range(min(SEARCH_ROWS, len(filled))):
        for heading in _headings_from(filled, first):
            if "name" in heading.columns and (best is None or rank(heading) > rank(best)):
                best = heading
    return best


def rate_sheet(rows: Sequence[Sequence[Cell]], merges: Iterable[Merge] = ()) -> tuple[bool, float, int]:
    """Give a key by which the sheet that looks most like a list is the greatest."""
    heading = find_heading(rows, merges)
    return heading is not None, min(heading.score, 12) if heading else 0.0, len(rows)


def headings_seen(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Give the texts of the row that looks most like a heading, for the message that none has names."""
    texts = [
        [normalise(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        for row in rows[:SEARCH_ROWS]
    ]

    rated = [(sum(match_heading(text)[1] for text in row), len(row), row) for row in texts]
    return tuple(max(rated)[2][:20]) if rated else ()


def is_numbering(cells: Iterable[str]) -> bool:
    """Say whether a row only numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    texts = [text for text in cells if text]
    return len(texts) >= 2 and all(_NUMBERING.match(text) for text in texts)


def money_unit(text: str) -> str:
    """Give how many million đồng one unit of a heading is ("1", "0.000001", …), or "" when it says none."""
    behind = _UNIT_BEHIND.search(text.lower())
    for marked in (*_PARENTHESES.findall(text), *re.split(r"[,:/\n]", text)[1:], behind[0] if behind else ""):
        folded = fold(marked)
        factor = next((factor for pattern, factor in _UNITS if pattern.search(folded)), "")
        if factor:
            return factor
    return ""


def _headings_from(rows: Sequence[Sequence[str]], first: int) -> Iterator[Heading]:
    """Give the headings of one, two and three rows that begin at a row."""
    for levels in range(1, _MOST_LEVELS + 1):
        last = first + levels - 1
        if last >= len(rows) or (levels > 1 and not _continues(rows[first : last + 1])):
            return
        yield _read_heading(rows, first, last)


def _continues(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the last of the rows can be a lower level of a heading: it divides columns, and fills none."""
    upper, lower = rows[-2], rows[-1]
    if is_numbering(lower) or not any(lower):
        return False
    divided = 0
    for column, text in enumerate(lower):
        above = upper[column] if column < len(upper) else ""
        if not text or text == above or _ONLY_UNIT.match(text):
            continue
        if above and not _spans(upper, lower, column):
            return False
        divided += match_heading(text)[1] > 0 or match_heading(f"{above} {text}")[1] > 0
    return divided > 0 or _holds_units(lower)


def _holds_units(row: Sequence[str]) -> bool:
    """Say whether a row holds units or remarks in parentheses, which belong to the headings above them."""
    return any(_ONLY_UNIT.match(text) and not _NUMBERING.match(text) for text in row)


def _spans(upper: Sequence[str], lower: Sequence[str], column: int) -> bool:
    """Say whether the upper cell stands over several lower ones (merged, or followed by empty cells)."""
    above = upper[column]
    left = column > 0 and upper[column - 1] == above
    right = upper[column + 1] if column + 1 < len(upper) else ""
    below_right = lower[column + 1] if column + 1 < len(lower) else ""
    return left or right == above or (right == "" and below_right != "")


def _read_heading(rows: Sequence[Sequence[str]], first: int, last: int) -> Heading:
    found: dict[str, tuple[float, int, str]] = {}
    for column in range(max(map(len, rows[first : last + 1]), default=0)):
        levels = _levels(rows[first : last + 1], column)
        name, sureness = _match_levels(levels)
        if name and sureness > found.get(name, (0.0, 0, ""))[0]:
            found[name] = (sureness, column, " / ".join(levels))
    _promote_owner(found)
    units = _UNITS_COUNT if last > first and _holds_units(rows[last]) else 0.0
    columns = {name: column for name, (_, column, _) in found.items()}
    titles = {name: title for name, (_, _, title) in found.items()}
    return Heading(first, last, columns, titles, _score(found) + units)


def _score(found: Mapping[str, tuple[float, int, str]]) -> float:
    """Add up what matches; a lone column of names counts only when its heading is exactly that."""
    score = sum(sureness for sureness, _, _ in found.values())
    return score if len(found) > 1 or score >= _EXACT else 0.0


def _promote_owner(found: dict[str, tuple[float, int, str]]) -> None:
    """Household lists often name the business by its owner alone."""
    if (
        "name" not in found
        and "legal_rep" in found
        and re.search(r"\b(?:ho|co so)\b", fold(found["legal_rep"][2]))
    ):
        found["name"] = found.pop("legal_rep")


def _levels(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    """Give the different texts over a column, from the top; an empty one is the group that began at its left."""
    levels: list[str] = []
    for index, row in enumerate(rows):
        text = row[column] if column < len(row) else ""
        if not text and index + 1 < len(rows) and column < len(rows[-1]) and rows[-1][column]:
            text = next((row[left] for left in range(min(column, len(row)) - 1, -1, -1) if row[left]), "")
        if text and text not in levels:
            levels.append(text)
    return levels


def _match_levels(levels: Sequence[str]) -> tuple[str, float]:
    if not levels or len(levels[-1]) > _LONGEST_HEADING:
        return "", 0.0
    together, sureness = match_heading(" ".join(levels))
    alone, sureness_alone = match_heading(levels[-1])
    if sureness >= _ALMOST:
        return together, max(sureness, sureness_alone) if together == alone else sureness
    if sureness_alone or len(levels) == 1:
        return alone, sureness_alone
    above, sureness = match_heading(levels[-2])
    return above, min(sureness, _PARENT)


def _fill_merges(rows: Sequence[Sequence[Cell]], merges: Iterable[Merge]) -> list[list[str]]:
    """Give the rows as clean texts, with the text of merged cells in each cell they cover."""
    texts = [[normalise(cell) if isinstance(cell, str) else str(cell) for cell in row] for row in rows]
    for top, left, bottom, right in merges:
        if top >= len(texts) or left >= len(texts[top]) or right - left > 50:
            continue
        for row in texts[top : bottom + 1]:
            row.extend([""] * (right + 1 - len(row)))
            row[left : right + 1] = [texts[top][left]] * (right + 1 - left)
    return texts

"""Histories of records as several laptops make them, and what the rules of merging say of them, by brute force."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from random import Random
from typing import Any

from digiplan_desktop.store.revision import Revision
from digiplan_desktop.store.view import View, view, view_seen

PATHS = ("m/name", "m/phone", "q/staff")
VALUES: tuple[Any, ...] = (1, True, 2, 0, False, "1", "Hòa", None, ["a", 1])
YEAR_MS = 31_557_600_000
NOON = 1_764_000_000_000

_numbers = count()


def a_revision(
    parents: Iterable[Revision | str] = (), *, ms: int = NOON, user: str = "an", **fields: Any
) -> Revision:
    """Make a revision of one record without bytes; keyword `writes` or `m_name="…"` gives what it writes."""
    number = next(_numbers)
    writes = fields.pop("writes", None) or {
        name.replace("_", "/", 1): value for name, value in fields.items()
    }
    return Revision(
        id=sha256(str(number).encode()).hexdigest(),
        record="r",
        kind="enterprise",
        act="edit",
        parents=tuple(sorted(one if isinstance(one, str) else one.id for one in parents)),
        writes=writes,
        log=user,
        seq=number,
        prev="",
        hlc=f"{ms:015}.{number % 1_000_000:06}",
        user=user,
        form="",
        txn="",
        head=b"",
        payload=b"",
    )


# -- what the rules say, straight from their words -----------------------------------------------------------------


def text_of_value(value: Any) -> str:
    """Give a text that tells 1 from true and from "1"."""
    return json.dumps(value, ensure_ascii=False)


def ancestors_of(revisions: Mapping[str, Revision], one: str) -> set[str]:
    """Give all ancestors of a revision, here or not."""
    found: set[str] = set()
    pending = list(revisions[one].parents)
    while pending:
        parent = pending.pop()
        if parent not in found:
            found.add(parent)
            pending.extend(revisions[parent].parents if parent in revisions else ())
    return found


@dataclass(frozen=True)
class Expected:
    """A record's state by the rules: texts of values, so that 1 and true differ."""

    values: Mapping[str, frozenset[str]]
    shown: Mapping[str, str]
    heads: frozenset[str]
    deleted: bool
    waiting: int


def expected_view(revisions: Sequence[Revision]) -> Expected:
    """Give the state of a record by comparing every pair of its revisions."""
    known = {one.id: one for one in revisions}
    before = {one.id: ancestors_of(known, one.id) for one in revisions}
    here = [one for one in revisions if before[one.id] <= set(known)]
    values: dict[str, frozenset[str]] = {}
    shown: dict[str, str] = {}
    for path in {path for one in here for path in one.writes if path != "_del"}:
        top = _top(here, before, path)
        values[path] = frozenset(text_of_value(one.writes[path]) for one in top)
        shown[path] = text_of_value(max(top, key=lambda one: (one.hlc, one.id)).writes[path])
    deletions = _top(here, before, "_del")
    removing = [one for one in deletions if one.writes["_del"] is True]
    unseen = [
        one
        for one in here
        if set(one.writes) - {"_del"} and not any(one.id in before[by.id] | {by.id} for by in removing)
    ]
    deleted = bool(removing) and len(removing) == len(deletions) and not unseen
    if removing and not deleted:
        values["_del"] = frozenset({"true", "false"})
    heads = frozenset(one.id for one in here if not any(one.id in other.parents for other in here))
    return Expected(values, shown, heads, deleted, len(revisions) - len(here))


def _top(here: Sequence[Revision], before: Mapping[str, set[str]], path: str) -> list[Revision]:
    writers = [one for one in here if path in one.writes]
    return [one for one in writers if not any(one.id in before[other.id] for other in writers)]


def seen_view(one: View) -> Expected:
    """Give a view of the product in the words of `Expected`."""
    values = {path: frozenset({text_of_value(value)}) for path, value in one.data.items()}
    if not one.deleted:
        for path, options in one.conflicts.items():
            values[path] = frozenset(text_of_value(option.value) for option in options)
    shown = {path: text_of_value(value) for path, value in one.data.items()}
    return Expected(values, shown, frozenset(one.heads), one.deleted, one.waiting)


def as_shown(expected: Expected) -> Expected:
    """Leave out the conflicts of a deleted record: nobody is asked about them."""
    if not expected.deleted:
        return expected
    values = {path: frozenset({value}) for path, value in expected.shown.items()}
    return Expected(values, expected.shown, expected.heads, expected.deleted, expected.waiting)


# -- laptops that work on one record -------------------------------------------------------------------------------

STEPS = ("edit", "edit", "edit", "stale", "stale", "resolve", "delete", "undelete", "send", "send", "lose")


@dataclass
class Laptop:
    """One laptop's copy of a record; its clock is wrong by `skew_ms`, its form still shows `opened`."""

    name: str
    skew_ms: int = 0
    revisions: dict[str, Revision] = field(default_factory=dict)
    opened: tuple[str, ...] = ()

    @property
    def all(self) -> list[Revision]:
        return list(self.revisions.values())

    @property
    def view(self) -> View:
        return view(self.all)

    def write(self, writes: Mapping[str, Any], parents: Iterable[str], ms: int) -> Revision:
        one = a_revision(parents, ms=max(0, ms + self.skew_ms), user=self.name, writes=dict(writes))
        self.revisions[one.id] = one
        return one

    def take(self, revisions: Iterable[Revision]) -> None:
        for one in revisions:
            self.revisions.setdefault(one.id, one)


class Laptops:
    """Several laptops with wrong clocks, moved by steps drawn from a seed; `check` looks at every save."""

    def __init__(self, seed: int, laptops: int = 3) -> None:
        self.random = Random(seed)
        self.time = NOON
        self.laptops = [
            Laptop(f"laptop{number}", self.random.randint(-10, 10) * YEAR_MS) for number in range(laptops)
        ]

    def step(self, name: str) -> tuple[Laptop, View, Revision | None]:
        """Do one step; give whose it was, what it showed before, and the revision made."""
        self.time += self.random.randint(0, 5)
        laptop = self.random.choice(self.laptops)
        before = laptop.view
        revision: Revision | None = None
        match name:
            case "edit":
                revision = self._write(laptop, before.heads)
                laptop.opened = laptop.view.heads
            case "stale":
                revision = self._write(laptop, laptop.opened)
            case "resolve":
                revision = self._resolve(laptop, before)
            case "delete" | "undelete":
                revision = laptop.write({"_del": name == "delete"}, before.heads, self.time)
            case _:
                self._send(laptop, lossy=name == "lose")
        return laptop, before, revision

    def exchange(self) -> None:
        """Bring every revision to every laptop, in another order to each."""
        everything = [one for laptop in self.laptops for one in laptop.all]
        for laptop in self.laptops:
            self.random.shuffle(everything)
            laptop.take(everything)

    def _write(self, laptop: Laptop, parents: Iterable[str]) -> Revision:
        paths = self.random.sample(PATHS, self.random.choice((1, 1, 2)))
        return laptop.write({path: self.random.choice(VALUES) for path in paths}, parents, self.time)

    def _resolve(self, laptop: Laptop, before: View) -> Revision | None:
        if not before.conflicts:
            return None
        path = self.random.choice(sorted(before.conflicts))
        value = self.random.choice(before.conflicts[path]).value
        return laptop.write({path: value}, before.heads, self.time)

    def _send(self, laptop: Laptop, *, lossy: bool) -> None:
        other = self.random.choice(self.laptops)
        sent = laptop.all
        self.random.shuffle(sent)
        other.take(sent[: len(sent) // 2] if lossy else sent)


def view_of_writer(laptop: Laptop, revision: Revision) -> View:
    """Give what the writer of a revision had on the screen."""
    return view_seen(laptop.all, revision.parents)

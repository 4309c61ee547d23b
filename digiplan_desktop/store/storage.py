"""A work store: one folder, opened by one process at a time for writing, read by any number."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex
from threading import RLock
from typing import TYPE_CHECKING, Self

from digiplan_desktop.errors import Cancelled, Problem, StoreDamaged, StoreNotWritable
from digiplan_desktop.store import clock, engine, integrity, projection, records, tables
from digiplan_desktop.store import folder as folders
from digiplan_desktop.store.holder import Holder
from digiplan_desktop.store.records import Conflict, Record, StoreState
from digiplan_desktop.store.writing import Edit, Writer, get_meta, set_meta, take_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from digiplan_desktop.store.canon import Value
    from digiplan_desktop.store.projection import Derive
    from digiplan_desktop.store.revision import Revision

__all__ = ["Conflict", "Edit", "Record", "Saved", "Store", "StoreState"]


@dataclass(frozen=True)
class Saved:
    """A save that is on the disk.

    Attributes:
        revision: its id, or None when nothing differed from what the writer had seen.
        heads: what the writer has seen now, to be the parents of their next save. The record has more heads when
            something came in between that the writer was not shown.
    """

    revision: str | None
    heads: tuple[str, ...]
    at: datetime


class Store:
    """Records of all kinds, their revisions, and the views computed from them.

    Safe to use from several threads: writes take turns, reads see the last finished write.

    Attributes:
        folder, user, demo: where it is, whose name its revisions bear, and whether its contents are invented.
        now: gives the machine's time in ms.
    """

    def __init__(self, folder: Path, database: Engine, holder: Holder | None) -> None:
        self.folder = folder
        self.now: Callable[[], int] = clock.wall
        self._engine = database
        self._holder = holder
        self._turn = RLock()
        self._derive: Derive | None = None
        with self.reading() as connection:
            facts = get_meta(connection)
        self.user = facts["user"]
        self.demo = bool(facts["demo"])
        self.log = facts["log"]
        if holder is not None and facts["projection"] != str(tables.PROJECTION):
            self.rebuild()

    # -- opening and closing -----------------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path, *, user: str = "", demo: bool = False) -> Self:
        """Make an empty store in a new or empty folder and open it.

        Raises:
            StoreExists, StoreNotWritable, StoreHeld: as the classes say.
        """
        folders.create_folder(folder, user=user, demo=demo)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open a store; a read-only one needs no lock and can be opened beside its holder.

        Raises:
            StoreMissing, StoreHeld, StoreTooNew, StoreDamaged, StoreNotWritable: as the classes say.
        """
        if read_only:
            return cls(folder, folders.open_folder(folder, read_only=True), None)
        folders.check_present(folder)
        holder = Holder(folder)
        try:
            return cls(folder, folders.open_folder(folder, read_only=False), holder)
        except BaseException:
            holder.release()
            raise

    def close(self) -> None:
        """Give back the files and the lock; a second call does nothing."""
        with self._turn:
            self._engine.dispose()
            if self._holder is not None:
                self._holder.release()
                self._holder = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for the queries of this package; it sees one state until it is given back."""
        with engine.reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._holder is None:
            raise StoreNotWritable(self.folder)
        with self._turn, engine.writing(self._engine) as connection:
            yield connection

    # -- writing -----------------------------------------------------------------------------------------------

    @property
    def derive(self) -> Derive | None:
        """Computes the facts of a response from its kind and data; they are stored with it for estimates.

        Setting it computes the facts of responses that were stored without.
        """
        return self._derive

    @derive.setter
    def derive(self, derive: Derive | None) -> None:
        self._derive = derive
        if derive is not None and self._holder is not None:
            with self._writing() as connection:
                projection.derive_pending(connection, derive)

    def save(  # noqa: PLR0913  the writer names each
        self,
        record: str,
        kind: str,
        changes: Mapping[str, Value],
        *,
        parents: Sequence[str] | None = None,
        act: str = "edit",
        form: str = "",
        txn: str = "",
    ) -> Saved:
        """Add a revision of what differs from what the writer saw; it is on the disk when this returns.

        Args:
            record: id of the record, which is made when it is new.
            kind: what it is a record of; never changes.
            changes: value by path.
            parents: the heads the writer had seen; None means the present ones.
            act: "resolve" keeps all changes, also those that only confirm the shown value of a conflict.
            form: the questionnaire version, "id@hash".
            txn: groups the revisions of one deed.

        Raises:
            AnswerRefused: A text holds control characters.
            RecordMissing: A parent is not here.
            StoreNotWritable: Read-only, or the disk is full; nothing was saved.
        """
        edit = Edit(record, kind, changes, parents, act, form, txn)
        with self._writing() as connection:
            writer = Writer(connection, self.user, self._derive, self.now)
            writer.expect([record])
            revision = writer.apply(edit)
            present = writer.view(record).heads
            writer.finish()
        if revision is None:
            return Saved(None, present if parents is None else tuple(parents), clock.at(self.now()))
        return Saved(revision.id, (revision.id,), clock.at(self.now()))

    def save_many(
        self,
        edits: Iterable[Edit],
        *,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Save many edits as one deed, all or none.

        Args:
            edits: in the order in which they count.
            progress: told now and then how many edits were looked at.
            cancelled: asked now and then.

        Returns:
            How many revisions were added; edits that change nothing add none.

        Raises:
            Cancelled: `cancelled` said so; nothing was saved. Else as `save`.
        """
        deed = token_hex(8)
        done = 0
        with self._writing() as connection, engine.roomy(connection):
            writer = Writer(connection, self.user, self._derive, self.now)
            for chunk in projection.chunks(edits):
                if cancelled is not None and cancelled():
                    raise Cancelled
                writer.expect([edit.record for edit in chunk])
                for edit in chunk:
                    writer.apply(edit if edit.txn else _of_deed(edit, deed))
                done += len(chunk)
                if progress is not None:
                    progress(done)
            writer.finish()
        return writer.added

    def add_revisions(self, revisions: Iterable[Revision], *, source: str = "elsewhere") -> int:
        """Take in revisions of other stores as they are, in any order, all or none.

        Args:
            revisions: as `revision.read` gave them.
            source: what brought them.

        Returns:
            How many were new here.
        """
        with self._writing() as connection, engine.roomy(connection):
            return take_rows(connection, revisions, source, self.now(), self._derive)

    def rebuild(self) -> None:
        """Compute all views from the revisions; what is shown stays the same."""
        with self._writing() as connection, engine.roomy(connection):
            projection.rebuild(connection, self._derive)
            set_meta(connection, projection=str(tables.PROJECTION))

    # -- reading -----------------------------------------------------------------------------------------------

    def record(self, record: str) -> Record | None:
        """Give a record, also a deleted one, or nothing."""
        with self.reading() as connection:
            return records.read_record(connection, record)

    def records(self, kind: str, *, ids: Iterable[str] | None = None) -> Iterator[Record]:
        """Give the records of a kind that are not deleted, by id; only those among `ids` unless that is None."""
        groups: Iterable[list[str] | None] = [None] if ids is None else projection.chunks(sorted(set(ids)))
        for group in groups:
            after = ""
            while page := self._page(kind, after, group):
                yield from page
                after = page[-1].id

    def _page(self, kind: str, after: str, ids: Sequence[str] | None) -> list[Record]:
        with self.reading() as connection:
            return records.read_page(connection, kind, after, ids)

    def history(self, record: str) -> tuple[Revision, ...]:
        """Give all revisions of a record in the order they came."""
        with self.reading() as connection:
            return tuple(projection.read_history(connection, record))

    def recent(self, limit: int) -> tuple[Revision, ...]:
        """Give the revisions that came last, the last first."""
        with self.reading() as connection:
            return records.read_recent(connection, limit)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Give all conflicts."""
        with self.reading() as connection:
            return records.read_conflicts(connection)

    def state(self) -> StoreState:
        """Count, and give the digest of all records."""
        with self.reading() as connection:
            return records.read_state(connection)

    def check(self, *, deep: bool = False) -> tuple[Problem, ...]:
        """Give what is wrong with the store; `deep` looks at every page and every revision and computes all views."""
        try:
            with self.reading() as connection:
                problems = [*integrity.check_pages(connection, deep=deep)]
                problems += integrity.check_revisions(connection, deep=deep)
                if deep:
                    problems += integrity.check_projection(connection)
        except StoreDamaged as damage:
            return (Problem("error", "store_page", text=damage.detail),)
        return tuple(problems)


def _of_deed(edit: Edit, deed: str) -> Edit:
    return Edit(edit.record, edit.kind, edit.changes, edit.parents, edit.act, edit.form, deed)

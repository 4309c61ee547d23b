"""The tables of a store, and the triggers that keep the truth append-only.

Truth is what may never change: revisions and their parents. The projection is computed from it and may be dropped and
rebuilt at any time, so its version rises instead of being migrated. Local tables belong to this copy of the store only.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

SCHEMA = 1
PROJECTION = 1

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


# -- truth ---------------------------------------------------------------------------------------------------------

revision = Table(
    "revision",
    metadata,
    Column("nr", Integer, primary_key=True),  # order of arrival here
    Column("id", Text, nullable=False, unique=True),
    Column("head", LargeBinary, nullable=False),
    Column("payload", LargeBinary),  # may be erased by law one day, without breaking id or chain
    _text("rec"),
    _text("kind"),
    _text("log"),
    Column("seq", Integer, nullable=False),
    _text("prev"),
    _text("hlc"),
    _text("src"),  # "" our own, else what brought it
    Index("revision_rec", "rec"),
)

# No foreign key: a parent may come later than its child.
revision_parent = Table(
    "revision_parent",
    metadata,
    _text("rev"),
    _text("parent"),
    PrimaryKeyConstraint("rev", "parent"),
    sqlite_with_rowid=False,
)

log_tip = Table(
    "log_tip",
    metadata,
    Column("log", Text, primary_key=True, nullable=False),
    _text("tip"),
    Column("seq", Integer, nullable=False),
)

# -- projection ----------------------------------------------------------------------------------------------------

record = Table(
    "record",
    metadata,
    Column("rec", Text, primary_key=True, nullable=False),
    _text("kind"),
    Column("data", LargeBinary, nullable=False),
    _text("heads"),
    Column("deleted", Boolean, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
    _text("hlc"),
    _text("newest"),
    _text("user"),
    Column("digest", LargeBinary, nullable=False),
    Index("record_kind", "kind", "rec"),
)

conflict = Table(
    "conflict",
    metadata,
    _text("rec"),
    _text("path"),
    Column("options", LargeBinary, nullable=False),
    PrimaryKeyConstraint("rec", "path"),
    sqlite_with_rowid=False,
)

enterprise = Table(
    "enterprise",
    metadata,
    Column("nr", Integer, primary_key=True),  # joins the search index
    Column("rec", Text, nullable=False, unique=True),
    _text("sort"),
    _text("words"),  # folded, each word after a blank
    _text("tax_code"),
    _text("name"),
    _text("area"),
    _text("district"),
    _text("size"),
    _text("status"),
    _text("phone"),
    _text("address"),
    _text("hlc"),
    Index("enterprise_sort", "sort", "rec"),
    Index("enterprise_area", "area", "sort", "rec"),
    Index("enterprise_district", "district", "sort", "rec"),
)

response = Table(
    "response",
    metadata,
    Column("rec", Text, primary_key=True, nullable=False),
    _text("round"),
    _text("respondent"),
    _text("form"),
    _text("status"),
    _text("area"),
    _text("district"),
    _text("stratum"),
    _text("hlc"),
    Column("derived", Boolean, nullable=False),  # whether its facts are computed
    Index("response_respondent", "round", "respondent", "rec"),
    Index("response_changed", "hlc", "rec"),
)
Index("response_pending", response.c.rec, sqlite_where=~response.c.derived)

response_fact = Table(
    "response_fact",
    metadata,
    _text("rec"),
    _text("name"),
    Column("value", Float, nullable=False),
    PrimaryKeyConstraint("rec", "name"),
    sqlite_with_rowid=False,
)

PROJECTED = (conflict, enterprise, response, response_fact, record)

# -- local ---------------------------------------------------------------------------------------------------------

meta = Table("meta", metadata, Column("key", Text, primary_key=True, nullable=False), _text("val"))

_SEARCH = (
    "CREATE VIRTUAL TABLE enterprise_search USING fts5("
    "words, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3')"
)
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'truth is append-only'); END"
_KEEP = tuple(
    f"CREATE TRIGGER {table.name}_{deed.lower()} BEFORE {deed} ON {table.name} {_REFUSE}"
    for table in (revision, revision_parent)
    for deed in ("UPDATE", "DELETE")
)


def create_tables(connection: Connection) -> None:
    """Make the tables of an empty store, within the transaction that is open."""
    metadata.create_all(connection)
    for statement in (_SEARCH, *_KEEP):
        connection.exec_driver_sql(statement)


def create_search(connection: Connection) -> None:
    """Make the search index afresh and empty."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS enterprise_search")
    connection.exec_driver_sql(_SEARCH)


def insert_into(table: Table, columns: tuple[str, ...] = (), tail: str = "") -> str:
    """Give the SQL that inserts rows of plain tuples, for the driver's own bulk path."""
    names = columns or tuple(column.name for column in table.columns)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table.name} ({_names(names)}) VALUES ({marks}) {tail}".strip()  # noqa: S608  the names are ours


def replace_into(table: Table, key: str, columns: tuple[str, ...]) -> str:
    """Give the SQL that inserts a row or, where `key` exists, sets its other columns."""
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != key)
    return insert_into(table, columns, f"ON CONFLICT ({key}) DO UPDATE SET {settings}")


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)

"""Ids of records that nothing names in advance."""

from __future__ import annotations


def new_record_id() -> str:
    """Give a new id (UUIDv7: ids made later sort later)."""
    from uuid_utils import uuid7

    return str(uuid7())

"""The database key: 256 random bits, kept in slots of `keys.json` beside the database.

A slot of kind "open" holds the key as it is. Slots that wrap it with a password or an office's key come beside it.
"""

from __future__ import annotations

import json
import os
import secrets
from typing import TYPE_CHECKING

from digiplan_desktop.errors import StoreDamaged, StoreMissing, StoreNotWritable, StoreTooNew

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
_LENGTH = 32


def make_key(file: Path) -> bytes:
    """Make a random key and write it into a new file that only its owner may read."""
    key = secrets.token_bytes(_LENGTH)
    text = json.dumps({"format": FORMAT, "slots": [{"kind": "open", "key": key.hex()}]}, indent=1)
    part = file.with_suffix(".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        out.write(text + "\n")
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
    return key


def read_key(file: Path) -> bytes:
    """Give the key of the first slot that opens by itself.

    Raises:
        StoreMissing: There is no key file.
        StoreTooNew: A later version of the program wrote it.
        StoreNotWritable: This user of the machine may not read it.
        StoreDamaged: It is no key file, or holds no slot that opens.
    """
    try:
        content = json.loads(file.read_text("utf-8"))
        if content["format"] > FORMAT:
            raise StoreTooNew(file.parent, content["format"], FORMAT)
        texts = [slot["key"] for slot in content["slots"] if slot["kind"] == "open"]
        key = bytes.fromhex(texts[0])
    except FileNotFoundError as error:
        raise StoreMissing(file.parent) from error
    except OSError as error:
        raise StoreNotWritable(file.parent, str(error)) from error
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise StoreDamaged(file.parent, file.name) from error
    if len(key) != _LENGTH:
        raise StoreDamaged(file.parent, file.name)
    return key

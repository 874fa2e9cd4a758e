"""The file of the store: opened, told from garbage, taken away."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.store.place import Place

CHECK = 8  # bytes of a checksum
_PATIENCE = 5.0  # seconds for another run that is writing

_TABLES = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS kept (
  namespace TEXT NOT NULL, key BLOB NOT NULL,
  used INTEGER NOT NULL, size INTEGER NOT NULL, value BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS kept_by_key ON kept (namespace, key);
CREATE INDEX IF NOT EXISTS kept_by_use ON kept (used, size);
"""


def remove(place: Place) -> None:
    """Take the file of the store away; a run that has it open keeps what it sees."""
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            place.file.with_name(place.file.name + end).unlink(missing_ok=True)


def connected(place: Place) -> sqlite3.Connection | None:
    """Return a database with our tables, made anew where garbage lies; None if there can't be."""
    for _ in range(2):
        try:
            database = sqlite3.connect(place.file, timeout=_PATIENCE, check_same_thread=False)
        except sqlite3.Error:
            return None
        try:
            database.execute("PRAGMA synchronous = NORMAL")
            known = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept_by_use'")
            if known.fetchone() is None:
                database.executescript(_TABLES)
            return database
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                database.close()
            if not is_damage(error):
                return None
            remove(place)  # garbage: begin anew
    return None


def is_damage(error: Exception) -> bool:
    """Tell a file that is no database, or a broken one, from one that is in use or read-only."""
    if isinstance(error, sqlite3.OperationalError):
        return "no such" in str(error)  # another's tables
    return isinstance(error, sqlite3.DatabaseError)


def bytes_used(database: sqlite3.Connection) -> int:
    """Return the bytes of the file that hold something."""
    size, pages, free = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_size", "page_count", "freelist_count")
    )
    return int(size * (pages - free))


def checksum(namespace: str, key: bytes, value: bytes) -> bytes:
    """Return what tells a row that was written so from any other."""
    digest = blake2b(namespace.encode() + b"\0" + key + b"\0", digest_size=CHECK)
    digest.update(value)
    return digest.digest()


def throw_out_oldest(database: sqlite3.Connection, most: int) -> None:
    """Delete what was not used for the longest time, until no more than `most` bytes are left."""
    excess = bytes_used(database) - most
    old: list[tuple[int]] = []
    for rowid, size in database.execute("SELECT rowid, size FROM kept ORDER BY used, rowid"):
        if excess <= 0:
            break
        old.append((rowid,))
        excess -= size
    database.executemany("DELETE FROM kept WHERE rowid = ?", old)

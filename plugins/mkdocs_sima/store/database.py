"""The store on disk: one SQLite database, which outlives a kill and bears two runs at once.

Each row carries a checksum of what it holds and of its key, so that damage within the file is
noticed as well. Whatever goes wrong ends in a store that remembers nothing.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs_sima.store.connection import (
    CHECK,
    bytes_used,
    checksum,
    connected,
    is_damage,
    remove,
    throw_out_oldest,
)
from mkdocs_sima.store.place import TEMPORARY, StorePlaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self

    from mkdocs_sima.store.place import Place

MOST = 1_000_000_000  # bytes on disk
_MOST_IN_MEMORY = 500_000_000
_KEPT = 0.8  # of them, after the oldest were thrown out
_UNWRITTEN = 16_000_000  # bytes that wait in memory for one transaction
_DAY = 86_400


class Store:
    """What is remembered; `open_store` makes one. May be used by several threads."""

    def __init__(self, place: Place | None, most: int = MOST) -> None:
        """Open the store at a place, or one that remembers nothing; see `open_store`."""
        self.place = place
        self._most = most
        self._lock = threading.RLock()
        self._new: dict[tuple[str, bytes], bytes] = {}
        self._waiting = 0
        self._touched: set[tuple[str, bytes]] = set()
        self._today = int(time.time() // _DAY)
        self._database = connected(place) if place else None
        self._left: sqlite3.Connection | None = None

    def get(self, namespace: str, key: bytes) -> bytes | None:
        """Return the bytes that were put there, in this run or an earlier one, or None."""
        with self._lock:
            if (new := self._new.get((namespace, key))) is not None:
                return new
            if self._database is None:
                return None
            try:
                row = self._database.execute(
                    "SELECT value, used FROM kept WHERE namespace = ? AND key = ?",
                    (namespace, key),
                ).fetchone()
            except (sqlite3.Error, OverflowError) as error:
                self._give_up(error)
                return None
            if row is None or not isinstance(row[0], bytes):
                return None
            check, value = row[0][:CHECK], row[0][CHECK:]
            if check != checksum(namespace, key, value):
                return None
            if row[1] != self._today:
                self._touched.add((namespace, key))
            return value

    def put(self, namespace: str, key: bytes, value: bytes) -> None:
        """Have bytes remembered; they are written with many others, at the latest by `close`."""
        if self._database is None:
            return
        with self._lock:
            self._new[namespace, key] = value
            self._waiting += len(value)
            if self._waiting >= _UNWRITTEN:
                self.flush()

    def flush(self) -> None:
        """Write what waits, in one transaction; throw out the oldest where it is too much."""
        with self._lock:
            new, touched = self._new, self._touched
            self._new, self._touched, self._waiting = {}, set(), 0
            if self._database is None or not (new or touched):
                return
            try:
                with self._database:
                    self._write(new, touched)
                if new and bytes_used(self._database) > self._most:
                    with self._database:
                        throw_out_oldest(self._database, int(self._most * _KEPT))
                    self._database.execute("PRAGMA incremental_vacuum").fetchall()
            except (sqlite3.Error, OverflowError) as error:
                self._give_up(error)

    def leave(self) -> None:
        """Let go of the file in a forked process, which may neither use nor close it."""
        self._left, self._database = self._database, None

    def close(self) -> None:
        """Write what waits, and close the file."""
        self.flush()
        with self._lock:
            if self._database is not None:
                with suppress(sqlite3.Error):
                    self._database.close()
            self._database = None

    def __del__(self) -> None:
        if self._database is not None:
            self._database.close()

    def contents(self) -> Mapping[str, tuple[int, int]]:
        """Return the number of results and their bytes, by namespace."""
        if self._database is None:
            return {}
        try:
            rows = self._database.execute(
                "SELECT namespace, count(*), sum(size) FROM kept GROUP BY namespace ORDER BY 1"
            ).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return {}
        return {name: (count, size) for name, count, size in rows}

    def clear(self) -> None:
        """Forget everything, and take the file away."""
        with self._lock:
            self._new.clear()
            if self._database is not None:
                with suppress(sqlite3.Error):
                    self._database.close()
                self._database = None
            if self.place:
                remove(self.place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _write(
        self, new: Mapping[tuple[str, bytes], bytes], touched: set[tuple[str, bytes]]
    ) -> None:
        assert self._database is not None
        self._database.executemany(
            "INSERT OR REPLACE INTO kept (namespace, key, used, size, value) VALUES (?,?,?,?,?)",
            (
                (*at, self._today, len(value), checksum(*at, value) + value)
                for at, value in new.items()
            ),
        )
        self._database.executemany(
            "UPDATE kept SET used = ? WHERE namespace = ? AND key = ?",
            ((self._today, *at) for at in touched),
        )

    def _give_up(self, error: Exception) -> None:
        """Remember nothing from here on; a file that is no database any more is taken away."""
        database, self._database = self._database, None
        self._new.clear()
        if database is not None:
            with suppress(sqlite3.Error):
                database.close()
        if self.place and is_damage(error):
            remove(self.place)


def temporary_store() -> Store:
    """Return a store that forgets all when it is closed."""
    return Store(TEMPORARY, _MOST_IN_MEMORY)


def open_store(place: Place | None, say: Callable[[str], None] = lambda _words: None) -> Store:
    """Return the store at a place, one that remembers nothing if that can't be.

    Args:
        place: where; None if it is turned off.
        say: is told in one line why nothing is kept.
    """
    if place is None:
        return NO_STORE
    try:
        place.prepare()
    except (OSError, StorePlaceError) as error:
        say(f"cache: {error}")
        return NO_STORE
    return Store(place)


NO_STORE = Store(None)
"""Remembers nothing."""

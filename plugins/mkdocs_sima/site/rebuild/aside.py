"""The folder of a site, put aside while MkDocs empties it and writes it anew.

What is in it and would be written again stays in it; what was written goes into it; the rest goes.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_sima.store import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet


class Aside:
    """One such folder. MkDocs leaves hidden files at its top alone, and so does this."""

    def __init__(self, folder: Path) -> None:
        """Put the folder aside, if it is there and can be moved."""
        self._folder = folder
        self._aside = folder.with_name(f".{folder.name}.as-it-was")
        self.is_there = False
        self._digests: dict[str, bytes] = {}  # of files that were looked at
        shutil.rmtree(self._aside, ignore_errors=True)  # of a run that was killed
        if folder.is_dir() and not folder.is_symlink():
            with suppress(OSError):  # a file system of its own, or somebody has a file open
                folder.rename(self._aside)
                self.is_there = True

    def holds(self, path: str, digest: bytes) -> bool:
        """Tell whether a file lies there, with a content that has this fingerprint."""
        with suppress(OSError, ValueError):
            if self.is_there:
                self._digests[path] = fingerprint((self._aside / path).read_bytes())
                return self._digests[path] == digest
        return False

    def looked_at(self, kept: AbstractSet[str]) -> dict[str, bytes]:
        """Return the fingerprints of those files that were looked at and `kept`."""
        return {path: digest for path, digest in self._digests.items() if path in kept}

    def digest(self) -> bytes | None:
        """Return a digest of all that lies there, None if it isn't there."""
        return written(self._aside) if self.is_there else None

    def put_back(self) -> None:
        """Put the folder back where it was, as it was."""
        if self.is_there:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._aside.rename(self._folder)
            self.is_there = False

    def put_back_with_what_is_new(self, kept: AbstractSet[str]) -> None:
        """Put it back with what MkDocs has written in its place, and of the old what is `kept`."""
        if not self.is_there:
            return
        new = set(_files(self._folder))
        for path in _files(self._aside):
            if path in new or path not in kept:
                (self._aside / path).unlink()
        for place, _, _ in os.walk(self._aside, topdown=False):
            with suppress(OSError):  # something is in it
                Path(place).rmdir()
        for path in new:
            target = self._aside / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._folder / path).replace(target)
        self._aside.mkdir(exist_ok=True)
        self.put_back()


def written(folder: Path, known: Mapping[str, bytes] | None = None) -> bytes:
    """Return a digest of all that lies in a folder; of some files it is `known` by path."""
    known = known or {}
    parts: list[str | bytes] = []
    for path in sorted(_files(folder)):  # no two at once in memory
        parts += (path, known.get(path) or fingerprint((folder / path).read_bytes()))
    return fingerprint(*parts)


def _files(folder: Path) -> Iterator[str]:
    top = str(folder)
    for place, folders, names in os.walk(top):
        if place == top:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        below = place[len(top) :].replace(os.sep, "/").lstrip("/")  # a `Path` each takes too long
        for name in names:
            yield f"{below}/{name}" if below else name

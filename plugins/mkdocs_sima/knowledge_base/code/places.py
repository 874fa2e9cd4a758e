"""Where a path leads in the repository: as it is, as seen from the document, or by its end."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import folder_of, join, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.history import Repository


_FILE = re.compile(r"[\w-][\w.-]*\.[A-Za-z]\w{0,5}$")


class Places:
    """Finds files and folders among those that git knows, now and formerly."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._now = _Ends((*repository.files, *repository.folders))
        self._formerly: _Ends | None = None

    def find(self, written: str, document: str, *, exactly: bool) -> str | None:
        """Return the file or folder that a path means, None if nothing is there.

        Args:
            written: the path.
            document: the path, in the repository, of the document that names it.
            exactly: as a link leads there, from the document's folder; otherwise from any folder
                above it as well, or wherever only one path ends so: `store/pg.py`.
        """
        for path in self._readings(written, document, exactly=exactly):
            if path in self._repository.files or path in self._repository.folders:
                return path
        return None if exactly else self._now.only(written)

    def may_be(self, written: str) -> bool:
        """Return whether any path ends so, be it one of many."""
        return self._now.has(written)

    def formerly(self, written: str, document: str, *, exactly: bool) -> str | None:
        """Return the path that something had that isn't there any more."""
        gone = self._repository.history.gone
        if self._formerly is None:
            folders = {folder for path in gone for folder in upwards(folder_of(path)) if folder}
            self._formerly = _Ends((*gone, *folders.difference(self._repository.folders)))
        for path in self._readings(written, document, exactly=exactly):
            if path in self._formerly.paths:
                return path
        # `api/v1` is rather an address than the end of a folder's path.
        known_by_end = not exactly and (written.endswith("/") or is_file_name(written))
        return self._formerly.only(written) if known_by_end else None

    def _readings(self, written: str, document: str, *, exactly: bool) -> Iterable[str]:
        """Return the paths that a written one may mean, the likeliest first."""
        path = written.strip("/")
        if written.startswith("/"):  # `/api/v1` is an address
            return (path,) if exactly or written[-1] == "/" or is_file_name(path) else ()
        here = join(folder_of(document), path)
        if exactly or path.startswith("../"):
            return (here,) if here else ()
        above = (join(folder, path) for folder in upwards(folder_of(document)))
        top = join("", path)
        return dict.fromkeys(found for found in (top, *above) if found)


def is_file_name(path: str) -> bool:
    """Return whether a path ends as the names of files do."""
    return _FILE.search(path) is not None


class _Ends:
    """Paths, found by how they end."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            self._by_name[path.rpartition("/")[2]].append(path)

    def only(self, written: str) -> str | None:
        """Return the only path that ends with a written one."""
        found = self._ending(written)
        return found[0] if len(found) == 1 else None

    def has(self, written: str) -> bool:
        """Return whether there is any."""
        return bool(self._ending(written))

    def _ending(self, written: str) -> list[str]:
        path = "/".join(part for part in written.split("/") if part not in ("", ".", ".."))
        found = self._by_name.get(path.rpartition("/")[2], ()) if path else ()
        return [one for one in found if one.endswith(f"/{path}") or one == path]

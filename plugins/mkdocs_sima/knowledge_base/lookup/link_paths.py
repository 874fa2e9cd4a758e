"""Where paths written in documents lead: from the folder, its parents, the root."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_sima.knowledge_base.lookup.answers import LinkTarget
from mkdocs_sima.knowledge_base.lookup.paths import composed, folder_of, join, upwards
from mkdocs_sima.parsing.references.mentions import EXTERNAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.knowledge_base.lookup.answers import LinkKind

_INDEXES = ("index.md", "README.md", "readme.md", "Index.md")


class LinkResolver:
    """Answers what a destination means, by the list of files alone."""

    def __init__(self, documents: Iterable[str], files: frozenset[str]) -> None:
        self._documents = frozenset(documents)
        self._files = files | self._documents
        self.folders = frozenset(
            outer for folder in {"", *map(folder_of, self._files)} for outer in upwards(folder)
        )
        self._folders_by_key = {folder.casefold(): folder for folder in sorted(self.folders)}
        self._composed = {composed(path): path for path in self._files if not path.isascii()}
        self._by_base: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self._documents):
            self._by_base[path.rsplit("/", 1)[-1].casefold()].append(path)

    def resolve(self, path: str, destination: str) -> LinkTarget:
        """Resolve a link of the document `path` as a browser, then as its author meant it."""
        destination = destination.strip()
        if EXTERNAL.match(destination):
            return LinkTarget("external")
        raw, _, fragment = destination.partition("#")
        fragment = unquote(fragment)
        written = unquote(raw.partition("?")[0]).replace("\\", "/")
        if not written:
            return LinkTarget("document", path, fragment)
        if not written.startswith("/"):
            found = self._at(join(folder_of(path), written), fragment)
            if found:
                return found
        meant = self.find_path(path, written)
        if meant is not None:
            return LinkTarget(self._kind(meant), meant, fragment, written.startswith("/"))
        outside = not written.startswith("/") and join(folder_of(path), written) is None
        return LinkTarget("outside" if outside else "missing", None, fragment)

    def find_path(self, path: str, written: str) -> str | None:
        """Find a path from the document's folder, its parents, the root; `/name/` may be the root.

        Returns the document or file (of a folder: its index page, else the folder itself).
        """
        relative = written.lstrip("/")
        starts = [""] if written.startswith("/") else [*upwards(folder_of(path))]
        for start in starts:
            if found := self._exists(join(start, relative)):
                return found
        # `/site/entries/x.md`, written where the root is published or checked out under a name.
        parts = relative.split("/")
        for dropped in range(1, min(len(parts) - 1, 3) + 1):
            if found := self._exists(join("", "/".join(parts[dropped:]))):
                return found
        return None

    def embedded(self, path: str, written: str) -> str | None:
        """Find the file that `![[picture.png]]` in a document means: near it, or anywhere."""
        if found := self.find_path(path, written):
            return found if found in self._files else None
        tail = "/" + written.lstrip("./").casefold()
        alike = self._files_by_base.get(tail.rpartition("/")[2], ())
        found_all = (p for p in alike if f"/{p}".casefold().endswith(tail))
        return min(found_all, key=lambda p: (p.count("/"), p), default=None)

    @cached_property
    def _files_by_base(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self._files:
            found[path.rpartition("/")[2].casefold()].append(path)
        return found

    def ending_with(self, written: str) -> list[str]:
        """Return the documents whose path ends with these folders and this name, in any case."""
        tail = "/" + written.lstrip("./").casefold()
        bearers = self._by_base.get(tail.rsplit("/", 1)[-1], [])
        return [path for path in bearers if ("/" + path.casefold()).endswith(tail)]

    def folder_in(self, written: str) -> str:
        """Return the deepest folder, in its own spelling, that a written path names; "" if none.

        `/site/entries/old/x.md` names `entries`, where there is no `entries/old` any more.
        """
        folders = written.lstrip("./").casefold().split("/")[:-1]
        for dropped in range(min(len(folders), 3)):
            for end in range(len(folders), dropped, -1):
                if found := self._folders_by_key.get("/".join(folders[dropped:end])):
                    return found
        return ""

    def _at(self, target: str | None, fragment: str) -> LinkTarget | None:
        found = self._exists(target)
        return LinkTarget(self._kind(found), found, fragment) if found is not None else None

    def _exists(self, target: str | None) -> str | None:
        if target is None:
            return None
        if target in self._files:
            return target
        if not target.isascii() and (found := self._composed.get(composed(target))):
            return found
        folder = target.rstrip("/")
        if folder in self.folders and folder:
            inner = (f"{folder}/{name}" for name in _INDEXES)
            return next((name for name in inner if name in self._documents), folder)
        return None

    def _kind(self, target: str) -> LinkKind:
        if target in self._documents:
            return "document"
        return "file" if target in self._files else "folder"

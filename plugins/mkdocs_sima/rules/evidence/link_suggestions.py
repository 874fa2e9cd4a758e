"""What the author of a link that leads nowhere probably meant."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_sima.knowledge_base.lookup.paths import SUFFIXES, folder_of, is_document_name, join

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase, LinkTarget


def path_of(destination: str) -> str:
    """Return the path of a destination as it is on disk, without query and fragment."""
    return unquote(destination.partition("#")[0].partition("?")[0])


def name_of(destination: str) -> str:
    """Return the file name of a destination."""
    return path_of(destination).rsplit("/", 1)[-1]


class LinkSuggestions:
    """Finds the file that a link should lead to."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def find(self, path: str, destination: str, target: LinkTarget) -> str | None:
        """Return the file or folder that a link of the document `path` means, if one is likely."""
        if target.kind == "document":
            return target.path
        found = self._by_name(path, destination)
        if found is None and target.kind != "folder":
            found = self._without_extension(path, destination)
        if found is None and target.kind == "missing":
            found = self._in_other_case(path, destination)
        return found

    def is_served(self, destination: str) -> bool:
        """Return whether `/img/logo.png` is in a folder like `static/`, which a site has as root.

        Documents don't count: their addresses are others.
        """
        path = path_of(destination)
        if not path.startswith("/") or is_document_name(path):
            return False
        return any(name.endswith(path) for name in self._by_last.get(name_of(destination), ()))

    def _by_name(self, path: str, destination: str) -> str | None:
        """Return the one document that bears the name, or the ID in the name, of a missing file."""
        name = name_of(destination)
        if not is_document_name(name):
            return None
        found = self._kb.find(name, path)
        return found.target if found.verdict == "resolved" else None

    def _without_extension(self, path: str, destination: str) -> str | None:
        """Return the document that a link names as a site would: `guide/start/`, `start.html`.

        On a site whose addresses are folders, the page of `guide/start.md` is one folder deeper.
        """
        if destination.startswith("/"):
            return None  # so the site has it indeed
        written = re.sub(r"(?:/|\.html?)$", "", path_of(destination))
        places = (join(folder_of(path), written), join(path, written))
        names = (f"{place}{suffix}" for place in places if place for suffix in SUFFIXES)
        return next((name for name in names if name in self._kb.documents), None)

    def _in_other_case(self, path: str, destination: str) -> str | None:
        """Return the file or folder that is written in another case: `Logo.PNG`, `/kb/Guides/`.

        As in all absolute paths, the first names may be those by which the root is known elsewhere.
        """
        written = path_of(destination)
        if written.startswith("/"):
            parts = written.strip("/").split("/")
            places = ["/".join(parts[dropped:]) for dropped in range(min(len(parts), 3))]
        else:
            places = [join(folder_of(path), written) or ""]
        wanted = dict.fromkeys(place.casefold() for place in places if place)
        found = [name for place in wanted for name in self._by_case.get(place, ())]
        return max(found, key=len, default=None)

    @cached_property
    def _by_last(self) -> dict[str, list[str]]:
        """The paths of all files by their last part."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._kb.files:
            found[name.rsplit("/", 1)[-1]].append(name)
        return found

    @cached_property
    def _by_case(self) -> dict[str, list[str]]:
        """The names of all files and folders by what is left of them without case."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted((*self._kb.files, *self._kb.folders)):
            found[name.casefold()].append(name)
        return found

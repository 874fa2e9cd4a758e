"""What Material's search has found on each page, for builds that skip pages."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel

from mkdocs_sima.site.search.material import PLUGIN
from mkdocs_sima.store import BadDataError, pack_small, unpack_small, with_lists

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_sima.store import Store

_NAMESPACE = "search-entries"


class SearchEntries:
    """The entries of the index, by the pages that they were made of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._counted = 0  # entries of this build that are in `_found`
        self._order: list[str] = []

    def begin(self, files: Files) -> None:
        """Begin a build."""
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self._order = [file.src_uri for file in pages]
        self._counted = 0

    def recall(self, uri: str, key: bytes) -> bool:
        """Take the entries of a page that was made from `key` before; tell whether that worked."""
        with suppress(BadDataError, TypeError, ValueError):
            if data := self._store.get(_NAMESPACE, key):
                entries = with_lists(unpack_small(data))
                self._found[uri] = [dict(entry) for entry in entries]
                return True
        return False

    def note(self, uri: str, config: MkDocsConfig, key: bytes | None) -> None:
        """Note the entries that have just been made of a page, which is made from `key`."""
        entries = _entries(config) or []
        found = self._found[uri] = entries[self._counted :]
        self._counted = len(entries)
        if key is not None:
            with suppress(TypeError, OverflowError):  # another plugin's own
                self._store.put(_NAMESPACE, key, pack_small(found))

    def complete(self, config: MkDocsConfig) -> None:
        """Add the entries of pages that were skipped, and put all in the order of the files.

        In a dirty build Material would add some itself, but it believes that only one page has
        changed.
        """
        entries = _entries(config)
        if entries is None:
            return
        others = entries[self._counted :]  # which no page has made
        entries[:] = [entry for uri in self._order for entry in self._found.get(uri, ())] + others
        plugin: Any = config.plugins[PLUGIN]
        plugin.search_index_prev = None


def _entries(config: MkDocsConfig) -> list[dict[str, Any]] | None:
    index = getattr(config.plugins.get(PLUGIN), "search_index", None)
    return getattr(index, "entries", None)

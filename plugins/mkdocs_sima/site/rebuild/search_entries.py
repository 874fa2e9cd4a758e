"""What Material's search has found on each page, for builds of `mkdocs serve` that skip pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel

from mkdocs_sima.site.search.material import PLUGIN

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class SearchEntries:
    """The entries of the index, by the pages that they were made of."""

    def __init__(self) -> None:
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._counted = 0  # entries of this build that are in `_found`
        self._order: list[str] = []

    def begin(self, files: Files) -> None:
        """Begin a build."""
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self._order = [file.src_uri for file in pages]
        self._counted = 0

    def note(self, uri: str, config: MkDocsConfig) -> None:
        """Note the entries that have just been made of a page."""
        entries = _entries(config) or []
        self._found[uri] = entries[self._counted :]
        self._counted = len(entries)

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

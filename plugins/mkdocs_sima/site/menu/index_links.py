"""Links from a document to the index pages that list it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.site.theme.page_places import Places, status_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext


class IndexLinks:
    """Addresses of index pages; None where no such page was generated."""

    def __init__(self, site: SiteContext, generated: AbstractSet[str]) -> None:
        """Prepare the links.

        Args:
            site: the site.
            generated: URIs of the pages that were generated.
        """
        self._site, self._generated = site, generated
        self._places = Places(site.kb)

    def type(self, document: Document) -> str | None:
        """Return the address of the page of a document's type."""
        name = document.ref_id.type if document.ref_id else ""
        return self._url(document, lambda: self._places.type(name))

    def keyword(self, document: Document, word: str) -> str | None:
        """Return the address of a keyword's place in the index."""
        return self._url(document, lambda: self._places.keyword(word))

    def status(self, document: Document) -> str | None:
        """Return the address of the page of a document's status."""
        return self._url(document, lambda: self._places.status(status_of(document)))

    def scope(self, document: Document, folder: str) -> str | None:
        """Return the address of the page of a scope."""
        return self._url(document, lambda: self._places.scope(folder))

    def scope_address(self, folder: str) -> str | None:
        """Return the address of the page of a scope, below the site's own."""
        place = self._places.scope(folder)
        return self._site.url("index.md", place) if place in self._generated else None

    def _url(self, document: Document, uri: Callable[[], str]) -> str | None:
        try:
            place = uri()
        except KeyError:  # nothing is listed under it
            return None
        if place.partition("#")[0] not in self._generated:
            return None
        return self._site.url(document.path, place)

"""The knowledge base in, the pages that no Markdown file stands behind out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs_sima.site.pages import catalogue, facets, health, home, keywords, map_page, permanent
from mkdocs_sima.site.pages.entries import Entries
from mkdocs_sima.site.pages.not_found import suggest_by_id
from mkdocs_sima.site.pages.upkeep import recent
from mkdocs_sima.site.theme.page_places import Places

if TYPE_CHECKING:
    from mkdocs_sima.site.theme.context import GeneratedPage, SiteContext

__all__ = ["KeepLists", "Places", "build_pages", "suggest_by_id"]

KeepLists = Callable[[Entries, Callable[[], "list[GeneratedPage]"]], "list[GeneratedPage]"]
"""Returns what the function would make of these entries, as it was made before or anew."""


def build_pages(
    site: SiteContext, keep: KeepLists = lambda _entries, make: make()
) -> list[GeneratedPage]:
    """Return every generated page, in the order in which a menu should list them.

    What only lists, without dates of today and findings, may be kept from an earlier build.
    """
    entries = Entries(site)

    def lists() -> list[GeneratedPage]:
        the_map = [map_page.build(site)] if site.graph is not None else []
        if not site.settings.index_pages:
            return the_map
        table = catalogue.build(entries, assets=permanent.build(entries))
        return [table, *facets.build(entries), *keywords.build(entries), *the_map]

    kept = keep(entries, lists)
    if not site.settings.index_pages:
        return kept
    return [home.build(entries), *kept, *recent.build(entries), health.build(entries)]

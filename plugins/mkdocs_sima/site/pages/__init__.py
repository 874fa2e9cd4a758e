"""The knowledge base in, the pages that no Markdown file stands behind out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.site.pages import catalogue, facets, health, home, keywords, map_page, permanent
from mkdocs_sima.site.pages.entries import Entries
from mkdocs_sima.site.pages.not_found import suggest_by_id
from mkdocs_sima.site.pages.upkeep import recent
from mkdocs_sima.site.theme.page_places import Places

if TYPE_CHECKING:
    from mkdocs_sima.site.theme.context import GeneratedPage, SiteContext

__all__ = ["Places", "build_pages", "suggest_by_id"]


def build_pages(site: SiteContext) -> list[GeneratedPage]:
    """Return every generated page, in the order in which a menu should list them."""
    the_map = [map_page.build(site)] if site.graph is not None else []
    if not site.settings.index_pages:
        return the_map
    entries = Entries(site)
    first = home.build(entries)
    return [
        first,
        catalogue.build(entries, assets=permanent.build(entries)),
        *facets.build(entries),
        *keywords.build(entries),
        *the_map,
        *recent.build(entries),
        health.build(entries),
    ]

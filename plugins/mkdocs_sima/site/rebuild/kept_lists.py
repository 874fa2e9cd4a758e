"""The lists and the map of earlier builds: they show titles and numbers, which few edits change."""

from __future__ import annotations

from dataclasses import astuple
from functools import partial
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_build_date

from mkdocs_sima.graph import find_code, find_missing
from mkdocs_sima.site.rebuild.shared import of_configuration
from mkdocs_sima.site.theme.context import GeneratedAsset, GeneratedPage, TocEntry
from mkdocs_sima.store import fingerprint, pack, remembered, with_lists

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.site.pages import KeepLists
    from mkdocs_sima.site.pages.entries import Entries
    from mkdocs_sima.store import Store

_NAMESPACE = "lists"


def keep_lists(store: Store, config: MkDocsConfig) -> KeepLists:
    """Return what hands out the lists of an earlier build where they would be the same."""
    return partial(_kept, store, config)


def _kept(
    store: Store, config: MkDocsConfig, entries: Entries, make: Callable[[], list[GeneratedPage]]
) -> list[GeneratedPage]:
    return remembered(
        store,
        _NAMESPACE,
        _decided_by(entries, config),
        make,
        lambda pages: [astuple(page) for page in pages],
        lambda rows: [_page(row) for row in rows],
        small=True,
    )


def _decided_by(entries: Entries, config: MkDocsConfig) -> bytes:
    """Return a digest of everything that lists, facets and the map show."""
    site, kb = entries.site, entries.kb
    around = (
        sorted(entries.dates.items()),
        [(e.source, e.target, e.relation, e.count) for e in site.graph.edges] if site.graph else (),
        (find_missing(kb), find_code(kb)) if site.graph else (),
    )
    settings = of_configuration(config), get_build_date()
    return fingerprint(kb.faces, site.addresses, *settings, pack(around))


def _page(row: Any) -> GeneratedPage:
    uri, title, html, nav, nav_title, toc, hide, search, description, assets, meta = row
    return GeneratedPage(
        uri,
        title,
        html,
        nav,
        nav_title,
        tuple(TocEntry(*line) for line in toc),
        hide,
        search,
        description,
        tuple(GeneratedAsset(*asset) for asset in assets),
        with_lists(meta),
    )

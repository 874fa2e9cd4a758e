"""The search in a build: Material's as it is, or with our worker and index in place of its own.

Material's box, dialog, keys and links stay in any case. All they ask is a worker that takes an
index and queries and returns hits; its authors mean it to be replaced.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.plugins import get_plugin_logger

from mkdocs_sima import resources
from mkdocs_sima.processes import without_collection
from mkdocs_sima.site.search.instant.index_files import FOLDERS, files_of
from mkdocs_sima.site.search.instant.searched_pages import PACKED, searched_pages
from mkdocs_sima.site.search.material import PLUGIN, configure_search, weigh
from mkdocs_sima.site.theme.urls import ASSETS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings
    from mkdocs_sima.site.theme.context import SiteContext
    from mkdocs_sima.store import Store

_log = get_plugin_logger("sima")
_WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
_WAY_IN = "sima-way-in"
_BOX = '<div class="md-search" data-md-component="search"'
_OURS = f"{ASSETS}/bundled/search.js"


class SiteSearch:
    """The search of one build."""

    def __init__(self, config: MkDocsConfig, settings: Settings) -> None:
        """Set Material's search up; `settings` say which one is wanted."""
        self.is_used = "search" in config.plugins or PLUGIN in config.plugins
        self.is_ours = settings.search == "instant" and _can_be_instant(config)
        """Whether our worker and index take the place of Material's."""
        configure_search(config, reads_words=not self.is_ours)
        falls_back = settings.search == "instant" and not self.is_ours
        self.settings = replace(settings, search="material") if falls_back else settings

    def takes(self, page: Page, known: bytes | None, config: MkDocsConfig) -> bool:
        """Tell whether our search takes what is `known` of a page as it is, compressed.

        Else Material's plugin is to read the page.
        """
        if not self.is_ours or known is None:
            return False
        given = page.meta.get("search")
        options = given if isinstance(given, dict) else {}
        if not options.get("exclude"):
            entry = {"location": page.url, PACKED: known}
            if "boost" in options:
                entry["boost"] = options["boost"]
            _entries(config).append(entry)
        return True

    def with_worker(self, html: str, uri: str = "", site: SiteContext | None = None) -> str:
        """Return a page of Material that asks the worker of this search.

        Where no script runs, it leads to the catalogue in place of the box.

        Args:
            html: the page, as the theme made it.
            uri: of the page.
            site: the site; None for a page that isn't one of its own.
        """
        if not self.is_ours:
            return html
        html = _WORKER.sub(_OURS, html)
        if site is None or not self.settings.index_pages or _WAY_IN in html:
            return html
        address = escape(site.url(uri, site.places.catalogue))
        link = f'<a class="{_WAY_IN}" href="{address}">{escape(site.t("Catalogue"))}</a>'
        return html.replace(_BOX, f"<noscript>{link}</noscript>{_BOX}", 1)

    def complete(
        self,
        site: SiteContext,
        documents: Mapping[str, Document],
        config: MkDocsConfig,
        lies_there: Callable[[str, bytes], bool],
        store: Store,
    ) -> None:
        """Weigh what Material's plugin has read; or write our files, and have it write our index.

        Args:
            site: the site.
            documents: its documents by address.
            config: MkDocs's configuration.
            lies_there: whether a file of the site need not be written, as it lies there already.
            store: what is remembered of the build before.
        """
        if not self.is_ours:
            weigh(config, documents)
            return
        entries = _entries(config)
        words = {"superseded": site.t("Superseded by"), "filters": site.t("Filters")}
        with without_collection():
            pages = [*searched_pages(site, documents, entries)]
            index, others = files_of(pages, words, store)
        folder = Path(config.site_dir, "search")
        for kind in FOLDERS:
            for path in folder.glob(f"{kind}/*.*"):  # of the build before, if this is a dirty one
                if f"{kind}/{path.name}" not in others:
                    path.unlink()
        for name, data in others.items():
            if not lies_there(f"search/{name}", data):
                utils.write_file(data, str(folder / name))
        entries[:] = [index]  # which its script loads and hands to our worker as it is


def _entries(config: MkDocsConfig) -> list[dict[str, Any]]:
    plugin: Any = config.plugins[PLUGIN]
    entries: list[dict[str, Any]] = plugin.search_index.entries
    return entries


def _can_be_instant(config: MkDocsConfig) -> bool:
    """Tell whether our search can take the place of Material's; say why not."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None or not plugin.config.enabled:
        return False  # no search at all, or that of another theme
    if not resources.has_scripts():
        why = "its scripts are not bundled"
    elif any(name.rpartition("/")[2] == "offline" for name in config.plugins):
        why = "a site that is opened as files can't load its parts"
    else:
        return True
    _log.info("`search: instant` is not to be had here, %s: Material's search serves", why)
    return False

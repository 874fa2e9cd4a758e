"""Whole pages as the theme made them, kept for the next build.

A theme takes as long for a page as we do. MkDocs has no hook that skips it, but a page may name
its template: one that would be as it was names a template that writes it again.

This needs to be certain of what the theme reads. It is of Material, as it is, and of our own pages;
where templates are overridden, or another plugin has a say in them, all pages are made anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader
from mkdocs.structure.files import InclusionLevel

from mkdocs_sima.site.entry.document_page import DocumentPage
from mkdocs_sima.site.entry.packed import pack, unpack
from mkdocs_sima.site.pages.generated import IndexPage
from mkdocs_sima.site.search.material import PLUGIN
from mkdocs_sima.store import DIGEST, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

    from mkdocs_sima.site.rebuild.search_entries import SearchEntries
    from mkdocs_sima.store import Store

_TEMPLATE = "sima-as-it-was.html"
_SOURCE = "{{ sima_page_as_it_was(page) | safe }}"
_NAMESPACE = "whole-pages"


class WholePages:
    """The pages of earlier builds, by what each was made from."""

    def __init__(self, store: Store, entries: SearchEntries) -> None:
        """Prepare for builds.

        Args:
            store: where the pages are.
            entries: what the search has found on them; without, it must read them again.
        """
        self._store, self._entries = store, entries
        self._made_from: dict[str, bytes] = {}  # URI → key, in this build
        self._kept: dict[str, bytes] = {}  # URI → digest of its file, and the page, packed

    def begin(self, env: Environment, files: Files, shared: bytes | None) -> None:
        """Find out which pages are as they were; all have been read and rendered.

        Args:
            env: the environment of the theme.
            files: all files of the site.
            shared: digest of what every page depends on; None if that is not known.
        """
        self._made_from, self._kept = {}, {}
        if shared is None:
            return
        assert env.loader is not None
        env.loader = ChoiceLoader([DictLoader({_TEMPLATE: _SOURCE}), env.loader])
        env.globals["sima_page_as_it_was"] = self._as_it_was
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            page, uri = file.page, file.src_uri
            if not isinstance(page, DocumentPage | IndexPage) or "template" in page.meta:
                continue
            if not page.packed_content:  # a dirty build passes over it
                continue
            key = self._made_from[uri] = fingerprint(shared, _made_from(page))
            kept = self._store.get(_NAMESPACE, key)
            if kept is not None and self._entries.recall(uri, key):
                self._kept[uri] = kept
                page.meta["template"] = _TEMPLATE

    def is_as_it_was(self, page: Page) -> bool:
        """Tell whether a page need not be made again."""
        return page.meta.get("template") == _TEMPLATE

    def key(self, page: Page) -> bytes | None:
        """Return a digest of what a page is made from in this build, None if that isn't known."""
        return self._made_from.get(page.file.src_uri)

    def keep(self, page: Page, html: str) -> None:
        """Remember a page that the theme has just made."""
        if (key := self.key(page)) and not self.is_as_it_was(page):
            written = html.encode("utf-8", "xmlcharrefreplace")  # as MkDocs does
            self._store.put(_NAMESPACE, key, fingerprint(written) + pack(html))

    def digest(self, uri: str) -> bytes | None:
        """Return the digest of the file of a page that need not be made again."""
        kept = self._kept.get(uri)
        return None if kept is None else kept[:DIGEST]

    def _as_it_was(self, page: Page) -> str:
        return unpack(self._kept[page.file.src_uri][DIGEST:])


def _made_from(page: DocumentPage | IndexPage) -> bytes:
    """Return a digest of what Material reads of a page."""
    around = [(p.title, p.url) if p else None for p in (page.previous_page, page.next_page)]
    # A section has no address: what is in it tells it from others of its name.
    above = [(item.title, str(getattr(item, "children", ""))) for item in page.ancestors]
    siblings = page.siblings if isinstance(page, DocumentPage) else None
    facts = (
        type(page).__name__,
        (page.title, page.url, page.canonical_url, page.edit_url, page.file.inclusion),
        (page.is_homepage, page.is_index, above, around),
        (page.meta, siblings, list(_lines(page.toc))),
    )
    search = page.packed_search if isinstance(page, DocumentPage) else None
    return fingerprint(repr(facts), page.packed_content, search)


def _lines(toc: Iterable[AnchorLink]) -> Iterator[tuple[int, str, str]]:
    for entry in toc:
        yield entry.level, entry.id, entry.title
        yield from _lines(entry.children)


def reads_only_what_is_known(config: MkDocsConfig, plugin: BasePlugin[Any]) -> bool:
    """Tell whether the theme is Material as it is, and `plugin` and its search alone supply it."""
    folder = config.theme.custom_dir
    if config.theme.name != "material" or (folder and any(Path(folder).rglob("*.html"))):
        return False
    known = (plugin, config.plugins.get(PLUGIN))
    suppliers = config.plugins.events["env"] + config.plugins.events["page_context"]
    return all(any(getattr(hook, "__self__", None) is one for one in known) for hook in suppliers)

"""Whole pages as the theme made them, kept by `mkdocs serve` for its next build.

A theme takes as long for a page as we do. MkDocs has no hook that skips it, but a page may name
its template: one that would be as it was names a template that writes it again.

This needs to be certain of what the theme reads. It is of Material, as it is, and of our own pages;
where templates are overridden, or another plugin has a say in them, all pages are made anew.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader
from mkdocs.structure.files import InclusionLevel

from mkdocs_sima.site.entry.document_page import DocumentPage
from mkdocs_sima.site.entry.packed import encode, pack, unpack
from mkdocs_sima.site.pages.generated import IndexPage
from mkdocs_sima.site.search.material import PLUGIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

_TEMPLATE = "sima-as-it-was.html"
_SOURCE = "{{ sima_page_as_it_was(page) | safe }}"
_MOST = 250_000_000  # bytes, packed


class WholePages:
    """The pages of the last build, and what each was made from."""

    def __init__(self) -> None:
        self._shared: object = None
        self._known: dict[str, tuple[bytes, bytes]] = {}  # URI → what it was made from, the page
        self._made_from: dict[str, bytes] = {}  # in this build
        self._size = 0

    def begin(self, env: Environment, files: Files, shared: object) -> None:
        """Find out which pages are as they were; all have been read and rendered.

        Args:
            env: the environment of the theme.
            files: all files of the site.
            shared: what every page depends on; None if that is not known.
        """
        self._made_from = {}
        if shared is None or shared != self._shared:
            self._known.clear()
        self._shared = shared
        if shared is None:
            return
        assert env.loader is not None
        env.loader = ChoiceLoader([DictLoader({_TEMPLATE: _SOURCE}), env.loader])
        env.globals["sima_page_as_it_was"] = self._as_it_was
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        known = {f.src_uri: self._known[f.src_uri] for f in pages if f.src_uri in self._known}
        self._known, self._size = known, sum(len(page) for _, page in known.values())
        for file in pages:
            page, uri = file.page, file.src_uri
            if not isinstance(page, DocumentPage | IndexPage) or "template" in page.meta:
                continue
            if page.content is None:  # a dirty build passes over it
                continue
            made_from = self._made_from[uri] = _made_from(page)
            if uri in known and known[uri][0] == made_from:
                page.meta["template"] = _TEMPLATE

    def is_as_it_was(self, page: Page) -> bool:
        """Tell whether a page need not be made again."""
        return page.meta.get("template") == _TEMPLATE

    def keep(self, page: Page, html: str) -> None:
        """Remember a page that the theme has just made."""
        uri = page.file.src_uri
        if uri not in self._made_from or self.is_as_it_was(page):
            return
        data = pack(html)
        _, old = self._known.pop(uri, (b"", b""))
        self._size += len(data) - len(old)
        if self._size <= _MOST:
            self._known[uri] = self._made_from[uri], data
        else:
            self._size -= len(data)

    def _as_it_was(self, page: Page) -> str:
        return unpack(self._known[page.file.src_uri][1])


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
    digest = sha256(encode(repr(facts)))
    digest.update(encode(page.content or ""))
    if isinstance(page, DocumentPage):
        digest.update(b"\0" + encode(page.searchable_as or ""))
    return digest.digest()


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

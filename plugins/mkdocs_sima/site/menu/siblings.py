"""The entries beside another in its scope, as a section of the menu on that entry's page alone.

A menu with thousands of entries on each of thousands of pages is quadratic; this one is as long on
a large site as on a small one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Link, Navigation, Section

from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.site.pages.entries import order_of
from mkdocs_sima.site.pages.generated import IndexPage
from mkdocs_sima.site.theme import naming

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.menu.index_links import IndexLinks
    from mkdocs_sima.site.theme.context import SiteContext

_AROUND = 5  # on either side, at least
_LONGEST = 80  # characters of a name


@dataclass(frozen=True)
class Siblings:
    """A document's place among those of its scope. Names are plain text."""

    title: str  # of the scope
    before: tuple[tuple[str, str], ...]  # (name, address below the site's own)
    after: tuple[tuple[str, str], ...]
    all: tuple[str, str] | None  # name and address of the page that lists the scope


class SiblingFinder:
    """Knows the order of the entries of each scope, and of the other documents of each folder."""

    def __init__(self, site: SiteContext, index: IndexLinks) -> None:
        self._site, self._index = site, index
        self._links: dict[str, tuple[str, str]] = {}  # alike in all menus
        self._rows: dict[tuple[bool, str], list[Document]] = defaultdict(list)
        for document in sorted(site.kb.documents.values(), key=order_of):
            self._rows[self._row_of(document)].append(document)
        self._places = {
            document.path: place
            for row in self._rows.values()
            for place, document in enumerate(row)
        }

    def of(self, document: Document) -> Siblings | None:
        """Return what stands beside a document, None if it stands alone."""
        is_entry, path = key = self._row_of(document)
        row = self._rows[key]
        place = self._places[document.path]
        if len(row) < 2:
            return None
        start = max(0, min(place - _AROUND, len(row) - 2 * _AROUND - 1))
        end = max(place + _AROUND, 2 * _AROUND) + 1
        address = self._index.scope_address(path) if is_entry else None
        t = self._site.t
        return Siblings(
            title=self._title(document, path) if path else t("General"),
            before=tuple(map(self._link, row[start:place])),
            after=tuple(map(self._link, row[place + 1 : end])),
            all=(t("Show all"), address) if address else None,
        )

    def _row_of(self, document: Document) -> tuple[bool, str]:
        if document.kind == "entry":
            return True, self._site.kb.scope_of(document.path).path
        return False, folder_of(document.path)

    def _title(self, document: Document, path: str) -> str:
        if document.kind == "entry":
            return self._site.kb.scope_of(document.path).name
        return path.rpartition("/")[2]

    def _link(self, document: Document) -> tuple[str, str]:
        link = self._links.get(document.path)
        if link is None:
            name = naming.name(document)
            if len(name) > _LONGEST:
                name = name[:_LONGEST].rstrip() + "…"
            address = self._site.url("index.md", document.path)
            link = self._links[document.path] = name, address
        return link


def has_tabs(config: MkDocsConfig) -> bool:
    """Tell whether the top of the navigation is a row of tabs."""
    return "navigation.tabs" in (config.theme.get("features") or ())


def with_siblings(
    nav: Navigation, page: Page, siblings: Siblings | None, *, tabs: bool
) -> Navigation:
    """Return the navigation of the site with a document's siblings, for its own page.

    With tabs, they stand below the one of our pages. What the owner lists has its place already.
    """
    if siblings is None or page.parent or page in nav.items:
        return nav
    after = siblings.after + ((siblings.all,) if siblings.all else ())
    children = [*map(_menu_item, siblings.before), page, *map(_menu_item, after)]
    section = _active(escape(siblings.title, quote=False), children)
    items = list(nav.items)
    ours = [item for item in items if tabs and _is_ours(item)]
    if ours:
        place = items.index(ours[-1])
        items[place] = _active(ours[-1].title, [*ours[-1].children, section])
    else:
        items.append(section)
    return Navigation(items, nav.pages)


def _menu_item(link: tuple[str, str]) -> Link:
    return Link(escape(link[0], quote=False), link[1])  # themes write titles as they are


def _active(title: str, children: list[StructureItem]) -> Section:
    section = Section(title, children)
    section.active = True
    return section


def _is_ours(item: object) -> bool:
    if not isinstance(item, Section):
        return False
    return any(isinstance(child, IndexPage) or _is_ours(child) for child in item.children)

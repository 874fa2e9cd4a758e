"""Where a document was, or is to be found as well, by what its header says: pages that lead to it.

`permalink` and `redirect_from` of Jekyll, `url` and `aliases` of Hugo. MkDocs decides where a page
lies; who has the other address gets there all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.site.pages.permanent import Choice, page_of_choices
from mkdocs_sima.site.theme.context import GeneratedAsset

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

_FIELDS = ("permalink", "url", "redirect_from", "aliases")
_NAMES = frozenset({"aliases"})  # of Obsidian too, where they are names: only `/a/path/` is a path
# No placeholders such as `/:year/:title/`, no folder above, no other site.
_PATH = re.compile(r"/?(?:(?!\.{1,2}(?:/|$))[\w.~+-]+/)*(?!\.{1,2}$)[\w.~+-]+/?")


def build(
    site: SiteContext, documents: Iterable[Document], taken: Collection[str]
) -> list[GeneratedAsset]:
    """Return a page for each such address, but those where the site has something.

    Args:
        site: the site.
        documents: those that have a page.
        taken: the files of the site, as they are served.
    """
    pages: dict[str, GeneratedAsset] = {}
    for document in documents:
        for uri in _places(document):
            if uri in taken or uri in pages:
                continue
            url = site.url(uri, document.path)
            choice = Choice(document.id or "", document.display_title, url, "")
            html = page_of_choices(site, uri, document.display_title, url, [choice])
            pages[uri] = GeneratedAsset(uri, html)
    return list(pages.values())


def _places(document: Document) -> Iterator[str]:
    """Yield the files that must be there for the addresses that a header gives."""
    for field in _FIELDS:
        value = document.front_matter.get(field)
        for path in value if isinstance(value, list) else [value]:
            if not isinstance(path, str) or not _PATH.fullmatch(path):
                continue
            if "/" not in path or (field in _NAMES and not path.startswith("/")):
                continue
            place = path.strip("/")
            yield place if re.search(r"\.html?$", place) else f"{place}/index.html"

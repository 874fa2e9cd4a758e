"""The pages of a site as the search sees them: documents as known, others as Material read them."""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mkdocs_sima.knowledge_base.lookup.successors import successor_of
from mkdocs_sima.site.search.instant.index_files import SearchedPage
from mkdocs_sima.site.search.instant.page_text import (
    Part,
    text_of_document,
    text_of_page,
    unpacked,
)
from mkdocs_sima.site.theme.colors import type_class
from mkdocs_sima.site.theme.page_places import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

PACKED = "sima"
LISTS = 0.5
"""Weight of documents that list others: they hold the words of all that they list."""

_TAG = re.compile(r"<[^>]*>")


def searched_pages(
    site: SiteContext, documents: Mapping[str, Document], read: Iterable[Mapping[str, Any]]
) -> Iterator[SearchedPage]:
    """Yield the pages that can be found.

    Args:
        site: the site.
        documents: those of the site by address.
        read: the entries of Material's index in the order of the pages; of a page that we took
            apart ourselves there is one entry, with its text under `PACKED`, compressed.
    """
    names = {scope.path: scope.name for scope in site.kb.scopes}
    for url, group in groupby(read, _url):
        entries = [*group]
        packed = entries[0].get(PACKED)
        document = documents.get(url)
        parts = [] if packed else [_part(entry) for entry in entries]
        weight = _number(entries[0].get("boost"), LISTS if _is_list(document) else 1.0)
        if document is None:
            title = parts[0].heading
            yield SearchedPage(url, title, text_of_page(title, parts), weight=weight)
            continue
        name = document.ref_id.type if document.ref_id else ""
        type_ = site.settings.types.get(name)
        scope = site.kb.scope_of(document.path).path
        successor = successor_of(site.kb, document)
        yield SearchedPage(
            url,
            document.display_title,
            unpacked(packed) if packed else text_of_document(document, parts),
            id=document.id or "",
            aliases=[a for a in document.aliases if document.id and not a.endswith(".md")],
            type=name,
            type_label=site.t(type_.label) if type_ else name,
            type_class=type_class(name) if name else "",
            status=status_of(document),
            scope=names.get(scope, scope) if scope else site.t("General"),
            priority=document.priority or "",
            superseded_by=(successor.id or successor.display_title) if successor else "",
            weight=weight,
        )


def _is_list(document: Document | None) -> bool:
    return document is not None and document.kind in ("index", "template")


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) and value >= 0 else default


def _url(entry: Mapping[str, Any]) -> str:
    return str(entry.get("location", "")).partition("#")[0]


def _part(entry: Mapping[str, Any]) -> Part:
    """Return an entry of Material's index: HTML, and Chinese words parted by invisible blanks."""
    heading, text = (
        " ".join(unescape(_TAG.sub(" ", str(entry.get(key, "")))).replace("\u200b", "").split())
        for key in ("title", "text")
    )
    return Part(str(entry.get("location", "")).partition("#")[2], heading, text)

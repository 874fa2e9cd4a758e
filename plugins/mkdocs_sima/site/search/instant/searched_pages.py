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

    from mkdocs.structure.files import File

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

LISTS = 0.5
"""Weight of documents that list others: they hold the words of all that they list."""

_TAG = re.compile(r"<[^>]*>")


def searched_pages(
    site: SiteContext, files: Iterable[File], read: Iterable[Mapping[str, Any]]
) -> Iterator[SearchedPage]:
    """Yield the pages that can be found, in the order of the files.

    Args:
        site: the site.
        files: those of its pages.
        read: the entries of Material's index, for pages that are not ours to take apart.
    """
    by_url = {url: [*group] for url, group in groupby(read, _url)}
    names = {scope.path: scope.name for scope in site.kb.scopes}
    for file in files:
        page = file.page
        if page is None:
            continue
        document: Document | None = getattr(page, "document", None)
        made: str | None = getattr(page, "searchable_as", None)
        search = page.meta.get("search")
        options = search if isinstance(search, dict) else {}
        if options.get("exclude"):
            continue
        parts = [_part(entry) for entry in by_url.get(page.url, ())]
        if made is not None:
            text = unpacked(made)
        elif not parts:
            continue
        elif document:
            text = text_of_document(document, parts)
        else:
            text = text_of_page(parts[0].heading, parts)
        weight = _number(options.get("boost"), LISTS if _is_list(document) else 1.0)
        if document is None:
            yield SearchedPage(page.url, parts[0].heading, text, weight=weight)
            continue
        name = document.ref_id.type if document.ref_id else ""
        type_ = site.settings.types.get(name)
        scope = site.kb.scope_of(document.path).path
        successor = successor_of(site.kb, document)
        yield SearchedPage(
            page.url,
            document.display_title,
            text,
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

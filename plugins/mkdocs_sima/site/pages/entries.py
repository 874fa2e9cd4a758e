"""What every list of entries needs: the documents in order, as rows that a template can print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.site.theme.colors import type_class
from mkdocs_sima.site.theme.dates import changed_dates
from mkdocs_sima.site.theme.page_places import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

# LESS-9 stands before LESS-10.
_DIGITS = re.compile(r"(\d+)")
_MOST = 1_000  # digits that count; Python refuses to read numbers of 5,000


@dataclass(frozen=True, slots=True)
class Row:
    """One document as a line of a list. Texts are plain: templates escape them."""

    id: str  # "" without one
    title: str
    url: str  # as seen from the page that lists it
    type: str  # name of the type, "" without an ID
    type_label: str
    type_class: str  # sets `--sima-type`, the type's colour
    scope: str  # path of the scope
    scope_label: str
    status: str  # as `status_of` gives it
    priority: str
    date: str  # ISO, of the last change that is known, or ""
    keywords: tuple[str, ...]
    summary: str


def natural(text: str) -> tuple[object, ...]:
    """Return a key that sorts `DEC-9` before `DEC-10`."""
    parts = _DIGITS.split(text.casefold())  # text, digits, text …; `²` is no digit to `\d`
    return tuple(int(part[:_MOST]) if place % 2 else part for place, part in enumerate(parts))


def order_of(document: Document) -> tuple[object, ...]:
    """Return the key of the usual order: by ID, then what has none by title."""
    ref_id = document.ref_id
    if ref_id is None:
        return (1, natural(document.display_title), document.path)
    return (0, ref_id.prefix.casefold(), ref_id.type, natural(ref_id.number), document.path)


class Entries:
    """The documents that lists show, with what is said of them in several places."""

    def __init__(self, site: SiteContext) -> None:
        self.site = site
        self.kb: KnowledgeBase = site.kb
        self.places = site.places
        self.documents: list[Document] = sorted(self.kb.documents.values(), key=order_of)

    @cached_property
    def dates(self) -> dict[str, str]:
        """The ISO date of each document's last change, as far as one is known."""
        return changed_dates(self.kb)

    def rows(self, page: str, documents: Iterable[Document]) -> list[Row]:
        """Return the documents as lines of a list on the page of that URI."""
        return [self.row(page, document) for document in documents]

    def row(self, page: str, document: Document) -> Row:
        """Return one document as a line of a list on the page of that URI."""
        name = document.ref_id.type if document.ref_id else ""
        type_ = self.site.settings.types.get(name)
        scope = self.kb.scope_of(document.path)
        return Row(
            id=document.id or "",
            title=document.display_title,
            url=self.site.url(page, document.path),
            type=name,
            type_label=self.site.t(type_.label) if type_ else (name or self.site.t("Document")),
            type_class=type_class(name) if name else "",
            scope=scope.path,
            scope_label=self.scope_label(scope.path),
            status=status_of(document),
            priority=document.priority or "",
            date=self.dates.get(document.path, ""),
            keywords=document.keywords,
            summary=document.summary or "",
        )

    def scope_label(self, path: str) -> str:
        """Return how people call a scope."""
        if not path:
            return self.site.t("General")
        return self._scope_names.get(path, path)

    @cached_property
    def _scope_names(self) -> dict[str, str]:
        return {scope.path: scope.name for scope in self.kb.scopes}

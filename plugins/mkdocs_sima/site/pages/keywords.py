"""The index by keyword: all of them with counts, and a page for each initial with the entries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.site.search.accents import unaccented
from mkdocs_sima.site.theme.context import GeneratedPage
from mkdocs_sima.site.theme.page_places import initial_of

if TYPE_CHECKING:
    from mkdocs_sima.model import Document
    from mkdocs_sima.site.pages.entries import Entries

_MOST_USED = 40


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword, its place, and the documents that bear it."""

    name: str
    uri: str  # with anchor
    documents: list[Document]

    @property
    def anchor(self) -> str:
        """The fragment that reaches it on its page."""
        return self.uri.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Initial:
    """The keywords under one letter."""

    label: str
    uri: str
    keywords: list[Keyword]


def build(entries: Entries) -> list[GeneratedPage]:
    """Return the overview and a page for each initial; nothing where nobody gives keywords."""
    site, places = entries.site, entries.places
    by_keyword: dict[str, list[Document]] = defaultdict(list)
    for document in entries.documents:
        for name in dict.fromkeys(document.keywords):
            by_keyword[name].append(document)
    keywords = [
        Keyword(name, places.keyword(name), by_keyword[name])
        for name in sorted(by_keyword, key=unaccented)
    ]
    if not keywords:
        return []
    by_initial: dict[str, list[Keyword]] = defaultdict(list)
    for keyword in keywords:
        by_initial[initial_of(keyword.name)].append(keyword)
    initials = [
        Initial("0–9 #" if letter == "0" else letter.upper(), places.initial(letter), group)
        for letter, group in sorted(by_initial.items())
    ]
    title = site.t("Keywords")
    most_used = sorted(keywords, key=lambda keyword: -len(keyword.documents))[:_MOST_USED]
    pages = [
        GeneratedPage(
            uri=places.keywords,
            title=title,
            html=site.render(
                "pages/keywords.html",
                page=places.keywords,
                initials=initials,
                most_used=most_used,
                total=len(keywords),
            ),
            nav=(site.t("Browse"),),
            hide=("toc",),
        )
    ]
    for initial in initials:
        html = site.render(
            "pages/initial.html",
            page=initial.uri,
            initial=initial,
            initials=initials,
            overview=places.keywords,
        )
        pages.append(
            GeneratedPage(
                initial.uri,
                site.t("Keywords: {initial}", initial=initial.label),
                html,
                hide=("toc",),
            )
        )
    return pages

"""The home page: what there is, what is new, what is cited most. The owner's own index wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.site.pages import facets
from mkdocs_sima.site.theme.context import GeneratedPage

if TYPE_CHECKING:
    from mkdocs_sima.model import Document
    from mkdocs_sima.site.pages.entries import Entries

_SHOWN = 10


def build(entries: Entries) -> GeneratedPage:
    """Return the page: at the root, or where `browse/` begins if the root has its own."""
    site, places = entries.site, entries.places
    uri = places.home
    title = site.t("Overview") if places.has_own_home else site.site_name
    recent = recently_changed(entries)[:_SHOWN]
    html = site.render(
        "pages/home.html",
        page=uri,
        title=title,
        places=places,
        counts=counts(entries),
        types=facets.types(entries).groups,
        scopes=facets.scopes(entries).groups,
        recent=entries.rows(uri, recent),
        cited=[(entries.row(uri, doc), count) for doc, count in most_cited(entries)[:_SHOWN]],
    )
    nav = (site.t("Browse"),) if places.has_own_home else ()
    # A menu has the site's name above it.
    nav_title = "" if places.has_own_home else site.t("Home")
    return GeneratedPage(uri, title, html, nav=nav, nav_title=nav_title, hide=("toc",))


def counts(entries: Entries) -> list[tuple[str, int]]:
    """Return what the home page counts, as (English words, number)."""
    kb = entries.kb
    return [
        ("Entries", sum(doc.kind == "entry" for doc in entries.documents)),
        ("Documents", len(entries.documents)),
        ("References", sum(len(kb.references(path)) for path in kb.documents)),
        ("Keywords", len({kw for doc in entries.documents for kw in doc.keywords})),
    ]


def recently_changed(entries: Entries) -> list[Document]:
    """Return the documents whose last change is known, the latest first."""
    dates = entries.dates
    dated = [document for document in entries.documents if document.path in dates]
    return sorted(dated, key=lambda document: dates[document.path], reverse=True)


def most_cited(entries: Entries) -> list[tuple[Document, int]]:
    """Return the entries that others cite with the number of those others, the most cited first."""
    cited = [
        (document, len({link.source for link in entries.kb.backlinks(document.path)}))
        for document in entries.documents
        if document.kind == "entry"
    ]
    return sorted(((d, n) for d, n in cited if n), key=lambda item: -item[1])

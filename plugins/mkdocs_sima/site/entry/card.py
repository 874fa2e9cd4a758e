"""The header of a page: its title, and what its author says about the entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.file_names import file_name_of, stem_of
from mkdocs_sima.site.theme import naming
from mkdocs_sima.site.theme.dates import Dates, dates_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.site.menu.index_links import IndexLinks
    from mkdocs_sima.site.rendering import Rendered
    from mkdocs_sima.site.theme.context import SiteContext

_INACTIVE = (
    "deprecated", "superseded", "obsolete", "obsoleted", "retired", "replaced", "withdrawn",
    "archived",
)  # fmt: skip
_SHORT_CODE = re.compile(r":[a-z0-9_+-]+:")  # of an emoji, which one heading shows and one says
_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Named:
    """Something with a name and perhaps a page."""

    name: str
    href: str | None = None


@dataclass(frozen=True)
class Card:
    """What the head of a page shows; empty fields are left out."""

    title: str  # HTML
    anchors: Sequence[str]  # of the <h1>, its own first
    labels: Sequence[str]  # headings above the title that say something else
    document: Document
    type: EntryType | None
    type_page: str | None
    scope: Sequence[Named]
    keywords: Sequence[Named]
    status: Named | None
    inactive: bool
    successor: Named | None
    dates: Dates


def says_title(document: Document, text: str) -> bool:
    """Tell whether a heading says no more than the title and the REF-ID."""
    wanted = _words(document.display_title)
    return _words(text) in (
        wanted,
        _words(f"{document.id} {document.display_title}"),
        _words(f"{document.ref_id.bare if document.ref_id else ''} {document.display_title}"),
    )


def belongs_to_head(document: Document, text: str) -> bool:
    """Tell whether a heading says no more than the title, or the name of the file."""
    name = file_name_of(text)
    return says_title(document, text) or (
        name is not None and stem_of(name) == stem_of(document.path)
    )


def is_inactive(site: SiteContext, document: Document) -> bool:
    """Tell whether the status says, in English or the site's language, that an entry is history."""
    words = f" {_words(document.status or '')} "
    return any(f" {said} " in words for word in _INACTIVE for said in (word, _words(site.t(word))))


def _words(text: str) -> str:
    return _WORDS.sub(" ", _SHORT_CODE.sub(" ", text).casefold()).strip()


def build_card(
    site: SiteContext, index: IndexLinks, document: Document, rendered: Rendered
) -> Card:
    """Gather what the head of a document's page shows."""
    wanted = _words(document.display_title)
    title = next((lead.html for lead in rendered.leads if _words(lead.text) == wanted), "")
    successor = _successor(site, document)
    kind = naming.entry_type(site, document)
    return Card(
        title=title,
        anchors=[anchor for lead in rendered.leads for anchor in lead.anchors],
        labels=[lead.text for lead in rendered.leads if not says_title(document, lead.text)],
        document=document,
        type=kind,
        type_page=index.type(document) if kind else None,
        scope=breadcrumb(site, index, document),
        keywords=[Named(word, index.keyword(document, word)) for word in document.keywords],
        status=(
            Named(site.t(document.status), index.status(document)) if document.status else None
        ),
        inactive=bool(successor) or is_inactive(site, document),
        successor=successor,
        dates=shown_dates(site, document),
    )


def shown_dates(site: SiteContext, document: Document) -> Dates:
    """Return the dates of a card; git's are left out where another plugin shows them."""
    if site.shows_git_dates:
        return Dates(document.created, document.updated)
    return dates_of(site.kb, document)


def _successor(site: SiteContext, document: Document) -> Named | None:
    """Return the entry that takes the place of this one, if its author or the other's says so."""
    if document.superseded_by:
        found = site.kb.find(document.superseded_by, document.path)
        if not found.target:
            return Named(document.superseded_by)
        return _link(site, document, found.target)
    targets = [
        r.target
        for r in site.kb.references(document.path)
        if r.target and r.mention.relation == "superseded-by"
    ]
    targets += [b.source for b in site.kb.backlinks(document.path) if b.relation == "superseded-by"]
    return _link(site, document, targets[0]) if targets else None


def _link(site: SiteContext, document: Document, target: str) -> Named:
    return Named(naming.name(site.kb.documents[target]), site.url(document.path, target))


def breadcrumb(site: SiteContext, index: IndexLinks, document: Document) -> list[Named]:
    """Return the scope of a document, from the outermost folder inwards."""
    if not site.kb.scope_of(document.path).path and len(site.kb.scopes) > 1 and document.id:
        return [Named(site.t("General"), index.scope(document, ""))]
    parts = [part for part in site.kb.scope_of(document.path).path.split("/") if part]
    folders = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
    return [
        Named(name, index.scope(document, folder))
        for name, folder in zip(parts, folders, strict=True)
    ]

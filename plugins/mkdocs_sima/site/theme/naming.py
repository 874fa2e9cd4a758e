"""How a document is named and described in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.site.theme.context import SiteContext


def address_of(site: SiteContext, page: str, key: str) -> str:
    """Return where a node of the graph leads as seen from a page, "" for nowhere."""
    if key in site.kb.documents:
        return site.url(page, key)
    node = site.graph.nodes.get(key) if site.graph else None
    return node.url if node else ""


def entry_type(site: SiteContext, document: Document) -> EntryType | None:
    """Return the type of an entry, None for a document without REF-ID."""
    return site.settings.types.get(document.ref_id.type) if document.ref_id else None


def name(document: Document) -> str:
    """Return "LESS-22: Title", or the title alone."""
    if document.id:
        return f"{document.id}: {document.display_title}"
    return document.display_title


def describe(site: SiteContext, document: Document) -> str:
    """Return "LESS-22: Title (Lesson, active)", what one wants to know before following a link."""
    kind = entry_type(site, document)
    facts = [site.t(kind.label)] if kind else []
    if document.status:
        facts.append(site.t(document.status))
    return f"{name(document)} ({', '.join(facts)})" if facts else name(document)

"""Another document as a line of a list at the end of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.site.theme import naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base.lookup.foreign import Elsewhere
    from mkdocs_sima.model import Document, Reference
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.site.theme.context import SiteContext


@dataclass(frozen=True)
class Item:
    """Another document, as a line of a list: what the line shows and no more.

    A page is made again when one of its items has changed, and a document changes with each word.
    """

    href: str
    id: str | None
    title: str
    type: EntryType | None
    status: str | None
    summary: str | None
    is_entry: bool
    note: str = ""  # the sentence it comes from, the words it shares
    cited: bool = False  # whether this document refers to it, so that a preview may be asked for
    mutual: bool = False  # whether both refer to each other
    base: str = ""  # the knowledge base that it is of, if not this one


@dataclass(frozen=True)
class Group:
    """Documents that stand in the same relation to this one, each in one group only."""

    label: str
    items: Sequence[Item]


def item_elsewhere(site: SiteContext, reference: Reference, found: Elsewhere) -> Item:
    """Return an entry of another knowledge base as a line."""
    ref_id = reference.mention.ref_id
    return Item(
        href=found.url,
        id=str(ref_id),
        title=found.entry.title,
        type=site.settings.types.get(ref_id.type) if ref_id else None,
        status=None,
        summary=None,
        is_entry=True,
        base=found.base.label,
    )


def item_for(site: SiteContext, document: Document, path: str, note: str = "") -> Item:
    """Return the document `path` as it is listed on the page of `document`."""
    other = site.kb.documents[path]
    return Item(
        href=site.url(document.path, path),
        id=other.id,
        title=other.display_title,
        type=naming.entry_type(site, other),
        status=other.status,
        summary=other.summary,
        is_entry=other.kind == "entry",
        note=note,
    )

"""Another document as a line of a list at the end of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_sima.site import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import EntryType
    from mkdocs_sima.site.context import SiteContext


@dataclass(frozen=True)
class Item:
    """Another document, as a line of a list."""

    href: str
    document: Document
    type: EntryType | None
    note: str = ""  # the sentence it comes from, the words it shares
    cited: bool = False  # whether this document refers to it, so that a preview may be asked for
    mutual: bool = False  # whether both refer to each other


@dataclass(frozen=True)
class Group:
    """Documents that stand in the same relation to this one, each in one group only."""

    label: str
    items: Sequence[Item]


def item_for(site: SiteContext, document: Document, path: str, note: str = "") -> Item:
    """Return the document `path` as it is listed on the page of `document`."""
    other = site.kb.documents[path]
    return Item(site.url(document.path, path), other, labels.entry_type(site, other), note)

"""The inventory of a site, `objects.inv`, for Sphinx, mkdocstrings and other knowledge bases."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_sima.inventories import ForeignEntry
from mkdocs_sima.inventories.sphinx_format import write
from mkdocs_sima.site.theme.context import GeneratedAsset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.model import Document, RefId
    from mkdocs_sima.site.theme.context import SiteContext

FILE = "objects.inv"
_ROOT = "index.md"


def build(site: SiteContext, documents: Iterable[Document]) -> GeneratedAsset:
    """Return the inventory of all entries: ID, type, permanent address and title of each."""
    entries = [
        ForeignEntry(
            str(document.ref_id),
            document.ref_id.type,
            _address(site, document, document.ref_id),
            document.display_title,
        )
        for document in documents
        if document.ref_id
    ]
    return GeneratedAsset(FILE, write(site.site_name, entries))


def _address(site: SiteContext, document: Document, ref_id: RefId) -> str:
    if site.settings.index_pages and len(site.kb.by_id(str(ref_id))) == 1:
        return f"id/{quote(str(ref_id))}/"  # it stays where it is when the file moves
    return site.url(_ROOT, document.path).removeprefix("./")

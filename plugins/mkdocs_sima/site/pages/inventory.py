"""The inventory of a site, `objects.inv`, for Sphinx, mkdocstrings and other knowledge bases.

The format is that of Sphinx, version 2: four lines, then compressed lines `name domain:role
priority address title`. See https://sphobjinv.readthedocs.io/en/stable/syntax.html.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_sima.site.theme.context import GeneratedAsset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.theme.context import SiteContext

FILE = "objects.inv"
_ROOT = "index.md"


def build(site: SiteContext, documents: Iterable[Document]) -> GeneratedAsset:
    """Return the inventory of all entries: ID, type, permanent address and title of each."""
    lines = sorted(_line(site, document) for document in documents if document.id)
    head = (
        "# Sphinx inventory version 2\n"
        f"# Project: {_plain(site.site_name)}\n"
        "# Version: \n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    body = zlib.compress("".join(lines).encode("utf-8"), 9)
    return GeneratedAsset(FILE, head.encode("utf-8") + body)


def _line(site: SiteContext, document: Document) -> str:
    ref_id = document.ref_id
    assert ref_id is not None
    if site.settings.index_pages and len(site.kb.by_id(str(ref_id))) == 1:
        address = f"id/{quote(str(ref_id))}/"  # it stays where it is when the file moves
    else:
        address = site.url(_ROOT, document.path).removeprefix("./")
    role = "".join(char for char in ref_id.type.lower() if char.isalnum()) or "entry"
    return f"{_plain(str(ref_id))} sima:{role} 1 {address} {_plain(document.display_title)}\n"


def _plain(text: str) -> str:
    return " ".join(text.split())

"""Tables of contents, from our form to MkDocs's and back."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import get_toc

from mkdocs_sima.site.rendering import TocToken, nest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs.structure.toc import AnchorLink, TableOfContents

_TAG = re.compile(r"<[^>]*>")


def table_of_contents(tokens: Sequence[TocToken]) -> TableOfContents:
    """Return MkDocs's form of a flat table of contents."""
    return get_toc([_token(token) for token in nest(tokens)])


def _token(token: TocToken) -> Any:
    children = [_token(child) for child in token.children]
    return {"level": token.level, "id": token.id, "name": escape(token.title), "children": children}


def flatten(links: Iterable[AnchorLink]) -> Iterator[TocToken]:
    """Yield the lines of MkDocs's form in order."""
    for link in links:
        yield TocToken(link.level, link.id, unescape(_TAG.sub("", link.title)))
        yield from flatten(link.children)

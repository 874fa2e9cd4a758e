"""The other engine: what Python-Markdown is given to read, and what is made of its HTML.

It knows no marks, so these go in as raw HTML; the heading at the top is the card's business.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_sima.site.dialects.toc import flatten
from mkdocs_sima.site.rendering import Lead, Rendered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.toc import TableOfContents

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.rendering import Mark

_LEADING_H1 = re.compile(r"\s*<h1\b([^>]*)>(.*?)</h1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')
_SPECIAL = re.compile(r"[\[\]()*_`!\\|~^{}$:]")


def with_marks(document: Document, marks: Iterable[Mark]) -> str:
    """Return the body of a document with marks as raw HTML, for Python-Markdown."""
    pieces: list[str] = []
    position = document.body_start
    for mark in marks:
        pieces += (
            document.text[position : mark.start],
            _shield(mark.before),
            "" if mark.hidden else document.text[mark.start : mark.end],
            _shield(mark.after),
        )
        position = mark.end
    pieces.append(document.text[position:])
    return "".join(pieces)


def _shield(html: str) -> str:
    """Keep Python-Markdown from reading markup into the attributes of a tag."""
    return _ATTRIBUTE.sub(
        lambda match: _SPECIAL.sub(lambda char: f"&#{ord(char[0])};", match[0]), html
    )


def taken_apart(html: str, table_of_contents: TableOfContents) -> Rendered:
    """Return what Python-Markdown rendered, its leading heading apart."""
    toc = list(flatten(table_of_contents))
    match = _LEADING_H1.match(html)
    if not match:
        return Rendered(html, (), toc, ())
    anchor = _ID.search(match[1])
    inner = _PERMALINK.sub("", match[2])
    lead = Lead(
        text=unescape(_TAG.sub("", inner)).strip(),
        html=inner,
        anchors=(unescape(anchor[1]),) if anchor else (),
    )
    below = [token for token in toc if not lead.anchors or token.id != lead.anchors[0]]
    return Rendered(html[match.end() :], (lead,), below, ())

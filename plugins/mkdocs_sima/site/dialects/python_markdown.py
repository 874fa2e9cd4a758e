"""The other engine: what Python-Markdown is given to read, and what is made of its HTML.

It knows no marks, so these go in as raw HTML; the heading at the top is the card's business.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.markdown.slugs import Fragments
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
_HEADING = re.compile(
    r"(?P<tag><h(?P<level>[1-6])\b[^>]*>)(?P<inner>.*?)</h(?P=level)>", re.DOTALL | re.IGNORECASE
)
# Definitions, which aren't shown where they stand, and signs of blocks: no place for tags.
_KEPT = re.compile(
    r"^[ \t]*(?:[*]?\[[^\]\n]+\]:|!!!|\?\?\?|===[+!]* ?[\"']|:::|/{3}|-+8<-+|\{[%{!]).*$",
    re.MULTILINE,
)
_SPECIAL = re.compile(r"[\[\]()*_`!\\|~^{}$:]")


def with_marks(document: Document, marks: Iterable[Mark]) -> str:
    """Return the body of a document with marks as raw HTML, for Python-Markdown."""
    pieces: list[str] = []
    position = document.body_start
    kept = [match.span() for match in _KEPT.finditer(document.text, position)]
    for mark in marks:
        if any(start <= mark.start < end for start, end in kept):
            continue
        start, end = _with_backticks(document.text, mark.start, mark.end)
        pieces += (
            document.text[position:start],
            _shield(mark.before),
            "" if mark.hidden else document.text[start:end],
            _shield(mark.after),
        )
        position = end
    pieces.append(document.text[position:])
    return "".join(pieces)


def _with_backticks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of inline code that a reference is all of: within it a tag would be code."""
    while start and text[start - 1] == "`" and text[end : end + 1] == "`":
        start, end = start - 1, end + 1
    return start, end


def _shield(html: str) -> str:
    """Keep Python-Markdown from reading markup into the attributes of a tag."""
    return _ATTRIBUTE.sub(
        lambda match: _SPECIAL.sub(lambda char: f"&#{ord(char[0])};", match[0]), html
    )


def taken_apart(html: str, table_of_contents: TableOfContents) -> Rendered:
    """Return what Python-Markdown rendered, its leading heading apart.

    Its headings have one anchor; they get GitHub's as well.
    """
    html, others = _with_github_anchors(html)
    toc = list(flatten(table_of_contents))
    match = _LEADING_H1.match(html)
    if not match:
        return Rendered(html, (), toc, (), others)
    anchor = _ID.search(match[1])
    inner = _PERMALINK.sub("", match[2])
    lead = Lead(
        text=unescape(_TAG.sub("", inner)).strip(),
        html=inner,
        anchors=(unescape(anchor[1]),) if anchor else (),
    )
    below = [token for token in toc if not lead.anchors or token.id != lead.anchors[0]]
    return Rendered(html[match.end() :], (lead,), below, (), others)


def _with_github_anchors(html: str) -> tuple[str, frozenset[str]]:
    """Return HTML whose headings answer to GitHub's anchors too, and what was added."""
    headings = [*_HEADING.finditer(html)]
    texts = [unescape(_TAG.sub("", _PERMALINK.sub("", h["inner"]))).strip() for h in headings]
    taken = {unescape(anchor) for anchor in _ID.findall(html)}
    all_anchors = Fragments(tuple((text, None) for text in texts), frozenset()).of_headings
    pieces: list[str] = []
    added: set[str] = set()
    position = 0
    for heading, anchors in zip(headings, all_anchors, strict=True):
        new = [anchor for anchor in anchors if anchor not in taken]
        taken.update(new)
        added.update(new)
        spans = "".join(f'<span class="sima-anchor" id="{escape(a)}"></span>' for a in new)
        pieces += html[position : heading.end("tag")], spans
        position = heading.end("tag")
    return "".join((*pieces, html[position:])), frozenset(added)

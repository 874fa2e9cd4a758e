"""Headings: their anchors, and the table of contents that Material shows beside the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class TocToken:
    """One line of a table of contents, with those below it."""

    level: int
    id: str
    title: str  # plain text
    children: list[TocToken] = field(default_factory=list)


@dataclass(frozen=True)
class Permalinks:
    """How headings link to themselves; the options of Python-Markdown's `toc`."""

    symbol: str = "¶"  # "" for none
    title: str = "Permanent link"

    def html(self, anchor: str) -> str:
        """Return the link that stands at the end of a heading."""
        if not self.symbol:
            return ""
        title = escape(self.title)
        return f'<a class="headerlink" href="#{escape(anchor)}" title="{title}">{self.symbol}</a>'


def extra_anchors(anchors: Sequence[str]) -> str:
    """Return invisible targets for the further fragments of a heading."""
    return "".join(f'<span class="sima-anchor" id="{escape(anchor)}"></span>' for anchor in anchors)


def nest(tokens: Sequence[TocToken]) -> list[TocToken]:
    """Put every heading below the nearest one before it that has a higher rank."""
    top: list[TocToken] = []
    path: list[TocToken] = []
    for token in tokens:
        while path and path[-1].level >= token.level:
            path.pop()
        (path[-1].children if path else top).append(token)
        path.append(token)
    return top

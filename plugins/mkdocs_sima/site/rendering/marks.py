"""What the renderer puts around pieces of a document's text without changing them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.text.offsets import byte_to_character

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_sima.model import Document


class Mark(NamedTuple):
    """Markup around one span of `Document.text`, usually a link around a REF-ID."""

    start: int
    end: int
    before: str  # HTML
    after: str
    hidden: bool = False  # the text itself is left out: the brackets of a wiki link


class LinkTarget(NamedTuple):
    """Where a Markdown link leads instead of what its author wrote."""

    href: str
    attributes: str = ""  # HTML: ' class="sima-ref"'


@dataclass(frozen=True)
class Marks:
    """All that is marked in one document."""

    spans: Sequence[Mark] = ()  # sorted, none overlapping another
    links: Mapping[int, LinkTarget] = field(default_factory=dict)  # by start of the link


class MarkFinder:
    """Finds the marks of a document where the parser is: it counts bytes of the body.

    Text must be asked for in its order: what lies before is not looked at again.
    """

    def __init__(self, document: Document, marks: Marks) -> None:
        self._marks = marks
        self._body = document.text[document.body_start :]
        self._start = document.body_start
        self._character = byte_to_character(self._body)
        self._next = 0

    def source(self, start: int, end: int) -> str:
        """Return what its author wrote between two bytes."""
        return self._body[self._character(start) : self._character(end)]

    def stands_alone(self, start: int, end: int) -> bool:
        """Tell whether no letter, digit or `$` touches what is between two bytes."""
        first, last = self._character(start), self._character(end)
        around = self._body[max(0, first - 1) : first] + self._body[last : last + 1]
        return not any(c.isalnum() or c in "_$" for c in around)

    def link(self, byte: int) -> LinkTarget | None:
        """Return where the link that begins at a byte leads instead."""
        links = self._marks.links
        return links.get(self._character(byte) + self._start) if links else None

    def within(self, pieces: Sequence[tuple[str, int]]) -> list[Mark]:
        """Return the marks that lie in adjacent pieces of text, as spans of the joined text.

        Args:
            pieces: text, and the byte at which it begins.
        """
        spans = self._marks.spans
        found: list[Mark] = []
        joined = 0
        for piece, byte in pieces if self._next < len(spans) else ():
            start = self._character(byte) + self._start
            end = start + len(piece)
            index = self._next
            while index < len(spans) and spans[index].start < end:
                mark = spans[index]
                index += 1
                if mark.end <= start:
                    self._next = index
                    continue
                left = joined + max(mark.start, start) - start
                right = joined + min(mark.end, end) - start
                if found and found[-1].end == left and mark.start < start:
                    left = found.pop().start  # it goes on from the piece before
                elif mark.hidden and mark.start < start:
                    mark = mark._replace(before="")  # written already, before a tag within it
                found.append(mark._replace(start=left, end=right))
            joined += len(piece)
        return found

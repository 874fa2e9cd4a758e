"""The Markdown structure of one text: what stands where, and where references can stand.

Offsets count characters of `Source.text` from 0. Lines and columns count from 1, as on disk.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs_sima.model import Field, Heading, Link, Problem
    from mkdocs_sima.parsing.markdown.slugs import Fragments
    from mkdocs_sima.parsing.text.offsets import Positions

Span = tuple[int, int]


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: Heading
    start: int  # of the heading's first line
    body: int  # where the text below the heading begins
    end: int  # where the next heading of the same or a higher level begins
    parent: int  # index of the section that it stands in, -1 at the top


@dataclass(frozen=True)
class Source:
    """One text and its structure."""

    text: str
    masked: str
    """As long as `text`; all that can hold no reference is blank, line ends are kept.

    Blank are front matter, fenced, indented and inline code, HTML tags and comments, images,
    autolinks, bare URLs, destinations of links. Inline code that is nothing but one REF-ID or file
    name stays, without its backticks. So does the text of links.
    """
    positions: Positions
    anchors: Fragments  # of headings and of raw HTML
    body_start: int = 0
    paragraphs: tuple[Span, ...] = ()  # outside of lists and quotations
    rows: tuple[Span, ...] = ()  # of tables
    code: tuple[Span, ...] = ()  # inline and fenced
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()  # in the order of their starts
    fields: tuple[Field, ...] = ()  # in the order of the text
    problems: tuple[Problem, ...] = ()

    @property
    def line_starts(self) -> list[int]:
        """Offsets at which the lines begin."""
        return self.positions.line_starts

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return self.positions.line_of(offset)

    def locate(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset in the file as it is on disk."""
        return self.positions.locate(offset)

    def line_span(self, line: int) -> tuple[int, int]:
        """Return start and end of a line, from 1, without its line end."""
        return self.positions.line_span(line)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body."""
        return tuple(section.heading for section in self.sections)

    def section_at(self, offset: int) -> int:
        """Return the index of the innermost section at an offset, -1 before the first heading."""
        return bisect_right(self._section_starts, offset) - 1

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

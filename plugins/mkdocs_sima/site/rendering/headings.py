"""Headings: their anchors, the table of contents, and the text below each for the search."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from mkdocs_sima.site.rendering.spans.emoji import with_characters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_sima.model import Heading
    from mkdocs_sima.site.rendering.output import Output


@dataclass(frozen=True)
class Section:
    """The text below one heading, for the search."""

    id: str  # "" before the first heading
    level: int
    title: str
    text: str


@dataclass(frozen=True)
class Lead:
    """A heading at the very top of a document; the page's own heading takes its place."""

    text: str
    html: str  # its content, without the <h1> around it
    anchors: tuple[str, ...]  # the one that its <h1> would bear comes first


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


class Headings:
    """Writes the headings of one document."""

    def __init__(
        self,
        output: Output,
        headings: Sequence[Heading],
        permalinks: Permalinks,
        is_head: Callable[[str], bool],
    ) -> None:
        self._output, self._permalinks, self._is_head = output, permalinks, is_head
        self._next = iter(headings)
        self._ids = {_own_anchor(heading) for heading in headings}
        self._section = ("", 1, "")
        self.leads: list[Lead] = []
        self.toc: list[TocToken] = []
        self.sections: list[Section] = []

    def start(self, _value: object, _byte: int) -> None:
        """Begin to collect a heading."""
        self.finish()
        self._output.heading = []
        self._output.push()

    def end(self, value: str) -> None:
        """Write a heading, unless it stands at the very top."""
        heading = next(self._next)
        html, written = self._output.pop().strip(), "".join(self._output.heading or ()).strip()
        self._output.heading = None
        self._output.words.clear()
        anchor = _own_anchor(heading)
        if written.endswith("}") and written != heading.text and "{" in html:
            anchor = heading.anchors[0]  # an explicit one: `## Limits {#limits}`
            html = html.rpartition("{")[0].rstrip()
        others = [a for a in heading.anchors if a != anchor and a not in self._ids]
        self._ids.update(others)
        level = int(value[1])
        if level == 1 and self._is_lead(heading):
            self.leads.append(Lead(heading.text, html, (anchor, *others)))
            return
        level = max(level, 2)  # a page has one <h1>, its title
        self._section = (anchor, level, heading.text)
        self.toc.append(TocToken(level, anchor, heading.text))
        extra = "".join(f'<span class="sima-anchor" id="{escape(a)}"></span>' for a in others)
        self._output.write(
            f'<h{level} id="{escape(anchor)}">{extra}{html}'
            f"{self._permalinks.html(anchor)}</h{level}>\n"
        )

    def _is_lead(self, heading: Heading) -> bool:
        """Tell whether a heading stands at the very top, before all text."""
        before = self._output.pieces
        if self._output.is_apart or any(not piece.lstrip().startswith("<!--") for piece in before):
            return False
        return not self.leads or (len(self.leads) == 1 and self._is_head(heading.text))

    def finish(self) -> None:
        """Keep the text since the last heading for the search."""
        anchor, level, title = self._section
        text = " ".join("".join(self._output.words).split())
        self._output.words.clear()
        if text or title:
            self.sections.append(Section(anchor, level, title, text))
        self._section = ("", 1, "")


def _own_anchor(heading: Heading) -> str:
    """Return the fragment that the heading itself bears: the one that Python-Markdown gives it."""
    return heading.anchors[-1] if heading.anchors else ""


def nest(tokens: Sequence[TocToken]) -> list[TocToken]:
    """Put every heading below the nearest one before it that has a higher rank."""
    top: list[TocToken] = []
    path: list[TocToken] = []
    for flat in tokens:
        token = TocToken(flat.level, flat.id, with_characters(flat.title))
        while path and path[-1].level >= token.level:
            path.pop()
        (path[-1].children if path else top).append(token)
        path.append(token)
    return top

"""Markdown text in, its structure out. CommonMark with GitHub's additions, by pulldown-cmark."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from pyromark import Markdown, Options

from mkdocs_sima.model import Heading, Link, Problem
from mkdocs_sima.parsing.offsets import Positions, byte_to_character
from mkdocs_sima.parsing.raw_html import HtmlScanner
from mkdocs_sima.parsing.slugs import Anchors
from mkdocs_sima.parsing.source import Block, Section, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyromark.event import Range

    from mkdocs_sima.mojibake import Change
    from mkdocs_sima.parsing.source import BlockKind

MARKDOWN = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
)

_BLOCKS: dict[str, BlockKind] = {
    "Paragraph": "paragraph",
    "Item": "item",
    "TableHead": "row",
    "TableRow": "row",
    "BlockQuote": "quote",
    "CodeBlock": "code",
    "HtmlBlock": "html",
}
_EXPLICIT_ID = re.compile(r"[ \t]*\{:?[ \t]*#([A-Za-z][\w:.-]*)[^{}\n]*\}$")
_BARE_URL = re.compile(r"(?:\b[a-z]{2,6}://|\bwww\.)[^\s<>\"'`|]*", re.IGNORECASE)
# What may stand alone in backticks and still be a reference.
_CITATION = re.compile(r"[A-Za-z]\w*(?:[-_]\w+)+|[^\n`]*\.(?:md|markdown)(?:#\S*)?", re.IGNORECASE)
_CODE_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")

_Span = tuple[int, int]
if TYPE_CHECKING:
    _Handler = Callable[[Any, Range], None]


def read_structure(text: str, body_start: int = 0, changes: Iterable[Change] = ()) -> Source:
    """Read the structure of `text`, whose body begins at `body_start` after any front matter."""
    walk = _Walk(text, body_start)
    walk.run()
    walk.blank_definitions()
    masked = _blank(text, [(0, body_start), *walk.blanks, *walk.html.blanks, *_bare_urls(text)])
    positions = Positions(text, changes)
    return Source(
        text=text,
        masked=masked,
        positions=positions,
        body_start=body_start,
        blocks=tuple(walk.blocks),
        sections=_sections(walk.headings, positions, len(text)),
        links=_links(walk, positions),
        html_anchors=frozenset(walk.html.anchors),
        problems=tuple(_unclosed_fence(start, positions) for start in walk.unclosed_fences),
    )


class _Walk:
    """Goes once through the events of the parser and notes what the stages above need."""

    def __init__(self, text: str, body_start: int) -> None:
        self.text = text
        self.html = HtmlScanner(text)
        self.blocks: list[Block] = []
        self.headings: list[tuple[int, str, int, int]] = []  # level, text, start, end
        self.links: list[tuple[str, str, int, int, bool]] = []  # destination, text, span, image
        self.blanks: list[_Span] = []
        self.unclosed_fences: list[int] = []
        self._body = text[body_start:]
        convert = byte_to_character(self._body)
        self._at: Callable[[int], int] = (
            (lambda offset: convert(offset) + body_start) if body_start else convert
        )
        self._open_blocks: list[int] = []
        self._plain: list[str] = []  # text of the open heading, link, image
        self._marks: list[int] = []  # where in it each of these begins
        self._inner_end = 0  # byte at which the last element within them ended
        self._targets: list[dict[str, Any]] = []  # of the open link and image
        self._images = 0  # how many are open; only the outermost counts

    def run(self) -> None:
        """Read all events."""
        starts: dict[str, _Handler] = {
            "Heading": self._start_heading,
            "Link": self._start_link,
            "Image": self._start_image,
        }
        ends: dict[str, _Handler] = {
            "Heading": self._end_heading,
            "Link": self._end_link,
            "Image": self._end_image,
            "TableCell": self._end_inline,
        }
        for name, block_kind in _BLOCKS.items():
            starts[name] = partial(self._start_block, block_kind)
            ends[name] = self._end_block
        others: dict[str, _Handler] = {"Code": self._code, "InlineHtml": self._inline_html}
        tags = {"Start": starts, "End": ends}
        plain, marks = self._plain, self._marks
        event: Any
        for event, span in MARKDOWN.events_with_range(self._body):
            if type(event) is str:  # a line break or a rule
                if marks:
                    plain.append(" ")
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                if marks:
                    plain.append(value)
                    self._inner_end = span["end"]
                continue
            handlers = others
            if kind in tags:
                handlers = tags[kind]
                kind, value = (value, None) if type(value) is str else next(iter(value.items()))
            if handler := handlers.get(kind):
                handler(value, span)
            if marks:
                self._inner_end = span["end"]

    def blank_definitions(self) -> None:
        """Note where addresses of reference links are defined."""
        if "]:" in self._body:
            for definition in MARKDOWN.reference_definitions(self._body).values():
                self.blanks.append(self._span(definition["span"]))

    def _span(self, span: Range) -> _Span:
        return self._at(span["start"]), self._at(span["end"])

    def _start_block(self, kind: BlockKind, value: Any, span: Range) -> None:
        start, end = self._span(span)
        parent = self._open_blocks[-1] if self._open_blocks else -1
        depth = self.blocks[parent].depth if parent >= 0 else 0
        self._open_blocks.append(len(self.blocks))
        self.blocks.append(Block(kind, start, end, depth + (kind == "item"), parent))
        if kind == "html":
            self.html.scan(start, end)
        elif kind == "code":
            self.blanks.append((start, end))
            if type(value) is dict and not _is_closed(self.text[start:end]):
                self.unclosed_fences.append(start)

    def _end_block(self, value: Any, span: Range) -> None:
        self._open_blocks.pop()
        self._end_inline(value, span)

    def _end_inline(self, _value: Any, span: Range) -> None:
        if self.html.is_open:
            self.html.finish_block(self._at(span["end"]))

    def _start_heading(self, _value: Any, _span: Range) -> None:
        self._marks.append(len(self._plain))

    def _end_heading(self, level: str, span: Range) -> None:
        self._end_inline(level, span)
        self.headings.append((int(level[1]), self._end_text(), *self._span(span)))

    def _start_link(self, value: dict[str, Any], _span: Range) -> None:
        self._targets.append(value)
        self._marks.append(len(self._plain))

    def _end_link(self, _value: Any, span: Range) -> None:
        start, end = self._span(span)
        target = self._targets.pop()
        self.links.append((target["dest_url"], self._end_text(), start, end, False))
        inner_end = self._at(self._inner_end)
        if target["link_type"] in ("Autolink", "Email") or inner_end >= end:
            self.blanks.append((start, end))
        else:
            self.blanks += [(start, start + 1), (inner_end, end)]

    def _start_image(self, value: dict[str, Any], _span: Range) -> None:
        self._images += 1
        if self._images == 1:
            self._targets.append(value)
            self._marks.append(len(self._plain))

    def _end_image(self, _value: Any, span: Range) -> None:
        self._images -= 1
        if not self._images:
            start, end = self._span(span)
            self.links.append((self._targets.pop()["dest_url"], self._end_text(), start, end, True))
            self.blanks.append((start, end))

    def _end_text(self) -> str:
        """Return the text since the last mark, on one line."""
        mark = self._marks.pop()
        text = "".join(self._plain[mark:]).strip()
        if not self._marks:
            self._plain.clear()
        return text

    def _code(self, code: str, span: Range) -> None:
        if self._marks:
            self._plain.append(code)
        start, end = self._span(span)
        if _CITATION.fullmatch(code):
            inner = self.text.find(code, start, end)
            if inner >= 0:
                self.blanks += [(start, inner), (inner + len(code), end)]
                return
        self.blanks.append((start, end))

    def _inline_html(self, _html: str, span: Range) -> None:
        self.html.scan(*self._span(span))


def _is_closed(block: str) -> bool:
    """Tell whether a fenced code block, from its opening fence on, has a closing fence."""
    opening = _CODE_FENCE.match(block)
    first_line_end = block.find("\n")
    if not opening or first_line_end < 0:
        return False
    last = block[first_line_end:].rstrip().rpartition("\n")[2].lstrip(" \t>")
    marker = opening[1]
    return len(last) >= len(marker) and not last.strip(marker[0])


def _unclosed_fence(start: int, positions: Positions) -> Problem:
    line, column = positions.locate(start)
    return Problem(
        "unclosed-fence",
        line,
        column,
        "this code fence is never closed, so all that follows shows as code; "
        "add a closing fence where the code ends",
    )


def _sections(
    headings: list[tuple[int, str, int, int]], positions: Positions, length: int
) -> tuple[Section, ...]:
    anchors = Anchors()
    ends = [length] * len(headings)
    parents = [-1] * len(headings)
    open_sections: list[int] = []
    for index, (level, _text, start, _end) in enumerate(headings):
        while open_sections and headings[open_sections[-1]][0] >= level:
            ends[open_sections.pop()] = start
        if open_sections:
            parents[index] = open_sections[-1]
        open_sections.append(index)
    sections = []
    for (level, text, start, body), end, parent in zip(headings, ends, parents, strict=True):
        explicit = _EXPLICIT_ID.search(text) if text.endswith("}") else None
        if explicit:
            text = text[: explicit.start()]
        fragments = anchors.of(text, explicit[1] if explicit else None)
        heading = Heading(level, text, positions.line_of(start), fragments)
        sections.append(Section(heading, start, body, end, parent))
    return tuple(sections)


def _links(walk: _Walk, positions: Positions) -> tuple[Link, ...]:
    rows = walk.links + [
        (link.destination, "", link.start, link.end, link.image) for link in walk.html.links
    ]
    rows.sort(key=lambda row: row[2])
    return tuple(
        Link(destination, text, *positions.locate(start), start, end, image)
        for destination, text, start, end, image in rows
    )


def _bare_urls(text: str) -> Iterator[_Span]:
    """Yield the spans of addresses in plain text; only their lines are searched."""
    for sign in ("://", "www."):
        found = text.find(sign)
        while found >= 0:
            start = text.rfind("\n", 0, found) + 1
            end = text.find("\n", found)
            end = len(text) if end < 0 else end
            for match in _BARE_URL.finditer(text, start, end):
                yield match.span()
            found = text.find(sign, end)


def _blank(text: str, spans: list[_Span]) -> str:
    """Replace the characters of the spans by spaces; line ends stay."""
    pieces = []
    position = 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        start = max(start, position)
        pieces.append(text[position:start])
        hidden = text[start:end]
        pieces.append("\n".join([" " * len(line) for line in hidden.split("\n")]))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)

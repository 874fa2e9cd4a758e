"""One pass over the events of the Markdown parser: CommonMark with GitHub's additions."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from pyromark import Markdown, Options

from mkdocs_sima.parsing.offsets import byte_to_character
from mkdocs_sima.parsing.raw_html import HtmlScanner
from mkdocs_sima.parsing.source import Block

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyromark.event import Range

    from mkdocs_sima.parsing.source import BlockKind

    _Handler = Callable[[Any, Range], None]

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
# What may stand alone in backticks and still be a reference.
_CITATION = re.compile(r"[A-Za-z]\w*(?:[-_]\w+)+|[^\n`]*\.(?:md|markdown)(?:#\S*)?", re.IGNORECASE)
_CODE_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")


Span = tuple[int, int]


class Walk:
    """Goes once through the events of the parser and notes what the stages above need."""

    def __init__(self, text: str, body_start: int) -> None:
        self.text = text
        self.html = HtmlScanner(text)
        self.blocks: list[Block] = []
        self.headings: list[tuple[int, str, int, int]] = []  # level, text, start, end
        self.links: list[tuple[str, str, int, int, bool]] = []  # destination, text, span, image
        self.blanks: list[Span] = []
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

    def _span(self, span: Range) -> Span:
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

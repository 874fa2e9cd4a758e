"""One pass over the events of the Markdown parser: CommonMark with GitHub's additions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyromark import Markdown, Options

from mkdocs_sima.parsing.markdown.fences import may_nest
from mkdocs_sima.parsing.markdown.raw_html import HtmlScanner
from mkdocs_sima.parsing.text.offsets import byte_to_character

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyromark.event import Range

    from mkdocs_sima.parsing.markdown.source import Span

    _Handler = Callable[[Any, Range], None]

OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
)
MARKDOWN = Markdown(options=OPTIONS)

# Blocks at whose end a raw HTML tag that is still open no longer hides text.
_HTML_ENDS = frozenset({
    "Paragraph", "Item", "TableHead", "TableRow", "TableCell", "BlockQuote", "CodeBlock",
    "HtmlBlock", "Heading",
})  # fmt: skip
_NESTING = frozenset({"List", "BlockQuote"})
# What may stand alone in backticks and still be a reference.
# File names may hold blanks; `wc -l notes.md` is a command.
_CITATION = re.compile(
    r"[A-Za-z]\w*(?:[-_]\w+)+"
    r"|(?:\S+|(?=(?-i:[A-Z])|[./])(?:(?! -)[^\n`])+)\.(?:md|markdown)(?:#\S*)?",
    re.IGNORECASE,
)
_CODE_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")


class Walk:
    """Goes once through the events of the parser and notes what the stages above need."""

    def __init__(self, text: str, body_start: int) -> None:
        self.text = text
        self.html = HtmlScanner(text)
        self.paragraphs: list[Span] = []  # outside of lists and quotations
        self.rows: list[Span] = []  # of tables
        self.headings: list[tuple[int, str, int, int]] = []  # level, text, start, end
        self.links: list[tuple[str, str, int, int, bool]] = []  # destination, text, span, image
        self.blanks: list[Span] = []
        self.unclosed_fences: list[int] = []
        self.may_nest = False  # a fence may hold another
        self._body = text[body_start:]
        convert = byte_to_character(self._body)
        self._at: Callable[[int], int] = (
            (lambda offset: convert(offset) + body_start) if body_start else convert
        )
        self._plain: list[str] = []  # text of the open heading, link, image
        self._marks: list[int] = []  # where in it each of these begins
        self._inner_end = 0  # byte at which the last element within them ended
        self._targets: list[dict[str, Any]] = []  # of the open link and image
        self._images = 0  # how many are open; only the outermost counts

    def run(self) -> None:  # noqa: C901 (one flat loop, for speed: see below)
        """Read all events."""
        starts: dict[str, _Handler] = {
            "TableHead": self._start_row,
            "TableRow": self._start_row,
            "CodeBlock": self._start_code,
            "HtmlBlock": self._inline_html,
            "Heading": self._start_heading,
            "Link": self._start_link,
            "Image": self._start_image,
        }
        ends: dict[str, _Handler] = {
            "Heading": self._end_heading,
            "Link": self._end_link,
            "Image": self._end_image,
        }
        html, plain, marks = self.html, self._plain, self._marks
        depth = 0  # of lists and quotations
        event: Any
        # This loop sees 700 events a document: it looks at the most frequent kinds first and calls
        # nothing for those that nobody asks about. An event without a value is a mere string.
        for event, span in MARKDOWN.events_with_range(self._body):
            if "Text" in event:
                if marks:
                    plain.append(event["Text"])
            elif "Start" in event:
                kind = event["Start"]
                if type(kind) is dict:
                    ((kind, value),) = kind.items()
                    if kind in _NESTING:
                        depth += 1
                    elif kind in starts:
                        starts[kind](value, span)
                elif kind == "Paragraph":
                    if not depth:
                        self.paragraphs.append(self._span(span))
                elif kind in starts:
                    starts[kind](None, span)
            elif "End" in event:
                kind = event["End"]
                value = None
                if type(kind) is dict:
                    ((kind, value),) = kind.items()
                    if kind in _NESTING:
                        depth -= 1
                if html.opaque and kind in _HTML_ENDS:
                    html.finish_block(self._at(span["end"]))
                if kind in ends:
                    ends[kind](value, span)
            elif type(event) is str:  # a line break or a rule
                if marks:
                    plain.append(" ")
                continue
            elif "Code" in event:
                self._code(event["Code"], span)
            elif "InlineHtml" in event:
                self._inline_html(None, span)
            if marks:
                self._inner_end = span["end"]

    def blank_definitions(self) -> None:
        """Note where addresses of reference links are defined."""
        if "]:" in self._body:
            for definition in MARKDOWN.reference_definitions(self._body).values():
                self.blanks.append(self._span(definition["span"]))

    def _span(self, span: Range) -> Span:
        return self._at(span["start"]), self._at(span["end"])

    def _start_row(self, _value: Any, span: Range) -> None:
        self.rows.append(self._span(span))

    def _start_code(self, value: Any, span: Range) -> None:
        start, end = self._span(span)
        self.blanks.append((start, end))
        if type(value) is dict:
            block = self.text[start:end]
            if not _is_closed(block):
                self.unclosed_fences.append(start)
            self.may_nest = self.may_nest or may_nest(block)

    def _start_heading(self, _value: Any, _span: Range) -> None:
        self._marks.append(len(self._plain))

    def _end_heading(self, level: str, span: Range) -> None:
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

    def _inline_html(self, _value: Any, span: Range) -> None:
        self.html.scan(*self._span(span))


def _is_closed(block: str) -> bool:
    """Tell whether a fenced code block, from its opening fence on, has a closing fence."""
    if block.rstrip().endswith(f"\n{block[:3]}") and block[3] != block[0]:
        return True  # as nearly all are: three signs at both ends
    opening = _CODE_FENCE.match(block)
    first_line_end = block.find("\n")
    if not opening or first_line_end < 0:
        return False
    last = block[first_line_end:].rstrip().rpartition("\n")[2].lstrip(" \t>")
    marker = opening[1]
    return len(last) >= len(marker) and not last.strip(marker[0])

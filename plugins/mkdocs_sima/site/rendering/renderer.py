"""Walk over the events of the Markdown parser and write HTML in Material's markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs_sima.site.rendering.blocks import Blocks
from mkdocs_sima.site.rendering.footnotes import Footnotes
from mkdocs_sima.site.rendering.headings import Headings, Permalinks
from mkdocs_sima.site.rendering.inline import Inline
from mkdocs_sima.site.rendering.lists import Lists
from mkdocs_sima.site.rendering.marks import Marks
from mkdocs_sima.site.rendering.output import Output
from mkdocs_sima.site.rendering.spans.emoji import as_character
from mkdocs_sima.site.rendering.spans.formulas import parser_for
from mkdocs_sima.site.rendering.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.rendering.headings import Lead, Section, TocToken

    Start = Callable[[Any, int], None]
    End = Callable[[Any], None]
    Single = Callable[[Any, int, int], None]

_END_INLINE = frozenset({"Paragraph", "Heading", "Item", "TableCell", "HtmlBlock"})


@dataclass(frozen=True)
class Rendered:
    """A document as HTML."""

    html: str
    leads: Sequence[Lead]
    toc: Sequence[TocToken]  # flat, in order, without the leads
    sections: Sequence[Section]
    anchors: frozenset[str] = frozenset()  # beside those that another engine has noted


@dataclass(frozen=True)
class Renderer:
    """Renders documents; the same for all pages of a site but for their links."""

    t: Callable[[str], str] = str
    permalinks: Permalinks = field(default_factory=Permalinks)
    emoji: Callable[[str], str | None] = as_character  # short code → HTML

    def render(
        self,
        document: Document,
        marks: Marks | None = None,
        *,
        link: Callable[[str], str] = str,
        raw_link: Callable[[str], str] = str,
        is_head: Callable[[str], bool] = lambda _text: False,
    ) -> Rendered:
        """Return the HTML of a document's body.

        Args:
            document: what to render, with its headings.
            marks: references, as spans of the text.
            link: rewrites the destination of a Markdown link or image.
            raw_link: the same for raw HTML.
            is_head: tells whether a second heading at the top, by its text, is part of the head.
        """
        output = Output()
        inline = Inline(output, document, marks or Marks(), link, raw_link, self.emoji)
        blocks = Blocks(output, self.t, raw_link)
        lists, tables = Lists(output, self.t), Tables(output)
        footnotes = Footnotes(output, self.t)
        headings = Headings(output, document.headings, self.permalinks, is_head)

        handlers: dict[str, tuple[Start, End]] = {
            "Paragraph": (blocks.start_paragraph, blocks.end_paragraph),
            "Heading": (headings.start, headings.end),
            "BlockQuote": (blocks.start_quote, blocks.end_quote),
            "CodeBlock": (blocks.start_code, blocks.end_code),
            "HtmlBlock": (blocks.start_html, blocks.end_html),
            "List": (lists.start, lists.end),
            "Item": (lists.start_item, lists.end_item),
            "Table": (tables.start, tables.end),
            "TableHead": (tables.start_head, tables.end_head),
            "TableRow": (tables.start_row, tables.end_row),
            "TableCell": (tables.start_cell, tables.end_cell),
            "Link": (inline.start_link, inline.end_link),
            "Image": (inline.start_image, inline.end_image),
            "FootnoteDefinition": (footnotes.start, footnotes.end),
        }
        singles: dict[str, Single] = {
            "Code": inline.code,
            "InlineHtml": inline.raw,
            "InlineMath": inline.formula,
            "DisplayMath": inline.displayed_formula,
            "Html": blocks.html,
            "FootnoteReference": footnotes.refer,
            "TaskListMarker": lists.task,
        }
        body = document.text[document.body_start :]
        event: Any
        for event, span in parser_for(body).events_with_range(body):
            if type(event) is str:
                inline.flush()
                inline.line(event)
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                if blocks.code is None:
                    inline.text(value, span["start"])
                else:
                    blocks.code.append(value)
                continue
            inline.flush()
            if kind in singles:
                singles[kind](value, span["start"], span["end"])
                continue
            name, argument = (value, None) if type(value) is str else next(iter(value.items()))
            if inline.emphasis(kind, name):
                continue
            if kind == "Start":
                handlers[name][0](argument, span["start"])
            else:
                handlers[name][1](argument)
                if name in _END_INLINE:
                    inline.end_block()
        footnotes.finish()
        headings.finish()
        return Rendered("".join(output.pieces), headings.leads, headings.toc, headings.sections)

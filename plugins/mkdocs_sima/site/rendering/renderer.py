"""Walk over the events of the Markdown parser and write HTML in Material's markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs_sima.parsing.offsets import byte_to_character
from mkdocs_sima.parsing.structure import MARKDOWN
from mkdocs_sima.site.rendering.autolinks import find_autolinks
from mkdocs_sima.site.rendering.code import code_block
from mkdocs_sima.site.rendering.headings import Permalinks, TocToken, extra_anchors
from mkdocs_sima.site.rendering.marks import Marks
from mkdocs_sima.site.rendering.raw_html import rewrite_addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_sima.model import Document, Heading

_ALERTS = {  # GitHub's kinds, and the classes by which Material draws the same icons and colours
    "Note": "note",
    "Tip": "tip",
    "Important": "info",
    "Warning": "warning",
    "Caution": "danger",
}
_INLINE_TAGS = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}
_RAW_LINK = re.compile(r"<(/?)a(?=[\s>])", re.IGNORECASE)


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


@dataclass(frozen=True)
class Rendered:
    """A document as HTML."""

    html: str
    leads: tuple[Lead, ...]
    toc: Sequence[TocToken]  # flat, in order, without the leads
    sections: Sequence[Section]


@dataclass(frozen=True)
class Renderer:
    """Renders documents; the same for all pages of a site but for their links."""

    t: Callable[[str], str] = str
    permalinks: Permalinks = Permalinks()

    def render(
        self,
        document: Document,
        marks: Marks = Marks(),  # noqa: B008 (immutable)
        *,
        link: Callable[[str], str] = str,
        raw_link: Callable[[str], str] = str,
        is_title: Callable[[str], bool] = lambda _text: False,
    ) -> Rendered:
        """Return the HTML of a document's body.

        Args:
            document: what to render; its text is not parsed for references again.
            marks: references, as spans of the text.
            link: rewrites the destination of a Markdown link or image.
            raw_link: the same for raw HTML.
            is_title: tells whether the text of a second heading at the top is the page's title.
        """
        return _Walk(self, document, marks, link, raw_link, is_title).run()


class _Walk:
    """The state of rendering one document."""

    def __init__(
        self,
        renderer: Renderer,
        document: Document,
        marks: Marks,
        link: Callable[[str], str],
        raw_link: Callable[[str], str],
        is_title: Callable[[str], bool],
    ) -> None:
        self.t, self.permalinks = renderer.t, renderer.permalinks
        self.link, self.raw_link, self.is_title = link, raw_link, is_title
        self.body = document.text[document.body_start :]
        convert = byte_to_character(self.body)
        self.at: Callable[[int], int] = lambda byte: convert(byte) + document.body_start
        self.marks, self.next_mark = marks, 0
        self.headings = iter(document.headings)
        self.ids = {_own_anchor(heading) for heading in document.headings}

        self.out: list[str] = []
        self.buffers: list[list[str]] = []  # of the constructs whose HTML is needed apart
        self.text: list[tuple[str, int]] = []  # adjacent pieces of text with their byte offsets
        self.links = 0  # how many links are open: none may stand in another
        self.images: list[list[str]] = []  # the plain text of each open image
        self.heading_text: list[str] | None = None
        self.tight: list[int] = []  # of each open list: where its tag stands in `out`
        self.items: list[int] = []
        self.align: tuple[str, ...] = ()
        self.column = 0
        self.in_head = False
        self.code: list[str] | None = None
        self.info = ""
        self.notes: dict[str, str] = {}  # footnotes: name → HTML
        self.note_names: list[str] = []  # in the order in which they are referred to
        self.note_uses: dict[str, int] = {}
        self.open_notes: list[str] = []

        self.leads: list[Lead] = []
        self.toc: list[TocToken] = []
        self.sections: list[Section] = []
        self.section = ("", 1, "")
        self.words: list[str] = []

    def run(self) -> Rendered:
        handlers: dict[str, Callable[[Any, int, int], None]] = {
            "Code": self.inline_code,
            "InlineHtml": self.inline_html,
            "Html": self.block_html,
            "FootnoteReference": self.footnote_reference,
            "TaskListMarker": self.task_marker,
        }
        event: Any
        for event, span in MARKDOWN.events_with_range(self.body):
            if type(event) is str:
                self.flush()
                self.line(event)
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                if self.code is not None:
                    self.code.append(value)
                else:
                    self.text.append((value, span["start"]))
                continue
            self.flush()
            if kind == "Start" or kind == "End":
                name, argument = (value, None) if type(value) is str else next(iter(value.items()))
                (self.start if kind == "Start" else self.end)(name, argument, span["start"])
            else:
                handlers[kind](value, span["start"], span["end"])
        self.flush()
        self.footnotes()
        self.close_section()
        return Rendered("".join(self.out), tuple(self.leads), self.toc, self.sections)

    # ── text ──────────────────────────────────────────────────────────────────────────────────

    def flush(self) -> None:
        """Write the text that has been collected, with its marks and bare addresses."""
        if not self.text:
            return
        pieces, self.text = self.text, []
        text = pieces[0][0] if len(pieces) == 1 else "".join(piece for piece, _ in pieces)
        if self.images:
            self.images[-1].append(text)
            return
        self.words.append(text)
        if self.heading_text is not None:
            self.heading_text.append(text)
        if self.links:
            self.out.append(escape(text, quote=False))
            return
        spans = self.marked(pieces)
        spans += [
            (link.start, link.end, f'<a href="{escape(link.href)}">', "</a>")
            for link in find_autolinks(text)
            if not any(start < link.end and link.start < end for start, end, _, _ in spans)
        ]
        position = 0
        for start, end, before, after in sorted(spans):
            self.out += (
                escape(text[position:start], quote=False),
                before,
                escape(text[start:end], quote=False),
                after,
            )
            position = end
        self.out.append(escape(text[position:] if position else text, quote=False))

    def marked(self, pieces: list[tuple[str, int]]) -> list[tuple[int, int, str, str]]:
        """Return the marks that lie in pieces of text, as spans of the joined text."""
        marks = self.marks.spans
        if self.next_mark >= len(marks):
            return []
        spans: list[tuple[int, int, str, str]] = []
        joined = 0
        for piece, byte in pieces:
            start = self.at(byte)
            end = start + len(piece)
            index = self.next_mark
            while index < len(marks) and marks[index].start < end:
                mark = marks[index]
                index += 1
                if mark.end <= start:
                    self.next_mark = index
                    continue
                left = joined + max(mark.start, start) - start
                right = joined + min(mark.end, end) - start
                if spans and spans[-1][1] == left and mark.start < start:
                    spans[-1] = (spans[-1][0], right, mark.before, mark.after)
                else:
                    spans.append((left, right, mark.before, mark.after))
            joined += len(piece)
        return spans

    def line(self, event: str) -> None:
        """Write a line break or a rule."""
        if self.images:
            self.images[-1].append(" ")
            return
        self.words.append(" ")
        if self.heading_text is not None:
            self.heading_text.append(" ")
        self.out.append({"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}[event])

    def inline_code(self, code: str, start: int, end: int) -> None:
        if self.images:
            self.images[-1].append(code)
            return
        self.words.append(code)
        if self.heading_text is not None:
            self.heading_text.append(code)
        html = f"<code>{escape(code, quote=False)}</code>"
        # A span of code is a reference only as a whole.
        spans = [] if self.links else self.marked([(self.body_bytes(start, end), start)])
        if spans:
            html = f"{spans[0][2]}{html}{spans[0][3]}"
        self.out.append(html)

    def body_bytes(self, start: int, end: int) -> str:
        """Return the source between two byte offsets."""
        first = self.at(0)
        return self.body[self.at(start) - first : self.at(end) - first]

    def inline_html(self, html: str, _start: int, _end: int) -> None:
        if match := _RAW_LINK.match(html):
            self.links = max(0, self.links + (-1 if match[1] else 1))
        self.out.append(rewrite_addresses(html, self.raw_link))

    def block_html(self, html: str, _start: int, _end: int) -> None:
        self.out.append(html)

    # ── what opens and closes ─────────────────────────────────────────────────────────────────

    def start(self, name: str, value: Any, byte: int) -> None:
        if tag := _INLINE_TAGS.get(name):
            self.out.append(f"<{tag}>")
            return
        getattr(self, f"start_{_SNAKE[name]}")(value, byte)

    def end(self, name: str, value: Any, _byte: int) -> None:
        if tag := _INLINE_TAGS.get(name):
            self.out.append(f"</{tag}>")
            return
        getattr(self, f"end_{_SNAKE[name]}")(value)

    def start_paragraph(self, _value: object, _byte: int) -> None:
        self.out.append("<p>")

    def end_paragraph(self, _value: object) -> None:
        self.links = 0  # an <a> of raw HTML that nobody closed ends here
        self.out.append("</p>\n")
        self.words.append("\n")

    def push(self) -> None:
        """Collect what follows apart."""
        self.buffers.append(self.out)
        self.out = []

    def pop(self) -> str:
        """Return what was collected since `push`."""
        html = "".join(self.out)
        self.out = self.buffers.pop()
        return html

    def start_heading(self, _value: object, _byte: int) -> None:
        self.close_section()
        self.heading_text = []
        self.push()

    def end_heading(self, value: str) -> None:
        heading = next(self.headings)
        html, written = self.pop(), "".join(self.heading_text or ()).strip()
        self.heading_text = None
        self.links = 0
        self.words.clear()
        level = int(value[1])
        anchor = _own_anchor(heading)
        if written.endswith("}") and written != heading.text and "{" in html:
            anchor = heading.anchors[0]  # an explicit one: `## Limits {#limits}`
            html = html.rpartition("{")[0].rstrip()
        others = [a for a in heading.anchors if a != anchor and a not in self.ids]
        self.ids.update(others)
        if level == 1 and self.is_lead(heading):
            self.leads.append(Lead(heading.text, html, (anchor, *others)))
            return
        # The page has one <h1>, its title.
        level = max(level, 2)
        self.section = (anchor, level, heading.text)
        self.toc.append(TocToken(level, anchor, heading.text))
        self.out.append(
            f'<h{level} id="{escape(anchor)}">{extra_anchors(others)}{html.strip()}'
            f"{self.permalinks.html(anchor)}</h{level}>\n"
        )

    def is_lead(self, heading: Heading) -> bool:
        """Tell whether a heading stands at the very top, before all text."""
        if self.buffers or any(not piece.lstrip().startswith("<!--") for piece in self.out):
            return False
        return not self.leads or (len(self.leads) == 1 and self.is_title(heading.text))

    def close_section(self) -> None:
        """Keep the text since the last heading for the search."""
        anchor, level, title = self.section
        text = " ".join("".join(self.words).split())
        self.words.clear()
        if text or title:
            self.sections.append(Section(anchor, level, title, text))
        self.section = ("", 1, "")

    def start_block_quote(self, kind: str | None, _byte: int) -> None:
        if kind is None:
            self.out.append("<blockquote>\n")
            return
        self.out.append(
            f'<div class="admonition {_ALERTS[kind]}">\n'
            f'<p class="admonition-title">{escape(self.t(kind))}</p>\n'
        )

    def end_block_quote(self, kind: str | None) -> None:
        self.out.append("</blockquote>\n" if kind is None else "</div>\n")

    def start_code_block(self, kind: Any, _byte: int) -> None:
        self.code = []
        self.info = kind["Fenced"] if isinstance(kind, dict) else ""

    def end_code_block(self, _value: object) -> None:
        code = "".join(self.code or ())
        self.code = None
        self.words.append(f"{code}\n")
        self.out.append(code_block(code, self.info))

    def start_html_block(self, _value: object, _byte: int) -> None:
        self.push()

    def end_html_block(self, _value: object) -> None:
        self.out.append(rewrite_addresses(self.pop(), self.raw_link))

    # ── lists ─────────────────────────────────────────────────────────────────────────────────

    def start_list(self, first: int | None, _byte: int) -> None:
        self.tight.append(len(self.out))
        start = "" if first is None or first == 1 else f' start="{first}"'
        self.out.append("<ul>\n" if first is None else f"<ol{start}>\n")

    def end_list(self, ordered: bool) -> None:
        self.tight.pop()
        self.out.append("</ol>\n" if ordered else "</ul>\n")

    def start_item(self, _value: object, _byte: int) -> None:
        self.items.append(len(self.out))
        self.out.append("<li>")

    def end_item(self, _value: object) -> None:
        self.links = 0
        self.items.pop()
        self.out.append("</li>\n")
        self.words.append("\n")

    def task_marker(self, done: bool, _start: int, _end: int) -> None:
        self.out[self.items[-1]] = '<li class="task-list-item">'
        tag = self.out[self.tight[-1]]
        if "class" not in tag:
            self.out[self.tight[-1]] = f'{tag[:3]} class="task-list"{tag[3:]}'
        state, label = (" checked", self.t("done")) if done else ("", self.t("open"))
        self.out.append(
            '<label class="task-list-control">'
            f'<input type="checkbox" disabled{state} aria-label="{escape(label)}">'
            '<span class="task-list-indicator"></span></label> '
        )

    # ── tables ────────────────────────────────────────────────────────────────────────────────

    def start_table(self, align: tuple[str, ...], _byte: int) -> None:
        self.align = align
        self.out.append("<table>\n")

    def end_table(self, _value: object) -> None:
        self.out.append("</tbody>\n</table>\n")

    def start_table_head(self, _value: object, _byte: int) -> None:
        self.in_head, self.column = True, 0
        self.out.append("<thead>\n<tr>\n")

    def end_table_head(self, _value: object) -> None:
        self.in_head = False
        self.out.append("</tr>\n</thead>\n<tbody>\n")

    def start_table_row(self, _value: object, _byte: int) -> None:
        self.column = 0
        self.out.append("<tr>\n")

    def end_table_row(self, _value: object) -> None:
        self.out.append("</tr>\n")
        self.words.append("\n")

    def start_table_cell(self, _value: object, _byte: int) -> None:
        align = self.align[self.column] if self.column < len(self.align) else "None"
        style = "" if align == "None" else f' style="text-align: {align.lower()};"'
        self.out.append(f"<{'th' if self.in_head else 'td'}{style}>")

    def end_table_cell(self, _value: object) -> None:
        self.column += 1
        self.links = 0
        self.words.append(" ")
        self.out.append("</th>\n" if self.in_head else "</td>\n")

    # ── links, images, footnotes ──────────────────────────────────────────────────────────────

    def start_link(self, value: Any, byte: int) -> None:
        self.links += 1
        target = self.marks.links.get(self.at(byte)) if self.marks.links else None
        url = value["dest_url"]
        if target:
            href, attributes = target
        elif value["link_type"] == "Email":
            href, attributes = f"mailto:{url}", ""
        else:
            href, attributes = self.link(url), ""
        title = f' title="{escape(value["title"])}"' if value["title"] else ""
        if title and " title=" in attributes:
            title = ""
        self.out.append(f'<a href="{escape(href)}"{attributes}{title}>')

    def end_link(self, _value: object) -> None:
        self.links = max(0, self.links - 1)
        self.out.append("</a>")

    def start_image(self, value: Any, _byte: int) -> None:
        title = f' title="{escape(value["title"])}"' if value["title"] else ""
        if not self.images:
            self.out.append(f'<img src="{escape(self.link(value["dest_url"]))}"{title} alt="')
        self.images.append([])

    def end_image(self, _value: object) -> None:
        text = "".join(self.images.pop())
        if self.images:
            self.images[-1].append(text)
            return
        self.words.append(text)
        self.out.append(f'{escape(text)}">')

    def start_footnote_definition(self, name: str, _byte: int) -> None:
        self.open_notes.append(name)
        self.push()

    def end_footnote_definition(self, _value: object) -> None:
        self.notes.setdefault(self.open_notes.pop(), self.pop())

    def footnote_reference(self, name: str, _start: int, _end: int) -> None:
        if name not in self.note_uses:
            self.note_names.append(name)
        self.note_uses[name] = use = self.note_uses.get(name, 0) + 1
        number = self.note_names.index(name) + 1
        anchor = f"fnref:{number}" if use == 1 else f"fnref{use}:{number}"
        self.out.append(
            f'<sup id="{anchor}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'
        )

    def footnotes(self) -> None:
        """Write the footnotes that are referred to, in that order."""
        notes = [(n, self.notes.get(name, "")) for n, name in enumerate(self.note_names, 1)]
        if not notes:
            return
        self.out.append('<div class="footnote">\n<hr>\n<ol>\n')
        for number, html in notes:
            back = (
                f'<a class="footnote-backref" href="#fnref:{number}" '
                f'title="{escape(self.t("Back to the text"))}">&#8617;</a>'
            )
            body = html.rstrip()
            body = (
                f"{body[:-4]}&#160;{back}</p>" if body.endswith("</p>") else f"{body}<p>{back}</p>"
            )
            self.out.append(f'<li id="fn:{number}">\n{body}\n</li>\n')
        self.out.append("</ol>\n</div>\n")


_SNAKE = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "BlockQuote": "block_quote",
    "CodeBlock": "code_block",
    "HtmlBlock": "html_block",
    "List": "list",
    "Item": "item",
    "Table": "table",
    "TableHead": "table_head",
    "TableRow": "table_row",
    "TableCell": "table_cell",
    "Link": "link",
    "Image": "image",
    "FootnoteDefinition": "footnote_definition",
}


def _own_anchor(heading: Heading) -> str:
    """Return the fragment that the heading itself bears: the one that Python-Markdown gives it."""
    return heading.anchors[-1]

"""Everything within a line: text with its marks, code, raw tags, links, images."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs_sima.site.rendering.marks import Mark, MarkFinder
from mkdocs_sima.site.rendering.spans.autolinks import find_autolinks
from mkdocs_sima.site.rendering.spans.emoji import find_emoji
from mkdocs_sima.site.rendering.spans.formulas import displayed_formula, inline_formula
from mkdocs_sima.site.rendering.spans.raw_addresses import rewrite_addresses
from mkdocs_sima.site.rendering.spans.script_links import is_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.rendering.marks import Marks
    from mkdocs_sima.site.rendering.output import Output

_TAGS = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}
_BREAKS = {"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}
_RAW_LINK = re.compile(r"<(/?)a(?=[\s>])", re.IGNORECASE)


class Inline:
    """Writes what stands within lines. Offsets that come in are bytes of the body."""

    def __init__(
        self,
        output: Output,
        document: Document,
        marks: Marks,
        link: Callable[[str], str],
        raw_link: Callable[[str], str],
        emoji: Callable[[str], str | None],
    ) -> None:
        self._output, self._marks = output, MarkFinder(document, marks)
        self._link, self._raw_link, self._emoji = link, raw_link, emoji
        self._tags: list[str] = []  # what ends each open link
        self._text: list[tuple[str, int]] = []  # adjacent pieces, each with its offset
        self._links = 0  # how many links are open: none may stand in another
        self._images: list[list[str]] = []  # the plain text of each open image

    def text(self, piece: str, byte: int) -> None:
        """Collect a piece of text; what is adjacent is written as one."""
        self._text.append((piece, byte))

    def flush(self) -> None:
        """Write the text that has been collected, with its marks and bare addresses."""
        if not self._text:
            return
        pieces, self._text = self._text, []
        text = pieces[0][0] if len(pieces) == 1 else "".join(piece for piece, _ in pieces)
        if self._images:
            self._images[-1].append(text)
            return
        self._output.say(text)
        spans = [] if self._links else self._marks.within(pieces)
        found = [
            Mark(link.start, link.end, f'<a href="{escape(link.href)}">', "</a>")
            for link in (() if self._links else find_autolinks(text))
        ]
        for new in (*found, *find_emoji(text, self._emoji)):
            if not any(mark.start < new.end and new.start < mark.end for mark in spans):
                spans.append(new)
        position = 0
        for mark in sorted(spans):
            shown = "" if mark.hidden else text[mark.start : mark.end]
            self._output.write(
                escape(text[position : mark.start], quote=False),
                mark.before,
                escape(shown, quote=False),
                mark.after,
            )
            position = mark.end
        self._output.write(escape(text[position:], quote=False))

    def emphasis(self, kind: str, name: str) -> bool:
        """Write the tag of an emphasis, if this is one; there are none in image descriptions."""
        tag = _TAGS.get(name)
        if tag and not self._images:
            self._output.write(f"<{tag}>" if kind == "Start" else f"</{tag}>")
        return tag is not None

    def line(self, event: str) -> None:
        """Write a line break or a rule."""
        if self._images:
            self._images[-1].append(" ")
            return
        self._output.say(" ")
        self._output.write(_BREAKS[event])

    def code(self, code: str, start: int, end: int) -> None:
        """Write inline code; it is a reference only as a whole."""
        if self._images:
            self._images[-1].append(code)
            return
        self._output.say(code)
        html = f"<code>{escape(code, quote=False)}</code>"
        if not self._links:
            written = self._marks.source(start, end)
            for mark in self._marks.within([(written, start)])[:1]:
                html = f"{mark.before}{html}{mark.after}"
        self._output.write(html)

    def raw(self, html: str, _start: int, _end: int) -> None:
        """Write a tag of raw HTML."""
        if match := _RAW_LINK.match(html):
            self._links = max(0, self._links + (-1 if match[1] else 1))
        self._output.write(rewrite_addresses(html, self._raw_link))

    def formula(self, tex: str, start: int, end: int) -> None:
        """Write a formula within a line, or the text that only looks like one."""
        if not self._marks.stands_alone(start, end):
            self.text(self._marks.source(start, end), start)
        elif self._images:
            self._images[-1].append(tex)
        else:
            self._output.say(tex)
            self._output.write(inline_formula(tex))

    def displayed_formula(self, tex: str, _start: int, _end: int) -> None:
        """Write a formula that stands on its own, if only in its line."""
        if self._images:
            self._images[-1].append(tex)
            return
        self._output.say(tex)
        self._output.write(displayed_formula(tex, within=True))

    def end_block(self) -> None:
        """Forget an `<a>` of raw HTML that nobody closed: its block has ended."""
        self._links = 0

    def start_link(self, value: Any, byte: int) -> None:
        """Open a link, leading to where it leads in the site."""
        self._links += 1
        if self._images:
            return
        url = value["dest_url"]
        target = self._marks.link(byte)
        if target:
            href, attributes = target
        elif value["link_type"] == "Email":
            href, attributes = f"mailto:{url}", ""
        else:
            href, attributes = self._link(url), ""
        if is_script(url):
            self._tags.append("")
            return
        self._tags.append("</a>")
        title = "" if " title=" in attributes else _title(value["title"])
        self._output.write(f'<a href="{escape(href)}"{attributes}{title}>')

    def end_link(self, _value: object) -> None:
        """Close a link."""
        self._links = max(0, self._links - 1)
        if not self._images:
            self._output.write(self._tags.pop())

    def start_image(self, value: Any, _byte: int) -> None:
        """Open an image; those in its description are read as text."""
        if not self._images:
            url = value["dest_url"]
            source = "" if is_script(url, image=True) else escape(self._link(url))
            self._output.write(f'<img src="{source}"{_title(value["title"])} alt="')
        self._images.append([])

    def end_image(self, _value: object) -> None:
        """Close an image with its description."""
        text = "".join(self._images.pop())
        if self._images:
            self._images[-1].append(text)
            return
        self._output.say(text)
        self._output.write(f'{escape(text)}">')


def _title(text: str) -> str:
    return f' title="{escape(text)}"' if text else ""

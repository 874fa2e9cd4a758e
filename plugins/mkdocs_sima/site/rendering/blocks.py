"""Lists, tables, quotations, GitHub's alerts, code blocks and raw HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs_sima.site.rendering.code import code_block
from mkdocs_sima.site.rendering.raw_html import rewrite_addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.site.rendering.output import Output

_ALERTS = {  # GitHub's kinds, and the classes by which Material draws the same icons and colours
    "Note": "note",
    "Tip": "tip",
    "Important": "info",
    "Warning": "warning",
    "Caution": "danger",
}


class Blocks:
    """Paragraphs, quotations, code and raw HTML."""

    def __init__(
        self, output: Output, t: Callable[[str], str], raw_link: Callable[[str], str]
    ) -> None:
        self._output, self._t, self._raw_link = output, t, raw_link
        self.code: list[str] | None = None  # the text of the open code block
        self._info = ""

    def start_paragraph(self, _value: object, _byte: int) -> None:
        """Open a paragraph."""
        self._output.write("<p>")

    def end_paragraph(self, _value: object) -> None:
        """Close a paragraph."""
        self._output.write("</p>\n")
        self._output.say("\n")

    def start_quote(self, kind: str | None, _byte: int) -> None:
        """Open a quotation, or an alert (`> [!NOTE]`) as an admonition."""
        if kind is None:
            self._output.write("<blockquote>\n")
            return
        self._output.write(
            f'<div class="admonition {_ALERTS[kind]}">\n'
            f'<p class="admonition-title">{escape(self._t(kind))}</p>\n'
        )

    def end_quote(self, kind: str | None) -> None:
        """Close a quotation or an alert."""
        self._output.write("</blockquote>\n" if kind is None else "</div>\n")

    def start_code(self, kind: Any, _byte: int) -> None:
        """Begin to collect a code block."""
        self.code = []
        self._info = kind["Fenced"] if isinstance(kind, dict) else ""

    def end_code(self, _value: object) -> None:
        """Write a code block."""
        code = "".join(self.code or ())
        self.code = None
        self._output.say(f"{code}\n")
        self._output.write(code_block(code, self._info))

    def start_html(self, _value: object, _byte: int) -> None:
        """Begin to collect a block of raw HTML."""
        self._output.push()

    def html(self, html: str, _start: int, _end: int) -> None:
        """Write one line of raw HTML."""
        self._output.write(html)

    def end_html(self, _value: object) -> None:
        """Write a block of raw HTML."""
        self._output.write(rewrite_addresses(self._output.pop(), self._raw_link))


class Lists:
    """Lists, of tasks too, in the markup of `pymdownx.tasklist` that Material styles."""

    def __init__(self, output: Output, t: Callable[[str], str]) -> None:
        self._output, self._t = output, t
        self._lists: list[int] = []  # where the tag of each open list stands in the output
        self._items: list[int] = []

    def start(self, first: int | None, _byte: int) -> None:
        """Open a list; `first` is the number of an ordered one."""
        self._lists.append(len(self._output.pieces))
        start = "" if first is None or first == 1 else f' start="{first}"'
        self._output.write("<ul>\n" if first is None else f"<ol{start}>\n")

    def end(self, ordered: bool) -> None:
        """Close a list."""
        self._lists.pop()
        self._output.write("</ol>\n" if ordered else "</ul>\n")

    def start_item(self, _value: object, _byte: int) -> None:
        """Open an item."""
        self._items.append(len(self._output.pieces))
        self._output.write("<li>")

    def end_item(self, _value: object) -> None:
        """Close an item."""
        self._items.pop()
        self._output.write("</li>\n")
        self._output.say("\n")

    def task(self, done: bool, _start: int, _end: int) -> None:
        """Make the open item a task, with a box."""
        pieces = self._output.pieces
        pieces[self._items[-1]] = '<li class="task-list-item">'
        tag = pieces[self._lists[-1]]
        if "class" not in tag:
            pieces[self._lists[-1]] = f'{tag[:3]} class="task-list"{tag[3:]}'
        state, label = (" checked", self._t("done")) if done else ("", self._t("open"))
        self._output.write(
            '<label class="task-list-control">'
            f'<input type="checkbox" disabled{state} aria-label="{escape(label)}">'
            '<span class="task-list-indicator"></span></label> '
        )


class Tables:
    """Tables, without a class: Material styles those, and makes them scroll."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._align: tuple[str, ...] = ()
        self._column = 0
        self._tag = "td"

    def start(self, align: tuple[str, ...], _byte: int) -> None:
        """Open a table."""
        self._align = align
        self._output.write("<table>\n")

    def end(self, _value: object) -> None:
        """Close a table."""
        self._output.write("</tbody>\n</table>\n")

    def start_head(self, _value: object, _byte: int) -> None:
        """Open the row of headings."""
        self._tag, self._column = "th", 0
        self._output.write("<thead>\n<tr>\n")

    def end_head(self, _value: object) -> None:
        """Close the row of headings."""
        self._tag = "td"
        self._output.write("</tr>\n</thead>\n<tbody>\n")

    def start_row(self, _value: object, _byte: int) -> None:
        """Open a row."""
        self._column = 0
        self._output.write("<tr>\n")

    def end_row(self, _value: object) -> None:
        """Close a row."""
        self._output.write("</tr>\n")
        self._output.say("\n")

    def start_cell(self, _value: object, _byte: int) -> None:
        """Open a cell."""
        align = self._align[self._column] if self._column < len(self._align) else "None"
        style = "" if align == "None" else f' style="text-align: {align.lower()};"'
        self._output.write(f"<{self._tag}{style}>")

    def end_cell(self, _value: object) -> None:
        """Close a cell."""
        self._column += 1
        self._output.say(" ")
        self._output.write(f"</{self._tag}>\n")

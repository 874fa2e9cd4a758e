"""Paragraphs, quotations, GitHub's alerts, code blocks and raw HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs_sima.site.rendering.code import code_block
from mkdocs_sima.site.rendering.spans.formulas import as_block
from mkdocs_sima.site.rendering.spans.raw_addresses import rewrite_addresses

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
    """Writes the simple blocks of one document."""

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
        """Close a paragraph, or turn it into a block if all of it is a formula."""
        pieces = self._output.pieces
        if len(pieces) > 1 and pieces[-2] == "<p>" and (block := as_block(pieces[-1])):
            pieces[-2:] = [block]
        else:
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

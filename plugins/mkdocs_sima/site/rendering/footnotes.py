"""Footnotes: numbered as they are referred to, and put at the end of the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_sima.site.rendering.output import Output


class Footnotes:
    """Collects footnotes, in the markup of Python-Markdown that Material styles."""

    def __init__(self, output: Output, t: Callable[[str], str]) -> None:
        self._output, self._t = output, t
        self._notes: dict[str, str] = {}  # name → HTML
        self._uses: dict[str, int] = {}  # name → how often it is referred to, in order
        self._open: list[str] = []

    def start(self, name: str, _byte: int) -> None:
        """Begin to collect a footnote."""
        self._open.append(name)
        self._output.push()

    def end(self, _value: object) -> None:
        """Keep the footnote for the end of the page."""
        self._notes.setdefault(self._open.pop(), self._output.pop())

    def refer(self, name: str, _start: int, _end: int) -> None:
        """Write the number that leads to a footnote."""
        self._uses[name] = use = self._uses.get(name, 0) + 1
        number = [*self._uses].index(name) + 1
        anchor = f"fnref:{number}" if use == 1 else f"fnref{use}:{number}"
        self._output.write(
            f'<sup id="{anchor}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'
        )

    def finish(self) -> None:
        """Write the footnotes that are referred to."""
        if not self._uses:
            return
        self._output.write('<div class="footnote">\n<hr>\n<ol>\n')
        for number, name in enumerate(self._uses, 1):
            html = self._notes.get(name, "").rstrip()
            back = (
                f'<a class="footnote-backref" href="#fnref:{number}" '
                f'title="{escape(self._t("Back to the text"))}">&#8617;</a>'
            )
            if html.endswith("</p>"):
                html = f"{html[:-4]}&#160;{back}</p>"
            else:
                html = f"{html}<p>{back}</p>"
            self._output.write(f'<li id="fn:{number}">\n{html}\n</li>\n')
        self._output.write("</ol>\n</div>\n")

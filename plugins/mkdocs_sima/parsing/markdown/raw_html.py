"""What raw HTML within Markdown holds: fragments, links, and the parts that show no text."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

# `[^<>]` keeps an unclosed `<` from being searched for again and again.
_TOKEN = re.compile(r"<!--|<\?|<!\[CDATA\[|<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(id|name|href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE
)
_CLOSERS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_OPAQUE = frozenset({"code", "pre", "script", "style", "textarea", "kbd", "samp", "svg"})


class HtmlLink(NamedTuple):
    """An `href` or `src`, with the span of its tag."""

    destination: str
    start: int
    end: int
    image: bool


class HtmlScanner:
    """Reads the raw HTML of one document piece by piece, in order of its offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.anchors: set[str] = set()
        self.links: list[HtmlLink] = []
        self.blanks: list[tuple[int, int]] = []  # spans that can hold no reference
        self.opaque: tuple[str, int] | None = None  # an open <code> or such, and where it began

    def scan(self, start: int, end: int) -> None:
        """Read one span: an HTML block or an inline tag."""
        position = start
        while match := _TOKEN.search(self.text, position, end):
            closer = _CLOSERS.get(match.group())
            if closer:
                found = self.text.find(closer, match.end(), end)
                position = end if found < 0 else found + len(closer)
            else:
                position = match.end()
                self._tag(match)
            self.blanks.append((match.start(), position))

    def finish_block(self, end: int) -> None:
        """End a paragraph or an HTML block: what is open in it hides no more than its rest."""
        if self.opaque:
            self.blanks.append((self.opaque[1], end))
            self.opaque = None

    def _tag(self, match: re.Match[str]) -> None:
        closing, name, rest = match[1], match[2].lower(), match[3]
        if self.opaque:
            if closing and name == self.opaque[0]:
                self.blanks.append((self.opaque[1], match.end()))
                self.opaque = None
            return
        if closing:
            return
        if name in _OPAQUE and not rest.endswith("/"):
            self.opaque = (name, match.start())
        for attribute in _ATTRIBUTE.finditer(rest):
            value = unescape(attribute[2] or attribute[3] or attribute[4] or "").strip()
            key = attribute[1].lower()
            if not value:
                continue
            if key == "id" or (key == "name" and name == "a"):
                self.anchors.add(value)
            elif key in ("href", "src") and name in (
                "a",
                "img",
                "area",
                "iframe",
                "video",
                "source",
            ):
                link = HtmlLink(value, match.start(), match.end(), key == "src")
                self.links.append(link)
                if name == "a":
                    self.opaque = ("a", match.start())  # its text belongs to the link

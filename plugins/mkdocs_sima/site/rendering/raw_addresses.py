"""Relative addresses in raw HTML, which authors write as seen from the Markdown file."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ATTRIBUTE = re.compile(
    r"(?P<before><(?:a|img|source|video|audio)\b[^<>]*?\s(?:href|src)\s*=\s*)"
    r"(?P<quote>[\"'])(?P<url>[^\"'<>]*)(?P=quote)",
    re.IGNORECASE,
)


def rewrite_addresses(html: str, rewrite: Callable[[str], str]) -> str:
    """Return `html` with the `href` or `src` of links and images passed through `rewrite`."""
    if "<" not in html or "=" not in html:
        return html

    def replace(match: re.Match[str]) -> str:
        url = unescape(match["url"])
        new = rewrite(url)
        if new == url:
            return match.group()
        return f"{match['before']}{match['quote']}{escape(new)}{match['quote']}"

    return _ATTRIBUTE.sub(replace, html)

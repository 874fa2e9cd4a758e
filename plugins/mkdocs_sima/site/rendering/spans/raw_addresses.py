"""Relative addresses in raw HTML, which authors write as seen from the Markdown file."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from mkdocs_sima.site.rendering.spans.script_links import is_script

if TYPE_CHECKING:
    from collections.abc import Callable

_ATTRIBUTE = re.compile(
    r"(?P<before><(?:a|img|source|video|audio)\b[^<>]*?\s(?:href|src)\s*=\s*)"
    r"(?P<quote>[\"'])(?P<url>[^\"'<>]*)(?P=quote)",
    re.IGNORECASE,
)


# Unlike the others, these are taken away, however they are quoted.
_LINK = re.compile(
    r"(?P<before><a\b[^<>]*?)\shref\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)", re.IGNORECASE
)


def _without_script(match: re.Match[str]) -> str:
    return match["before"] if is_script(unescape(match["value"].strip("\"'"))) else match[0]


def rewrite_addresses(html: str, rewrite: Callable[[str], str]) -> str:
    """Return `html` with the `href` or `src` of links and images passed through `rewrite`.

    A link that runs a script leads nowhere.
    """
    if "<" not in html or "=" not in html:
        return html

    html = _LINK.sub(_without_script, html)

    def replace(match: re.Match[str]) -> str:
        url = unescape(match["url"])
        new = rewrite(url)
        if new == url:
            return match.group()
        return f"{match['before']}{match['quote']}{escape(new)}{match['quote']}"

    return _ATTRIBUTE.sub(replace, html)

"""Short codes of emoji, as GitHub knows them: `:rocket:`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mkdocs_sima.site.rendering.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Emoji = Callable[[str], str | None]

_CODE = re.compile(r"(?<!\w):[a-z0-9_+-]+:(?!\w)")
_EXTENSION = "pymdownx.emoji"


def find_emoji(text: str, emoji: Emoji) -> Iterator[Mark]:
    """Yield the short codes in a piece of plain text, each with the HTML that takes its place."""
    if text.count(":") < 2:
        return
    for match in _CODE.finditer(text):
        if html := emoji(match[0]):
            yield Mark(*match.span(), html, "", hidden=True)


def with_characters(text: str) -> str:
    """Return plain text with the characters that its short codes stand for."""
    if text.count(":") < 2:
        return text
    return _CODE.sub(lambda match: as_character(match[0]) or match[0], text)


def as_character(code: str) -> str | None:
    """Return the character of a short code."""
    entry = _table().get(_aliases().get(code, code))
    if not entry or "unicode" not in entry:  # a picture of GitHub's own
        return None
    points = entry.get("unicode_alt", entry["unicode"]).split("-")
    return "".join(chr(int(point, 16)) for point in points)


@cache
def _table() -> Mapping[str, Any]:
    from pymdownx import gemoji_db  # type: ignore[import-untyped] # large, and rarely needed

    return dict(gemoji_db.emoji)


@cache
def _aliases() -> Mapping[str, str]:
    from pymdownx import gemoji_db

    return dict(gemoji_db.aliases)


def emoji_of_site(options: Mapping[str, Any]) -> Emoji:
    """Return the emoji that a site has chosen for Python-Markdown.

    Args:
        options: of its `markdown_extensions`, by name; `pymdownx.emoji` is one of them.
    """

    @cache
    def drawn(code: str) -> str | None:
        from markdown import Markdown

        own = {name: value for name, value in options.items() if name == _EXTENSION}
        html = Markdown(extensions=[_EXTENSION], extension_configs=own).convert(code)
        html = html.removeprefix("<p>").removesuffix("</p>")
        return html if html != code else None

    return drawn

"""Bare addresses in text, as GitHub links them: `https://…`, `www.…`, `somebody@example.org`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<![\w/@.+-])(?:(?P<url>(?:https?://|www\.)[^\s<]+)"
    r"|(?P<mail>[a-z0-9._+-]+@[a-z0-9_-]+(?:\.[a-z0-9_-]*[a-z0-9])+(?![\w-])))",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*", re.IGNORECASE)
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;$")


class Autolink(NamedTuple):
    """One bare address: its span in the text and where it leads."""

    start: int
    end: int
    href: str


def find_autolinks(text: str) -> Iterator[Autolink]:
    """Yield the bare addresses of a piece of plain text in order."""
    if "://" not in text and "www." not in text and "@" not in text:
        return
    for match in _ADDRESS.finditer(text):
        if match["mail"]:
            yield Autolink(match.start(), match.end(), f"mailto:{match['mail']}")
            continue
        url = _trim(match["url"])
        host = _HOST.match(url)
        if host and (url[:4].lower() != "www." or "." in url[4:]):
            href = f"http://{url}" if url[:4].lower() == "www." else url
            yield Autolink(match.start(), match.start() + len(url), href)


def _trim(url: str) -> str:
    """Cut off the punctuation that ends the sentence rather than the address."""
    while url:
        if url[-1] in "?!.,:*_~'\"" or (url[-1] == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        elif url[-1] == ";" and (entity := _ENTITY.search(url)):
            url = url[: entity.start()]
        else:
            break
    return url

"""Wiki links as Obsidian and Foam write them: `[[Some Title]]`, `[[Note#Heading|the words shown]]`.

With `!` before them they embed what they name: `![[Note#Heading]]`, `![[picture.png|300]]`.

What stands in double brackets may as well be data (`[[1, 2]]`, `[[dict]]`), so one that no document
answers to is no reference, and nobody hears of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.references.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs_sima.model import Document, Mention

_LINK = re.compile(
    r"(?:(?P<embed>!)|(?<![!\[A-Za-z0-9_]))\[\[(?P<target>[^\[\]|\n]{1,200}?)"
    r"(?:\\?\|(?P<shown>[^\[\]\n]{1,200}))?\]\](?!\])"
)
_BLANKS = 3  # before a target
_LETTER = re.compile(r"[^\W\d_]")


class Brackets(NamedTuple):
    """What stands around a target: hidden, while the words between are shown."""

    start: int  # of the whole construct
    end: int
    shown: tuple[int, int]
    embeds: bool = False


def wiki_hits(text: str) -> Iterator[Hit]:
    """Yield what stands in double brackets and may be a title or a file name."""
    for match in _LINK.finditer(text) if "[[" in text else ():
        target = match["target"]
        if _LETTER.search(target.partition("#")[0]):
            start = match.start("target") + len(target) - len(target.lstrip())
            name = target.strip()
            yield Hit(name, "title", start, start + len(name), None)


def brackets_around(text: str, start: int, end: int) -> Brackets | None:
    """Return the double brackets around a target, if it stands in some and is all of them."""
    opening = text.rfind("[[", max(0, start - 2 - _BLANKS), start)
    before = opening - (text[opening - 1 : opening] == "!")
    match = _LINK.match(text, before) if opening >= 0 else None
    if match is None or match["target"].strip() != text[start:end]:
        return None
    shown = match.span("shown") if match["shown"] else (start, end)
    return Brackets(*match.span(), shown, match["embed"] is not None)


def embedded_names(
    document: Document, known: Collection[int]
) -> Iterator[tuple[Mention, Brackets]]:
    """Yield what a document embeds and that may be a file: `![[picture.png]]`.

    Args:
        document: it.
        known: where the mentions begin that are references, to other documents.
    """
    for mention in document.mentions if "![[" in document.text else ():
        if mention.form == "title" and mention.start not in known:
            brackets = brackets_around(document.text, mention.start, mention.end)
            if brackets and brackets.embeds:
                yield mention, brackets

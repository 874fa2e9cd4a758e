"""What was learned about a type, in the form in which an owner would declare it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.ordinary_words import HOMES
from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.parsing.identity.file_names import speaks_by_folder, stem_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs_sima.knowledge_base.learning.numbering import Claim

_SOURCES = {"name": "file names", "title": "titles", "header": "headers", "id": "ID fields"}


def words_of_claim(claim: Claim) -> Iterable[str]:
    """Return the words that may be the type: the last, and ADR in `ODH-ADR-Core-0001`."""
    if claim.source != "name" and not claim.word.isupper():  # "# Follow-up 3"
        return (claim.word,) if claim.word and " " not in claim.word else ()
    *outer, last = re.split(r"[-_ ]", claim.word)
    if not last or last.isdigit():  # the year of `story_2022_001`
        return ()
    return (*(word for word in outer if word.upper() in HOMES), last)


def spelling(word: str, claims: Iterable[Claim]) -> str:
    """Return how a type is written: as most titles and headers do, else in capitals."""
    spelled = Counter(
        part
        for claim in claims
        for part in words_of_claim(claim)
        if part.casefold() == word and part != word
    )
    return spelled.most_common(1)[0][0] if spelled else word.upper()


def shape_of(word: str, claims: list[Claim]) -> str:
    """Return the shape of the numbers, one of `settings.options.NUMBERS`."""
    named = [claim for claim in claims if claim.source == "name"]
    if any(claim.word and not claim.word.casefold().endswith(word) for claim in named):
        return "worded"
    return shape_of_numbers([claim.number for claim in named or claims])


def shape_of_numbers(numbers: Collection[str]) -> str:
    """Return the shape that the numbers without a word have."""
    if any("-" in number for number in numbers):
        return "dashed"
    if any(number[:1].isalpha() for number in numbers):
        return "lettered"
    return "dotted" if any("." in number for number in numbers) else ""


def glob_of(path: str, word: str = "") -> str:
    """Return the pattern of files that lie, and begin, as this one does.

    `./adr/*.md`, `./keps/*/README.md`, `./rfc*.md`.
    """
    folder, _, name = path.rpartition("/")
    if speaks_by_folder(path):
        return "/".join(filter(None, (".", folder_of(folder), "*", name)))
    return "/".join(filter(None, (".", folder, f"{word}*.md")))


def glued(path: str, word: str) -> str:
    """Return what stands before the number of `rfc0012.md`, "" where a hyphen does."""
    match = re.match(rf"{re.escape(word)}[_ ]?(?=\d)", stem_of(path), re.IGNORECASE)
    return match[0] if match else ""


def evidence(claims: Iterable[Claim], documents: int) -> str:
    """Return in words what a type was learned from."""
    sources = Counter(claim.source for claim in claims)
    parts = [f"{sources[source]} {label}" for source, label in _SOURCES.items() if sources[source]]  # type: ignore[index]
    return ", ".join([f"{documents} documents", *parts])

"""How numbers are cited: by which word, and how many of them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.numbering import key_of_number
from mkdocs_sima.knowledge_base.learning.ordinary_words import HOMES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs_sima.knowledge_base.learning.numbered_folders import Group

    Files = Sequence[tuple[str, bytes]]

ENOUGH = 3  # two may be chance
_WIDTH = 3  # digits of a number that nobody pads by accident
# `LP-0296`, `ADR 7`, `RFC #311`, `MSC1767`; `gRFC A61`; `AppNote0009`
_CITATION = re.compile(
    rb"(?<![\w/-])(?:([A-Z][A-Z0-9]*[A-Z])(?:[- ]| ?#|(?=\d\d))(\d{1,5})"
    rb"|([a-z]?[A-Z]{2,})[- ]([A-Z]\d{1,4})"
    rb"|([A-Z][a-z]+(?:[A-Z][a-z]+)+)[- ]?(0\d{2,4}))(?![\w.]\d|\d)"
)


def count_cited(word: str, numbers: Mapping[str, str], files: Files) -> int:
    """Return how many of the numbers (→ their bearers) others cite by a word.

    A word in small letters counts only where it is joined to its number: `req-12`, not "vector 3".
    """
    spelled = [form.encode() for form in sorted({word, word.upper(), word.capitalize()})]
    small = b"|".join(re.escape(form) for form in spelled if form != form.upper())
    capitals = re.escape(word.upper().encode())
    joined = rb"(?:(?:%s)(?:[- ]| ?#)%s)" % (capitals, b"|(?:%s)-" % small if small else b"")
    pattern = re.compile(rb"(?<![\w-])(?:[A-Z][A-Z0-9]*-)?%s(\d[\d.]*)" % joined)
    found = {
        number
        for path, data in files
        if any(form in data for form in spelled)  # faster than the pattern by far
        for match in pattern.finditer(data)
        if (number := key_of_number(match[1].decode().rstrip("."))) in numbers
        and numbers[number] != path
    }
    return len(found)


def count_in_capitals(word: str, numbers: Mapping[str, str], files: Files) -> int:
    """Return how many of the numbers others cite as `TIP-20`: nobody counts tips like that."""
    pattern = re.compile(rb"(?<![\w-])%s-(\d+)" % re.escape(word.upper().encode()))
    found = {
        number
        for path, data in files
        for match in pattern.finditer(data)
        if (number := key_of_number(match[1].decode())) in numbers and numbers[number] != path
    }
    return len(found)


def word_of(group: Group, files: Files, taken: Collection[str], names: Collection[str] = ()) -> str:
    """Return the word by which a group of bare numbers is cited, "" if there is none.

    `CSS 3` in a tutorial of twelve chapters cites none of them; `NIP-03` is spelled as `03.md` is.
    Half of the numbers that are cited by it must be here, else they are of a standard. A tenth of
    the numbers must be cited, but three are enough of a word that names its own folders, `RFC #3`,
    and one of a word among `names`, in lower case: those of the folder and what is around it.
    """
    if len(group.numbers) < ENOUGH:
        return ""
    cited: dict[str, set[str]] = defaultdict(set)
    astray: dict[str, set[str]] = defaultdict(set)
    for path, data in files:
        for match in _CITATION.finditer(data):
            word, number = (part.decode() for part in match.groups() if part)
            key = key_of_number(number)
            if key not in group.numbers:
                astray[word].add(key)
            elif group.numbers[key] != path and (
                group.width >= _WIDTH or len(number) == group.width or number[0].isalpha()
            ):
                cited[word].add(key)

    def is_enough(word: str) -> bool:
        least = ENOUGH if word in HOMES else max(ENOUGH, len(group.numbers) // 10)
        least = 1 if word.casefold() in names else least
        return len(cited[word]) >= max(least, len(astray[word]))

    words = [word for word in cited if word.casefold() not in taken and is_enough(word)]
    return max(words, key=lambda word: (len(cited[word]), word), default="")

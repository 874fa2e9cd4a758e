"""How numbers are cited: by which word, and how many of them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.numbering import WIDTH, key_of_number
from mkdocs_sima.knowledge_base.learning.ordinary_words import HOMES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs_sima.knowledge_base.learning.numbered_folders import Group

    Files = Sequence[tuple[str, bytes]]

ENOUGH = 3  # two may be chance
# `LP-0296`, `ADR 7`, `RFC #311`, `MSC1767`; `gRFC A61`; `AppNote0009`
_CITATION = re.compile(
    rb"(?<![\w/-])(?:([A-Z][A-Z0-9]*[A-Z])(?:[- ]| ?#|(?=\d\d))(\d{1,5})"
    rb"|([a-z]?[A-Z]{2,})[- ]([A-Z]\d{1,4})"
    rb"|([A-Z][a-z]+(?:[A-Z][a-z]+)+)[- ]?(0\d{2,4}))(?![\w.]\d|\d)"
)
# What stands before a cited word: no letter, but a prefix may.
_BEGINS = re.compile(rb"(?:^|[^\w-]|(?:^|[^\w-])[A-Z][A-Z0-9]*-)\Z")


class Citations:
    """How all files cite numbers by words; read once, when it is asked for."""

    def __init__(self, files: Files) -> None:
        self.files = files

    @cached_property
    def by_word(self) -> dict[str, dict[str, set[str]]]:
        """Word as written → number as written → paths that cite it so, two at most."""
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for path, data in self.files:
            for match in _CITATION.finditer(data):
                word, number = (part.decode() for part in match.groups() if part)
                paths = found[word][number]
                if len(paths) < 2:
                    paths.add(path)
        return found

    def of_word(self, word: str) -> set[str]:
        """Return the numbers without zeros that are cited by a word in capitals, apart from it.

        One word is found sooner than all.
        """
        start = word.encode()
        # What may not stand before it is asked behind it, so that a search leaps to the word.
        pattern = re.compile(
            rb"%b(?<![\w/-]%b)(?:[- ]| ?#)(\d{1,5})(?![\w.]\d)" % ((re.escape(start),) * 2)
        )
        return {
            key_of_number(match[1].decode())
            for _, data in self.files
            if start in data
            for match in pattern.finditer(data)
        }


def astray(cited: Collection[str], existing: Collection[str]) -> set[str]:
    """Return the numbers, without zeros, that are cited and that nobody bears.

    Those far from any that exist are somebody else's, and left out: RFC 9110 beside RFC-0041.
    """
    highest = max((int(number) for number in existing if number.isdigit()), default=0)
    near = {n for n in cited if not n.isdigit() or int(n) <= 10 * highest + 50}
    return near.difference(existing)


def count_cited(word: str, numbers: Mapping[str, str], citations: Citations) -> int:
    """Return how many of the numbers (→ their bearers) others cite by a word.

    A word in small letters counts only where it is joined to its number: `req-12`, not "vector 3".
    """
    forms = sorted({word, word.upper(), word.capitalize()})
    capitals = word.upper().encode()
    joins = [rb"%s(?:[- ]| ?#)" % re.escape(capitals)]
    joins += [rb"%s-" % re.escape(form.encode()) for form in forms if form != form.upper()]
    return _count(joins, [form.encode() for form in forms], numbers, citations)


def count_in_capitals(word: str, numbers: Mapping[str, str], citations: Citations) -> int:
    """Return how many of the numbers others cite as `TIP-20`: nobody counts tips like that."""
    start = f"{word.upper()}-".encode()
    return _count([re.escape(start)], [start], numbers, citations)


def _count(
    joins: Sequence[bytes],
    starts: Sequence[bytes],
    numbers: Mapping[str, str],
    citations: Citations,
) -> int:
    pattern = re.compile(rb"(?:%s)(\d[\d.]*)" % b"|".join(joins))
    found = {
        number
        for path, data in citations.files
        if any(start in data for start in starts)  # faster than the pattern by far
        for match in pattern.finditer(data)
        if (number := key_of_number(match[1].decode().rstrip("."))) in numbers
        and numbers[number] != path
        and _BEGINS.search(data, max(match.start() - 20, 0), match.start())
    }
    return len(found)


def word_of(
    group: Group,
    citations: Citations,
    taken: Collection[str],
    existing: Collection[str],
    names: Collection[str],
) -> str:
    """Return the word by which a group of bare numbers is cited, "" if there is none.

    `CSS 3` in a tutorial of twelve chapters cites none of them; `NIP-03` is spelled as `03.md` is.
    Half of the numbers that are cited by it must exist, more if they are short, else they are of a
    standard. A tenth of the numbers must be cited, but three are enough of a word that names its
    own folders, `RFC #3`, and one of a word that the folder is called by.

    Args:
        group: what to find a word for.
        citations: how numbers are cited.
        taken: words that it can't be, in lower case.
        existing: numbers of all groups that may be of the same series.
        names: words of the folder and what is around it, in lower case.
    """
    if len(group.numbers) < ENOUGH:
        return ""
    best, most = "", 0
    for word, numbers in citations.by_word.items():
        if word.casefold() in taken:
            continue
        cited = {
            key
            for number, paths in numbers.items()
            if (key := key_of_number(number)) in group.numbers
            and paths != {group.numbers[key]}
            and (group.width >= WIDTH or len(number) == group.width or number[0].isalpha())
        }
        least = ENOUGH if word in HOMES else max(ENOUGH, len(group.numbers) // 10)
        least = 1 if word.casefold() in names else least
        if len(cited) < least or (len(cited), word) <= (most, best):
            continue
        keys = set(map(key_of_number, numbers))
        sure = len(astray(keys, existing)) * (1 if group.width >= WIDTH else 2)
        if len(cited | keys.intersection(existing)) >= sure:
            best, most = word, len(cited)
    return best

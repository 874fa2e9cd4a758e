"""How numbers are cited: by which word, and how many of them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.numbering import key_of_number

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs_sima.knowledge_base.learning.numbered_folders import Group

    Files = Sequence[tuple[str, bytes]]

ENOUGH = 3  # two may be chance
_WIDTH = 3  # digits of a number that nobody pads by accident
# `LP-0296`, `ADR 7`
_CITATION = re.compile(rb"(?<![\w-])([A-Z][A-Z0-9]*[A-Z])[- ](\d{1,5})(?![\w.]\d)")


def count_cited(word: str, numbers: Mapping[str, str], files: Files) -> int:
    """Return how many of the numbers (→ their bearers) others cite by a word."""
    spelled = [form.encode() for form in sorted({word, word.upper(), word.capitalize()})]
    words = b"|".join(map(re.escape, spelled))
    pattern = re.compile(rb"(?<![\w-])(?:%s)[- ](\d[\d.]*)" % words)
    found = {
        number
        for path, data in files
        if any(form in data for form in spelled)  # faster than the pattern by far
        for match in pattern.finditer(data)
        if (number := key_of_number(match[1].decode().rstrip("."))) in numbers
        and numbers[number] != path
    }
    return len(found)


def word_of(group: Group, files: Files, taken: Collection[str]) -> str:
    """Return the word by which a group of bare numbers is cited, "" if there is none.

    `CSS 3` in a tutorial of twelve chapters cites none of them; `NIP-03` is spelled as `03.md` is.
    """
    if len(group.numbers) < ENOUGH:
        return ""
    cited: dict[str, set[str]] = defaultdict(set)
    for path, data in files:
        for match in _CITATION.finditer(data):
            word, number = match[1].decode(), match[2].decode()
            if group.width >= _WIDTH or len(number) == group.width:
                key = key_of_number(number)
                if key in group.numbers and group.numbers[key] != path:
                    cited[word].add(key)
    words = [word for word in cited if word.casefold() not in taken]
    best = max(words, key=lambda word: (len(cited[word]), word), default="")
    enough = max(ENOUGH, len(group.numbers) // 10)
    return best if best and len(cited[best]) >= enough else ""

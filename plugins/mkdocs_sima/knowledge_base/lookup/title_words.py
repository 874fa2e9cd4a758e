"""The words of a gloss and of an entry, made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

SMALL_WORDS = frozenset(
    """a an and are as at be but by can do does for from has have how if in into is it its more
    must no not of on only or our out over should so than that the their them then this to
    under up use used uses using via vs was we what when where which who why will with
    without you your see also new all any dont doesnt didnt isnt cant wont one two md file
    files entry entries document documents""".split()  # noqa: SIM905 (a list of a hundred lines reads worse)
)
"""Words that say nothing about what an entry is about."""

_WORD = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^\W\d_]+|\d{2,}")
# "caching", "cached", "caches" are one word where glosses and titles are compared.
_ENDINGS = re.compile(r"(?:ations?|ions?|ings?|ments?|ness|ies|ied|ed|es|s|ly|y|e)$")


@lru_cache(maxsize=65536)
def words_of(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a text; `camelCase` counts as two words."""
    words = _WORD.findall(text.replace("'", "").replace("’", ""))
    return frozenset(filter(None, map(_stem, words)))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Return what a word has in common with its other forms, "" if it tells nothing."""
    word = word.lower()
    if word in SMALL_WORDS or len(word) < 2:
        return ""
    if len(word) <= 4:
        return word.removesuffix("s") if len(word) == 4 and not word.endswith("ss") else word
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= 3 else word

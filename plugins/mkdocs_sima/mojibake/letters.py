"""Which letter or quote fits: the language that the line is written in.

`Ä` with its second byte lost was `č`, `ā`, `ď` or `Đ`. What else is written in the line tells
which: beside `ī` and `ņ` it is Latvian, and between two consonants it is a vowel.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from typing import Final

from .languages import LANGUAGES
from .prior import rarity

_ABSENT: Final = 0.004
_ABSENT_QUOTE: Final = 0.004
_WORD_HIT: Final = 4.0  # how much likelier one of its small words makes a language
_WORD_HITS: Final = 4  # more of them prove nothing more
_WORD: Final = re.compile(r"[^\W\d_]+")
_VOWELS: Final = frozenset("aeiouyæøœıəаеиоуыэюяєαεηιουω")
_SEMIVOWELS: Final = frozenset("йў")
_FINAL: Final = 2.0
_CLUSTER: Final = 3.0
_DIPHTHONG: Final = 1.5


def _weights(letters: str) -> dict[str, float]:
    ranks = {char: 1 / (rank + 2) for rank, char in reversed(list(enumerate(letters)))}
    ranks |= {char.upper(): weight / 6 for char, weight in ranks.items()}
    total = sum(ranks.values())
    return {char: weight / total for char, weight in ranks.items()}


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[dict[str, float], frozenset[str]], ...]:
    """Return the share of each letter and the set of small words, for every language."""
    return tuple((_weights(one.letters), frozenset(one.words.split())) for one in LANGUAGES)


@lru_cache(maxsize=500)
def likely_languages(line: str, letters: frozenset[str]) -> tuple[float, ...]:
    """Return how probable each of `LANGUAGES` is for `line`, whose sure letters are `letters`."""
    words = set(_WORD.findall(line.lower()))
    evidence = [char for char in letters if char.isalpha()]
    scores = [
        math.prod(weights.get(char, _ABSENT) for char in evidence)
        * _WORD_HIT ** min(len(words & small), _WORD_HITS)
        for weights, small in _tables()
    ]
    total = sum(scores) or 1.0
    return tuple(score / total for score in scores)


def letter_cost(char: str, languages: tuple[float, ...]) -> float:
    """Return minus the log probability of the letter `char` in a line of these `languages`."""
    absent = min(_ABSENT, math.exp(-1.5 - rarity(char)))
    pairs = zip(languages, _tables(), strict=True)
    return -math.log(sum(chance * weights.get(char, absent) for chance, (weights, _) in pairs))


def opening_cost(quote: str, languages: tuple[float, ...]) -> float:
    """Return minus the log probability that a quotation opens with `quote`."""
    return -math.log(
        sum(
            chance * (1.0 if quote in language.opening else _ABSENT_QUOTE)
            for chance, language in zip(languages, LANGUAGES, strict=True)
        )
    )


def is_vowel(char: str) -> bool:
    """Tell whether `char` is a vowel, Latin, Greek or Cyrillic, accents aside."""
    small = char.lower()
    return small not in _SEMIVOWELS and unicodedata.normalize("NFD", small)[:1] in _VOWELS


def syllable_cost(char: str, before: str, after: str) -> float:
    """Return what `char` costs as a vowel among vowels or a consonant among consonants."""
    if not after.isalpha():
        # Russian and its sisters end words in я; Hebrew has a letter for ends only.
        final = char in "яם" and before.isalpha()
        return -_FINAL if final else 0.0
    if char == "ם":
        return _CLUSTER
    if not before.isalpha():
        return -_FINAL / 2 if char.isupper() and is_vowel(char) != is_vowel(after) else 0.0
    vowels = is_vowel(before) + is_vowel(after)
    if is_vowel(char):
        twin = unicodedata.normalize("NFD", char.lower())[0] in {before.lower(), after.lower()}
        return _DIPHTHONG if vowels == 2 or twin else 0.0
    return _cluster(char, before, after) if vowels == 0 else 0.0


def _cluster(char: str, before: str, after: str) -> float:
    """Return what the consonant `char` costs between two others."""
    return _CLUSTER / 3 if char == "с" or "р" in {before, after} else _CLUSTER

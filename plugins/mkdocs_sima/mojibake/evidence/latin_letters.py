"""Which letter or quote fits: the language that the line is written in.

`Ä` with its second byte lost was `č`, `ā`, `ď` or `Đ`. What else is written in the line tells
which: beside `ī` and `ņ` it is Latvian, and between two consonants it is a vowel.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from operator import mul
from typing import Final

from mkdocs_sima.mojibake.evidence.latin_languages import LANGUAGES
from mkdocs_sima.mojibake.evidence.rarity import rarity

_ABSENT: Final = 0.004
_ABSENT_QUOTE: Final = 0.004
_WORD_HIT: Final = 4.0  # how much likelier one of its small words makes a language
_WORD_HITS: Final = 4  # more of them prove nothing more
_WORD: Final = re.compile(r"[^\W\d_]+")
_VOWELS: Final = frozenset("aeiouyæøœıə")
_FINAL: Final = 2.0
_CLUSTER: Final = 3.0
_DIPHTHONG: Final = 1.5


def _weights(letters: str) -> dict[str, float]:
    ranks = {char: 1 / (rank + 2) for rank, char in reversed(list(enumerate(letters)))}
    ranks |= {char.upper(): weight / 6 for char, weight in ranks.items()}
    total = sum(ranks.values())
    return {char: weight / total for char, weight in ranks.items()}


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, float], ...]:
    """Return the share of each letter, for every language."""
    return tuple(_weights(one.letters) for one in LANGUAGES)


@lru_cache(maxsize=1)
def _spoken() -> dict[str, list[int]]:
    """Return small word → the languages that have it, as indexes of `LANGUAGES`."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, language in enumerate(LANGUAGES):
        for word in set(language.words.split()):
            found[word].append(index)
    return dict(found)


@lru_cache(maxsize=2_000)
def _shares(char: str, absent: float = _ABSENT) -> tuple[float, ...]:
    """Return the share of `char` in every language."""
    return tuple(weights.get(char, absent) for weights in _tables())


@lru_cache(maxsize=500)
def likely_languages(line: str, letters: frozenset[str]) -> tuple[float, ...]:
    """Return how probable each of `LANGUAGES` is for `line`, whose sure letters are `letters`."""
    hits = [0] * len(LANGUAGES)
    spoken = _spoken()
    for word in set(_WORD.findall(line.lower())):
        for index in spoken.get(word, ()):
            hits[index] += 1
    scores = [1.0] * len(LANGUAGES)
    for char in letters:
        if char.isalpha():
            scores = list(map(mul, scores, _shares(char)))
    scores = [
        score * _WORD_HIT ** min(hit, _WORD_HITS) for score, hit in zip(scores, hits, strict=True)
    ]
    total = sum(scores) or 1.0
    return tuple(score / total for score in scores)


def letter_cost(char: str, languages: tuple[float, ...]) -> float:
    """Return minus the log probability of the letter `char` in a line of these `languages`."""
    absent = min(_ABSENT, math.exp(-1.5 - rarity(char)))
    return -math.log(sum(map(mul, languages, _shares(char, absent))))


def opening_cost(quote: str, languages: tuple[float, ...]) -> float:
    """Return minus the log probability that a quotation opens with `quote`."""
    return -math.log(
        sum(
            chance * (1.0 if quote in language.opening else _ABSENT_QUOTE)
            for chance, language in zip(languages, LANGUAGES, strict=True)
        )
    )


def is_vowel(char: str) -> bool:
    """Tell whether `char` is a Latin vowel, accents aside."""
    return unicodedata.normalize("NFD", char.lower())[:1] in _VOWELS


def syllable_cost(char: str, before: str, after: str) -> float:
    """Return what `char` costs as a vowel among vowels or a consonant among consonants."""
    if not after.isalpha():  # Hebrew has a letter for ends only
        return -_FINAL if char == "ם" and before.isalpha() else 0.0
    if char == "ם":
        return _CLUSTER
    if not before.isalpha():
        return -_FINAL / 2 if char.isupper() and is_vowel(char) != is_vowel(after) else 0.0
    vowels = is_vowel(before) + is_vowel(after)
    if is_vowel(char):
        twin = unicodedata.normalize("NFD", char.lower())[0] in {before.lower(), after.lower()}
        return _DIPHTHONG if vowels == 2 or twin else 0.0
    return _CLUSTER if vowels == 0 else 0.0

"""Entries that say the same, judged by the rare words that they share.

Two people write the same lesson down twice, in words of their own, under two IDs. What their texts
have in common are the words that few others use, above all in titles and keywords. A word weighs
as much as it is rare (inverse document frequency), and more in a title than in the text; the score
of two entries is the cosine of their words, 1 for the same text.

An entry is compared only with those that share several of its rarest words, so that ten thousand
entries take seconds.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.file_names import speaking_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

IN_TITLE, IN_KEYWORDS, IN_SUMMARY, IN_TEXT = 3.0, 2.0, 1.5, 1.0
READ = 3000  # characters of a text; what an entry is about is said at its beginning
TEMPLATE = 3  # entries; a line of so many says nothing of any of them
RARE = 40  # entries; a word of more doesn't bring two together
RAREST = 24  # words of an entry by which others are found
FEW = 3  # of these that another one must share

_WORD = re.compile(r"[^\W\d_]{3,}")
_NOISE = re.compile(r"```.*?(?:```|\Z)|<!--.*?(?:-->|\Z)|\]\([^)\n]*\)|https?://\S+", re.DOTALL)


class Lookalike(NamedTuple):
    """Another entry that says much the same."""

    path: str
    score: float  # 0 to 1
    shared: tuple[str, ...]  # the most telling words of both, as one of them writes them


class Lookalikes:
    """The words of all entries of a knowledge base, and who shares them. Immutable."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._documents = {p: d for p, d in kb.documents.items() if d.kind == "entry"}
        told = _told(self._documents.values())
        holders = Counter(word for words in told.values() for word in words)
        rarity = {word: math.log((1 + len(told)) / count) for word, count in holders.items()}
        self._weights = {
            path: _normed({word: place * rarity[word] for word, place in words.items()})
            for path, words in told.items()
        }
        self._finders = {path: _rarest(words, holders) for path, words in self._weights.items()}
        self._found_by: dict[str, list[str]] = defaultdict(list)
        for path, finders in self._finders.items():
            for word in finders:
                self._found_by[word].append(path)

    def nearest(self, path: str, most: int | None = 3, least: float = 0.0) -> list[Lookalike]:
        """Return the entries that are most like one, the most alike first.

        Args:
            path: of the entry; what is none has nothing like it.
            most: how many at most.
            least: scores below are left out.
        """
        own = self._weights.get(path)
        if own is None:
            return []
        met = Counter(other for word in self._finders[path] for other in self._found_by[word])
        scores = [
            (_score(own, self._weights[other]), other)
            for other, times in met.items()
            if times >= FEW and other != path
        ]
        ranked = sorted((item for item in scores if item[0] >= least), key=lambda i: (-i[0], i[1]))
        return [
            Lookalike(other, round(score, 3), self._shared(path, other))
            for score, other in ranked[:most]
        ]

    def pairs(self, least: float) -> Iterator[tuple[str, Lookalike]]:
        """Yield each pair that scores so high, once: a path, and a later one that is like it."""
        for path in self._documents:
            for found in self.nearest(path, None, least):
                if found.path > path:
                    yield path, found

    def covered(self, path: str, other: str) -> tuple[float, float]:
        """Return how much of a title another entry says: anywhere, in its title and keywords.

        Both 0 to 1, by the weight of the title's words. "Metadata: Votes" and "Metadata: Keys" are
        much alike, but the word that tells them apart is not said by the other.
        """
        own, words = self._weights[path], self._weights[other]
        title = title_of(self._documents[path])
        whole = _sum(own, title)
        if not whole:
            return 1.0, 1.0
        head = head_of(self._documents[other])
        return _sum(own, title & words.keys()) / whole, _sum(own, title & head) / whole

    def _shared(self, path: str, other: str, most: int = 5) -> tuple[str, ...]:
        one, two = self._weights[path], self._weights[other]
        both = sorted(one.keys() & two.keys(), key=lambda word: (-one[word] * two[word], word))
        written = _spelled(self._documents[path])
        return tuple(islice(dict.fromkeys(written[s] for s in both if s in written), most))


def title_of(document: Document) -> frozenset[str]:
    """Return the words of what an entry is called, without those of its ID."""
    name = f"{document.display_title} {speaking_name(document.path)}"
    own = words_of(document.id or "")
    numbers = {word.lstrip("0") for word in own if word.isdigit()}  # `adr-071-…` is ADR-71
    return frozenset(w for w in words_of(name) - own if w.lstrip("0") not in numbers)


def head_of(document: Document) -> frozenset[str]:
    """Return the words of an entry's title and keywords."""
    return title_of(document) | words_of(" ".join(document.keywords))


def _told(documents: Collection[Document]) -> dict[str, dict[str, float]]:
    """Return path → word → how much the place where it stands says of what the entry is about."""
    lines = {d.path: _lines(d.text[d.body_start :]) | {d.summary or ""} for d in documents}
    held = Counter(line for own in lines.values() for line in own)
    return {
        document.path: _places(document, [x for x in lines[document.path] if held[x] < TEMPLATE])
        for document in documents
    }


def _lines(body: str) -> set[str]:
    """Return the first lines of a text, without code, comments and addresses."""
    return set(_NOISE.sub(" ", body[: 4 * READ])[:READ].split("\n"))


def _places(document: Document, lines: Collection[str]) -> dict[str, float]:
    text, summary = set(_WORD.findall("\n".join(lines))), document.summary or ""
    places = (
        (IN_TEXT, frozenset[str]().union(*map(words_of, text))),
        (IN_SUMMARY, words_of(summary if summary in lines else "")),
        (IN_KEYWORDS, words_of(" ".join(document.keywords))),
        (IN_TITLE, title_of(document)),
    )
    own = words_of(document.id or "")
    return {word: place for place, words in places for word in words - own}


def _normed(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _rarest(words: Mapping[str, float], holders: Mapping[str, int]) -> list[str]:
    """Return the words by which an entry finds others: the weightiest that few others have."""
    known = [word for word in words if 1 < holders[word] <= RARE]
    return sorted(known, key=lambda word: (-words[word], word))[:RAREST]


def _score(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    if len(one) > len(two):
        one, two = two, one
    return min(sum(weight * two[word] for word, weight in one.items() if word in two), 1.0)


def _sum(weights: Mapping[str, float], words: Iterable[str]) -> float:
    return sum(weights.get(word, 0.0) for word in sorted(words))


def _spelled(document: Document) -> dict[str, str]:
    """Return stem → how a document writes the word, in lower case."""
    text = " ".join((document.display_title, *document.keywords, document.text[:READ]))
    written: dict[str, str] = {}
    for word in _WORD.findall(text):
        for stem in words_of(word):
            written.setdefault(stem, word.lower())
    return written

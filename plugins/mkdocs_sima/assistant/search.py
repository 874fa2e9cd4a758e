"""Entries for a question: by ID, else by the words that name them, else by their text."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from mkdocs_sima.knowledge_base.lookup.successors import successor_of
from mkdocs_sima.knowledge_base.lookup.title_words import words_of
from mkdocs_sima.parsing.identity.grammar import Grammar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

_TITLE, _KEYWORD, _SUMMARY, _HEADING, _TEXT = 8.0, 6.0, 3.0, 3.0, 1.0  # what a word is worth where
_MOST_IN_TEXT = 3.0
_SUPERSEDED = 0.5
_INDEX = 0.4  # a page that lists entries holds all words
_IDEAL_LENGTH = 3_000  # characters; in a longer text a word says less
_WORD = re.compile(r"\w[\w'’-]*")
_QUESTIONS = (  # what is asked, and how those call it who wrote the answer
    (r"\bhow long\b", "timeout"),
    (r"\bhow (?:many|often)\b", "limit"),
    (r"\bhow (?:big|large)\b", "size"),
    (r"\bhow (?:much|expensive)\b", "cost"),
    (r"\bhow fast\b", "performance"),
)
_SMALL_WORDS = """
a about all an and any are as at be by can cites could do does find for from has have how i in into
is it may me my not of on or our shall should that the their there they this to use we what
when where which who why will with you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())


class Hit(NamedTuple):
    """One document that answers a question, and how well."""

    document: Document
    score: float


class _Searchable(NamedTuple):
    """What of a document is searched: words in one form, text in small letters."""

    document: Document
    title: frozenset[str]
    keywords: frozenset[str]
    summary: frozenset[str]
    headings: frozenset[str]
    text: str


_known: WeakKeyDictionary[KnowledgeBase, list[_Searchable]] = WeakKeyDictionary()


def search(
    kb: KnowledgeBase, query: str, keep: Callable[[Document], bool] = lambda _: True
) -> list[Hit]:
    """Return the documents that answer a query, the best first.

    An ID finds its entry, then those that cite it. Else every word counts by how rare it is and by
    where it stands; a document that has all words comes before one that has some.

    Args:
        kb: where to look.
        query: words, IDs, or a question.
        keep: which documents may be found.
    """
    hits: dict[str, Hit] = {}
    rest = query
    for document in _named(kb, query):
        rest = rest.replace(document.id or "", " ")
        if keep(document):
            hits.setdefault(document.path, Hit(document, 1_000.0))
        for backlink in kb.backlinks(document.path):
            source = kb.documents[backlink.source]
            if keep(source) and source.kind == "entry":
                hits.setdefault(source.path, Hit(source, 500.0))
    for hit in _by_words(kb, rest, keep):
        hits.setdefault(hit.document.path, hit)
    return sorted(hits.values(), key=lambda hit: (-hit.score, hit.document.path))


def _named(kb: KnowledgeBase, query: str) -> Iterator[Document]:
    """Yield the entries whose ID, title or file name the query is, or whose IDs it holds."""
    whole = kb.find(query)
    if whole.target:
        yield kb.documents[whole.target]
    grammar = Grammar.of(kb.settings)
    for word in re.findall(r"[\w-]+", query):
        if grammar.parse(word):
            found = kb.find(word)
            yield from (kb.documents[candidate.path] for candidate in found.candidates[:3])


def _by_words(kb: KnowledgeBase, query: str, keep: Callable[[Document], bool]) -> Iterator[Hit]:
    for asked, meant in _QUESTIONS:
        query = re.sub(asked, meant, query, flags=re.IGNORECASE)
    words = [word for word in dict.fromkeys(_WORD.findall(query.casefold())) if word not in _SMALL]
    if not words:
        return
    rows = _searchable(kb)
    stems = [words_of(word) or frozenset({word}) for word in words]
    counts = [[row.text.count(_stem(word)) for row in rows] for word in words]
    weights = [log((len(rows) + 1) / (sum(map(bool, found)) + 0.5)) + 0.3 for found in counts]
    for number, row in enumerate(rows):
        if not keep(row.document):
            continue
        score, met = 0.0, 0
        for word, stem in enumerate(stems):
            worth = _worth(row, stem, counts[word][number])
            met += worth > 0
            score += worth * weights[word]
        if met:
            score *= (met / len(words)) ** 2 * _standing(kb, row.document)
            yield Hit(row.document, score)


def _worth(row: _Searchable, stem: frozenset[str], count: int) -> float:
    worth = _TITLE * (stem <= row.title) + _KEYWORD * (stem <= row.keywords)
    worth += _SUMMARY * (stem <= row.summary) + _HEADING * (stem <= row.headings)
    length = max(1.0, len(row.text) / _IDEAL_LENGTH)
    return worth + min(_MOST_IN_TEXT, _TEXT * log(1 + 4 * count / length))


def _standing(kb: KnowledgeBase, document: Document) -> float:
    """Return what a document counts for: entries most, those that no longer hold half of that."""
    if document.kind != "entry":
        return _INDEX
    return _SUPERSEDED if successor_of(kb, document) else 1.0


def _searchable(kb: KnowledgeBase) -> list[_Searchable]:
    if kb not in _known:
        _known[kb] = [
            _Searchable(
                document,
                words_of(f"{document.display_title} {document.id or ''}"),
                words_of(" ".join((*document.keywords, document.category or ""))),
                words_of(document.summary or ""),
                words_of(" ".join(heading.text for heading in document.headings)),
                document.text[document.body_start :].casefold(),
            )
            for document in kb.documents.values()
            if document.kind != "template"
        ]
    return _known[kb]


@lru_cache(maxsize=1_000)
def _stem(word: str) -> str:
    """Return the beginning of a word that its other forms have as well: `locks` → `lock`."""
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word

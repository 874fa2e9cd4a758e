"""Entries that are about what a title says, before the entry with that title is written."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.graph.lookalikes import head_of, title_of
from mkdocs_sima.knowledge_base.lookup.bearers import fold_title
from mkdocs_sima.knowledge_base.lookup.title_words import words_of

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase

_ENOUGH = 0.65  # share of a title's weight that another entry's title and keywords must say
_SELDOM = 3  # entries; a word that fewer have, or none, is no rarer: "need" is no subject
_SEVERAL = 2  # words; one alone is a field of knowledge and no subject


def about(kb: KnowledgeBase, title: str, most: int = 3) -> list[str]:
    """Return the paths of entries that bear a title or say its subject, the nearest first."""
    entries = {path: d for path, d in kb.documents.items() if d.kind == "entry"}
    heads = {path: title_of(d) | head_of(d) for path, d in entries.items()}
    counts = Counter(word for words in heads.values() for word in words)
    wanted = words_of(title)
    weights = {
        word: math.log((2 + len(heads)) / (1 + max(counts[word], _SELDOM))) for word in wanted
    }
    whole = sum(weights.values()) or 1.0
    found: list[tuple[float, str]] = []
    for path, words in heads.items():
        shared = wanted & words
        score = sum(weights[word] for word in shared) / whole
        if fold_title(entries[path].title or "") == fold_title(title):
            found.append((2.0, path))
        elif score >= _ENOUGH and len(shared) >= _SEVERAL:
            own = len(shared) / len(title_of(entries[path]) or shared)  # nothing else in its title
            found.append((score * min(own, 1.0), path))
    return [path for _, path in sorted(found, key=lambda item: (-item[0], item[1]))[:most]]

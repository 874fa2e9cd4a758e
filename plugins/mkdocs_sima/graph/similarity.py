"""Which documents are about the same thing, judged by the keywords that they share.

A keyword that everybody uses says nothing; one that only two documents use says a lot. So each
keyword weighs as much as it is rare (inverse document frequency), and the score of two documents
is the cosine of their weighted keywords.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.graph.nodes import Likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMON = 60
"""Keywords of more documents than this are left out: they say little and make it quadratic."""


def find_alike(
    keywords: Mapping[str, Sequence[str]], *, most: int = 4, least: float = 0.2
) -> tuple[Likeness, ...]:
    """Return pairs of documents that share rare keywords, sorted by their keys.

    Args:
        keywords: path → its keywords, lower case.
        most: how many partners each document proposes, best first.
        least: pairs that score below are left out.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for path in sorted(keywords):
        for word in sorted(set(keywords[path])):
            holders[word].append(path)
    weight = {word: math.log(1 + len(keywords) / len(paths)) for word, paths in holders.items()}
    length = {
        path: math.sqrt(sum(weight[word] ** 2 for word in set(words)))
        for path, words in keywords.items()
    }
    pairs: dict[tuple[str, str], Likeness] = {}
    for path in sorted(keywords):
        scores: Counter[str] = Counter()
        words = {w for w in keywords[path] if 1 < len(holders[w]) <= COMMON}
        for word in sorted(words):
            for other in holders[word]:
                scores[other] += weight[word] ** 2  # type: ignore[assignment]
        del scores[path]
        ranked = sorted(
            ((dot / (length[path] * length[other]), other) for other, dot in scores.items()),
            key=lambda item: (-item[0], item[1]),
        )
        for score, other in ranked[:most]:
            a, b = sorted((path, other))
            if score >= least and (a, b) not in pairs:
                shared = sorted(words & set(keywords[other]), key=lambda w: (-weight[w], w))
                pairs[a, b] = Likeness(a, b, round(min(score, 1.0), 4), tuple(shared))
    return tuple(pairs[key] for key in sorted(pairs))

"""What the words beside a reference say against the order of the scopes.

They win in four cases. The first choice is the document itself, and they hold the whole title or
slug of another. They share no word with the first choice and two or more with another. All
that they share with the first are words that half the knowledge base uses, and they name another
by telling ones. Or the first is not of the document's own scope, and they hold the whole title or
slug of one that lies nearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base.lookup.answers import Candidate
    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.resolving.citation import Citation


def preferred(
    ordered: Sequence[Candidate],
    cited: Citation,
    index: Index,
    *,
    labelled: bool,
    at_home: bool,
) -> Candidate | None:
    """Return the candidate that a gloss names so clearly that the first can't be meant.

    Args:
        ordered: the candidates, first choice first.
        cited: where the reference stands, and the words beside it.
        index: knows the words of the candidates.
        labelled: the first choice lies in a scope that the author named; only a gloss that does
            not fit it at all outweighs that.
        at_home: the first choice is of the document's own scope.
    """
    gloss, path = cited.gloss, cited.path
    first = ordered[0].path
    own = gloss & index.words(first)
    if first == path and not index.is_named_by(first, gloss):  # a document seldom cites itself
        titled = next((c for c in ordered if index.is_named_by(c.path, gloss)), None)
        if titled:
            return titled
    best = max(ordered, key=lambda c: len(gloss & index.words(c.path)))
    fitting = gloss & index.words(best.path)
    if best.path != first and len(fitting) > 1:
        if first == path:
            return best if len(fitting) > len(own) else None
        if not own:
            return best
        common = index.common_words
        telling = fitting & index.name_words(best.path)
        if own <= common and len(telling) > 1 and not telling <= common and not labelled:
            return best
    if at_home or labelled or path is None or index.is_named_by(first, gloss):
        return None
    near = (c for c in ordered if distance(c.path, path) < distance(first, path))
    return next((c for c in near if index.is_named_by(c.path, gloss)), None)

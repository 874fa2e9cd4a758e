"""Choose among documents that bear the same name: by folder, gloss, distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.answers import Candidate, Resolution
from mkdocs_sima.knowledge_base.lookup.paths import distance, folder_of
from mkdocs_sima.knowledge_base.resolving.recent_answers import MANY, Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.knowledge_base.resolving.citation import Citation
    from mkdocs_sima.knowledge_base.scopes.order import ScopeTable


class Nearness:
    """Orders candidates by how near they are to where they are cited."""

    def __init__(self, index: Index, scopes: ScopeTable) -> None:
        self._index = index
        self._scopes = scopes
        self._recent = Recent()
        self._stray: dict[str, bool] = {}  # path → whether it is a stray copy

    def choose(self, paths: Sequence[str], cited: Citation, reason: str) -> Resolution:
        """Return the nearest; "ambiguous" if two are equally near."""
        if len(paths) < MANY or cited.path in paths:  # which means itself, unlike its neighbours
            return self._choose(paths, cited, reason)
        folder = None if cited.path is None else folder_of(cited.path)
        question = (tuple(paths), folder, cited.gloss, reason)
        return self._recent.get(question, lambda: self._choose(paths, cited, reason))

    def _choose(self, paths: Sequence[str], cited: Citation, reason: str) -> Resolution:
        ordered = self.ordered(paths, cited)
        candidates = tuple(Candidate(p, reason) for p in ordered)
        if self.is_tie(ordered, cited):
            return Resolution("ambiguous", None, candidates, reason)
        return Resolution("resolved", ordered[0], candidates, reason)

    def ordered(self, paths: Sequence[str], cited: Citation) -> Sequence[str]:
        """Return the paths, nearest first."""
        if len(paths) == 1:
            return paths
        return sorted(paths, key=lambda p: (self._steps(p, cited), p))

    def is_tie(self, ordered: Sequence[str], cited: Citation) -> bool:
        """Tell whether the first two, nearest first, are equally good."""
        if len(ordered) < 2:
            return False
        first, second = ordered[:2]
        if second in self._index.copies.get(first, ()):
            return False  # the same text twice: whichever
        return self._steps(first, cited) == self._steps(second, cited)

    def _steps(self, candidate: str, cited: Citation) -> tuple[int, ...]:
        steps = distance(candidate, cited.path) if cited.path is not None else 0
        shared = len(cited.gloss & self._index.words(candidate)) if cited.gloss else 0
        # One of several that bear an ID means itself by it, unless the words beside it say more.
        is_other = candidate != cited.path
        return (min(steps, 1), -shared, self._is_stray(candidate), steps, is_other)

    def _is_stray(self, path: str) -> bool:
        """Whether the same text is an entry of another scope, which is more at home there."""
        found = self._stray.get(path)
        if found is None:  # found out for all copies at once: there may be hundreds
            copies = self._index.copies.get(path, (path,))
            general = [copy for copy in copies if self._scopes.of(copy).path == ""]
            self._stray |= dict.fromkeys(copies, False)
            self._stray |= dict.fromkeys(general, len(general) < len(copies))
            found = self._stray[path]
        return found

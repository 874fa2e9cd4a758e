"""Answers given lately, for questions that are dear and asked again nearby."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from mkdocs_sima.knowledge_base.lookup.answers import Resolution

MANY = 8
"""Candidates from which on it is worth it to remember what was chosen among them."""

_MOST = 256  # each holds all candidates


class Recent:
    """The choices among many candidates made for the last few folders.

    Hundreds of documents may bear one ID, and hundreds of others cite it: what these mean depends
    on their folder and their words, and neighbours are resolved one after the other.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, Resolution] = {}

    def get(self, question: Hashable, choose: Callable[[], Resolution]) -> Resolution:
        """Return what was chosen, or choose."""
        found = self._known.get(question)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            found = self._known[question] = choose()
        return found

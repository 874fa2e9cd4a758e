"""The name that is closest to one that nobody bears."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.bearers import name_key
from mkdocs_sima.parsing.identity.grammar import fold_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_sima.model import Document

_ALIKE = 80  # percent of two names that agree, from which on they are close


class ClosestNames:
    """Finds the REF-ID or file name that somebody may have meant."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def find(self, text: str) -> str | None:
        """Return the closest one, if any is close."""
        wanted = text.strip()
        if re.search(r"\.(?:md|markdown)$", wanted, re.IGNORECASE):
            return self._files.find(name_key(wanted))
        return self._ids.find(fold_id(wanted))

    @cached_property
    def _files(self) -> _Closest:
        return _Closest({name_key(path): path.rsplit("/", 1)[-1] for path in self._documents})

    @cached_property
    def _ids(self) -> _Closest:
        return _Closest({fold_id(d.id): d.id for d in self._documents.values() if d.id})


class _Closest:
    """Finds the closest of many names; asks only those that are about as long."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take folded names with what to answer for each."""
        self._names = names
        self._near: dict[int, list[str]] = {}  # length → names whose length may be close
        self._found: dict[str, str | None] = {}

    def find(self, key: str) -> str | None:
        """Return the answer for the name closest to a folded one, if any is close."""
        if key not in self._found:
            from rapidfuzz import fuzz, process  # slow to import

            near = self._as_long_as(len(key))
            best = process.extractOne(key, near, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            self._found[key] = self._names[best[0]] if best else None
        return self._found[key]

    def _as_long_as(self, length: int) -> list[str]:
        """Return the names of such a length that four fifths of both can agree."""
        if length not in self._near:
            self._near[length] = [
                name for name in self._names if 2 * length <= 3 * len(name) <= 4.5 * length
            ]
        return self._near[length]

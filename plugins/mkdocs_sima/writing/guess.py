"""The types of a folder's entries, as far as its files tell: what to declare, and what to ask."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.settings import EntryType

_ENOUGH = 3  # files that look alike may be a type; two may be chance
_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9]{1,9})-(\d{1,6})(?![A-Za-z0-9]|-\d)")  # and no date


@dataclass(frozen=True, slots=True)
class Guess:
    """Types that aren't declared, but that several files are named after."""

    sure: dict[str, EntryType]  # as they would be declared
    perhaps: dict[str, int]  # type → number of files; `Session-12` need not be an ID


def guess_types(kb: KnowledgeBase) -> Guess:
    """Return the types that were learned, and the words that several files are named after."""
    learned = [kind for kind in kb.settings.types.values() if kind.inferred]
    sure = {kind.name: replace(kind, inferred=False) for kind in learned}
    known = {name.casefold() for name in kb.settings.types}
    named = Counter(
        match[1].upper()
        for path, document in kb.documents.items()
        if not document.ref_id
        and (match := _NAMED.match(path.rpartition("/")[2]))
        and match[1].casefold() not in known
    )
    perhaps = {name: count for name, count in sorted(named.items()) if count >= _ENOUGH}
    return Guess(sure, perhaps)

"""Which entry an entry says it supersedes, or is superseded by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Mention

    Places = dict[tuple[str, str], tuple[str, Mention]]

OLDER, NEWER = "supersedes", "superseded-by"  # relations: to an older entry, to a newer one

# "❌ Deprecated", "Superseded by DEC-07".
OVER = re.compile(
    r"\W*(deprecated|superseded|obsolete|replaced|retired|withdrawn|rejected)\b", re.I
)


def successions(kb: KnowledgeBase) -> Places:
    """Return (older entry, newer entry) → where that is said: in a field or a list of relations."""
    places: Places = {}
    for path, document in kb.documents.items():
        for mention in document.mentions:
            if mention.relation not in (OLDER, NEWER) or mention.where not in ("field", "section"):
                continue
            target = kb.explain(path, mention).target  # unlike a reference, it may be this entry
            if target is not None:
                pair = (path, target) if mention.relation == NEWER else (target, path)
                places.setdefault(pair, (path, mention))
    return places

"""The types of a knowledge base as text: YAML, ready to paste into the settings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.writing.first_settings import type_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase


def type_settings(kb: KnowledgeBase) -> Iterator[str]:
    """Yield the types that entries bear: the learned as YAML, the declared as comments."""
    counts = Counter(doc.ref_id.type for doc in kb.documents.values() if doc.ref_id)
    types = sorted(kb.settings.types.values(), key=lambda kind: (-counts[kind.name], kind.name))
    learned = [kind for kind in types if kind.inferred]
    for kind in types:
        if counts[kind.name] and not kind.inferred:
            yield f"# {kind.name}: declared ({kind.label}), {counts[kind.name]} entries"
    if not learned:
        yield "# No type was learned: no other documents number themselves and are cited by that."
        return
    yield "# Learned from the documents; as settings, below `- sima:` in the plugins of mkdocs.yml:"
    yield "types:"
    for kind in learned:
        yield f"  # {kind.evidence}; {counts[kind.name]} entries"
        yield f"  {type_line(kind)}"

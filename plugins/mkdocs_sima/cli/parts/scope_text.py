"""The scopes of a knowledge base as text: YAML, ready to paste into the settings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.writing.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase


def scope_settings(kb: KnowledgeBase) -> Iterator[str]:
    """Yield the scopes as YAML, one line each, with the number of their entries."""
    entries = Counter(kb.scope_of(p).path for p, d in kb.documents.items() if d.id)
    yield "# Goes below `- sima:` in the plugins of mkdocs.yml. The root is always a scope."
    if not any(scope.path for scope in kb.scopes):
        yield "scopes: []"
        return
    yield "scopes:"
    for scope in kb.scopes:
        if not scope.path:
            continue
        how = "declared" if scope.declared else "inferred"
        bare = "" if scope.bare_is_own else ", a bare ID means another scope's entry"
        number = entries[scope.path]
        yield f"  - path: {scalar(scope.path)}  # {how}, {number} entries{bare}"
        if scope.prefix:
            yield f"    prefix: {scalar(scope.prefix)}"
        if scope.next:
            yield f"    next: [{', '.join(map(scalar, scope.next))}]"

"""What an entry claims for itself alone: its ID, in its scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document


def claim(kb: KnowledgeBase, document: Document) -> tuple[str, str] | None:
    """Return what no two entries may have in common: the scope of a bare ID, and the ID."""
    if document.kind != "entry" or not document.ref_id or not document.id:
        return None
    scope = "" if document.ref_id.prefix else kb.scope_of(document.path).path
    return scope, document.id.casefold()

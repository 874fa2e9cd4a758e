"""What holds in place of an entry that no longer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document


def successor_of(kb: KnowledgeBase, document: Document) -> Document | None:
    """Return the document that supersedes another: by its own words, else by the other's."""
    for reference in kb.references(document.path):
        if reference.mention.relation == "superseded-by" and reference.target:
            return kb.documents[reference.target]
    for backlink in kb.backlinks(document.path):
        if backlink.relation == "superseded-by":
            return kb.documents[backlink.source]
    return None

"""All documents of one knowledge base: look-up, scopes, resolved references, backlinks."""

from mkdocs_sima.knowledge_base.base import KnowledgeBase
from mkdocs_sima.knowledge_base.loading.documents import ParseCache
from mkdocs_sima.knowledge_base.lookup.answers import (
    Backlink,
    Candidate,
    LinkTarget,
    Resolution,
    Scope,
)

__all__ = [
    "Backlink",
    "Candidate",
    "KnowledgeBase",
    "LinkTarget",
    "ParseCache",
    "Resolution",
    "Scope",
]

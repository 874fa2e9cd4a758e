"""Documents in, look-up tables, scopes, resolved references and backlinks out."""

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

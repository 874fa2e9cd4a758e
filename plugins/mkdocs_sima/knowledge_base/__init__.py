"""Documents in, look-up tables, scopes, resolved references and backlinks out.

Its names are loaded when they are asked for: a check that finds all as it was parses nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_PLACES = {"KnowledgeBase": "base", "ParseCache": "loading.documents"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_PLACES.get(name, 'lookup.answers')}")
    return getattr(module, name)

"""mkdocs-sima: repair, check, link and publish a folder of Markdown knowledge entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase

__all__ = ["KnowledgeBase", "__version__"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the public class on first use, so that `mkdocs_sima.mojibake` alone imports fast."""
    if name == "KnowledgeBase":
        from mkdocs_sima.knowledge_base import KnowledgeBase

        return KnowledgeBase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

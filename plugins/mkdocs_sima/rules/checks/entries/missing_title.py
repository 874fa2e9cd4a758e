"""missing-title: a document that nowhere says what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each document with text and no title in it, in its front matter or its file name."""
    for path, document in kb.documents.items():
        if document.title is None and document.text.strip():
            shown = f"; it is shown as '{document.display_title}'" if document.display_title else ""
            yield RULE.at(path, 1, 1, f"no title{shown}; give it a first line '# Title'")


RULE = Rule(
    name="missing-title",
    severity="warning",
    summary="A document nowhere says what it is called, so the site shows words of its file name.",
    example="**REF-ID:** LESS-12\n\nA first line such as `# LESS-12: Budget retries` is missing.",
    look=look,
)

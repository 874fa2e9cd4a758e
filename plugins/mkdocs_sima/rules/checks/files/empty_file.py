"""empty-file: a Markdown file with nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each file without text, unless another rule says already why it has none."""
    for path, document in kb.documents.items():
        if not document.text.strip() and not document.problems:
            yield RULE.at(path, 1, 1, "the file is empty; write it or delete it")


RULE = Rule(
    name="empty-file",
    severity="warning",
    summary="A Markdown file holds no text, so its page is empty.",
    example="LESS-07.md has 0 bytes.\n\nIt was created, or lost its content when a disk was full.",
    look=look,
)

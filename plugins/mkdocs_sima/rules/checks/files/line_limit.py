"""line-limit: a document longer than the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report, at the first line too many, each document with more lines than `line_limit`."""
    limit = kb.settings.line_limit
    for path, document in kb.documents.items():
        lines = document.text.count("\n") + (not document.text.endswith("\n"))
        if lines > limit:
            yield RULE.at(path, limit + 1, 1, f"{lines} lines; the limit is {limit}")


RULE = Rule(
    name="line-limit",
    severity="warning",
    summary="A document has more lines than `line_limit` allows (400 if the settings don't say).",
    example="A lesson of 523 lines\n\nIt is better told as two.",
    look=look,
    default=False,
)

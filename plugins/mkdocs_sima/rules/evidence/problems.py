"""Rules that hand on what the reading of a file noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding
    from mkdocs_sima.rules.rule import Rule


def problems(kb: KnowledgeBase, rule: Rule) -> Iterator[Finding]:
    """Yield the problems of every document that belong to one rule."""
    for path, document in kb.documents.items():
        for problem in document.problems:
            if problem.rule == rule.name:
                yield rule.at(path, problem.line, problem.column, problem.message)

"""unreadable-file: a file that can't be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.problems import problems
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Hand on what the readers of files and folders saw."""
    yield from problems(kb, RULE)
    for folder, reason in kb.unreadable.items():
        path = folder.rstrip("/") or "."
        yield RULE.at(path, 1, 1, f"the folder can't be read, nor what is in it: {reason}")


RULE = Rule(
    name="unreadable-file",
    severity="error",
    summary="A file or folder of the knowledge base can't be opened, so it is missing everywhere.",
    example="LESS-07.md has mode 0200.\n\nWhoever builds the site may not read it.",
    look=look,
)

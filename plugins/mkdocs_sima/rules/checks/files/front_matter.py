"""front-matter: YAML front matter that can't be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.problems import problems
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Hand on what the reader of the file saw."""
    yield from problems(kb, RULE)


RULE = Rule(
    name="front-matter",
    severity="error",
    summary="The YAML header at the top of a file can't be read, so its fields are lost.",
    example="---\ntitle: Caching: when?\n---\n\nA colon and a blank inside a value need quotes.",
    look=look,
    templates=False,
)

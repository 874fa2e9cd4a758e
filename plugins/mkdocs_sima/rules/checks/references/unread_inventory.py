"""unread-inventory: another knowledge base whose entries are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Find inventories of the settings that could not be read."""
    for base in kb.settings.inventories:
        if base.problem:
            yield RULE.at(base.source, 1, 1, base.problem, subject=base.source)


RULE = Rule(
    name="unread-inventory",
    severity="error",
    summary="The inventory of another knowledge base can't be read, so its IDs lead nowhere.",
    example="inventories:\n  - https://docs.example.org/objects.inv\n\n"
    "There is no copy of it yet: `sima inventory update` fetches one.",
    look=look,
)

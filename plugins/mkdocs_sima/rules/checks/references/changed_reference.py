"""changed-reference: a cited entry says something else now than when it was cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.upkeep.changed_references import changed_references
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry once in each document, where it is cited first."""
    for path, changes in changed_references(kb).items():
        for change in changes:
            mention = change.reference.mention
            yield RULE.of(
                kb.documents[path],
                mention,
                f"{mention.text} has changed since this was written ({change.since.date}), the "
                f"last time on {change.last.date}: {', '.join(change.what)}",
            )


RULE = Rule(
    name="changed-reference",
    severity="info",
    summary="An entry that is cited has changed since: its title, its status, or its core.",
    example="As DEC-04 says, retry three times.\n\nDEC-04 was rewritten since, by git, and says "
    "five. Corrected words don't count. `sima review` marks an entry as read.",
    look=look,
    default=False,
    templates=False,
)

"""known-missing: the text says itself that what it cites does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.missing import missing
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each missing ID and file name whose line or heading says that it is missing."""
    for document, mention, degree in missing(kb):
        if degree == "known":
            yield RULE.of(
                document,
                mention,
                f"{mention.text} does not exist; the text says so: planned, optional or gone",
            )


RULE = Rule(
    name="known-missing",
    severity="info",
    summary="What is cited does not exist, and the text says so: planned, optional, removed.",
    example="## Planned\n\n- LESS-31: Queue depth\n\nNo entry is LESS-31 so far.",
    look=look,
    templates=False,
)

"""duplicate-id: two entries claim one REF-ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.claims import claim
from mkdocs_sima.rules.evidence.listing import some_others
from mkdocs_sima.rules.evidence.loops import duplicates
from mkdocs_sima.rules.evidence.positions import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry whose full ID another entry of the same scope has as well.

    Two scopes that both number bare IDs from 01 are no mistake: there a bare ID means the nearest.
    """
    for bearers in duplicates(kb, claim):
        for document in bearers:
            others = some_others(bearers, document, lambda other: other.path)
            yield RULE.at(
                document.path,
                *id_line(document),
                f"{document.id} is also the ID of {others}",
                subject=document.id or "",
            )


RULE = Rule(
    name="duplicate-id",
    severity="error",
    summary="Two entries claim the same REF-ID, so a reference to it can't be resolved.",
    example="**REF-ID:** LESS-07\n\nAnother file says REF-ID LESS-07 too.",
    look=look,
)

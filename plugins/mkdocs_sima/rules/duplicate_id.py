"""duplicate-id: two entries claim one REF-ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.listing import some_others
from mkdocs_sima.rules.loops import duplicates
from mkdocs_sima.rules.places import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


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


def claim(kb: KnowledgeBase, document: Document) -> tuple[str, str] | None:
    """Return what no two entries may have in common: the scope of a bare ID, and the ID."""
    if document.kind != "entry" or not document.ref_id or not document.id:
        return None
    scope = "" if document.ref_id.prefix else kb.scope_of(document.path).path
    return scope, document.id.casefold()


RULE = Rule(
    name="duplicate-id",
    severity="error",
    summary="Two entries claim the same REF-ID, so a reference to it can't be resolved.",
    example="**REF-ID:** LESS-07\n\nAnother file says REF-ID LESS-07 too.",
    look=look,
)

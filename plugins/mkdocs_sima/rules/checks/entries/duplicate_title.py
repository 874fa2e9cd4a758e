"""duplicate-title: two entries of one scope with the same title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.listing import some_others
from mkdocs_sima.rules.evidence.loops import duplicates
from mkdocs_sima.rules.evidence.positions import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry whose title another entry of its scope bears as well."""
    for bearers in duplicates(kb, _title):
        if len({document.id for document in bearers}) == 1:
            continue  # one ID twice is duplicate-id's business
        for document in bearers:
            others = some_others(bearers, document, lambda other: other.id or other.path)
            yield RULE.at(
                document.path,
                *id_line(document),
                f"{others} {'bears' if len(bearers) == 2 else 'bear'} "
                f"the title '{document.title}' too",
                subject=document.title or "",
            )


def _title(kb: KnowledgeBase, document: Document) -> tuple[str, str] | None:
    if document.kind != "entry" or not document.title:
        return None
    return kb.scope_of(document.path).path, " ".join(document.title.casefold().split())


RULE = Rule(
    name="duplicate-title",
    severity="info",
    summary="Two entries of one scope bear the same title, so readers can't tell them apart.",
    example="# LESS-04: Cold starts\n\nLESS-17 is called 'Cold starts' too.",
    look=look,
)

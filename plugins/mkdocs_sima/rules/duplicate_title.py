"""duplicate-title: two entries of one scope with the same title."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.rules.places import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry whose title another entry of its scope bears as well."""
    groups: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for path, document in kb.documents.items():
        if document.kind == "entry" and document.title:
            title = " ".join(document.title.casefold().split())
            groups[kb.scope_of(path).path, title].append(document)
    for same in groups.values():
        if len({document.id for document in same}) < 2:
            continue  # one ID twice is duplicate-id's business
        for document in same:
            others = ", ".join(d.id or d.path for d in same if d is not document)
            yield RULE.at(
                document.path,
                *id_line(document),
                f"{others} bears the title '{document.title}' too",
                subject=document.title or "",
            )


RULE = Rule(
    name="duplicate-title",
    severity="info",
    summary="Two entries of one scope bear the same title, so readers can't tell them apart.",
    example="# LESS-04: Cold starts\n\nLESS-17 is called 'Cold starts' too.",
    look=look,
)

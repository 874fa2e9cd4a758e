"""orphan: an entry that no other document refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.places import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry without backlinks; one entry alone is no orphan.

    Nor is one that an ambiguous reference may mean.
    """
    entries = [d for d in kb.documents.values() if d.kind == "entry"]
    references = [reference for path in kb.documents for reference in kb.references(path)]
    cited = {reference.target for reference in references}
    for reference in references:
        if reference.verdict == "ambiguous":
            cited.update(reference.candidates)
    for document in entries if len(entries) > 1 else ():
        if document.path not in cited:
            name = document.id or document.display_title
            yield RULE.at(document.path, *id_line(document), f"nothing refers to {name}")


RULE = Rule(
    name="orphan",
    severity="info",
    summary="No document refers to this entry, not even an index, so readers don't come across it.",
    example="# LESS-31: Warm pools\n\nNo other file mentions LESS-31.",
    look=look,
)

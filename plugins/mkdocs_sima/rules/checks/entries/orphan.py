"""orphan: an entry that no other document refers to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.positions import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry without backlinks where most others of its type have some.

    An archive of proposals that nobody cites has no orphans, nor has a single entry. An ambiguous
    reference may mean each of its candidates.
    """
    entries: dict[str, list[Document]] = defaultdict(list)  # type → those that bear it
    for document in kb.documents.values():
        if document.kind == "entry":
            entries[document.ref_id.type if document.ref_id else ""].append(document)
    cited = {path for source in kb.documents for path in _cited(kb, source)}
    for alike in entries.values():
        orphans = [document for document in alike if document.path not in cited]
        if 2 * len(orphans) > len(alike):
            continue
        for document in orphans:
            name = document.id or document.display_title
            yield RULE.at(document.path, *id_line(document), f"nothing refers to {name}")


def _cited(kb: KnowledgeBase, path: str) -> Iterator[str]:
    for reference in kb.references(path):
        if reference.target:
            yield reference.target
        elif reference.verdict == "ambiguous":
            yield from reference.candidates


RULE = Rule(
    name="orphan",
    severity="info",
    summary="No document refers to this entry, not even an index, so readers don't come across it.",
    example="# LESS-31: Warm pools\n\nNo other file mentions LESS-31. "
    "Where most entries of a type are cited by nobody, nothing is said.",
    look=look,
)

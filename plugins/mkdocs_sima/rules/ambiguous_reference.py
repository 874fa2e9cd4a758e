"""ambiguous-reference: a REF-ID or file name that fits several documents equally well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding

SHOWN = 3


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every reference with two or more equally good targets."""
    for path, document in kb.documents.items():
        if document.kind == "template":
            continue
        for reference in kb.references(path):
            mention = reference.mention
            if reference.verdict != "ambiguous" or mention.form == "range":
                continue
            names = [name_of(kb, candidate) for candidate in reference.candidates]
            more = f" or {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            yield RULE.at(
                path,
                mention.line,
                mention.column,
                f"{mention.text} may mean {' or '.join(names[:SHOWN])}{more}; write the full ID",
                subject=mention.text,
            )


def name_of(kb: KnowledgeBase, path: str) -> str:
    """Return how to cite a document so that nobody mistakes it: its ID with its path."""
    ref_id = kb.documents[path].id
    return f"{ref_id} ({path})" if ref_id else path


RULE = Rule(
    name="ambiguous-reference",
    severity="warning",
    summary="A bare REF-ID or a file name fits several documents equally well.",
    example="See DEC-01.\n\nTwo scopes have a DEC-01 and nothing here says which one is meant.",
    look=look,
)

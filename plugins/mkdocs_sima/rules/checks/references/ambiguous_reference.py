"""ambiguous-reference: a REF-ID or file name that fits several documents equally well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.claims import claim
from mkdocs_sima.rules.evidence.positions import names_no_file
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding

SHOWN = 3


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every reference with two or more equally good targets.

    Where two entries claim one ID, every reference to it would be ambiguous: duplicate-id says so
    once, and mending that mends all of them.
    """
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            mention, candidates = reference.mention, reference.candidates
            if reference.verdict != "ambiguous" or mention.form == "range":
                continue
            claims = {claim(kb, kb.documents[candidate]) for candidate in candidates[:2]}
            claimed_twice = len(claims) == 1 and None not in claims
            if path in candidates or claimed_twice or names_no_file(document, mention):
                continue
            names, advice = _names(kb, candidates)
            more = f" or {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            yield RULE.of(
                document,
                mention,
                f"{mention.text} may mean {' or '.join(names[:SHOWN])}{more}; {advice}",
            )


def _names(kb: KnowledgeBase, paths: Sequence[str]) -> tuple[list[str], str]:
    """Return how to tell the candidates apart: by their IDs, or by paths if these are equal."""
    ids = [kb.documents[path].id for path in paths]
    if len(set(ids)) == len(ids) and None not in ids:
        return [str(ref_id) for ref_id in ids], "write the full ID"
    return list(paths), "link to the file"


RULE = Rule(
    name="ambiguous-reference",
    severity="warning",
    summary="A bare REF-ID or a file name fits several documents equally well.",
    example="See DEC-01.\n\nTwo scopes have a DEC-01 and nothing here says which one is meant.",
    look=look,
    templates=False,
)

"""broken-reference: a REF-ID or file name that no document answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.missing import missing
from mkdocs_sima.rules.evidence.unresolved import finding
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report every ID without an entry, and every file name in a field or related section."""
    for found in missing(kb):
        if found.degree == "reference":
            yield finding(RULE, kb, found.document, found.mention)


RULE = Rule(
    name="broken-reference",
    severity="error",
    summary="A REF-ID, or a file name in a field or a related section, leads to no document.",
    example="**Related:** LESS-99\n\nNo entry is LESS-99: it was renamed, or never written.",
    fix="With --unsafe-fixes: writes the closest ID that exists, if one is close.",
    look=look,
    templates=False,
)

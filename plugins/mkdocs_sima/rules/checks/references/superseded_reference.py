"""superseded-reference: a reference to an entry that no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.successions import OVER
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding, Mention


TELLING = ("supersedes", "superseded-by", "previous", "next")  # these speak of the succession


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each reference to a deprecated or superseded entry from one that still holds."""
    over = {
        path: document.superseded_by
        for path, document in kb.documents.items()
        if document.kind != "template"
        and (document.superseded_by or OVER.match(document.status or ""))
    }
    for path, document in kb.documents.items() if over else ():
        if path in over or document.kind != "entry":
            continue
        for reference in kb.references(path):
            mention, target = reference.mention, reference.target
            if target not in over or mention.form == "range" or _is_told(mention):
                continue
            successor = over[target]
            if successor and kb.find(successor, target).target == path:
                continue  # the successor may speak of what it replaced
            state = f"superseded by {successor}" if successor else kb.documents[target].status
            yield RULE.of(
                document,
                mention,
                f"{mention.text} is {state}",
                suggestion=successor,
            )


def _is_told(mention: Mention) -> bool:
    """Return whether a reference speaks of the succession itself: "Status: amends DEC-03"."""
    heads = (mention.label or "").casefold().split(" / ")
    return mention.relation in TELLING or "status" in heads


RULE = Rule(
    name="superseded-reference",
    severity="warning",
    summary="An entry that is deprecated or superseded is cited as if it still held.",
    example="**Prerequisite:** DEC-03\n\nDEC-03 says `**Status:** Superseded by DEC-11`.",
    look=look,
)

"""id-mismatch: the REF-ID in the text is not the one in the file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.grammar import Grammar, fold_id
from mkdocs_sima.rules.evidence.positions import place_of
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, RefId
    from mkdocs_sima.settings import Settings


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each entry whose text and file name name different entries."""
    grammar = Grammar.of(kb.settings)
    for path, document in kb.documents.items():
        own = document.ref_id
        if document.kind != "entry" or own is None:
            continue
        if kb.settings.types[own.type].inferred and (titled := _titled(document, grammar)):
            said, named = titled, own  # the name decides
        elif found := grammar.of_name(path):
            said, named = own, found
        else:
            continue
        if differ(said, named, kb.settings):
            line, column = place_of(document, said)
            message = f"the text says {said}, the file name {named}"
            yield RULE.at(path, line, column, message, subject=str(said))


def _titled(document: Document, grammar: Grammar) -> RefId | None:
    """Return the ID that the first heading begins with."""
    begin = grammar.begin(document.headings[0].text) if document.headings else None
    return begin[0] if begin else None


def differ(own: RefId, named: RefId, settings: Settings) -> bool:
    """Return whether two IDs of one file contradict each other.

    One with a prefix and one without don't; nor do two prefixes that the settings call aliases.
    """
    if fold_id(own.bare) != fold_id(named.bare):
        return True
    prefixes = {settings.aliases.get(p, p).casefold() for p in (own.prefix, named.prefix) if p}
    return len(prefixes) > 1


RULE = Rule(
    name="id-mismatch",
    severity="warning",
    summary="The REF-ID in the text and the one in the file name are different.",
    example="# LESS-15-Retries.md\n\n**REF-ID:** LESS-16\n\nThe text decides, or a learned number.",
    look=look,
)

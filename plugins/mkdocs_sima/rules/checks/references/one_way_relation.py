"""one-way-relation: a relation that the other entry does not return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each typed relation to an entry that nowhere refers back."""
    relations = kb.settings.relations
    answers = {path: {r.target for r in kb.references(path) if r.target} for path in kb.documents}
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            mention, target = reference.mention, reference.target
            relation = relations.get(mention.relation)
            if document.kind != "entry" or target is None or mention.form == "range":
                continue
            if relation is None or relation.name == "related" or path in answers[target]:
                continue
            if kb.documents[target].kind != "entry":
                continue
            other = kb.documents[target].id or target
            inverse = relations[relation.inverse].label if relation.inverse in relations else ""
            yield RULE.of(
                document,
                mention,
                f"{other} does not refer back to {document.id or path} ({inverse or 'Related'})",
            )


RULE = Rule(
    name="one-way-relation",
    severity="info",
    summary="An entry names its prerequisite, parent …, and that one doesn't refer back.",
    example="**Prerequisite:** LESS-02\n\nLESS-02 does not say `Enables: LESS-09`.",
    look=look,
    default=False,
)

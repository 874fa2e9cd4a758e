"""wrong-case: an ID in the wrong case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.broken_reference import replace_text
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each cited ID that differs from the entry's own only in upper and lower case."""
    forms = {
        path: (str(document.ref_id), document.ref_id.bare)
        for path, document in kb.documents.items()
        if document.ref_id
    }
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            mention = reference.mention
            if mention.form != "id" or reference.target is None:
                continue
            spelled = forms.get(reference.target, ())
            if mention.text in spelled:
                continue
            right = next((f for f in spelled if f.casefold() == mention.text.casefold()), None)
            if right is None:
                continue
            yield RULE.at(
                path,
                mention.line,
                mention.column,
                f"{mention.text} is spelled {right}",
                subject=mention.text,
                suggestion=right,
                fix=replace_text(document, mention, right, safe=True),
            )


RULE = Rule(
    name="wrong-case",
    severity="info",
    summary="An ID is cited in another case than its entry spells it.",
    example="See Less-04.\n\nThe entry is LESS-04.",
    fix="Writes the ID as its entry does.",
    look=look,
)

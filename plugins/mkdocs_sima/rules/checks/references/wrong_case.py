"""wrong-case: an ID in the wrong case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.fixes import replace_text
from mkdocs_sima.rules.evidence.loops import resolved
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each cited ID that differs from the entry's own only in upper and lower case.

    The text and the file name of an entry may spell its ID in two ways: both are its own.
    """
    spellings = {
        path: (str(entry.ref_id), entry.ref_id.bare)
        for path, entry in kb.documents.items()
        # `adr-0007` is how many call the file of ADR-0007, and cite it.
        if entry.ref_id and not kb.settings.types[entry.ref_id.type].is_own
    }
    for document, mention, target in resolved(kb, "id"):
        own = spellings.get(target.path, (mention.text,))
        if mention.text in own:
            continue
        right = next((form for form in own if _is(form, mention.text)), None)
        if right is None or target.path.rsplit("/", 1)[-1].startswith(mention.text):
            continue
        yield RULE.of(
            document,
            mention,
            f"{mention.text} is spelled {right}",
            suggestion=right,
            fix=replace_text(document, mention, right, safe=True),
        )


def _is(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


RULE = Rule(
    name="wrong-case",
    severity="info",
    summary="An ID is cited in another case than its entry spells it.",
    example="See Tool-04.\n\nThe entry is TOOL-04.",
    fix="Writes the ID as its entry does.",
    look=look,
)

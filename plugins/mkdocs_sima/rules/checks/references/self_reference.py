"""self-reference: an entry that lists itself among its references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_sima.parsing.identity.grammar import key_of
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, Mention

# An item or a cell: in running text an entry may well name itself.
ITEM = re.compile(r"[ \t>]*(?:[-*+][ \t]|\d+[.)][ \t]|\|)")


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report an own ID or file name in a related section or field, and links to the own page."""
    words = {word for relation in kb.settings.relations.values() for word in relation.words}
    for path, document in kb.documents.items():
        if document.kind != "entry":
            continue
        own = {key_of(document.ref_id)} if document.ref_id else set()
        name = path.rsplit("/", 1)[-1].casefold()
        labels = {field.line: field.label.casefold() for field in document.fields}
        for mention in document.mentions:
            if mention.where not in ("section", "field") or mention.local_heading:
                continue
            is_id = mention.form == "id" and mention.ref_id and key_of(mention.ref_id) in own
            if not is_id and (mention.form != "file" or mention.text.casefold() != name):
                continue
            if mention.where == "section" and not _is_item(document, mention):
                continue  # "End of LESS-04" below the list
            if kb.explain(path, mention).target != path:
                continue  # "Generic: LESS-04", or another entry that claims this ID too
            label = labels.get(mention.line)
            if not label or any(word in label for word in words):
                # Other fields, `REF-ID:` and `File:`, are what the entry is.
                yield RULE.of(
                    document,
                    mention,
                    f"{mention.text} is this entry itself",
                )


def _is_item(document: Document, mention: Mention) -> bool:
    """Return whether a mention stands in an item of a list or a row of a table."""
    start = document.text.rfind("\n", 0, mention.start) + 1
    return ITEM.match(document.text, start) is not None


RULE = Rule(
    name="self-reference",
    severity="info",
    summary="An entry lists itself among the entries that it refers to.",
    example="# LESS-04: Timeouts\n\n**Related:** LESS-03, LESS-04",
    look=look,
)

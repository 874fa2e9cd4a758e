"""What is cited and does not exist, in three degrees: three rules report one of them each.

An ID, or a file name in a field or a list of related entries, is a reference that fails. A file
name in running text may be an example or an old name. And sometimes the text says itself that there
is no such entry: not yet, or no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from mkdocs_sima.rules.places import names_no_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention

Degree = Literal["reference", "mention", "known"]

_ABSENT = (
    r"\b(?:next (?:available|free)|for future use|reserved (?:ids?|numbers?)|do(?:es)? not exist"
    r"|not (?:yet|currently) (?:assigned|available|created|used|written)"
    r"|to be (?:assigned|created|written)|(?:was|were) (?:deleted|merged|removed|renumbered))\b"
)
_HEADING = re.compile(_ABSENT + r"|\b(?:planned|future|upcoming)\b", re.IGNORECASE)
_LINE = re.compile(_ABSENT + r"|[(,|]\s*planned\s*[),|]|\bplanned:", re.IGNORECASE)


def missing(kb: KnowledgeBase, degree: Degree) -> Iterator[tuple[Document, Mention]]:
    """Yield each written ID and file name without a target that is missing to this degree.

    The inner numbers of a range are left out: who writes `LESS-01 to LESS-08` means those that
    exist. Templates show what an ID looks like, so theirs mean nothing. A file name that is the
    first heading is the document's own, from before it was renamed.
    """
    for path, document in kb.documents.items():
        if document.kind == "template":
            continue
        for reference in kb.references(path):
            mention = reference.mention
            if reference.verdict != "missing" or mention.form not in ("id", "file"):
                continue
            if mention.form == "file" and names_no_file(document, mention):
                continue
            if degree_of(document, mention) == degree:
                yield document, mention


def degree_of(document: Document, mention: Mention) -> Degree:
    """Return how much a reader misses what a mention without a target names."""
    if is_known(document, mention):
        return "known"
    return "mention" if mention.form == "file" and mention.where == "prose" else "reference"


def is_known(document: Document, mention: Mention) -> bool:
    """Return whether the line, or a label or heading above it, says that there is no such thing."""
    if _HEADING.search(mention.label or ""):
        return True
    start = document.text.rfind("\n", 0, mention.start) + 1
    end = document.text.find("\n", mention.end)
    return _LINE.search(document.text, start, end if end >= 0 else len(document.text)) is not None

"""What is cited and does not exist, in three degrees: three rules report one of them each.

An ID, or a file name in a field or a list of related entries, is a reference that fails. A file
name in running text may be an example or an old name. And sometimes the text says itself that there
is no such entry: not yet, or no more.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from mkdocs_sima.rules.places import names_no_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention

Degree = Literal["reference", "mention", "known"]

_REACH = 120  # characters: of a very long line, only what stands near is about a reference
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
            named = mention.form == "file" and mention.where == "prose"
            if degree != "known" and named is not (degree == "mention"):
                continue
            if is_known(document, mention) is (degree == "known"):
                yield document, mention


def is_known(document: Document, mention: Mention) -> bool:
    """Return whether the line, or a label or heading above it, says that there is no such thing."""
    if mention.label and _announces(mention.label):
        return True
    around = document.text[max(mention.start - _REACH, 0) : mention.end + _REACH]
    at = min(mention.start, _REACH)
    start = around.rfind("\n", 0, at) + 1
    end = around.find("\n", at)
    return _LINE.search(around, start, end if end >= 0 else len(around)) is not None


@lru_cache(maxsize=1024)
def _announces(label: str) -> bool:
    return _HEADING.search(label) is not None

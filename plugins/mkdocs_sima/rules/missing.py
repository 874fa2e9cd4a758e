"""What is cited and does not exist, in three degrees: three rules report one of them each.

An ID, or a file name in a field or a list of related entries, is a reference that fails. A file
name in running text may be an example or an old name. And sometimes the text says itself that there
is no such entry: not yet, or no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from mkdocs_sima.rules.announced import is_announced
from mkdocs_sima.rules.places import names_no_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention

Degree = Literal["reference", "mention", "known"]

_RANGE = re.compile(r"(?:[\w-]+ )?(?:number )?range", re.IGNORECASE)


def missing(kb: KnowledgeBase, degree: Degree) -> Iterator[tuple[Document, Mention]]:
    """Yield what is missing to this degree, in the order of the knowledge base."""
    for path, document in kb.documents.items():
        for mention in missing_in(kb, path):
            named = mention.form == "file" and mention.where == "prose"
            if degree != "known" and named is not (degree == "mention"):
                continue
            if is_announced(document, mention) is (degree == "known"):
                yield document, mention


def missing_in(kb: KnowledgeBase, path: str) -> Iterator[Mention]:
    """Yield each written ID and file name of a document that has no target.

    The inner numbers of a range are left out: who writes `LESS-01 to LESS-08` means those that
    exist. So are the ends of a range that is declared: `**Range:** LESS-01 to LESS-99`. Templates
    show what an ID looks like, so theirs mean nothing. A file name that is the first heading is
    the document's own, from before it was renamed.
    """
    document = kb.documents[path]
    if document.kind == "template":
        return
    for reference in kb.references(path):
        mention = reference.mention
        if reference.verdict != "missing" or mention.form not in ("id", "file"):
            continue
        if mention.form == "file" and names_no_file(document, mention):
            continue
        if mention.label and _RANGE.fullmatch(mention.label.partition(" / ")[0]):
            continue
        yield mention

"""What is cited and does not exist, in three degrees: three rules report one of them each.

An ID, or a file name in a field or a list of related entries, is a reference that fails. A file
name in running text may be an example or an old name. And sometimes the text says itself that there
is no such entry: not yet, or no more.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple
from weakref import WeakKeyDictionary

from mkdocs_sima.rules.evidence.announced import is_announced
from mkdocs_sima.rules.evidence.positions import names_no_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Mention

Degree = Literal["reference", "mention", "known"]

# "**Number range:** LESS-01 to LESS-99" declares numbers and cites none.
_RANGE = re.compile(r"(?:[\w-]+ )?(?:number )?range", re.IGNORECASE)


# Numbers that nobody comes to by counting.
_SAMPLE = re.compile(r"1234?5?|5?4?321|9{3,}")


class Missing(NamedTuple):
    """One written ID or file name that no document answers to."""

    document: Document  # that cites it
    mention: Mention
    degree: Degree


_found: WeakKeyDictionary[KnowledgeBase, tuple[Missing, ...]] = WeakKeyDictionary()


def missing(kb: KnowledgeBase) -> tuple[Missing, ...]:
    """Return all that is missing, in the order of the knowledge base; several rules ask for it."""
    if kb not in _found:
        others = _number_of_others(kb)
        _found[kb] = tuple(
            Missing(document, mention, _degree(document, mention))
            for document in kb.documents.values()
            for mention in _without_target(kb, document)
            if not (others and _is_bare(document, mention))
        )
    return _found[kb]


def _degree(document: Document, mention: Mention) -> Degree:
    if is_announced(document, mention):
        return "known"
    return "mention" if mention.form == "file" and mention.where == "prose" else "reference"


def _without_target(kb: KnowledgeBase, document: Document) -> Iterator[Mention]:
    """Yield each written ID and file name of a document that has no target.

    The inner numbers of a range are left out: who writes `LESS-01 to LESS-08` means those that
    exist. So are the ends of a range that is declared: `**Range:** LESS-01 to LESS-99`. A file
    name that is the first heading is the document's own, from before it was renamed.
    Nor is a file missing that lies in the repository beside the knowledge base, nor an entry whose
    ID only shows what IDs look like: `KEP-1234`, in backticks.
    """
    for reference in kb.references(document.path):
        mention = reference.mention
        if reference.verdict != "missing" or mention.form not in ("id", "file"):
            continue
        if mention.form == "file" and names_no_file(document, mention):
            continue
        if kb.code.beside(document.path, mention) or _is_sample(document, mention):
            continue
        if mention.label and _RANGE.fullmatch(mention.label.partition(" / ")[0]):
            continue
        yield mention


def _number_of_others(kb: KnowledgeBase) -> bool:
    """Whether bare numbers of headers, `requires: 20, 712`, mean entries of several series."""
    verdicts = Counter(
        reference.verdict
        for path, document in kb.documents.items()
        if document.front_matter
        for reference in kb.references(path)
        if _is_bare(document, reference.mention)
    )
    return verdicts["missing"] * 20 > verdicts.total()


def _is_bare(document: Document, mention: Mention) -> bool:
    own = mention.form == "id" and mention.end <= document.body_start
    return own and document.text[mention.start : mention.end].isdigit()


def _is_sample(document: Document, mention: Mention) -> bool:
    if mention.ref_id is None or not _SAMPLE.fullmatch(mention.ref_id.number):
        return False
    around = document.text[mention.start - 1 : mention.start], document.text[mention.end :][:1]
    return mention.form == "id" and around == ("`", "`")

"""number-gap: a number that was left out."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.positions import id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report, at the entry that follows it, each gap in the numbers of a type in a scope."""
    series: dict[tuple[str, str, str], dict[int, Document]] = defaultdict(dict)
    for path, document in kb.documents.items():
        ref_id = document.ref_id
        if document.kind == "entry" and ref_id and ref_id.number.isdecimal():
            key = kb.scope_of(path).path, ref_id.prefix, ref_id.type
            series[key].setdefault(int(ref_id.number), document)
    for numbers in series.values():
        ordered = sorted(numbers)
        for before, after in pairwise(ordered):
            if after - before > 1:
                document = numbers[after]
                first, last = str(before + 1), str(after - 1)
                missing = first if first == last else f"{first} to {last}"
                yield RULE.at(
                    document.path,
                    *id_line(document),
                    f"before {document.id}, number {missing} is missing",
                    subject=missing,
                )


RULE = Rule(
    name="number-gap",
    severity="info",
    summary="The numbers of a type in a scope leave one or more out.",
    example="LESS-01, LESS-02, LESS-04\n\nThere is no LESS-03.",
    look=look,
    default=False,
)

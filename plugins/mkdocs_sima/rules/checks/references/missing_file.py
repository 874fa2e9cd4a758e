"""missing-file: running text names a file that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.missing import missing
from mkdocs_sima.rules.evidence.unresolved import finding
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each file name in running text that no document bears."""
    for found in missing(kb):
        if found.degree == "mention":
            yield finding(RULE, kb, found.document, found.mention)


RULE = Rule(
    name="missing-file",
    severity="warning",
    summary="Running text names a Markdown file that does not exist.",
    example="Then update Usage-Guide.md.\n\nIn a field or a list of related entries, such a name "
    "is a broken-reference.",
    fix="With --unsafe-fixes: writes the closest file name that exists, if one is close.",
    look=look,
    templates=False,
)

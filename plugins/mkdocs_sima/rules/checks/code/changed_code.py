"""changed-code: code that has changed since the entry that cites it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.upkeep.changed_since import changed_code
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each file once in each entry, where it is cited first."""
    for path in kb.documents:
        for change in changed_code(kb, path):
            cited = change.reference.cited
            commits = "one commit" if change.number == 1 else f"{change.number} commits"
            message = (
                f"{cited.text} has changed since this was written ({change.since.date}): "
                f"{commits}, the last on {change.last.date}"
            )
            yield RULE.at(path, cited.line, cited.column, message, subject=cited.text)


RULE = Rule(
    name="changed-code",
    severity="info",
    summary="Code that an entry cites has changed since the entry did.",
    example="See `src/store/pg.py`.\n\nThe file has changed in seven commits since the entry did. "
    "Needs git with all of its history. `sima review` marks an entry as read.",
    look=look,
    templates=False,
)

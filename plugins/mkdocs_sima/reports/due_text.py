"""The entries that are due for a look, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.reports.concise import counted
from mkdocs_sima.rules.evidence.upkeep.due import Due, due

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mkdocs_sima.knowledge_base import KnowledgeBase

_SHOWN = 4  # reasons of a kind


def due_lines(kb: KnowledgeBase, today: date, focus: str, limit: int) -> Iterator[str]:
    """Yield the entries that are due below a path, "" for all, with the reasons of each."""
    inside = f"{focus}/" if focus else ""
    found = [one for one in due(kb, today) if f"{one.document.path}/".startswith(inside)]
    for one in found[:limit]:
        document = one.document
        name = " ".join(filter(None, (document.id, document.display_title)))
        cited = f"  (cited by {counted(one.cited_by, 'document')})" if one.cited_by else ""
        yield f"{document.path}: {name}{cited}"
        for reason in _reasons(kb, one):
            yield f"    {reason}"
    if len(found) > limit:
        yield f"… and {len(found) - limit:,} more; --limit shows them."
    if not found:
        yield "Nothing is due."
    if kb.code.repository.is_shallow:
        yield "A shallow clone: what changed since an entry was written is not known."


def _reasons(kb: KnowledgeBase, one: Due) -> Iterator[str]:
    if one.overdue:
        yield f"past its time by {counted(one.overdue, 'day')}"
    for change in one.code[:_SHOWN]:
        commits = counted(change.number, "commit")
        yield f"{change.reference.cited.text} changed: {commits}, the last on {change.last.date}"
    for cited in one.references[:_SHOWN]:
        target = kb.documents[cited.target]
        what = ", ".join(cited.what)
        yield f"{target.id or target.display_title} changed on {cited.last.date}: {what}"
    if more := sum(max(len(reasons) - _SHOWN, 0) for reasons in (one.code, one.references)):
        yield f"and {more} more"

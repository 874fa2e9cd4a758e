"""Which entries somebody should look at again, and why, the most urgent first."""

from __future__ import annotations

from datetime import date
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.parsing.fields.labels import reviewed_field
from mkdocs_sima.parsing.fields.values import read_date
from mkdocs_sima.rules.evidence.successions import OVER
from mkdocs_sima.rules.evidence.upkeep.changed_references import changed_references
from mkdocs_sima.rules.evidence.upkeep.changed_since import changed_code

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document
    from mkdocs_sima.rules.evidence.upkeep.changed_references import ChangedReference
    from mkdocs_sima.rules.evidence.upkeep.changed_since import ChangedCode


class Due(NamedTuple):
    """An entry to look at, and why."""

    document: Document
    overdue: int  # days past those that the settings give its type; 0 if it isn't
    code: tuple[ChangedCode, ...]
    references: tuple[ChangedReference, ...]
    cited_by: int  # documents
    urgency: float


def due(kb: KnowledgeBase, today: date) -> list[Due]:
    """Return the entries that are due, the most urgent first; none that was replaced or dropped.

    One that is past its time counts by how far, code that changed by how often, each entry that it
    cites and that changed counts once; all of that weighs more, the more documents cite it.
    """
    changed = changed_references(kb)
    found = []
    for path, document in kb.documents.items():
        if document.kind != "entry" or document.superseded_by or OVER.match(document.status or ""):
            continue
        overdue, after = _overdue(kb, document, today)
        code, references = tuple(changed_code(kb, path)), changed.get(path, ())
        if not (overdue or code or references):
            continue
        cited_by = len({link.source for link in kb.backlinks(path)})
        reasons = overdue / after + sum(log2(1 + one.number) for one in code) + len(references)
        urgency = reasons * (1 + log2(1 + cited_by))
        found.append(Due(document, overdue, code, references, cited_by, urgency))
    return sorted(found, key=lambda one: (-one.urgency, one.document.path))


def _overdue(kb: KnowledgeBase, document: Document, today: date) -> tuple[int, int]:
    """Return by how many days an entry is past its time, and how long that is."""
    after = kb.settings.review_after
    kind = document.ref_id.type if document.ref_id else ""
    allowed = after.get(kind, after.get("", 0))
    seen = _last_seen(kb, document)
    if not allowed or seen is None:
        return 0, 1
    return max((today - date.fromisoformat(seen)).days - allowed, 0), allowed


def _last_seen(kb: KnowledgeBase, document: Document) -> str | None:
    """Return the last day on which somebody is known to have cared for an entry."""
    field = reviewed_field(document)
    repository = kb.code.repository
    commit = repository.history.last(repository.in_repository(document.path))
    days = (field and read_date(field.value), commit and commit.date, document.updated)
    return max(filter(None, days), default=document.created)

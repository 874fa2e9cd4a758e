"""When documents were made and last changed: what their authors say, else what git knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document


class Dates(NamedTuple):
    """ISO dates of a document; None where nobody knows."""

    created: str | None
    updated: str | None


def dates_of(kb: KnowledgeBase, document: Document) -> Dates:
    """Return the dates of a document; git tells those that its author doesn't."""
    repository = kb.code.repository
    path = repository.in_repository(document.path)
    first, last = repository.history.first(path), repository.history.last(path)
    created = document.created or (first and first.date)
    updated = document.updated or (last and last.date)
    return Dates(created, max(updated, created) if updated and created else updated)


def changed_dates(kb: KnowledgeBase) -> dict[str, str]:
    """Return path → ISO date of the last change that is known, if only that of the creation."""
    found: dict[str, str] = {}
    for path, document in kb.documents.items():
        created, updated = dates_of(kb, document)
        if date := document.updated or updated or created:
            found[path] = date[:10]
    return found

"""When documents last changed: what their authors say, else what git knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase


def changed_dates(kb: KnowledgeBase) -> dict[str, str]:
    """Return path → ISO date. An `updated` of the author wins, then git, then `created`."""
    repository = kb.code.repository
    found: dict[str, str] = {}
    for path, document in kb.documents.items():
        last = repository.history.last(repository.in_repository(path))
        if date := document.updated or (last and last.date) or document.created:
            found[path] = date[:10]
    return found

"""The entries before and after another, by their numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document


def find_neighbours(kb: KnowledgeBase) -> dict[str, tuple[str | None, str | None]]:
    """Return for each entry the ones before and after it: same scope, same type, by number."""
    rows: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in kb.documents.values():
        if document.ref_id and document.kind == "entry":
            rows[kb.scope_of(document.path).path, document.ref_id.type].append(document)
    found: dict[str, tuple[str | None, str | None]] = {}
    for row in rows.values():
        row.sort(key=_number)
        paths: list[str | None] = [None, *(document.path for document in row), None]
        for index, document in enumerate(row, 1):
            found[document.path] = (paths[index - 1], paths[index + 1])
    return found


def _number(document: Document) -> tuple[int, str, str]:
    number = document.ref_id.number if document.ref_id else ""
    digits = "".join(c for c in number if c.isdigit() and c.isascii())
    return (int(digits) if digits else 0, number, document.path)

"""The loops that several rules have in common."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Form, Mention


def resolved(kb: KnowledgeBase, form: Form) -> Iterator[tuple[Document, Mention, Document]]:
    """Yield each mention of a form that has a target: document, mention, target."""
    for path, document in kb.documents.items():
        for reference in kb.references(path):
            if reference.mention.form == form and reference.target is not None:
                yield document, reference.mention, kb.documents[reference.target]


def duplicates(
    kb: KnowledgeBase, key: Callable[[KnowledgeBase, Document], Hashable | None]
) -> Iterator[list[Document]]:
    """Yield the documents that have a key in common, two or more at a time; `None` is no key."""
    groups: dict[Hashable, list[Document]] = defaultdict(list)
    for document in kb.documents.values():
        if (found := key(kb, document)) is not None:
            groups[found].append(document)
    return (group for group in groups.values() if len(group) > 1)

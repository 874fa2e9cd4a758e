"""missing-field: a field that entries of a type must have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.rules.evidence.positions import field_called, id_line
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding

READ = {"title", "status", "priority", "created", "updated", "category", "keywords", "summary"}


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each field that `types.X.required` names and an entry of type X lacks."""
    for path, document in kb.documents.items():
        kind = kb.settings.types.get(document.ref_id.type) if document.ref_id else None
        if kind is None or document.kind != "entry":
            continue
        for name in kind.required:
            if not _has(document, name):
                yield RULE.at(
                    path,
                    *id_line(document),
                    f"{document.id} has no {name}, which every {kind.label} needs",
                    subject=name,
                )


def _has(document: Document, name: str) -> bool:
    key = name.casefold().replace(" ", "_")
    if key in READ and getattr(document, key):
        return True
    if any(str(k).casefold() == key and v for k, v in document.front_matter.items()):
        return True
    spelled = field_called(document, name, key.replace("_", " "))
    return spelled is not None and bool(spelled.value.strip())


RULE = Rule(
    name="missing-field",
    severity="warning",
    summary="An entry lacks a field that the settings require of its type.",
    example="types:\n  DEC: {required: [status, created]}\n\nA decision without a status.",
    look=look,
)

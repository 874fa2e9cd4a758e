"""The knowledge base as data for other programs. Its shape is `schemas/export.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.knowledge_base.code.cited_code import CodeReference
    from mkdocs_sima.model import Document, Reference


def export_json(kb: KnowledgeBase, focus: str = "") -> str:
    """Return one JSON object with every document and its references, the same for the same input.

    Args:
        kb: the knowledge base.
        focus: a file or folder below its root; only documents there are listed.
    """
    return json.dumps(export_data(kb, focus), ensure_ascii=False, indent=1) + "\n"


def export_data(kb: KnowledgeBase, focus: str = "") -> dict[str, Any]:
    """Return what `export_json` writes."""
    documents = (
        document
        for path, document in kb.documents.items()
        if not focus or path == focus or path.startswith(f"{focus}/")
    )
    return {"documents": [_document(kb, document) for document in documents]}


def _document(kb: KnowledgeBase, document: Document) -> dict[str, Any]:
    ref_id = document.ref_id
    return {
        "path": document.path,
        "kind": document.kind,
        "id": document.id,
        "aliases": list(document.aliases),
        "prefix": ref_id.prefix or None if ref_id else None,
        "type": ref_id.type if ref_id else None,
        "number": ref_id.number if ref_id else None,
        "scope": kb.scope_of(document.path).name,
        "title": document.title,
        "status": document.status,
        "priority": document.priority,
        "created": document.created,
        "updated": document.updated,
        "category": document.category,
        "keywords": list(document.keywords),
        "summary": document.summary,
        "references": [_reference(kb, reference) for reference in kb.references(document.path)],
        "code": [_code(reference) for reference in kb.code.of(document.path)],
    }


def _code(reference: CodeReference) -> dict[str, Any]:
    cited = reference.cited
    return {
        "text": reference.name,
        "line": cited.line,
        "column": cited.column,
        "where": cited.where,
        "verdict": reference.verdict,
        "target": reference.target,
        "moved_to": reference.moved_to,
    }


def _reference(kb: KnowledgeBase, reference: Reference) -> dict[str, Any]:
    mention = reference.mention
    found = kb.elsewhere(reference)
    return {
        "text": mention.text,
        "line": mention.line,
        "column": mention.column,
        "where": mention.where,
        "relation": mention.relation,
        "gloss": mention.gloss,
        "verdict": reference.verdict,
        "target": reference.target,
        "candidates": list(reference.candidates),
        **({"url": found.url, "title": found.entry.title} if found else {}),
    }

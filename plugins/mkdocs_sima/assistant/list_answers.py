"""Lists of entries: those that answer a query, those around one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import TypedDict  # pydantic wants this one before 3.12

from mkdocs_sima.assistant.briefs import SHORT, AskError, Brief, brief, find_document
from mkdocs_sima.assistant.search import search
from mkdocs_sima.knowledge_base.resolving.backlinks import excerpt_of
from mkdocs_sima.parsing.text.plain import cut_at_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

_MOST_RELATED = 40


class Related(TypedDict):
    """One reference to or from an entry."""

    direction: str  # "cites" or "cited by"
    relation: str
    id: str | None
    title: str
    path: str
    line: int
    sentence: str


def search_entries(
    kb: KnowledgeBase,
    query: str,
    type_name: str | None = None,
    scope: str | None = None,
    status: str | None = None,
    limit: int = 10,
) -> list[Brief]:
    """Return the entries that answer a query, the best first, those in `limit` alone."""

    def keep(document: Document) -> bool:
        own = document.ref_id.type if document.ref_id else ""
        return (
            (not type_name or own.casefold() == type_name.casefold())
            and (not scope or kb.scope_of(document.path).is_called(scope))
            and (not status or status.casefold() in (document.status or "").casefold())
        )

    hits = search(kb, query, keep)
    return [brief(hit.document) for hit in hits[: max(1, min(limit, 50))]]


def related_entries(kb: KnowledgeBase, ref: str, relation: str | None = None) -> list[Related]:
    """Return what an entry cites and what cites it, with the words in which it does.

    Raises:
        AskError: there is no such entry, or no such relation.
    """
    document = find_document(kb, ref)
    wanted = (relation or "").casefold().replace(" ", "-")
    if wanted and wanted not in kb.settings.relations:
        names = ", ".join(sorted(kb.settings.relations))
        raise AskError(f"No relation is called '{relation}'. There are: {names}.")
    rows = [row for row in _related(kb, document) if not wanted or row["relation"] == wanted]
    return rows[:_MOST_RELATED]


def _related(kb: KnowledgeBase, document: Document) -> Iterator[Related]:
    seen: set[tuple[str, str, str]] = set()
    for reference in kb.references(document.path):
        mention = reference.mention
        if reference.target and (key := ("cites", mention.relation, reference.target)) not in seen:
            seen.add(key)
            sentence = excerpt_of(document.text, mention.start)
            yield _row_of(*key[:2], kb.documents[reference.target], mention.line, sentence)
    for backlink in kb.backlinks(document.path):
        if (key := ("cited by", backlink.relation, backlink.source)) not in seen:
            seen.add(key)
            line = backlink.reference.mention.line
            yield _row_of(*key[:2], kb.documents[backlink.source], line, backlink.excerpt)


def _row_of(direction: str, relation: str, other: Document, line: int, sentence: str) -> Related:
    return Related(
        direction=direction,
        relation=relation,
        id=other.id,
        title=other.display_title,
        path=other.path,
        line=line,
        sentence=cut_at_word(sentence, SHORT),
    )

"""What an assistant is told of an entry: no more words than it takes."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    NotRequired,  # pydantic wants these before 3.12
)

from typing_extensions import TypedDict

from mkdocs_sima.assistant.search import search
from mkdocs_sima.assistant.successors import successor_of
from mkdocs_sima.knowledge_base.lookup.bearers import fold_title
from mkdocs_sima.knowledge_base.resolving.document_references import excerpt_of
from mkdocs_sima.parsing.text.plain import cut_at_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

LONGEST = 8_000  # characters of a text that is given whole unasked
_SUMMARY = 300
_HIT_SUMMARY = 160
_MOST_HEADINGS = 20
_MOST_RELATED = 40


class AskError(ValueError):
    """A question that can't be answered; the message says why, and what could be asked."""


class Brief(TypedDict):
    """An entry in a line."""

    id: str | None
    title: str
    status: NotRequired[str]
    summary: NotRequired[str]
    path: str


class Entry(Brief):
    """An entry with its fields, and the text that was asked for."""

    type: NotRequired[str]
    scope: NotRequired[str]
    priority: NotRequired[str]
    created: NotRequired[str]
    updated: NotRequired[str]
    keywords: NotRequired[list[str]]
    superseded_by: NotRequired[str]
    sections: NotRequired[list[str]]
    text: NotRequired[str]
    note: NotRequired[str]


class Related(TypedDict):
    """One reference to or from an entry."""

    direction: str  # "cites" or "cited by"
    relation: str
    id: str | None
    title: str
    path: str
    line: int
    sentence: str


def brief(document: Document, summary: int = _HIT_SUMMARY) -> Brief:
    """Return an entry in a line; what it does not say is left out."""
    found = Brief(id=document.id, title=document.display_title, path=document.path)
    if document.status:
        found["status"] = document.status
    if document.summary:
        found["summary"] = cut_at_word(document.summary, summary)
    return found


def find_document(kb: KnowledgeBase, ref: str) -> Document:
    """Return the document that an ID, a path, a file name or a title means.

    Raises:
        AskError: none, or several; the message names the closest, or all of them.
    """
    found = kb.find(ref)
    if found.target:
        return kb.documents[found.target]
    names = [_name(kb.documents[candidate.path]) for candidate in found.candidates[:8]]
    if names:
        raise AskError(f"'{ref}' may mean {'; '.join(names)}. Ask for one of them by its path.")
    close = kb.suggest(ref)
    hint = f" Did you mean {close}?" if close else " search_entries finds entries by words."
    raise AskError(f"No entry is called '{ref}'.{hint}")


def get_entry(kb: KnowledgeBase, ref: str, part: str = "all") -> Entry:
    """Return an entry.

    Args:
        kb: where it is.
        ref: its ID, path, file name or title.
        part: "all", "summary", or the words of one of its headings.

    Raises:
        AskError: there is no such entry, or no such heading in it.
    """
    document = find_document(kb, ref)
    found = _fields(kb, document)
    text = document.text[document.body_start :].strip()
    if part == "summary":
        pass
    elif part != "all":
        found["text"] = _section(document, part)
    elif len(text) <= LONGEST:
        found["text"] = text
    else:
        found["text"] = cut_at_word(text, LONGEST // 4)
        found["note"] = (
            f"The text is long ({len(text):,} characters), this is its beginning. "
            "Ask for one of `sections` by its words as `part`."
        )
    if part == "summary" or "note" in found:
        below = [h for h in document.headings if h.level > 1]
        chapters = [h for h in below if h.level == min(x.level for x in below)]
        found["sections"] = [cut_at_word(h.text, 60) for h in chapters[:_MOST_HEADINGS]]
    return found


def _fields(kb: KnowledgeBase, document: Document) -> Entry:
    found = Entry(**brief(document, _SUMMARY))  # type: ignore[typeddict-item]
    kind = kb.settings.types.get(document.ref_id.type) if document.ref_id else None
    values = {
        "type": kind.label if kind else "",
        "scope": kb.scope_of(document.path).path,
        "priority": document.priority,
        "created": document.created,
        "updated": document.updated,
        "keywords": [*document.keywords[:12]],
    }
    found.update({key: value for key, value in values.items() if value})  # type: ignore[typeddict-item]
    if successor := successor_of(kb, document):
        found["superseded_by"] = _name(successor)
        found["note"] = "This entry no longer holds: read the one that supersedes it."
    return found


def _section(document: Document, wanted: str) -> str:
    """Return the part of a text below one heading, with the parts below that."""
    lines = document.text.split("\n")
    headings = [h for h in document.headings if h.level > 1] or [*document.headings]
    for number, heading in enumerate(headings):
        if fold_title(heading.text) == fold_title(wanted):
            end = next((h.line for h in headings[number + 1 :] if h.level <= heading.level), None)
            last = end - 1 if end else len(lines)
            return "\n".join(lines[heading.line - 1 : last]).strip()
    names = ", ".join(f"'{h.text}'" for h in headings[:_MOST_HEADINGS]) or "none"
    raise AskError(f"{_name(document)} has no section '{wanted}'. There are: {names}.")


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
        sentence=cut_at_word(sentence, _HIT_SUMMARY),
    )


def _name(document: Document) -> str:
    name = " ".join(filter(None, (document.id, document.display_title)))
    return f"{name} ({document.path})"

"""One entry, whole or in part: no more words than it takes."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    NotRequired,  # pydantic wants this one before 3.12
)

from mkdocs_sima.assistant.briefs import AskError, Brief, brief, find_document, name_of
from mkdocs_sima.knowledge_base.lookup.bearers import fold_title
from mkdocs_sima.knowledge_base.lookup.successors import successor_of
from mkdocs_sima.parsing.text.plain import cut_at_word

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

LONGEST = 8_000  # characters of a text that is given whole unasked
_SUMMARY = 300
_MOST_HEADINGS = 20


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
        found["superseded_by"] = name_of(successor)
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
    raise AskError(f"{name_of(document)} has no section '{wanted}'. There are: {names}.")

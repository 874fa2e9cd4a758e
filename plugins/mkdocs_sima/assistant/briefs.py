"""Entries in a line, and the one that is asked for."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    NotRequired,  # pydantic wants these before 3.12
)

from typing_extensions import TypedDict

from mkdocs_sima.parsing.text.plain import cut_at_word

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

SHORT = 160  # characters of a summary or a sentence among others


class AskError(ValueError):
    """A question that can't be answered; the message says why, and what could be asked."""


class Brief(TypedDict):
    """An entry in a line."""

    id: str | None
    title: str
    status: NotRequired[str]
    summary: NotRequired[str]
    path: str


def brief(document: Document, summary: int = SHORT) -> Brief:
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
    names = [name_of(kb.documents[candidate.path]) for candidate in found.candidates[:8]]
    if names:
        raise AskError(f"'{ref}' may mean {'; '.join(names)}. Ask for one of them by its path.")
    close = kb.suggest(ref)
    hint = f" Did you mean {close}?" if close else " search_entries finds entries by words."
    raise AskError(f"No entry is called '{ref}'.{hint}")


def name_of(document: Document) -> str:
    """Return the ID, the title and the path of a document."""
    name = " ".join(filter(None, (document.id, document.display_title)))
    return f"{name} ({document.path})"

"""One text out of many entries that keeps within a budget, to be pasted or piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.assistant.search import search
from mkdocs_sima.knowledge_base.lookup.successors import successor_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document

_CHARACTERS = 4  # of a token of English text, about
_MOST_FOUND = 40


def tokens_of(text: str) -> int:
    """Return about how many tokens a text has: one for four ASCII characters, or for one other."""
    others = sum(not char.isascii() for char in text)
    return -(-(len(text) - others) // _CHARACTERS) + others


def choose(kb: KnowledgeBase, asked: Sequence[str], type_name: str | None = None) -> list[Document]:
    """Return the entries that IDs, words, or a type name, in the order of what they are worth.

    An argument that means one entry stands for it; all others together are a query.
    """
    found: dict[str, Document] = {}
    words = []
    for ask in asked:
        if target := kb.find(ask).target:
            found[target] = kb.documents[target]
        else:
            words.append(ask)
    if words:
        hits = search(kb, " ".join(words), lambda document: _is_of(document, type_name))
        found |= {hit.document.path: hit.document for hit in hits[:_MOST_FOUND]}
    elif type_name and not asked:
        of_type = [d for d in kb.documents.values() if d.id and _is_of(d, type_name)]
        of_type.sort(key=lambda d: (-len(kb.backlinks(d.path)), d.path))
        found |= {document.path: document for document in of_type}
    return [*found.values()]


def make_context(kb: KnowledgeBase, documents: Iterable[Document], budget: int) -> str:
    """Return one Markdown text: all summaries that fit, then the full texts of the most cited.

    Args:
        kb: where the documents are.
        documents: the most important first.
        budget: tokens that the text may have, by `tokens_of`.

    Returns:
        A text that is the same for the same input, and never longer than the budget.
    """
    chosen = list(documents)
    left = budget
    summaries: list[str] = []
    kept: list[Document] = []
    for document in chosen:
        line = _line(kb, document)
        if (cost := tokens_of(line) + 1) > left:
            continue
        summaries.append(line)
        kept.append(document)
        left -= cost
    texts: list[str] = []
    for document in sorted(kept, key=lambda d: -len(kb.backlinks(d.path))):
        body = document.text[document.body_start :].strip()
        text = f"\n---\n\n<!-- {document.id or document.path} · {document.path} -->\n\n{body}\n"
        if (cost := tokens_of(text) + 1) <= left:
            texts.append(text)
            left -= cost
    return "".join([*(f"{line}\n" for line in summaries), *texts])


def _line(kb: KnowledgeBase, document: Document) -> str:
    name = " ".join(filter(None, (document.id, document.display_title)))
    facts = [document.status or "", document.path]
    if successor := successor_of(kb, document):
        facts.insert(0, f"superseded by {successor.id or successor.display_title}")
    summary = f": {document.summary}" if document.summary else ""
    return f"- **{name}** ({'; '.join(filter(None, facts))}){summary}"


def _is_of(document: Document, type_name: str | None) -> bool:
    own = document.ref_id.type if document.ref_id else ""
    return type_name is None or own.casefold() == type_name.casefold()

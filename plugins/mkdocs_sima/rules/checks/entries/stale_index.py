"""stale-index: an index that does not list its folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.knowledge_base.resolving.document_references import is_weak
from mkdocs_sima.rules.evidence.announced import is_announced, leads_item
from mkdocs_sima.rules.evidence.listing import some
from mkdocs_sima.rules.evidence.missing import missing
from mkdocs_sima.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Document, Finding, Mention, RefId


LISTED = 0.5  # share of its folder's entries from which on a document is an index of it


def look(kb: KnowledgeBase) -> Iterator[Finding]:
    """Report each index that lists entries which don't exist, or lacks entries of its folder."""
    folders, broken = _entries(kb), _broken_items(kb)
    for path, document in kb.documents.items():
        if (found := _generated(kb, path, document)) is not None:
            line, message = found
            yield RULE.at(path, line, 1, message, subject="generated")
        if document.kind != "index":
            continue
        listed = {r.target for r in kb.references(path) if r.target}
        gone = _gone(kb, [*broken[path], *_missing_headings(kb, document)], listed)
        lacks = _lacks(kb, listed, folders[folder_of(path)])
        parts = []
        if gone:
            parts.append(f"lists {some(gone)}, which {'do' if gone[1:] else 'does'} not exist")
        if lacks:
            named = some(lacks, lambda other: kb.documents[other].id or other)
            parts.append(f"lacks {named} of its folder")
        if parts:
            subject = ", ".join([*gone, *lacks])
            yield RULE.at(path, 1, 1, " and ".join(parts), subject=subject)


def _entries(kb: KnowledgeBase) -> dict[str, set[str]]:
    """Return folder → the entries in it."""
    folders: dict[str, set[str]] = defaultdict(set)
    for path, document in kb.documents.items():
        if document.kind == "entry":
            folders[folder_of(path)].add(path)
    return folders


def _broken_items(kb: KnowledgeBase) -> dict[str, list[Mention]]:
    """Return index → the items of its lists and tables that begin with what does not exist."""
    items: dict[str, list[Mention]] = defaultdict(list)
    for document, mention, degree in missing(kb):
        if document.kind == "index" and degree != "known" and leads_item(document, mention):
            items[document.path].append(mention)
    return items


def _lacks(kb: KnowledgeBase, listed: set[str], inside: set[str]) -> list[str]:
    """Return the entries of a folder that its index leaves out, if it is an index of it at all."""
    if len(inside & listed) < LISTED * len(inside):
        return []
    ids = {kb.documents[target].id for target in listed}
    return sorted(other for other in inside - listed if kb.documents[other].id not in ids)


def _gone(kb: KnowledgeBase, broken: Iterable[Mention], listed: set[str]) -> list[str]:
    """Return what an index lists as one of its entries and what does not exist.

    What it only cites, in a list of related entries or of another kind, is no content of it.
    """
    kinds = _kinds(kb, listed)
    return sorted({
        mention.text
        for mention in broken
        if mention.where == "prose"
        and (mention.ref_id is None or _kind(mention.ref_id) in kinds)
    })  # fmt: skip


def _kinds(kb: KnowledgeBase, listed: Iterable[str]) -> set[tuple[str, str]]:
    """Return the kinds of entries that an index is about, and not those that it cites besides."""
    ids = (kb.documents[target].ref_id for target in listed)
    counts = Counter(_kind(ref_id) for ref_id in ids if ref_id)
    return {kind for kind, count in counts.items() if 2 * count >= max(counts.values())}


def _kind(ref_id: RefId) -> tuple[str, str]:
    return ref_id.prefix, ref_id.type


def _missing_headings(kb: KnowledgeBase, document: Document) -> Iterator[Mention]:
    """Yield the IDs over sections that no entry bears.

    Elsewhere, `### DEC-01: words` may be a document's own numbering. An index speaks of entries.
    """
    for mention in document.mentions:
        if mention.form != "id" or not mention.local_heading or is_weak(mention):
            continue
        is_missing = kb.explain(document.path, mention).verdict == "missing"
        if is_missing and not is_announced(document, mention):
            yield mention


def _generated(kb: KnowledgeBase, path: str, document: Document) -> tuple[int, str] | None:
    """Return where and what is wrong with the part between index markers, if anything is."""
    if "sima:" not in document.text:
        return None
    from mkdocs_sima.writing import index
    from mkdocs_sima.writing.index_markers import MarkerError

    try:
        fresh = index.updated(kb, path, document.text) == document.text
    except MarkerError as error:
        return error.line, f"the index can't be generated: {error}"
    return None if fresh else (1, "the generated index is out of date; `sima index` rewrites it")


RULE = Rule(
    name="stale-index",
    severity="warning",
    summary="An index lists entries that don't exist, or lacks entries of its folder.",
    example="- LESS-01\n- LESS-02\n\nLESS-03 lies in the same folder and is not listed.",
    look=look,
)

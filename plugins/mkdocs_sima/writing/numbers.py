"""Which numbers are free: none that an entry bears here, none that another branch has taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.history.unmerged import added_elsewhere
from mkdocs_sima.knowledge_base.loading.documents import parse_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase, Scope
    from mkdocs_sima.model import Document, RefId


class Taken(NamedTuple):
    """An ID that an entry of another branch bears."""

    ref_id: RefId
    path: str  # relative to the root, there
    branch: str


def taken_elsewhere(kb: KnowledgeBase, root: Path) -> list[Taken]:
    """Return the IDs of entries that other branches have added; none where git is not asked."""
    files = {file.path: file for file in added_elsewhere(root)}
    documents = parse_files([(f.path, f.data) for f in files.values()], kb.settings)
    return [
        Taken(document.ref_id, document.path, files[document.path].branch)
        for document in documents
        if document.ref_id and document.kind == "entry"
    ]


def numbered_alike(kb: KnowledgeBase, type_name: str, scope: Scope) -> list[Document]:
    """Return the entries that share one numbering: those of a type in a scope."""
    return [
        document
        for path, document in kb.documents.items()
        if document.kind == "entry"
        and document.ref_id
        and document.ref_id.type == type_name
        and kb.scope_of(path) == scope
    ]


def is_numbered_so(kb: KnowledgeBase, taken: Taken, type_name: str, scope: Scope) -> bool:
    """Whether an ID of another branch shares the numbering of a type in a scope."""
    if taken.ref_id.type != type_name:
        return False
    if prefix := taken.ref_id.prefix:
        return prefix.casefold() == scope.prefix.casefold()
    return kb.scope_of(taken.path) == scope


def next_number(
    kb: KnowledgeBase, type_name: str, scope: Scope, taken: Iterable[Taken] = ()
) -> str:
    """Return the number after the highest; one that was left out may be cited somewhere."""
    here = [d.ref_id for d in numbered_alike(kb, type_name, scope) if d.ref_id]
    there = [other.ref_id for other in taken if is_numbered_so(kb, other, type_name, scope)]
    numbers = [ref_id.number for ref_id in (*here, *there) if ref_id.number.isdecimal()]
    width = max((len(number) for number in numbers), default=2)
    return f"{max(map(int, numbers), default=0) + 1:0{width}d}"


def passed_over(
    kb: KnowledgeBase, type_name: str, scope: Scope, taken: Iterable[Taken]
) -> list[Taken]:
    """Return the IDs because of which the next number is not the one that it would be here."""
    free = next_number(kb, type_name, scope)
    return [
        other
        for other in taken
        if is_numbered_so(kb, other, type_name, scope)
        and other.ref_id.number.isdecimal()
        and int(other.ref_id.number) >= int(free)
    ]

"""References of earlier runs: worked out again only where something that decides has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_sima.knowledge_base.resolving.document_references import anchor_of
from mkdocs_sima.model import Mention, Reference, RefId
from mkdocs_sima.store import NO_STORE, fingerprint, pack, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.model import Document
    from mkdocs_sima.store import Store

    References = tuple[Reference, ...]

_NAMESPACE = "references"
_REF_ID = Mention._fields.index("ref_id")
_ANCHOR = Reference._fields.index("anchor")


class KeptReferences:
    """The references of documents, from a store or newly resolved."""

    def __init__(
        self, store: Store, faces: bytes, index: Index, resolve: Callable[[Document], References]
    ) -> None:
        """Prepare to look them up.

        Args:
            store: what is remembered.
            faces: digest of everything outside a document that has a say in what it refers to.
            index: finds the fragments, which are not kept: headings come and go.
            resolve: does the work.
        """
        self._store, self._faces, self._index, self._resolve = store, faces, index, resolve

    def of(self, document: Document) -> References:
        """Return what the mentions of a document mean."""
        mentions = document.mentions
        if not mentions:
            return ()
        if self._store is NO_STORE:
            return self._resolve(document)
        own = document.path, document.kind, document.text, pack(mentions)
        return remembered(
            self._store,
            _NAMESPACE,
            fingerprint(self._faces, *own),
            lambda: self._resolve(document),
            lambda made: _rows(made, mentions),
            lambda rows: tuple([self._reference(row, mentions) for row in rows]),
            small=True,
        )

    def _reference(self, row: Any, mentions: Sequence[Mention]) -> Reference:
        first, verdict, target, candidates, reason = row
        if isinstance(first, int):
            mention = mentions[first]
        else:
            ref_id = first[_REF_ID]
            mention = Mention._make(first)._replace(ref_id=ref_id and RefId(*ref_id))
        anchor = anchor_of(mention, target, self._index)
        return Reference(mention, verdict, target, candidates, anchor, reason)


def _rows(references: References, mentions: Sequence[Mention]) -> list[tuple[object, ...]]:
    """Return plain values; a mention of the document is its number there, any other one itself."""
    numbers = {mention: number for number, mention in enumerate(mentions)}
    return [
        (
            numbers.get(reference.mention, reference.mention),
            *reference[1:_ANCHOR],
            *reference[_ANCHOR + 1 :],
        )
        for reference in references
    ]

"""What is remembered of earlier builds, so that the next one need not do it again.

A page is made anew unless everything that it is made from is what it was: the document, what its
references and links turned into, its surroundings, and what all pages share. Nothing is guessed
from times or names, so a rebuild equals a fresh build.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs_sima.knowledge_base.loading.document_data import pack_document
from mkdocs_sima.site.entry.inputs import EntryPage
from mkdocs_sima.site.rebuild.kept_lists import keep_lists
from mkdocs_sima.site.rebuild.search_entries import SearchEntries
from mkdocs_sima.site.rebuild.whole_pages import WholePages
from mkdocs_sima.site.rendering import TocToken
from mkdocs_sima.site.theme.environment import CompiledTemplates
from mkdocs_sima.store import BadDataError, fingerprint, pack, software, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.model import Document
    from mkdocs_sima.site.entry.card import Card
    from mkdocs_sima.site.entry.inputs import Inputs
    from mkdocs_sima.site.pages import KeepLists
    from mkdocs_sima.store import Store

_PAGES, _LINKS, _AROUND = "entry-pages", "links", "surroundings"
_UNKNOWN: Any = (ValueError, TypeError, LookupError, AttributeError, BadDataError)


class Packed(NamedTuple):
    """A page as it is remembered."""

    key: bytes  # what it was made from
    page: bytes
    links: bytes  # whose addresses are known when it has been made, not before
    decided_by: bytes  # what its surroundings were gathered from
    around: bytes  # digest of these


class Memory:
    """The documents' pages of earlier builds, and the templates as they were compiled."""

    def __init__(self, store: Store) -> None:
        """Begin with what is in the store."""
        self.templates, self.theme_templates = CompiledTemplates(), CompiledTemplates()
        self.search_entries = SearchEntries(store)
        self.whole_pages = WholePages(store, self.search_entries)
        self._store = store
        self._shared = b""
        self._digests: dict[str, tuple[Document, bytes]] = {}  # by path
        self._last: dict[str, bytes] = {}  # path → what its page was made from

    def begin(self, shared: bytes) -> None:
        """Begin a build; nothing counts any more if what all pages share has changed."""
        if shared != self._shared:
            self._shared = shared
            self._last.clear()
            self.templates.clear()
            self.theme_templates.clear()

    def keep_lists(self, config: MkDocsConfig) -> KeepLists:
        """Return what hands out the lists of an earlier build where they would be the same."""
        return keep_lists(self._store, config)

    def links(self, document: Document) -> Iterable[tuple[bool, str]]:
        """Return the links that were looked up when this document was rendered, if it was."""
        data = self._store.get(_LINKS, self._digest(document))
        with suppress(*_UNKNOWN):
            if data is not None:
                return [(bool(raw), str(url)) for raw, url in unpack(data)]
        return ()

    def has(self, inputs: Inputs) -> bool:
        """Tell whether the page of a document was last made from exactly this."""
        return self._last.get(inputs.document.path) == self._key(inputs)

    def page(self, inputs: Inputs, make: Callable[[], EntryPage]) -> EntryPage:
        """Return the page that was made from exactly this, or make and remember it."""
        document, key = inputs.document, self._key(inputs)
        page = _unpacked(self._store.get(_PAGES, key))
        if page is None:
            page = make()
            self.put(document, self.packed(inputs, page))
        self._last[document.path] = key
        return page

    def packed(self, inputs: Inputs, page: EntryPage) -> Packed:
        """Return a page as it is remembered."""
        toc = [(token.level, token.id, token.title) for token in page.toc]
        made = pack((page.html, toc, page.search, sorted(page.anchors)))
        around = self._decided_by(inputs), self._digest_around(inputs)
        return Packed(self._key(inputs), made, pack([*inputs.addresses]), *around)

    def put(self, document: Document, packed: Packed) -> None:
        """Have a page remembered that was packed here or in another process."""
        self._store.put(_PAGES, packed.key, packed.page)
        self._store.put(_LINKS, self._digest(document), packed.links)
        self._store.put(_AROUND, packed.decided_by, packed.around)

    def knows(self, document: Document) -> bool:
        """Tell whether a page of this document was made before; what lies around it may differ."""
        return self._store.get(_LINKS, self._digest(document)) is not None

    def leave(self) -> None:
        """Let go of the store in a forked process."""
        self._store.leave()

    def forget(self, path: str) -> None:
        """Forget how the page of a document was last made."""
        self._last.pop(path, None)

    def _key(self, inputs: Inputs) -> bytes:
        around = (
            inputs.marks,
            _without_document(inputs.card),
            self._digest_around(inputs),
            inputs.siblings,
            sorted(inputs.addresses.items()),
        )
        return fingerprint(self._shared, self._digest(inputs.document), repr(around))

    def _digest(self, document: Document) -> bytes:
        known, digest = self._digests.get(document.path, (None, b""))
        if known is not document:
            try:
                digest = fingerprint(software(), pack_document(document))
            except (TypeError, OverflowError):  # it can't be compared: it is never the same
                digest = os.urandom(16)
            self._digests[document.path] = document, digest
        return digest

    def _digest_around(self, inputs: Inputs) -> bytes:
        """Return a digest of what lies around a document; only what is new must be gathered."""
        decided_by = self._decided_by(inputs)
        digest = self._store.get(_AROUND, decided_by)
        if digest is None:
            digest = fingerprint(repr(inputs.around.related))
            self._store.put(_AROUND, decided_by, digest)
        return digest

    def _decided_by(self, inputs: Inputs) -> bytes:
        return fingerprint(self._shared, inputs.around.decided_by)


def _without_document(card: Card | None) -> object:
    return card and [
        getattr(card, field.name) for field in fields(card) if field.name != "document"
    ]


def _unpacked(data: bytes | None) -> EntryPage | None:
    with suppress(*_UNKNOWN):
        if data is not None:
            html, toc, search, anchors = unpack(data)
            return EntryPage(html, [TocToken(*row) for row in toc], search, frozenset(anchors))
    return None

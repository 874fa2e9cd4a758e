"""Parse the files of a root: on all cores, and remembered by content."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.loading.document_data import pack_document, unpack_document
from mkdocs_sima.knowledge_base.loading.workers import parse_on_all_cores
from mkdocs_sima.store import NO_STORE, BadDataError, fingerprint, software

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings
    from mkdocs_sima.store import Store

_NAMESPACE = "documents-3"


class ParseCache:
    """Remembers documents by path and content: between two loads of a process, and in a store.

    `mkdocs serve` gives the same cache to every rebuild, so that only changed files are parsed.
    """

    def __init__(self, store: Store = NO_STORE) -> None:
        self.store = store
        self._settings: Settings | None = None
        self._depends_on = b""
        self._documents: dict[str, tuple[bytes, Document]] = {}

    def key(self, path: str, data: bytes, settings: Settings) -> bytes:
        """Return a digest of everything that the document is made from."""
        if settings != self._settings:
            self._documents.clear()
            self._settings = settings
            self._depends_on = fingerprint(software(), what_parsing_asks(settings))
        return fingerprint(self._depends_on, path, data)

    def get(self, path: str, key: bytes) -> Document | None:
        """Return the document that was made from exactly this before."""
        known = self._documents.get(path)
        if known and known[0] == key:
            return known[1]
        if data := self.store.get(_NAMESPACE, key):
            with suppress(BadDataError):
                document = unpack_document(data)
                self._documents[path] = (key, document)
                return document
        return None

    def put(self, key: bytes, document: Document) -> None:
        """Remember a document; the one that this path had before is forgotten here."""
        self._documents[document.path] = (key, document)
        with suppress(TypeError, OverflowError):  # not plain, so it is parsed each time
            self.store.put(_NAMESPACE, key, pack_document(document))


def what_parsing_asks(settings: Settings) -> str:
    """Return all of the settings that the parsing of a file may depend on, learned types included.

    What the rules alone ask for is no part of it; nor is, as `repr` leaves it out, what a type was
    learned from, or each new file would have all parsed anew.
    """
    asked = replace(settings, rules={}, per_path_ignores={}, review_after={}, inventories=())
    return repr(replace(asked, cache="user"))


def parse_files(
    files: Iterable[tuple[str, bytes]],
    settings: Settings,
    progress: Callable[[int, int], None] | None = None,
    cache: ParseCache | None = None,
) -> list[Document]:
    """Parse all files of a knowledge base, given as (path, content).

    Never raises for what a file holds. The settings hold what `learn_types` has found.
    """
    todo = list(files)
    documents: list[Document] = []
    new: list[tuple[str, bytes]] = []
    digests: dict[str, bytes] = {}
    for path, data in todo:
        if cache is not None:
            digests[path] = cache.key(path, data, settings)
            if known := cache.get(path, digests[path]):
                documents.append(known)
                continue
        new.append((path, data))
    for document in parse_on_all_cores(new, settings):
        documents.append(document)
        if cache is not None:
            cache.put(digests[document.path], document)
        if progress:
            progress(len(documents), len(todo))
    return documents

"""Read and parse the files of a root: robustly, and remembered by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.loading.workers import parse_on_all_cores
from mkdocs_sima.model import Document, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from mkdocs_sima.settings import Settings


class ParseCache:
    """Remembers documents between two loads of one process, by path and content.

    `mkdocs serve` gives the same cache to every rebuild, so that only changed files are parsed.
    """

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._documents: dict[str, tuple[bytes, Document]] = {}

    def get(self, path: str, digest: bytes, settings: Settings) -> Document | None:
        """Return the document if this content was parsed with equal settings before."""
        if settings != self._settings:
            self._documents.clear()
            self._settings = settings
        known = self._documents.get(path)
        return known[1] if known and known[0] == digest else None

    def put(self, path: str, digest: bytes, document: Document) -> None:
        """Remember a document; the one that this path had before is forgotten."""
        self._documents[path] = (digest, document)


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
            from hashlib import blake2b  # loads OpenSSL; only `mkdocs serve` needs it

            digests[path] = blake2b(data, digest_size=16).digest()
            if known := cache.get(path, digests[path], settings):
                documents.append(known)
                continue
        new.append((path, data))
    for document in parse_on_all_cores(new, settings):
        documents.append(document)
        if cache is not None:
            cache.put(document.path, digests[document.path], document)
        if progress:
            progress(len(documents), len(todo))
    return documents


def read_files(root: Path, paths: Iterable[str]) -> tuple[list[tuple[str, bytes]], list[Document]]:
    """Read files; what can't be read becomes a document without text that says so."""
    contents: list[tuple[str, bytes]] = []
    unreadable: list[Document] = []
    for path in paths:
        try:
            contents.append((path, (root / path).read_bytes()))
        except (OSError, ValueError) as error:
            unreadable.append(unreadable_document(path, error))
    return contents, unreadable


def unreadable_document(path: str, error: Exception) -> Document:
    """Return the stub of a file that can't be read."""
    reason = getattr(error, "strerror", None) or str(error)
    name = path.rsplit("/", 1)[-1]
    problem = Problem("unreadable-file", 1, 1, f"the file can't be read: {reason}")
    return Document(path=path, text="", display_title=name, aliases=(name,), problems=(problem,))

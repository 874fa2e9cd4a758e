"""The content of all files of a root, read once: what a knowledge base is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.loading.source_files import Listing, list_files
from mkdocs_sima.model import Document, Problem
from mkdocs_sima.store import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Sources:
    """All files below a root, not yet parsed."""

    root: Path
    listing: Listing
    contents: list[tuple[str, bytes]]  # path, bytes
    stubs: list[Document] = field(default_factory=list)  # those that can't be read

    def digest(self) -> bytes:
        """Return a digest of everything that is known of the files; times are no part of it."""
        unreadable = [(stub.path, stub.problems) for stub in self.stubs]
        folders = sorted(self.listing.unreadable.items())
        parts: list[bytes | str] = [self.root.resolve().name, repr((unreadable, folders))]
        parts.append("\0".join(self.listing.others))
        for path, data in self.contents:
            parts += (path, data)
        return fingerprint(*parts)


def read_sources(root: Path, exclude: tuple[str, ...] = ()) -> Sources:
    """Read all files below `root` that `exclude` does not name."""
    listing = list_files(root, exclude)
    return Sources(root, listing, *read_files(root, listing.documents))


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

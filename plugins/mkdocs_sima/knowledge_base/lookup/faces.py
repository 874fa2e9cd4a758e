"""What other documents can see of a document.

An edit changes a sentence, hardly ever a title or an ID. As long as no face has changed, what a
document's references mean depends on that document alone.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from mkdocs_sima.store import fingerprint, pack, software

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_sima.knowledge_base.lookup.answers import Scope
    from mkdocs_sima.knowledge_base.lookup.bearers import Index
    from mkdocs_sima.settings import Settings

# All that resolving, lists and the graph may ask another document for. Headings, which only the
# fragment of an address needs, and dates, which many change with each edit, are no part of it:
# whoever shows one of another document must not rely on its face.
_face = attrgetter(
    *("path", "kind", "ref_id", "aliases", "title", "display_title", "status", "priority"),
    *("category", "keywords", "summary"),
)


def digest_of_faces(
    index: Index, scopes: Sequence[Scope], files: Iterable[str], settings: Settings
) -> bytes:
    """Return a digest of what all documents show, and of all else that gives it a meaning.

    Args:
        index: the documents, and which of them have the very same text: any may stand for another.
        scopes: with the habits of their authors, which show in their texts.
        files: the paths of all files.
        settings: learned types included.
    """
    return fingerprint(
        software(),
        pack([_face(document) for document in index.documents.values()]),
        pack(sorted(index.copies.items())),
        repr(scopes),
        pack(sorted(files)),
        repr(settings),
    )

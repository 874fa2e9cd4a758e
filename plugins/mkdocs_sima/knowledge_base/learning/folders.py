"""Which of several files in one folder is the entry that the folder is called after."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.identity.grammar import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings


def one_bearer_a_folder(documents: Iterable[Document], settings: Settings) -> list[Document]:
    """Return the documents, with one bearer for each ID of a learned type below its folder.

    `CIP-0009/README.md` is shown with its folder. A `CIP-0009/CIP-0009.md` beside it, which often
    only says that it has moved, is found by its name and bears no ID; nor does an annex.
    """
    found = list(documents)
    learned = {kind.name for kind in settings.types.values() if kind.inferred}
    if not learned:
        return found
    bearers: dict[str, list[str]] = defaultdict(list)
    for document in found:
        if document.ref_id and document.ref_id.type in learned:
            bearers[key_of(document.ref_id)].append(document.path)
    others = {
        path
        for paths in bearers.values()
        for readme in filter(_is_readme, paths if len(paths) > 1 else ())
        for path in paths
        if path != readme and path.startswith(folder_of(readme) + "/")
    }
    return [_without_id(d) if d.path in others else d for d in found]


def _is_readme(path: str) -> bool:
    return stem_of(path).casefold() == "readme"


def _without_id(document: Document) -> Document:
    name = document.path.rpartition("/")[2]
    return replace(document, kind="document", ref_id=None, aliases=(name,))

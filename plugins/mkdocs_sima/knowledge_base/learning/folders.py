"""Which of several documents that say one number is the entry, and which only belong to it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.learning.numbered_folders import home_of
from mkdocs_sima.knowledge_base.lookup.paths import folder_of
from mkdocs_sima.parsing.identity.file_names import stem_of
from mkdocs_sima.parsing.identity.grammar import key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings

    Bearers = Mapping[str, list[str]]  # folded ID of a learned type → paths

_LANGUAGE = re.compile(r"[-_.][a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")
_LARGER = 5  # times as many documents as a folder that belongs to another
_WHOLE = 0.8  # share of the numbers from the lowest to the highest that a series of its own has


def one_bearer_a_folder(documents: Iterable[Document], settings: Settings) -> list[Document]:
    """Return the documents, with one bearer for each ID of a learned type below its folder.

    `CIP-0009/README.md` is shown with its folder. A `CIP-0009/CIP-0009.md` beside it, which often
    only says that it has moved, is found by its name and bears no ID; nor does an annex, such as
    `tests/11-test.md` below `11.md`. Several drafts with the number `0000` have none yet.
    """
    found = list(documents)
    learned = {kind.name for kind in settings.types.values() if kind.inferred}
    if not learned:
        return found
    bearers: dict[str, list[str]] = defaultdict(list)
    for document in found:
        if document.ref_id and document.ref_id.type in learned:
            bearers[key_of(document.ref_id)].append(document.path)
    others = {*_beside_readmes(bearers), *_annexes(bearers), *_translations(bearers)}
    others.update(_drafts(bearers, others))
    return [_without_id(d) if d.path in others else d for d in found]


def _beside_readmes(bearers: Bearers) -> Iterator[str]:
    for paths in bearers.values():
        for readme in filter(_is_readme, paths if len(paths) > 1 else ()):
            below = folder_of(readme) + "/"
            yield from (path for path in paths if path != readme and path.startswith(below))


def _translations(bearers: Bearers) -> Iterator[str]:
    """Yield `VIP-180-zh_CN.md` beside `VIP-180.md`."""
    for paths in bearers.values():
        names = {(folder_of(path), stem_of(path)) for path in paths}
        for path in paths if len(paths) > 1 else ():
            match = _LANGUAGE.search(stem_of(path))
            if match and (folder_of(path), match.string[: match.start()]) in names:
                yield path


def _annexes(bearers: Bearers) -> Iterator[str]:
    """Yield the documents of folders that repeat numbers of the one above, or of a far larger one.

    One that counts from the beginning, without gaps, is a series of its own.
    """
    numbers: dict[str, dict[str, str]] = defaultdict(dict)
    for key, paths in bearers.items():
        for path in paths:
            numbers[home_of(path)][key] = path
    largest = max(numbers.values(), key=len, default={})
    for folder, own in numbers.items():
        above = numbers.get(folder_of(folder), {}) if folder else {}
        for main in (above, largest if _LARGER * len(own) <= len(largest) else {}):
            again = own.keys() & main.keys()
            if again and 2 * len(again) >= len(own) and not _is_whole(own):
                yield from (own[key] for key in again)


def _is_whole(keys: Iterable[str]) -> bool:
    numbers = [int(n) for key in keys if (n := key.rpartition("-")[2]).isdigit()]
    if len(numbers) < 2:
        return False
    return min(numbers) <= 1 and len(numbers) >= _WHOLE * (max(numbers) - min(numbers) + 1)


def _drafts(bearers: Bearers, others: Collection[str]) -> Iterator[str]:
    for key, paths in bearers.items():
        if key.rpartition("-")[2].strip("0") == "" and len(set(paths).difference(others)) > 1:
            yield from paths


def _is_readme(path: str) -> bool:
    return stem_of(path).casefold() == "readme"


def _without_id(document: Document) -> Document:
    name = document.path.rpartition("/")[2]
    return replace(document, kind="document", ref_id=None, aliases=(name,))

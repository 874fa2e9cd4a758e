"""Parse many files on all cores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima import processes
from mkdocs_sima.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings

    File = tuple[str, bytes]  # path, content

# Below this many bytes, sending documents back takes longer than parsing them here.
WORTH_FROM = 3_000_000


def parse_on_all_cores(files: Sequence[File], settings: Settings) -> Iterator[Document]:
    """Parse files, in no particular order. Small amounts are parsed right here."""
    number = _processes(files)
    if number < 2:
        yield from (parse(*file, settings) for file in files)
        return
    by_size = sorted(files, key=lambda file: (-len(file[1]), file[0]))
    for _, document in processes.spread(by_size, lambda file: parse(*file, settings), number):
        yield document


def _processes(files: Sequence[File]) -> int:
    if sum(len(data) for _, data in files) < WORTH_FROM:
        return 1
    return processes.available()

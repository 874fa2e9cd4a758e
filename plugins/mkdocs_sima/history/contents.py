"""What files held in commits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_sima.history.command import Question

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def contents(folder: Path, places: Sequence[tuple[str, str]]) -> list[bytes | None]:
    """Return for each (commit, path below the folder) the bytes of that file, if it was there.

    A folder or a submodule holds nothing.
    """
    asked = "".join(f"{commit}:./{path}\n" for commit, path in places)
    told = asked.encode("utf-8", "surrogateescape")
    said = Question(folder, "cat-file", "--batch", told=told).answer() if places else None
    if said is None:
        return [None] * len(places)
    found: list[bytes | None] = []
    at = 0
    for _ in places:
        end = said.find(b"\n", at)
        head = said[at:end].split(b" ")  # hash, kind, size; or "… missing"
        at = end + 1
        if not head[-1].isdigit():
            found.append(None)
            continue
        size = int(head[-1])
        found.append(said[at : at + size] if head[1] == b"blob" else None)
        at += size + 1
    return found

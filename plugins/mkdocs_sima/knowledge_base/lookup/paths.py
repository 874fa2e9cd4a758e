"""Paths of files below a root, with `/`: their folders, and how near they are to each other."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SUFFIXES = (".md", ".markdown")


def is_document_name(path: str) -> bool:
    """Return whether a path is that of a Markdown file, by its extension."""
    return path.lower().endswith(SUFFIXES)


def folder_of(path: str) -> str:
    """Return the folder of a file, "" for the root."""
    return path.rpartition("/")[0]


def folders_of(path: str) -> list[str]:
    """Return the folders that hold a file, outermost (the root, "") first."""
    parts = path.split("/")[:-1]
    return ["", *("/".join(parts[: n + 1]) for n in range(len(parts)))]


@lru_cache(maxsize=4096)
def upwards(folder: str) -> tuple[str, ...]:
    """Return the folder and its parents, the root last."""
    parts = folder.split("/") if folder else []
    return tuple("/".join(parts[:n]) for n in range(len(parts), -1, -1))


def join(folder: str, written: str) -> str | None:
    """Join and normalise; `None` if it leads out of the root."""
    parts = folder.split("/") if folder else []
    for part in written.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def distance(a: str, b: str) -> int:
    """Return the number of steps between the folders of two files: 0 in the same folder."""
    return _steps(folder_of(a), folder_of(b))


@lru_cache(maxsize=16384)
def _steps(a: str, b: str) -> int:
    one, two = (folder.split("/") if folder else [] for folder in (a, b))
    common = 0
    for x, y in zip(one, two, strict=False):
        if x != y:
            break
        common += 1
    return len(one) + len(two) - 2 * common


def composed(name: str) -> str:
    """Return a name with each letter and its accents in one character.

    macOS takes them apart in the names of files; nobody who writes a link does.
    """
    return name if name.isascii() else unicodedata.normalize("NFC", name)

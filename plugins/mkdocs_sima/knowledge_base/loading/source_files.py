"""The files of a knowledge base: found, told apart and read without ever raising."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_sima.knowledge_base.lookup.paths import is_document_name

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_INSTALLED = ("node_modules", "site-packages")  # thousands of other people's READMEs


@dataclass(slots=True)
class Listing:
    """What lies below a root, as paths relative to it, sorted."""

    documents: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)  # folder → why


def list_files(root: Path, exclude: tuple[str, ...] = ()) -> Listing:
    """List the files below `root`.

    Hidden files and folders, what package managers install, what `exclude` matches (globs as in
    `.gitignore`), symbolic links to folders and those that lead out of the root are left out: the
    first are no content, the last would let a link decide what is published, or lead in a circle.
    """
    listing = Listing()
    excluded = _ignoring(exclude) if exclude else None
    real_root = os.path.realpath(root)
    folders = [("", str(root))]
    while folders:
        relative, folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            listing.unreadable[relative] = error.strerror or str(error)
            continue
        for entry in found:
            path = relative + entry.name
            if entry.name.startswith(".") or entry.name in _INSTALLED:
                continue
            if entry.is_dir(follow_symlinks=False):
                if not (excluded and excluded.match_file(path + "/")):
                    folders.append((path + "/", entry.path))
            elif not (excluded and excluded.match_file(path)):
                is_document = is_document_name(entry.name)
                inside = _is_inside(entry, real_root)
                if inside or (inside is None and is_document):  # reading it says what is wrong
                    (listing.documents if is_document else listing.others).append(path)
    listing.documents.sort()
    listing.others.sort()
    return listing


def _ignoring(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # slow to import

    return GitIgnoreSpec.from_lines(globs)


def _is_inside(entry: os.DirEntry[str], real_root: str) -> bool | None:
    """Whether this is a file whose content lies below the root; None if a link leads nowhere."""
    try:
        if not entry.is_symlink():
            return entry.is_file(follow_symlinks=False)
        target = os.path.realpath(entry.path, strict=True)
    except OSError:
        return None  # a dangling link, or one that runs in a circle
    return Path(target).is_file() and Path(target).is_relative_to(real_root)

"""A knowledge base that stays open: read again when a file has changed, and only then."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs_sima.history import open_repository
from mkdocs_sima.inventories.copies import FILE
from mkdocs_sima.knowledge_base import KnowledgeBase, ParseCache
from mkdocs_sima.knowledge_base.loading.sources import read_sources
from mkdocs_sima.processes import without_collection
from mkdocs_sima.settings.project import Project, find_project
from mkdocs_sima.store import NO_STORE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_sima.store import Store

_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")


class Library:
    """The knowledge base at a path, as its files are at this moment."""

    def __init__(self, path: Path, store: Store = NO_STORE) -> None:
        """Prepare to read; raises ProjectError if there is nothing to read."""
        self._path = path
        self._cache = ParseCache(store)
        self._project = find_project(path)
        self._seen: tuple[tuple[str, int, int], ...] = ()
        self._kb: KnowledgeBase | None = None

    @property
    def project(self) -> Project:
        """Where the knowledge base lies, and its settings."""
        return self._project

    @property
    def kb(self) -> KnowledgeBase:
        """All documents. The same object as long as no file has changed.

        Raises:
            ProjectError: the folder is gone, or its settings can't be used any more.
        """
        seen = tuple(self._files())
        if self._kb is None or seen != self._seen:
            self._project = find_project(self._path)
            with without_collection():
                sources = read_sources(self._project.root, self._project.settings.exclude)
                settings, cache = self._project.settings, self._cache
                repository = open_repository(self._project.root, cache.store)
                self._kb = KnowledgeBase.of(sources, settings, None, cache, repository)
            self._seen = seen
        return self._kb

    def _files(self) -> Iterator[tuple[str, int, int]]:
        """Yield path, time and size of every file that the knowledge base may be made from."""
        if config := self._project.config:
            yield from _stat(str(config))
            for base in self._project.settings.inventories:
                yield from _stat(str(config.parent / (FILE if base.is_remote else base.source)))
        stack = [str(self._project.root)]
        while stack:
            try:
                entries = sorted(os.scandir(stack.pop()), key=lambda entry: entry.name)
            except OSError:  # gone, or closed to us: the reading of it says so
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    stack.append(entry.path)
                elif entry.name.endswith(_SUFFIXES):
                    yield from _stat(entry.path)


def _stat(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        found = os.stat(path)  # noqa: PTH116 (thousands of paths: a third of the time)
    except OSError:
        return
    yield path, found.st_mtime_ns, found.st_size

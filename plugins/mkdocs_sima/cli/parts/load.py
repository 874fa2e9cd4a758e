"""Open the knowledge base that a command was given, with progress on a terminal."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.terminal import is_terminal
from mkdocs_sima.history import Repository, open_repository
from mkdocs_sima.knowledge_base.loading.sources import Sources, read_sources
from mkdocs_sima.settings.project import Project, find_project
from mkdocs_sima.store import Store, find_place, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase

PATIENCE = 1.0  # seconds
STEP = 50  # files

cache_option = click.option(
    "--cache-dir",
    metavar="FOLDER",
    help="Where results are kept for the next run, or off (default: your cache folder).",
)


@dataclass(frozen=True)
class Loaded:
    """A knowledge base with where it came from."""

    project: Project
    sources: Sources
    store: Store
    repository: Repository  # the one around it

    @cached_property
    def kb(self) -> KnowledgeBase:
        """All documents, parsed when they are asked for."""
        from mkdocs_sima.knowledge_base import KnowledgeBase, ParseCache

        progress = _Progress() if is_terminal(sys.stderr) else None
        cache = ParseCache(self.store)
        settings, repository = self.project.settings, self.repository
        repository.begin_past()
        return KnowledgeBase.of(self.sources, settings, progress, cache, repository)

    @property
    def root(self) -> Path:
        """The folder that the paths of documents are relative to."""
        return self.project.root


def load(path: Path, cache_dir: str | None = None) -> Loaded:
    """Read the knowledge base at a path.

    Args:
        path: a folder, or what lies in a knowledge base.
        cache_dir: where results are kept, if not where the settings say.

    Raises:
        ProjectError: it can't be opened.
        StorePlaceError: results would be kept among the documents.
    """
    # Documents hold no cycles, so that while they pile up there is nothing to collect, but more and
    # more to search; and a command ends soon.
    gc.disable()
    project = find_project(path)
    store = open_results(project, cache_dir)
    web = project.config is None or bool(project.site.get("repo_url"))
    repository = open_repository(project.root, store, web=web)
    repository.begin()  # it answers while files are read
    sources = read_sources(project.root, project.settings.exclude)
    return Loaded(project, sources, store, repository)


def open_results(project: Project, cache_dir: str | None) -> Store:
    """Open the store of results; it is closed when the command ends.

    Raises:
        StorePlaceError: it would lie among the documents.
    """
    beside = project.config.parent if project.config else None
    setting = project.settings.cache
    place = find_place(cache_dir, setting, beside=beside, outside=project.root)
    store = open_store(place, lambda words: click.echo(words, err=True))
    if context := click.get_current_context(silent=True):
        context.call_on_close(store.close)
    return store


class _Progress:
    """One line on a terminal that counts the files, if reading takes longer than a moment."""

    def __init__(self) -> None:
        self._start = monotonic()
        self._shown = ""

    def __call__(self, done: int, total: int) -> None:
        if done == total:
            if self._shown:
                sys.stderr.write("\r" + " " * len(self._shown) + "\r")
        elif done % STEP == 0 and monotonic() - self._start > PATIENCE:
            self._shown = f"reading {done} of {total} files"
            sys.stderr.write("\r" + self._shown)
            sys.stderr.flush()

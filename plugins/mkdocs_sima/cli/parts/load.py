"""Open the knowledge base that a command was given, with progress on a terminal."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from mkdocs_sima.cli.parts.terminal import is_terminal
from mkdocs_sima.settings.project import Project, find_project

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_sima.knowledge_base import KnowledgeBase

PATIENCE = 1.0  # seconds
STEP = 50  # files


@dataclass(frozen=True)
class Loaded:
    """A knowledge base with where it came from."""

    project: Project
    kb: KnowledgeBase

    @property
    def root(self) -> Path:
        """The folder that the paths of documents are relative to."""
        return self.project.root


def load(path: Path) -> Loaded:
    """Read the knowledge base at a path.

    Raises:
        ProjectError: it can't be opened.
    """
    from mkdocs_sima.knowledge_base import KnowledgeBase

    # Documents hold no cycles, so that while they pile up there is nothing to collect, but more and
    # more to search; and a command ends soon.
    gc.disable()
    project = find_project(path)
    progress = _Progress() if is_terminal(sys.stderr) else None
    kb = KnowledgeBase.read(project.root, project.settings, progress=progress)
    return Loaded(project, kb)


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
